//! The security log: each event goes to the server's log and to the database, for its user to read.

use super::{
    Auth, Client, Refused,
    act::{Abort, Act},
    browser_name, cut,
    event_queue::HostEvent,
    session::parsed,
};
use crate::{
    store::{ChallengeRow, EventsBy, NewEvent},
    types::{AuthError, SessionInfo, TenantId, Timestamp},
};
use std::{convert::Infallible, time::SystemTime};
use uuid::Uuid;

/// Makes `Happened`: for each thing its name in OWASP's logging vocabulary, the word that tells it from others of the
/// same name (`""` where the detail says something else), and what the account page calls it.
macro_rules! happened {
    ($($member:ident = $name:literal $word:literal $words:literal,)*) => {
        /// What can happen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Happened { $($member,)* }

        impl Happened {
            const ALL: &'static [Self] = &[$(Self::$member,)*];

            fn name(self) -> &'static str {
                match self { $(Self::$member => $name,)* }
            }

            fn word(self) -> &'static str {
                match self { $(Self::$member => $word,)* }
            }

            /// What the account page calls it.
            fn words(self) -> &'static str {
                match self { $(Self::$member => $words,)* }
            }
        }
    };
}

happened! {
    LogInRequested = "authn_token_created" "" "Asked for an email",
    LoggedIn = "authn_login_success" "" "Logged in",
    LogInFailed = "authn_login_fail" "" "Tried to log in in vain",
    TriesUsedUp = "authn_login_fail_max" "" "Used up all tries with wrong codes",
    CodesOff = "authn_login_lock" "" "A hundred wrong codes: only a link logs in now",
    UsedAgain = "authn_token_reuse" "" "Tried an email that was already used",
    LoggedOut = "session_logout" "here" "Logged out",
    LoggedOutEverywhere = "session_logout" "everywhere" "Logged out everywhere",
    SessionEnded = "session_logout" "one" "Logged out a browser from the list",
    OthersEnded = "session_logout" "others" "Logged out all other browsers",
    Limited = "excess_rate_limit_exceeded" "" "Asked too often",
    NotAllowed = "authz_fail" "session" "Tried to end a session that wasn't theirs",
    NoAccess = "authz_fail" "no_access" "Proved an email address that has no access",
    ChangeAsked = "sensitive_update" "email_change_asked" "Asked to change the email address",
    ChangeRefused = "sensitive_update" "email_change_refused" "A change of the email address was refused",
    AddressChanged = "sensitive_update" "email_changed" "Changed the email address",
    ChangeUndone = "sensitive_update" "email_change_undone" "Undid the change of the email address",
    ChangeCancelled = "sensitive_update" "email_change_cancelled" "Cancelled a change of the email address",
    UndoOffered = "sensitive_update" "email_undo_offered" "Proved the email address that the account has left",
    EmailRefused = "email_undelivered" "refused" "A mail server refused an email about a change of address",
    EmailGivenUp = "email_undelivered" "given_up" "An email about a change of address could not be delivered",
    UserCreated = "user_created" "" "Account created",
    Forgotten = "sensitive_delete" "account" "Account forgotten",
}

impl Happened {
    fn parse(name: &str, detail: &str) -> Option<Self> {
        let mut named = Self::ALL.iter().copied().filter(|what| what.name() == name);
        named.find(|what| what.word().is_empty() || what.word() == detail).or_else(|| {
            // Written before there were several of this name.
            Self::ALL.iter().copied().find(|what| what.name() == name)
        })
    }
}

/// One line of the security log. `detail` is one of our own words, never a text from outside.
pub(super) struct Event {
    pub(super) user_id: Option<Uuid>,
    /// What the account is called, where that is not the user's id.
    pub(super) account: Option<String>,
    /// Whether a user did it; otherwise somebody tried, which counts apart.
    proven: bool,
    email: String,
    what: Happened,
    detail: &'static str,
    /// Whether it is stored too; otherwise it goes to the server's log alone.
    pub(super) stored: bool,
}

impl Event {
    /// About an address whose user, if there is one, was not looked up.
    pub(super) fn about(email: &str, what: Happened, detail: &'static str) -> Self {
        let detail = if what.word().is_empty() { detail } else { what.word() };
        Self { user_id: None, account: None, proven: false, email: email.to_owned(), what, detail, stored: true }
    }

    /// About a log-in that failed for a reason that is no wrong code.
    fn refused(email: &str, error: AuthError) -> Self {
        let what = if error == AuthError::Used { Happened::UsedAgain } else { Happened::LogInFailed };
        Self::about(email, what, error.as_str())
    }

    /// About something that a user tried and may not do.
    pub(super) fn tried_by(user_id: Uuid, email: &str, what: Happened) -> Self {
        Self { proven: false, ..Self::of(user_id, email, what) }
    }

    /// About a user.
    pub(super) fn of(user_id: Uuid, email: &str, what: Happened) -> Self {
        Self::of_with(user_id, email, what, what.word())
    }

    /// About a user, with a detail.
    pub(super) fn of_with(user_id: Uuid, email: &str, what: Happened, detail: &'static str) -> Self {
        let (user_id, email) = (Some(user_id), email.to_owned());
        Self { user_id, account: None, proven: true, email, what, detail, stored: true }
    }

    /// The same for the log and the host alone: what it is about is stored no more.
    pub(super) fn unstored(self, account: &str) -> Self {
        Self { stored: false, account: Some(account.to_owned()), ..self }
    }

    /// Writes the line into the server's log. Called after the commit: what did not happen is not logged.
    pub(super) fn log(&self, client: &Client) {
        let (event, detail, email) = (self.what.name(), self.detail, cut(&self.email));
        tracing::info!(target: "security", event, detail, email, client = client.address);
    }

    /// The same for so many refusals of which this is the newest.
    pub(super) fn log_refusals(&self, client: &Client, count: u64) {
        let (event, detail, email) = (self.what.name(), self.detail, cut(&self.email));
        tracing::info!(target: "security", event, detail, email, client = client.address, count);
    }

    /// Returns it as a host is told.
    pub(super) fn for_host(&self, tenant: &TenantId, client: &Client, at: SystemTime) -> HostEvent {
        HostEvent {
            tenant: tenant.clone(),
            name: self.what.name(),
            detail: self.detail,
            account: self.account.clone().or(self.user_id.map(|id| id.to_string())),
            email: self.email.clone(),
            ip: client.address.clone(),
            at,
        }
    }

    /// The line as it is stored.
    pub(super) fn row(&self, id: Uuid) -> NewEvent<'_> {
        let (name, detail) = (self.what.name(), self.detail);
        NewEvent { id, name, detail, user_id: self.user_id, proven: self.proven, email: &self.email }
    }
}

/// Whose doing events are, and when, as it is stored.
pub(super) fn by(client: &Client, at: Timestamp) -> EventsBy<'_> {
    EventsBy { at: at.0, user_agent: &client.user_agent, client: &client.address }
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
    /// What this user did lately, `most` of it, and what others tried with this user's address, `most_others` of it,
    /// newest first. Counted apart, so that nobody can push a log-in out of sight by trying often.
    #[tracing::instrument(skip_all)]
    pub async fn recent_events(
        &self,
        user: &SessionInfo,
        most: i64,
        most_others: i64,
    ) -> Result<Vec<RecentEvent>, Refused> {
        let rows = self.inner.store.look().events(parsed(&user.user_id)?, most, most_others).await?;
        let events = rows.into_iter().filter_map(|row| {
            Some(RecentEvent {
                at: Timestamp(row.at),
                what: Happened::parse(&row.name, &row.detail)?.words(),
                browser: browser_name::of(&row.user_agent),
                client: row.client,
            })
        });
        Ok(events.collect())
    }

    /// Refuses a log-in for a reason that could be had again and again: it counts like a code for the client.
    pub(super) async fn refuse_at_cost(&self, challenge: &ChallengeRow, error: AuthError, client: &Client) -> Refused {
        if let Err(limited) = self.look_at_codes(&challenge.email, client) {
            return limited;
        }
        let refused: Result<Infallible, _> = self
            .act(client, |mut act| async move {
                let act = &mut *act;
                self.consume_code(act, &challenge.email).await?;
                Err(self.reject_log_in(act, challenge, error).await)
            })
            .await;
        match refused {
            Err(refused) => refused,
            Ok(never) => match never {},
        }
    }

    /// Refuses a log-in by this challenge for a reason that is no wrong code, and notes it: ten times in the database, and
    /// each time in the server's log.
    pub(super) async fn reject_log_in(&self, act: &mut Act<'_>, challenge: &ChallengeRow, error: AuthError) -> Abort {
        let mut event = Event::refused(&challenge.email, error);
        match act.count_refusal(challenge.id, self.inner.rules.most_refusals).await {
            Ok(counted) => event.stored = counted > 0,
            Err(failed) => return failed.into(),
        }
        act.reject(event, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_event_and_no_other() {
        let told = include_str!("../../docs/security.md");
        let listed: Vec<_> = told.lines().skip_while(|line| *line != "## Events").collect();
        let listed: Vec<_> = listed.into_iter().filter(|line| line.starts_with("| `")).collect();
        let known = Happened::ALL.iter().map(|what| {
            let detail = if what.word().is_empty() { String::new() } else { format!(" `{}`", what.word()) };
            format!("| `{}` |{detail} | {} |", what.name(), what.words())
        });
        let of_other_sites = format!("| `{}` | | refused a request from another site |", crate::http::origin::EVENT);
        assert_eq!(listed, known.chain([of_other_sites]).collect::<Vec<_>>());
    }
}
