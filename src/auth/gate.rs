//! Waiting in line, with bounds: for a core to hash codes on, and for the connection that writes.
//!
//! Nobody waits long, nobody waits alone in front of everybody, and a line costs memory for as many as may stand in it
//! and no more. Who has given up leaves the line at once.

use super::line::{Bounds, Busy, Lane, Line};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{sync::oneshot, time::timeout};

/// How long anybody waits. A person who waits longer has clicked again by then.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Lets so many pass at a time. Clones share the line.
#[derive(Clone)]
pub(super) struct Gate {
    inner: Arc<Mutex<Inner>>,
    bounds: Bounds,
}

struct Inner {
    free: usize,
    line: Line<oneshot::Sender<Permit>>,
}

/// The right to be inside, until it is dropped.
pub(super) struct Permit {
    /// None once it has been given back.
    gate: Option<Gate>,
}

impl Gate {
    /// Makes a gate that lets `permits` pass at a time.
    pub(super) fn new(permits: usize, bounds: Bounds) -> Self {
        let inner = Inner { free: permits, line: Line::new() };
        Self { inner: Arc::new(Mutex::new(inner)), bounds }
    }

    /// Waits to pass, in the name of this client.
    ///
    /// # Errors
    /// [`Busy`] when too many wait already, when somebody who has fewer waiting needed the place, or after five seconds.
    pub(super) async fn enter(&self, client: &str, lane: Lane) -> Result<Permit, Busy> {
        let (permit, place) = {
            let mut inner = self.lock();
            if inner.free > 0 && inner.line.len() == 0 {
                inner.free -= 1;
                return Ok(Permit { gate: Some(self.clone()) });
            }
            let (sender, receiver) = oneshot::channel();
            let id = inner.line.join(client, lane, self.bounds, sender)?;
            (receiver, Place { gate: self.clone(), id })
        };
        let passed = timeout(PATIENCE, permit).await;
        drop(place);
        match passed {
            Ok(Ok(permit)) => Ok(permit),
            // Pushed out by somebody who has fewer waiting, or out of patience.
            Ok(Err(_)) | Err(_) => Err(Busy),
        }
    }

    /// Returns how many wait.
    pub(super) fn waiting(&self) -> usize {
        self.lock().line.len()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the next one pass, who may have given up meanwhile: then the one after.
    fn release(&self) {
        let mut permit = Permit { gate: Some(self.clone()) };
        loop {
            let Some(next) = self.lock().next_or_free() else {
                permit.gate = None;
                return;
            };
            match next.send(permit) {
                Ok(()) => return,
                Err(returned) => permit = returned,
            }
        }
    }
}

impl Inner {
    /// Returns the next one to pass; `None` when nobody waits, and then one more is free.
    fn next_or_free(&mut self) -> Option<oneshot::Sender<Permit>> {
        let next = self.line.next();
        if next.is_none() {
            self.free += 1;
        }
        next
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(gate) = self.gate.take() {
            gate.release();
        }
    }
}

/// A place in the line, given up when dropped.
struct Place {
    gate: Gate,
    id: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.gate.lock().line.leave(self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::{JoinHandle, yield_now};

    type Waiting = JoinHandle<Result<Permit, Busy>>;

    async fn wait(gate: &Gate, client: &str, lane: Lane) -> Waiting {
        let (gate, client) = (gate.clone(), client.to_owned());
        let waiting = tokio::spawn(async move { gate.enter(&client, lane).await });
        yield_now().await;
        waiting
    }

    async fn entered(gate: &Gate) -> Permit {
        gate.enter("first", Lane::Ordinary).await.unwrap()
    }

    #[tokio::test]
    async fn four_wait_for_one_client_and_the_fifth_is_told() {
        let gate = Gate::new(1, Bounds::usual());
        let inside = entered(&gate).await;
        let mut waiting = Vec::new();
        for _ in 0..4 {
            waiting.push(wait(&gate, "a", Lane::Ordinary).await);
        }
        assert!(gate.enter("a", Lane::Ordinary).await.is_err());
        let other = wait(&gate, "b", Lane::Ordinary).await;
        drop(inside);
        for waiting in waiting {
            assert!(waiting.await.unwrap().is_ok());
        }
        assert!(other.await.unwrap().is_ok());
        assert_eq!(gate.lock().free, 1);
    }

    #[tokio::test]
    async fn where_it_is_full_who_has_most_waiting_makes_room() {
        let gate = Gate::new(1, Bounds::usual());
        let inside = entered(&gate).await;
        let mut waiting = Vec::new();
        for number in 0..64 {
            waiting.push(wait(&gate, &format!("client {}", number / 4), Lane::Ordinary).await);
        }
        let newcomer = wait(&gate, "newcomer", Lane::Ordinary).await;
        drop(inside);
        let mut told = 0;
        for waiting in waiting {
            told += usize::from(waiting.await.unwrap().is_err());
        }
        assert_eq!(told, 1);
        assert!(newcomer.await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn what_ends_sessions_stands_behind_no_code() {
        let gate = Gate::new(1, Bounds::usual());
        let inside = entered(&gate).await;
        let code = wait(&gate, "a", Lane::Ordinary).await;
        let log_out = wait(&gate, "b", Lane::Ending).await;
        drop(inside);
        let log_out = log_out.await.unwrap().unwrap();
        yield_now().await;
        assert!(!code.is_finished());
        drop(log_out);
        assert!(code.await.unwrap().is_ok());
    }

    #[tokio::test]
    async fn who_gives_up_leaves_the_line_and_keeps_nobody_waiting() {
        let gate = Gate::new(1, Bounds::usual());
        let inside = entered(&gate).await;
        let gone = wait(&gate, "a", Lane::Ordinary).await;
        let next = wait(&gate, "b", Lane::Ordinary).await;
        gone.abort();
        assert!(gone.await.is_err());
        assert_eq!(gate.waiting(), 1);
        drop(inside);
        assert!(next.await.unwrap().is_ok());
        assert_eq!(gate.lock().free, 1);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_longer_than_five_seconds() {
        let gate = Gate::new(1, Bounds::usual());
        let _inside = entered(&gate).await;
        let started = tokio::time::Instant::now();
        assert!(gate.enter("a", Lane::Ordinary).await.is_err());
        assert_eq!(started.elapsed(), PATIENCE);
        assert_eq!(gate.waiting(), 0);
    }
}
