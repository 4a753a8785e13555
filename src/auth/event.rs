//! The security log: each event goes to the server's log and to the database, for its user to read.

use super::{Client, cut};
use crate::{
    ids::{EventId, UserId},
    store::{EventsBy, NewEvent},
    types::{AccountId, AuthError, EmailAddress, EventKind, TenantId, Timestamp},
};
use std::time::SystemTime;

/// The log's target of the security log. It begins like those of all our lines, so that an application which filters its log
/// finds them together, and nothing of its own among them.
pub(crate) const SECURITY: &str = "leptos_magic_auth::security";

/// One line of the security log. `detail` is one of our own words, never a text from outside.
pub(super) struct Event {
    pub(super) user_id: Option<UserId>,
    /// What the account is called, where that is not the user's id.
    pub(super) account: Option<AccountId>,
    /// Whether a user did it; otherwise somebody tried, which counts apart.
    proven: bool,
    email: EmailAddress,
    kind: EventKind,
    detail: &'static str,
    /// Whether it is stored too; otherwise it goes to the server's log alone.
    pub(super) stored: bool,
}

impl Event {
    /// About an address whose user, if there is one, was not looked up.
    pub(super) fn about(email: &EmailAddress, kind: EventKind, detail: &'static str) -> Self {
        let detail = if kind.word().is_empty() { detail } else { kind.word() };
        Self { user_id: None, account: None, proven: false, email: email.clone(), kind, detail, stored: true }
    }

    /// About a log-in that failed for a reason that is no wrong code.
    pub(super) fn refused(email: &EmailAddress, error: AuthError) -> Self {
        let kind = if error == AuthError::Used { EventKind::UsedAgain } else { EventKind::LogInFailed };
        Self::about(email, kind, error.as_str())
    }

    /// About something that a user tried and may not do.
    pub(super) fn tried_by(user_id: UserId, email: &EmailAddress, kind: EventKind) -> Self {
        Self { proven: false, ..Self::of(user_id, email, kind) }
    }

    /// About a user.
    pub(super) fn of(user_id: UserId, email: &EmailAddress, kind: EventKind) -> Self {
        Self::of_with(user_id, email, kind, kind.word())
    }

    /// About a user, with a detail.
    pub(super) fn of_with(user_id: UserId, email: &EmailAddress, kind: EventKind, detail: &'static str) -> Self {
        let (user_id, email) = (Some(user_id), email.clone());
        Self { user_id, account: None, proven: true, email, kind, detail, stored: true }
    }

    /// The same for the log and the host alone: what it is about is stored no more.
    pub(super) fn unstored(self, account: &AccountId) -> Self {
        Self { stored: false, account: Some(account.clone()), ..self }
    }

    /// Writes the line into the server's log. Called after the commit: what did not happen is not logged.
    pub(super) fn log(&self, client: &Client) {
        let (event, detail, email) = (self.kind.name(), self.detail, cut(self.email.as_str()));
        tracing::info!(target: SECURITY, event, detail, email, client = client.name);
    }

    /// The same for so many refusals of which this is the newest.
    pub(super) fn log_refusals(&self, client: &Client, count: u64) {
        let (event, detail, email) = (self.kind.name(), self.detail, cut(self.email.as_str()));
        tracing::info!(target: SECURITY, event, detail, email, client = client.name, count);
    }

    /// Returns it as a host is told.
    pub(super) fn for_host(&self, tenant: &TenantId, client: &Client, at: SystemTime) -> HostEvent {
        HostEvent {
            tenant: tenant.clone(),
            name: self.kind.name(),
            detail: self.detail,
            account: self.account.as_ref().map(AccountId::to_string).or(self.user_id.map(|id| id.to_string())),
            email: self.email.to_string(),
            ip: client.name.clone(),
            at,
        }
    }

    /// The line as it is stored.
    pub(super) fn row(&self, id: EventId) -> NewEvent<'_> {
        let (kind, detail) = (self.kind, self.detail);
        NewEvent { id, kind, detail, user_id: self.user_id, proven: self.proven, email: &self.email }
    }
}

/// Tells a host what has happened. The same is in the security log and, where it is about an account, on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HostEvent {
    /// Its name in OWASP's logging vocabulary, such as `authn_login_success`.
    pub name: &'static str,
    /// A word that tells it from others of the same name; empty where there is none.
    pub detail: &'static str,
    /// The tenant to which the account belongs.
    pub tenant: TenantId,
    /// The account's id, where it is known.
    pub account: Option<String>,
    /// The email address that it is about.
    pub email: String,
    /// The client's IP address, as text.
    pub ip: String,
    /// When it happened.
    pub at: SystemTime,
}

/// Whose doing events are, and when, as it is stored.
pub(super) fn by(client: &Client, at: Timestamp) -> EventsBy<'_> {
    EventsBy { at, user_agent: &client.user_agent, client: &client.name }
}
