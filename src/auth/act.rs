//! The unit of work: what a verb reads, decides and writes happens in one transaction, and what follows from it happens
//! once that is stored, or not at all.

mod locks;
mod then;

use super::{
    Auth, Client, Error, carry,
    gate::PATIENCE,
    line::{Busy, Lane},
};
use crate::{
    store::{self, Conflict, StoreError, Transaction},
    types::Timestamp,
};
use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, atomic::Ordering},
};
use then::Then;
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    time::{Instant, timeout_at},
};

/// How often a unit of work is done anew when another one got in its way.
const MOST_RUNS: u32 = 5;

/// One run of a unit of work. Reads and writes go through it as through the [`Transaction`] that it holds; what it notes
/// besides follows after the commit.
pub(super) struct Act<'a> {
    auth: &'a Auth,
    client: &'a Client,
    transaction: Transaction,
    /// The time. It is read when the transaction begins, and again whenever a row is locked: what has waited for its turn is
    /// judged by the time of its turn.
    pub(super) now: Timestamp,
    then: Then,
}

/// A run as its work holds it: given back when the work ends. (With a plain `&mut Act` the compiler cannot tell that the
/// work may move between threads.)
pub(super) type Held<'a> = OwnedMutexGuard<Act<'a>>;

/// Why a unit of work ends without its result.
#[derive(Debug)]
pub(super) enum Abort {
    /// Nothing has happened.
    Undone(Error),
    /// What was spent and noted stays: else refusals could be had without end.
    Kept(Error),
    /// Nothing has happened, for another unit of work got in the way: this one is to be done anew.
    Again,
}

impl<E: Into<Error>> From<E> for Abort {
    fn from(error: E) -> Self {
        Self::Undone(error.into())
    }
}

impl Deref for Act<'_> {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

impl DerefMut for Act<'_> {
    fn deref_mut(&mut self) -> &mut Transaction {
        &mut self.transaction
    }
}

impl Auth {
    /// Does a unit of work in the name of this client: all of it or nothing. `work` may run again from its beginning, so
    /// it changes nothing outside of its [`Act`]. No hashing and no sending happen inside, for others wait meanwhile.
    ///
    /// # Errors
    /// What `work` refuses; [`Error::Busy`] when too many wait to write, [`Error::Store`] when the database fails.
    pub(super) async fn act<'a, T, F>(&'a self, client: &'a Client, work: impl FnMut(Held<'a>) -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Abort>>,
    {
        self.act_in(Lane::Ordinary, client, work).await
    }

    /// The same for what ends sessions: it goes first.
    ///
    /// # Errors
    /// Those of [`act`](Self::act).
    pub(super) async fn act_first<'a, T, F>(
        &'a self,
        client: &'a Client,
        work: impl FnMut(Held<'a>) -> F,
    ) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Abort>>,
    {
        self.act_in(Lane::Ending, client, work).await
    }

    /// Writes into the log how many units of work began anew since it was last called: called every minute. Some do when
    /// people meet; very many, and for minutes, say that the database has more to do than it can.
    pub fn log_begun_anew(&self) {
        let times = self.inner.begun_anew.swap(0, Ordering::Relaxed);
        if times > 0 {
            tracing::info!(times, "units of work began anew, because another one got in their way");
        }
    }

    async fn act_in<'a, T, F>(
        &'a self,
        lane: Lane,
        client: &'a Client,
        mut work: impl FnMut(Held<'a>) -> F,
    ) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Abort>>,
    {
        // For the line and for the connection behind it together.
        let patience = Instant::now() + PATIENCE;
        let _permit = self.inner.writing.enter(&client.key(), lane).await?;
        if !carry::begin() {
            return Err(Busy.into());
        }
        let (mut runs, mut found_unique) = (1, false);
        loop {
            let begun = timeout_at(patience, self.inner.store.begin()).await.unwrap_or(Err(StoreError::PoolTimedOut));
            let now = self.inner.clock.now();
            let transaction = begun.inspect_err(|error| self.inner.store.health().failed(error, now))?;
            let act = Arc::new(Mutex::new(Act { auth: self, client, transaction, now, then: Then::default() }));
            let result = work(act.clone().lock_owned().await).await;
            // The work has ended, and what it held with it.
            let Some(act) = Arc::into_inner(act).map(Mutex::into_inner) else { return Err(Busy.into()) };
            let conflict = match result {
                Ok(done) => match act.store().await {
                    Ok(()) => return Ok(done),
                    Err(error) => Error::Store(error),
                },
                Err(Abort::Kept(error)) => match act.store().await {
                    Ok(()) => return Err(error),
                    Err(error) => Error::Store(error),
                },
                Err(Abort::Undone(Error::Store(error))) => {
                    self.inner.store.health().failed(&error, now);
                    if store::conflict(&error).is_some() {
                        act.transaction.undo().await?;
                    }
                    Error::Store(error)
                }
                // Busy is what a limit says that another unit of work has taken from meanwhile.
                Err(Abort::Again | Abort::Undone(Error::Busy(_))) => {
                    act.transaction.undo().await?;
                    Error::Busy(Busy)
                }
                Err(Abort::Undone(error)) => {
                    act.transaction.undo().await?;
                    return Err(error);
                }
            };
            let again = match &conflict {
                Error::Store(error) => match store::conflict(error) {
                    Some(Conflict::Passing) => true,
                    // Begun anew, it has seen what another one had stored: what is in the way now is a fault, and no chance.
                    Some(Conflict::Unique) => !std::mem::replace(&mut found_unique, true),
                    None => false,
                },
                _ => true,
            };
            if !again {
                return Err(conflict);
            }
            if runs == MOST_RUNS {
                tracing::warn!(runs, "other units of work got in the way of this one each time");
                return Err(conflict);
            }
            tracing::debug!(runs, "another unit of work got in the way: this one begins anew");
            self.inner.begun_anew.fetch_add(1, Ordering::Relaxed);
            runs += 1;
        }
    }
}

impl<'a> Act<'a> {
    /// In whose name it is done.
    pub(super) fn client(&self) -> &'a Client {
        self.client
    }
}

#[cfg(test)]
mod tests {
    use super::{locks::tests::auth, *};
    use std::cell::Cell;

    #[tokio::test]
    async fn a_row_that_is_in_the_way_again_is_a_fault_and_no_chance() {
        let ((auth, _), client) = (auth().await, Client::new("192.0.2.1", ""));
        let runs = Cell::new(0);
        let done: Result<(), _> = auth
            .act(&client, |mut act| {
                runs.set(runs.get() + 1);
                async move {
                    let id = act.auth.inner.random.id(act.now);
                    act.add_write_probe(id, &[]).await?;
                    act.add_write_probe(id, &[]).await?;
                    Ok(())
                }
            })
            .await;
        assert!(matches!(done, Err(Error::Store(_))), "{done:?}");
        assert_eq!(runs.get(), 2, "once more: somebody might have stored it just now");
        assert_eq!(auth.inner.begun_anew.load(Ordering::Relaxed), 1, "counted for the log");
        assert_eq!(auth.inner.store.health().last_write(), None, "the database is well");
    }
}
