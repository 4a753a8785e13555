//! The unit of work: what a verb reads, decides and writes happens in one transaction, and what follows from it happens
//! once that is stored, or not at all.

mod locks;

use super::{
    Auth, Client, Ended, Error, PageId, carry,
    event::{self, Event},
    gate::PATIENCE,
    line::{Busy, Lane},
    live::Ending,
};
use crate::{
    ids::EmailId,
    mail::Draft,
    store::{self, Conflict, EndedRow, Level, SessionsEnded, StoreError, Transaction},
    types::{AuthError, EndReason, Timestamp},
};
use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    time::{Instant, timeout_at},
};
use tracing::Instrument;

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

/// What follows once a unit of work is stored.
#[derive(Default)]
struct Then {
    events: Vec<Event>,
    endings: Vec<Ending>,
    /// The same for other nodes.
    words: Vec<SessionsEnded>,
    emails: Vec<(EmailId, Draft)>,
    told: Vec<(EmailId, Draft)>,
    /// Buckets that were taken from, each with when it will be full.
    consumed: Vec<Level>,
    outbox: bool,
}

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
            runs += 1;
        }
    }
}

impl<'a> Act<'a> {
    /// In whose name it is done.
    pub(super) fn client(&self) -> &'a Client {
        self.client
    }

    /// Notes a line of the security log.
    pub(super) fn note(&mut self, event: Event) {
        self.then.events.push(event);
    }

    /// Notes sessions that this unit of work has ended: their pages are told why, save the one that is spared.
    pub(super) fn ended(&mut self, rows: Vec<EndedRow>, because: EndReason, spared: Option<PageId>) -> Ended {
        let ending = |row: &EndedRow| Ending { token_hash: row.token_hash, because, spared };
        let word = |row: &EndedRow| SessionsEnded { one: row.id, spared: spared.map(Into::into) };
        self.then.words.extend(rows.first().map(word));
        self.then.endings.extend(rows.iter().map(ending));
        Ended { sessions: rows.into_iter().map(|row| row.id).collect() }
    }

    /// Notes an email that goes out. It may get lost: somebody waits for it and asks for another one.
    pub(super) fn send(&mut self, id: EmailId, email: Draft) {
        self.then.emails.push((id, email));
    }

    /// Notes an email that tells of something. It may get lost; nobody waits for it.
    pub(super) fn tell(&mut self, id: EmailId, email: Draft) {
        self.then.told.push((id, email));
    }

    /// Notes buckets that were taken from, each with when it will be full.
    pub(super) fn consumed(&mut self, levels: Vec<Level>) {
        self.then.consumed.extend(levels);
    }

    /// Notes that something was put into the outbox.
    pub(super) fn send_outbox(&mut self) {
        self.then.outbox = true;
    }

    /// Refuses for a reason that a person is told, and notes it: what was spent until here stays spent.
    pub(super) fn reject(&mut self, event: Event, error: AuthError) -> Abort {
        self.note(event);
        Abort::Kept(error.into())
    }

    /// Stores the events, commits, and does what follows. From the commit on nothing stops it, not even a caller that is
    /// dropped.
    async fn store(mut self) -> Result<(), StoreError> {
        self.name_accounts().await?;
        let stored = self.then.events.iter().filter(|event| event.stored);
        let rows: Vec<_> = stored.map(|event| event.row(self.auth.inner.random.id(self.now))).collect();
        self.transaction.add_events(&rows, event::by(self.client, self.now)).await.inspect_err(|error| {
            self.auth.inner.store.health().failed(error, self.now);
        })?;
        drop(rows);
        for word in &self.then.words {
            self.transaction.tell_nodes(*word).await?;
        }
        let (auth, client, now) = (self.auth.clone(), self.client.clone(), self.now);
        let Self { transaction, then, .. } = self;
        let store = async move {
            let committed = transaction.commit().await;
            match &committed {
                Ok(()) => {
                    auth.inner.store.health().wrote(now);
                    then.happen(&auth, &client, now);
                }
                Err(error) => auth.inner.store.health().failed(error, now),
            }
            committed
        };
        // It ends by a panic at the worst.
        self.auth.inner.carried.spawn(store.in_current_span()).await.unwrap_or(Err(StoreError::WorkerCrashed))
    }
}

impl Act<'_> {
    /// Finds out what the accounts of events are called, where a host that is told of them has ids of its own.
    async fn name_accounts(&mut self) -> Result<(), StoreError> {
        if self.auth.inner.events.is_none() || self.auth.inner.accounts.is_none() {
            return Ok(());
        }
        for event in self.then.events.iter_mut().filter(|event| event.account.is_none()) {
            if let Some(id) = event.user_id {
                event.account = self.transaction.user(id).await?.map(|user| user.account);
            }
        }
        Ok(())
    }
}

impl Then {
    fn happen(self, auth: &Auth, client: &Client, now: Timestamp) {
        for event in &self.events {
            event.log(client);
            if let Some(events) = &auth.inner.events {
                events.push(event, client, now);
            }
        }
        auth.inner.levels.note(self.consumed, now);
        auth.inner.listeners.tell(&self.endings);
        for (id, email) in self.emails {
            auth.inner.deliveries.deliver(id, auth.written(&email, id, now), &client.key());
        }
        for (id, email) in self.told {
            auth.inner.deliveries.tell(id, auth.written(&email, id, now));
        }
        if self.outbox {
            auth.wake_outbox();
        }
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
        assert_eq!(auth.inner.store.health().last_write(), None, "the database is well");
    }
}
