//! What a session is, and how it stands.

use crate::{
    ids::{SessionId, UserId},
    store::SessionRow,
    types::{AccountId, EmailAddress, EndReason, Timestamp},
};
use std::time::Duration;

/// How long a log-in may be repeated: somebody who sees no answer clicks again within that, and whoever finds the browser
/// later finds nothing that works.
const REPEATABLE_FOR: Duration = Duration::from_secs(60);

/// A session that was good when the request came in. Holds nothing secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionInfo {
    /// The session.
    pub id: SessionId,
    /// The user.
    pub user_id: UserId,
    /// What the user's account is called.
    pub account: AccountId,
    /// The user's email address.
    pub email: EmailAddress,
    /// When the user logged in.
    pub logged_in_at: Timestamp,
    /// When the session ends at the latest.
    pub ends_at: Timestamp,
    /// The tag of the language that the account has, where it has one.
    pub language: Option<String>,
}

/// Who a token stands for.
#[derive(Clone, Debug)]
pub enum SessionState {
    /// Somebody logged in.
    Good(SessionInfo),
    /// A session that has ended, and why.
    Ended(EndReason),
    /// No session of ours.
    Unknown,
}

/// Returns the moment after which a log-in must have happened to be repeated now.
pub(super) fn repeatable_since(now: Timestamp) -> Timestamp {
    now - REPEATABLE_FOR
}

/// Returns why the pages of a session have to leave, or `None` while it is good.
pub(super) fn why_ended(row: Option<SessionRow>, now: Timestamp) -> Option<EndReason> {
    match state(row, now).0 {
        SessionState::Good(_) => None,
        SessionState::Ended(because) => Some(because),
        SessionState::Unknown => Some(EndReason::LoggedOut),
    }
}

/// What a session's row says now, and when the session ends as things stand.
pub(super) fn state(row: Option<SessionRow>, now: Timestamp) -> (SessionState, Timestamp) {
    let Some(row) = row else { return (SessionState::Unknown, now) };
    if let Some(because) = row.ended_because {
        return (SessionState::Ended(because), now);
    }
    let ends_at = row.ends_at.min(row.idle_ends_at);
    if ends_at <= now {
        (SessionState::Ended(EndReason::SessionExpired), now)
    } else {
        (SessionState::Good(info(row)), ends_at)
    }
}

/// What a page may know of a session.
pub(super) fn info(row: SessionRow) -> SessionInfo {
    SessionInfo {
        id: row.id,
        user_id: row.user_id,
        account: row.account,
        email: row.email,
        logged_in_at: row.created_at,
        ends_at: row.ends_at,
        language: row.language,
    }
}
