//! What happened to an account lately, for its user to read.

use super::{
    Auth, Error,
    browser_name::{self, BrowserName},
    session::SessionInfo,
};
use crate::types::{EventKind, Timestamp};

/// An event as its user may read it.
#[derive(Clone, Debug)]
pub struct RecentEvent {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub kind: EventKind,
    /// The browser, in words.
    pub browser: BrowserName,
    /// The client's IP address.
    pub client: String,
}

impl Auth {
    /// What this user did lately, `most` of it, and what others tried with this user's address, `most_others` of it,
    /// newest first. Counted apart, so that nobody can push a log-in out of sight by trying often.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn recent_events(
        &self,
        user: &SessionInfo,
        most: i64,
        most_others: i64,
    ) -> Result<Vec<RecentEvent>, Error> {
        let rows = self.inner.store.reader().events(user.user_id, most, most_others).await?;
        let events = rows.into_iter().map(|row| RecentEvent {
            at: row.at,
            kind: row.kind,
            browser: browser_name::of(&row.user_agent),
            client: row.client,
        });
        Ok(events.collect())
    }
}
