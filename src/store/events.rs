//! Statements about the security log.

use super::{Reader, StoreError, Transaction, old_email_is_kept_free, read, row, write};
use crate::{
    ids::{EventId, UserId},
    types::{EmailAddress, EventKind, Timestamp},
};
use std::array::from_fn;

/// An event as its user may read it.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub kind: EventKind,
    /// The browser, in its own words.
    pub user_agent: String,
    /// The client's IP address.
    pub client: String,
}

/// An event as it is stored.
struct StoredEvent {
    at: Timestamp,
    name: String,
    detail: String,
    user_agent: String,
    client: String,
}

row!(StoredEvent { at, name, detail, user_agent, client });

impl StoredEvent {
    /// Returns the event, or `None` when it is of a kind that this version does not know. The log says so: all others are
    /// shown without it.
    fn known(self) -> Option<EventRow> {
        let Self { at, name, detail, user_agent, client } = self;
        let kind = EventKind::parse(&name, &detail);
        if kind.is_none() {
            tracing::error!(
                name,
                detail,
                "an event is of a kind that this version does not know: its user is not shown it"
            );
        }
        kind.map(|kind| EventRow { at, kind, user_agent, client })
    }
}

/// An event about to be stored.
#[derive(Clone, Copy)]
pub struct NewEvent<'a> {
    /// The event's id.
    pub id: EventId,
    /// What has happened.
    pub kind: EventKind,
    /// More precisely, in one word of ours.
    pub detail: &'static str,
    /// Whom it is about, where that is known.
    pub user_id: Option<UserId>,
    /// Whether it is the doing of somebody who had proved to be that user.
    pub proven: bool,
    /// The address that it is about.
    pub email: &'a EmailAddress,
}

/// Whose doing some events are, and when.
#[derive(Clone, Copy)]
pub struct EventsBy<'a> {
    /// Now.
    pub at: Timestamp,
    /// The browser, in its own words.
    pub user_agent: &'a str,
    /// The client's IP address.
    pub client: &'a str,
}

/// Events that one statement stores. Hardly a deed has more.
const AT_A_TIME: usize = 4;

impl Reader {
    /// The newest events of a user, newest first: `most` that the user did, and `most_others` that somebody did about the
    /// user without having proved to be the user.
    pub async fn events(&mut self, user: UserId, most: i64, most_others: i64) -> Result<Vec<EventRow>, StoreError> {
        let stored: Vec<StoredEvent> = read!(
            self,
            fetch_all,
            "SELECT at, name, detail, user_agent, client FROM (
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM magic_auth_events
                                WHERE user_id = $1 AND tenant = $5 AND proven = $4 ORDER BY id DESC LIMIT $2) AS own
                 UNION ALL
                 SELECT * FROM (SELECT id, at, name, detail, user_agent, client FROM magic_auth_events
                                WHERE user_id = $1 AND tenant = $5 AND proven <> $4 ORDER BY id DESC LIMIT $3) AS others
             ) AS recent ORDER BY id DESC",
            user,
            most,
            most_others,
            true; tenant
        )?;
        Ok(stored.into_iter().filter_map(StoredEvent::known).collect())
    }
}

impl Transaction {
    /// Stores events. Where it is not known whom one is about, it is about the user who has the address now, or else about
    /// the one who has left it and can still come back.
    pub async fn add_events(&mut self, events: &[NewEvent<'_>], by: EventsBy<'_>) -> Result<(), StoreError> {
        for some in events.chunks(AT_A_TIME) {
            let [one, two, three, four] = from_fn(|at| some.get(at));
            write!(
                self,
                execute,
                concat!(
                    "WITH new (id, name, detail, user_id, proven, email) AS (VALUES
                        ($4, $5, $6, $7, $8, $9), ($10, $11, $12, $13, $14, $15),
                        ($16, $17, $18, $19, $20, $21), ($22, $23, $24, $25, $26, $27))
                     INSERT INTO magic_auth_events (tenant, id, at, name, detail, user_id, proven, email, user_agent,
                       client)
                     SELECT $28, new.id, $1, new.name, new.detail,
                            COALESCE(new.user_id, (SELECT magic_auth_users.id FROM magic_auth_users
                              WHERE magic_auth_users.email = new.email AND magic_auth_users.tenant = $28),
                                     (SELECT magic_auth_email_changes.user_id FROM magic_auth_email_changes
                                      WHERE old_email = new.email AND magic_auth_email_changes.tenant = $28 AND ",
                    old_email_is_kept_free!("$1"),
                    " LIMIT 1)),
                            new.proven, new.email, $2, $3
                     FROM new WHERE new.id IS NOT NULL"
                ),
                by.at,
                by.user_agent,
                by.client,
                one.map(|new| new.id),
                one.map(|new| new.kind.name()),
                one.map(|new| new.detail),
                one.and_then(|new| new.user_id),
                one.map(|new| new.proven),
                one.map(|new| new.email),
                two.map(|new| new.id),
                two.map(|new| new.kind.name()),
                two.map(|new| new.detail),
                two.and_then(|new| new.user_id),
                two.map(|new| new.proven),
                two.map(|new| new.email),
                three.map(|new| new.id),
                three.map(|new| new.kind.name()),
                three.map(|new| new.detail),
                three.and_then(|new| new.user_id),
                three.map(|new| new.proven),
                three.map(|new| new.email),
                four.map(|new| new.id),
                four.map(|new| new.kind.name()),
                four.map(|new| new.detail),
                four.and_then(|new| new.user_id),
                four.map(|new| new.proven),
                four.map(|new| new.email); tenant
            )?;
        }
        Ok(())
    }

    /// Makes what has happened since then about an address that nobody had a matter of the user who has it now.
    pub async fn adopt_events(
        &mut self,
        email: &EmailAddress,
        user: UserId,
        since: Timestamp,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_events SET user_id = $2 WHERE email = $1 AND tenant = $4 AND user_id IS NULL
               AND at >= $3",
            email,
            user,
            since; tenant
        )
    }
}
