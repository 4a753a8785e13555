//! Handing emails over, off the request's path: a slow mail server keeps nobody waiting, and how long an answer takes
//! tells nothing of what a mail server said to an address.

use super::{
    cut,
    sending_line::{LineBounds, SendingLine},
};
use crate::{
    ids::EmailId,
    mail::{EmailMessage, Mailer, Outcome, Refusal},
    store::{Delivery, Store},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{sync::watch, task::JoinHandle, time::timeout};
use tokio_util::task::TaskTracker;
use tracing::Instrument;

/// Why an email that must arrive was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsent {
    /// Trying again does not help.
    Refused,
    /// The same email may be taken later; or it was, and nobody knows.
    Later,
}

/// In whose name emails wait for a connection that only tell of something: theirs are few, and no client's.
const TELLING: &str = "emails that tell";

/// Emails on their way.
#[derive(Clone)]
pub(super) struct Deliveries {
    store: Store,
    mailer: Mailer,
    line: SendingLine,
    tasks: TaskTracker,
    on_their_way: OnTheirWay,
}

/// For each email what closes when it has arrived or failed.
#[derive(Clone, Default)]
struct OnTheirWay(Arc<Mutex<HashMap<EmailId, watch::Receiver<()>>>>);

impl OnTheirWay {
    /// Notes that an email is on its way.
    fn begin(&self, id: EmailId) -> OnItsWay {
        let (arriving, arrived) = watch::channel(());
        self.lock().insert(id, arrived);
        OnItsWay { id, all: self.clone(), _arriving: arriving }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<EmailId, watch::Receiver<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of them, until it is dropped.
struct OnItsWay {
    id: EmailId,
    all: OnTheirWay,
    _arriving: watch::Sender<()>,
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.all.lock().remove(&self.id);
    }
}

impl Deliveries {
    pub(super) fn new(store: Store, mailer: Mailer) -> Self {
        let (line, tasks) = (SendingLine::new(LineBounds::usual()), TaskTracker::new());
        Self { store, mailer, line, tasks, on_their_way: OnTheirWay::default() }
    }

    /// Hands an email over that this client asked for, and notes how that went, without keeping anybody waiting.
    pub(super) fn deliver(&self, id: EmailId, email: EmailMessage, client: &str) {
        let (store, sending) = (self.store.clone(), self.sending(id, email, client));
        let on_its_way = self.on_their_way.begin(id);
        let deliver = async move {
            if let Err(error) = store.magic_link_is(id, delivery(&sending.await)).await {
                tracing::error!(email_id = %id, "how an email fared could not be noted: {error}");
            }
            drop(on_its_way);
        };
        self.tasks.spawn(deliver.in_current_span());
    }

    /// Hands an email over that tells of something, without keeping anybody waiting. In the line it stands behind others of
    /// its kind alone, so no email that somebody logs in with waits for it.
    pub(super) fn tell(&self, id: EmailId, email: EmailMessage) {
        let sending = self.sending(id, email, TELLING);
        let tell = async move {
            sending.await;
        };
        self.tasks.spawn(tell.in_current_span());
    }

    /// Hands an email over that must arrive, and answers how that ended.
    pub(super) async fn hand_over(&self, id: EmailId, email: EmailMessage, client: &str) -> Result<(), Unsent> {
        match self.sending(id, email, client).await {
            Outcome::Sent => Ok(()),
            Outcome::Refused(Refusal::Permanent, _) => Err(Unsent::Refused),
            Outcome::Refused(Refusal::Temporary, _) | Outcome::NotHandedOver(_) | Outcome::Unknown(_) => {
                Err(Unsent::Later)
            }
        }
    }

    /// Runs a task that is finished before the server stops.
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        self.tasks.spawn(task)
    }

    fn sending(&self, id: EmailId, email: EmailMessage, client: &str) -> impl Future<Output = Outcome> + use<> {
        let (mailer, line, client) = (self.mailer.clone(), self.line.clone(), client.to_owned());
        async move {
            let outcome = match line.wait(&client).await {
                Ok(_permit) => mailer.send(email).await,
                Err(fault) => Outcome::NotHandedOver(fault.to_string()),
            };
            if outcome != Outcome::Sent {
                tracing::error!(email_id = %id, reason = cut(outcome.reason()), "{outcome}");
            }
            outcome
        }
    }

    /// Waits until it is known how this email fared, or for so long. An email that another process sends is not waited
    /// for.
    pub(super) async fn settled(&self, id: EmailId, patience: Duration) {
        let arrived = self.on_their_way.lock().get(&id).cloned();
        if let Some(mut arrived) = arrived {
            // Closed is all that it can become.
            let _ = timeout(patience, arrived.changed()).await;
        }
    }

    /// Waits for every email on its way.
    pub(super) async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

/// Says how far an email has come.
fn delivery(outcome: &Outcome) -> Delivery {
    match outcome {
        Outcome::Sent => Delivery::Sent,
        Outcome::Refused(..) => Delivery::Refused,
        Outcome::NotHandedOver(_) => Delivery::Failed,
        Outcome::Unknown(_) => Delivery::Unknown,
    }
}
