//! The security log: each event goes to the server's log and to the database, for its user to read.

use super::{Auth, Client, Refused, browser_name};
use crate::{
    store::{NewEvent, StoreError, Transaction},
    types::{AuthError, Timestamp},
};
use uuid::Uuid;

/// What can happen. The names in the log are those of OWASP's logging vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happened {
    LetterAsked,
    LoggedIn,
    LogInFailed,
    TriesUsedUp,
    CodesOff,
    UsedAgain,
    LoggedOut,
    UserCreated,
}

impl Happened {
    const ALL: [Self; 8] = [
        Self::LetterAsked,
        Self::LoggedIn,
        Self::LogInFailed,
        Self::TriesUsedUp,
        Self::CodesOff,
        Self::UsedAgain,
        Self::LoggedOut,
        Self::UserCreated,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::LetterAsked => "authn_token_created",
            Self::LoggedIn => "authn_login_success",
            Self::LogInFailed => "authn_login_fail",
            Self::TriesUsedUp => "authn_login_fail_max",
            Self::CodesOff => "authn_login_lock",
            Self::UsedAgain => "authn_token_reuse",
            Self::LoggedOut => "session_logout",
            Self::UserCreated => "user_created",
        }
    }

    /// What the account page calls it.
    fn words(self) -> &'static str {
        match self {
            Self::LetterAsked => "Asked for a letter",
            Self::LoggedIn => "Logged in",
            Self::LogInFailed => "Tried to log in in vain",
            Self::TriesUsedUp => "Used up all tries with wrong codes",
            Self::CodesOff => "A hundred wrong codes: only a link logs in now",
            Self::UsedAgain => "Tried a letter that was already used",
            Self::LoggedOut => "Logged out",
            Self::UserCreated => "Account created",
        }
    }
}

/// One line of the security log. `detail` is one of our own words, never a text from outside.
pub(super) struct Event<'a> {
    user_id: Option<Uuid>,
    email: &'a str,
    what: Happened,
    detail: &'static str,
}

impl<'a> Event<'a> {
    /// About an address whose user, if there is one, was not looked up.
    pub(super) fn about(email: &'a str, what: Happened, detail: &'static str) -> Self {
        Self { user_id: None, email, what, detail }
    }

    /// About a user.
    pub(super) fn of(user_id: Uuid, email: &'a str, what: Happened, detail: &'static str) -> Self {
        Self { user_id: Some(user_id), email, what, detail }
    }

    /// Writes the line into the server's log. Called after the commit: what did not happen is not logged.
    pub(super) fn log(&self, client: &Client) {
        let (event, detail, email) = (self.what.name(), self.detail, self.email);
        tracing::info!(target: "security", event, detail, email, client = client.address);
    }
}

/// An event as its user may read it.
#[derive(Clone, Debug)]
pub struct RecentEvent {
    /// When it happened.
    pub at: Timestamp,
    /// What happened, in words.
    pub what: &'static str,
    /// The browser, in words.
    pub browser: String,
    /// The client's address.
    pub client: String,
}

impl Auth {
    /// What happened lately to the account with this address, newest first.
    pub async fn recent_events(&self, email: &str, most: i64) -> Result<Vec<RecentEvent>, Refused> {
        let rows = self.inner.store.events(email, most).await?;
        let known = |name: &str| Happened::ALL.into_iter().find(|happened| happened.name() == name);
        let events = rows.into_iter().filter_map(|row| {
            Some(RecentEvent {
                at: Timestamp(row.at),
                what: known(&row.name)?.words(),
                browser: browser_name::of(&row.user_agent),
                client: row.client,
            })
        });
        Ok(events.collect())
    }

    /// Notes that a log-in failed for a reason that is no wrong code, and gives the reason back.
    pub(super) async fn refused(&self, email: &str, error: AuthError, client: &Client) -> Refused {
        let what = if error == AuthError::Used { Happened::UsedAgain } else { Happened::LogInFailed };
        match self.record(Event::about(email, what, error.as_str()), client).await {
            Ok(()) => error.into(),
            Err(refused) => refused,
        }
    }

    /// Stores and logs an event by itself.
    pub(super) async fn record(&self, event: Event<'_>, client: &Client) -> Result<(), Refused> {
        let mut transaction = self.inner.store.begin().await?;
        self.record_in(&mut transaction, &event, client).await?;
        transaction.commit().await?;
        event.log(client);
        Ok(())
    }

    /// Stores an event together with what it tells of.
    pub(super) async fn record_in(
        &self,
        transaction: &mut Transaction,
        event: &Event<'_>,
        client: &Client,
    ) -> Result<(), StoreError> {
        let now = self.inner.clock.now();
        transaction
            .add_event(NewEvent {
                id: self.inner.random.id(now),
                at: now.0,
                name: event.what.name(),
                detail: event.detail,
                user_id: event.user_id,
                email: Some(event.email),
                user_agent: &client.user_agent,
                client: &client.address,
            })
            .await
    }
}
