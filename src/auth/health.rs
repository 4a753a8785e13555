//! Whether the application can do its work: read, and write.
//!
//! A database that is full still answers questions, and often still changes a row in its place. So health is told from
//! real writes, and by a write that takes room where nobody else has written for a while.

use super::{Auth, Client, Error};
use crate::types::Timestamp;
use std::{sync::atomic::Ordering, time::Duration};
use tokio::time::{Instant, timeout_at};

/// How long an answer is given to everybody who asks: a check writes, and many balancers may ask.
const SHARED_FOR: Duration = Duration::from_secs(1);

/// After so long without a write, a check writes by itself.
const QUIET_FOR: Duration = Duration::from_secs(10);

/// How long a check may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a check writes, in bytes: more than what may be free within the pages that a database has already.
const FILLING: usize = 64 * 1024;

/// The application cannot do its work. The log says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the database cannot be read or written")]
pub struct Unhealthy;

/// The last check.
#[derive(Clone, Copy)]
pub(super) struct Checked {
    at: Timestamp,
    result: Result<(), Unhealthy>,
    /// Whether it failed by its own write, so that the next one shall try again.
    probed: bool,
    /// Whether the last write had failed then: once that is different, the answer is no longer true.
    write_failed: bool,
}

impl Auth {
    /// Answers whether reading and writing work: from the last write, or where that was over ten seconds ago by writing
    /// 64 kB and removing them again. The answer is shared for a second, or until a write ends otherwise than the last one.
    ///
    /// # Errors
    /// [`Unhealthy`] from a write that failed until one succeeds, and once the server is about to stop.
    #[tracing::instrument(skip_all)]
    pub async fn health(&self) -> Result<(), Unhealthy> {
        if self.inner.stops.load(Ordering::Relaxed) {
            return Err(Unhealthy);
        }
        // Held over the check: there is one at a time, and who waits for it shares its answer.
        let mut last = self.inner.checked.clone().lock_owned().await;
        let now = self.inner.clock.now();
        if let Some(checked) = *last
            && (checked.at..checked.at + SHARED_FOR).contains(&now)
            && checked.write_failed == self.write_failed()
        {
            return checked.result;
        }
        let auth = self.clone();
        let check = async move {
            let again = last.is_some_and(|checked| checked.probed && checked.result.is_err());
            let (result, probed) = auth.check(now, again).await;
            // As of now: who has waited for a slow check shall not wait for another one.
            let (at, write_failed) = (auth.inner.clock.now(), auth.write_failed());
            *last = Some(Checked { at, result, probed, write_failed });
            result
        };
        // Apart from who asks, who may hang up: else each who asks and goes would make another check.
        self.inner.carried.spawn(check).await.unwrap_or(Err(Unhealthy))
    }

    /// Says from now on that this server is not healthy, because it is about to stop: balancers send nobody any more.
    pub(crate) fn tell_of_stop(&self) {
        self.inner.stops.store(true, Ordering::Relaxed);
    }

    fn write_failed(&self) -> bool {
        self.inner.store.health().last_write().is_some_and(|(failed, _)| failed)
    }

    /// Checks anew, and tells whether it took a write of its own.
    async fn check(&self, now: Timestamp, again: bool) -> (Result<(), Unhealthy>, bool) {
        let until = Instant::now() + PATIENCE;
        if let Err(error) = by(until, self.ping()).await {
            tracing::error!("the database cannot be read: {error}");
            return (Err(Unhealthy), false);
        }
        match self.inner.store.health().last_write() {
            Some((false, at)) if now.since(at) < QUIET_FOR => (Ok(()), false),
            Some((true, at)) if now.since(at) < QUIET_FOR && !again => (Err(Unhealthy), false),
            _ => match by(until, self.probe()).await {
                Ok(()) => (Ok(()), true),
                Err(error) => {
                    tracing::error!("the database cannot be written: {error}");
                    (Err(Unhealthy), true)
                }
            },
        }
    }

    async fn ping(&self) -> Result<(), Error> {
        Ok(self.inner.store.ping().await?)
    }

    /// Writes what takes room, and removes it again, in a transaction each.
    async fn probe(&self) -> Result<(), Error> {
        let ours = Client::new("health check", "");
        let filling = &vec![0; FILLING];
        self.act_first(&ours, |mut act| async move {
            let act = &mut *act;
            let id = self.inner.random.id(act.now);
            Ok(act.add_write_probe(id, filling).await?)
        })
        .await?;
        self.act_first(&ours, |mut act| async move { Ok(act.remove_write_probes().await?) }).await
    }
}

async fn by(until: Instant, work: impl Future<Output = Result<(), Error>>) -> Result<(), Error> {
    timeout_at(until, work).await.unwrap_or(Err(Error::Busy(super::Busy)))
}
