//! What follows once a unit of work is stored: events and words in the same transaction, log lines, live pages, emails and
//! a host's handler after its commit.

use super::{Abort, Act};
use crate::{
    auth::{
        Auth, Client, Ended,
        event::{self, Event},
        listeners::{Ending, Left},
        outbox::GIVEN_UP_AFTER,
    },
    ids::EmailId,
    mail::Draft,
    store::{EmailChangeRow, EndedRow, Level, OutboxKind, OutboxRow, SessionsEnded, Spared, StoreError},
    types::{AuthError, EmailAddress, EndReason, Timestamp},
};
use tracing::Instrument;

/// What follows once a unit of work is stored, noted while it is done.
#[derive(Default)]
pub(super) struct Then {
    pub(super) events: Vec<Event>,
    pub(super) endings: Vec<Ending>,
    /// The same for other nodes.
    pub(super) words: Vec<SessionsEnded>,
    pub(super) emails: Vec<(EmailId, Draft)>,
    pub(super) told: Vec<(EmailId, Draft)>,
    /// Buckets that were taken from, each with when it will be full.
    pub(super) consumed: Vec<Level>,
    pub(super) outbox: bool,
}

impl Act<'_> {
    /// Notes a line of the security log.
    pub(in crate::auth) fn note(&mut self, event: Event) {
        self.then.events.push(event);
    }

    /// Notes sessions that this unit of work has ended: their pages are told why, save those that are spared.
    pub(in crate::auth) fn ended(&mut self, rows: Vec<EndedRow>, because: EndReason, spared: Option<Spared>) -> Ended {
        let ending = |row: &EndedRow| Ending { token_hash: row.token_hash, because, left: Left::of(row.id, spared) };
        let word = |row: &EndedRow| SessionsEnded { one: row.id, spared };
        self.then.words.extend(rows.first().map(word));
        self.then.endings.extend(rows.iter().map(ending));
        Ended { sessions: rows.into_iter().map(|row| row.id).collect() }
    }

    /// Notes an email that goes out. It may get lost: somebody waits for it and asks for another one.
    pub(in crate::auth) fn send(&mut self, id: EmailId, email: Draft) {
        self.then.emails.push((id, email));
    }

    /// Notes an email that tells of something. It may get lost; nobody waits for it.
    pub(in crate::auth) fn tell(&mut self, id: EmailId, email: Draft) {
        self.then.told.push((id, email));
    }

    /// Stores an email about a change, which is sent until a mail server has taken it.
    pub(in crate::auth) async fn send_surely(
        &mut self,
        kind: OutboxKind,
        change: &EmailChangeRow,
        email: &EmailAddress,
    ) -> Result<(), StoreError> {
        let (now, client) = (self.now, self.client);
        let row = OutboxRow {
            id: self.auth.inner.random.id(now),
            tenant: self.auth.inner.tenant.clone(),
            kind,
            email: email.clone(),
            user_id: change.user_id,
            change_id: change.id,
            old_email: change.old_email.clone(),
            new_email: change.new_email.clone(),
            user_agent: client.user_agent.clone(),
            client: client.name.clone(),
            created_at: now,
            attempts: 0,
            next_try_at: now,
            gives_up_at: now + GIVEN_UP_AFTER,
        };
        self.transaction.add_to_outbox(&row).await?;
        self.then.outbox = true;
        Ok(())
    }

    /// Notes buckets that were taken from, each with when it will be full.
    pub(in crate::auth) fn consumed(&mut self, levels: Vec<Level>) {
        self.then.consumed.extend(levels);
    }

    /// Refuses for a reason that a person is told, and notes it: what was spent until here stays spent.
    pub(in crate::auth) fn reject(&mut self, event: Event, error: AuthError) -> Abort {
        self.note(event);
        Abort::Kept(error.into())
    }

    /// Stores the events, commits, and does what follows. From the commit on nothing stops it, not even a caller that is
    /// dropped.
    pub(super) async fn store(mut self) -> Result<(), StoreError> {
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
    /// Does what follows, now that it is stored.
    fn happen(self, auth: &Auth, client: &Client, now: Timestamp) {
        for event in &self.events {
            event.log(client);
            if let Some(events) = &auth.inner.events {
                events.push(event, &auth.inner.tenant, client, now);
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
