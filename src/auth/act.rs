//! The unit of work: what a verb reads, decides and writes happens in one transaction, and what follows from it happens
//! once that is stored, or not at all.

mod locks;

use super::{
    Auth, Client, Ended, Hashed, PageId, Refused, carry,
    event::{self, Event},
    gate::PATIENCE,
    line::{Busy, Lane},
    live::Ending,
};
use crate::{
    mail::EmailMessage,
    store::{self, EndedRow, SessionsEnded, StoreError, Transaction},
    types::{AuthError, Notice, Timestamp},
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
use uuid::Uuid;

/// How often a unit of work is done anew when another one got in its way.
const MOST_RUNS: u32 = 5;

/// One run of a unit of work. Reads and writes go through it as through the [`Transaction`] that it holds; what it notes
/// besides follows after the commit.
pub(super) struct Act<'a> {
    auth: &'a Auth,
    client: &'a Client,
    transaction: Transaction,
    /// The time, read once the transaction had its locks and read anew after each: what has waited may have ended
    /// meanwhile.
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
    emails: Vec<(Uuid, EmailMessage)>,
    told: Vec<(Uuid, EmailMessage)>,
    /// Buckets that were taken from, each with when it will be full.
    consumed: Vec<(String, i64)>,
    outbox: bool,
}

/// Why a unit of work ends without its result.
#[derive(Debug)]
pub(super) enum Abort {
    /// Nothing has happened.
    Undone(Refused),
    /// What was spent and noted stays: else refusals could be had without end.
    Kept(Refused),
    /// Nothing has happened, for another unit of work got in the way: this one is to be done anew.
    Again,
}

impl<E: Into<Refused>> From<E> for Abort {
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
    /// What `work` refuses; [`Refused::Busy`] when too many wait to write, [`Refused::Store`] when the database fails.
    pub(super) async fn act<'a, T, F>(
        &'a self,
        client: &'a Client,
        work: impl FnMut(Held<'a>) -> F,
    ) -> Result<T, Refused>
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
    ) -> Result<T, Refused>
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
    ) -> Result<T, Refused>
    where
        F: Future<Output = Result<T, Abort>>,
    {
        // For the line and for the connection behind it together.
        let patience = Instant::now() + PATIENCE;
        let _permit = self.inner.writing.enter(&client.key(), lane).await?;
        if !carry::begin() {
            return Err(Busy.into());
        }
        let mut runs = 1;
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
                    Err(error) => Refused::Store(error),
                },
                Err(Abort::Kept(refused)) => match act.store().await {
                    Ok(()) => return Err(refused),
                    Err(error) => Refused::Store(error),
                },
                Err(Abort::Undone(Refused::Store(error))) => {
                    self.inner.store.health().failed(&error, now);
                    if store::is_conflict(&error) {
                        act.transaction.undo().await?;
                    }
                    Refused::Store(error)
                }
                // Busy is what a limit says that another unit of work has taken from meanwhile.
                Err(Abort::Again | Abort::Undone(Refused::Busy(_))) => {
                    act.transaction.undo().await?;
                    Refused::Busy(Busy)
                }
                Err(Abort::Undone(refused)) => {
                    act.transaction.undo().await?;
                    return Err(refused);
                }
            };
            let is_conflict = match &conflict {
                Refused::Store(error) => store::is_conflict(error),
                _ => true,
            };
            if runs == MOST_RUNS || !is_conflict {
                return Err(conflict);
            }
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
    pub(super) fn ended(&mut self, rows: Vec<EndedRow>, because: Notice, spared: Option<PageId>) -> Ended {
        let ending =
            |row: &EndedRow| Hashed::stored(&row.token_hash).map(|token_hash| Ending { token_hash, because, spared });
        let word = |row: &EndedRow| SessionsEnded { one: row.id, spared: spared.map(Into::into) };
        self.then.words.extend(rows.first().map(word));
        self.then.endings.extend(rows.iter().filter_map(ending));
        Ended { sessions: rows.into_iter().map(|row| row.id).collect() }
    }

    /// Notes an email that goes out. It may get lost: somebody waits for it and asks for another one.
    pub(super) fn send(&mut self, id: Uuid, email: EmailMessage) {
        self.then.emails.push((id, email));
    }

    /// Notes an email that tells of something. It may get lost; nobody waits for it.
    pub(super) fn tell(&mut self, id: Uuid, email: EmailMessage) {
        self.then.told.push((id, email));
    }

    /// Notes buckets that were taken from, each with when it will be full.
    pub(super) fn consumed(&mut self, levels: Vec<(String, i64)>) {
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

impl Then {
    fn happen(self, auth: &Auth, client: &Client, now: Timestamp) {
        for event in &self.events {
            event.log(client);
            if let Some(events) = &auth.inner.events {
                events.push(event, client, now);
            }
        }
        auth.inner.levels.note(self.consumed, now.0);
        auth.inner.listeners.tell(&self.endings);
        for (id, email) in self.emails {
            auth.inner.deliveries.deliver(id, email, &client.key());
        }
        for (id, email) in self.told {
            auth.inner.deliveries.tell(id, email);
        }
        if self.outbox {
            auth.wake_outbox();
        }
    }
}
