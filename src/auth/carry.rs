//! What becomes of a request whose client hangs up: while it waits it ends with its client, and costs nothing any more.
//! Once it has begun to change something it is carried through, so that what is stored is always announced.

use super::Auth;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::AbortHandle;
use tracing::Instrument;

tokio::task_local! {
    static CARRIED: Carried;
}

/// How far a carried request has come. Clones are one.
#[derive(Clone)]
struct Carried(Arc<Mutex<Stage>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Begun,
    Abandoned,
}

/// From when on a request is carried through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedFrom {
    /// From its arrival: whoever clicks "Log out" and closes the window means it.
    Arrival,
    /// From the moment in which it begins to change something.
    FirstWrite,
}

impl Carried {
    /// Moves on from waiting; false when it was moved elsewhere before.
    fn becomes(&self, next: Stage) -> bool {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if *stage == Stage::Waiting {
            *stage = next;
        }
        *stage == next
    }
}

/// Ends a request that waits, when its client hangs up.
struct Client {
    carried: Carried,
    request: AbortHandle,
}

impl Drop for Client {
    fn drop(&mut self) {
        if self.carried.becomes(Stage::Abandoned) {
            self.request.abort();
        }
    }
}

impl Auth {
    /// Does this work apart from its caller, which may be dropped meanwhile. A server that stops waits for what is
    /// carried ([`finish_carried`](Self::finish_carried)). Answers `None` when the work panicked.
    pub async fn carry<T: Send + 'static>(
        &self,
        from: CarriedFrom,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Option<T> {
        let stage = if from == CarriedFrom::Arrival { Stage::Begun } else { Stage::Waiting };
        let carried = Carried(Arc::new(Mutex::new(stage)));
        let work = CARRIED.scope(carried.clone(), work).in_current_span();
        let request = self.inner.carried.spawn(work);
        let _client = Client { carried, request: request.abort_handle() };
        request.await.ok()
    }

    /// Waits until everything that is carried is through.
    pub async fn finish_carried(&self) {
        self.inner.carried.close();
        self.inner.carried.wait().await;
    }
}

/// Notes that from here on the request is carried through. Answers false when its client has hung up before: then
/// nothing may be changed any more. What is not carried at all may always go on.
pub(super) fn begin() -> bool {
    CARRIED.try_with(|carried| carried.becomes(Stage::Begun)).unwrap_or(true)
}
