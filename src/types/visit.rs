//! What a page knows of who visits it.

use super::Paths;
use serde::{Deserialize, Serialize};

/// Somebody who is logged in, as a page shows them. Holds nothing secret, and texts alone: it travels in the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PageSession {
    /// The session's id; not its token.
    pub id: String,
    /// The account's id.
    pub account: String,
    /// The tenant to which the account belongs.
    pub tenant: String,
    /// The account's email address.
    pub email: String,
    /// When this browser logged in, as RFC 3339 writes it, in UTC.
    pub logged_in_at: String,
    /// When the session ends at the latest, written the same.
    pub ends_at: String,
}

/// Who visits a page, as far as it has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The session; `None` where nobody is logged in, or nothing is known yet.
    pub session: Option<PageSession>,
    /// Where a page turns to, as browsers see it; `None` while nothing is known.
    pub paths: Option<VisitPaths>,
    /// Whether email addresses are not changed here, because the host does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub email_stays: bool,
}

/// Where the parts of a page turn to, as browsers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitPaths {
    /// The log-in page.
    pub log_in: String,
    /// The WebSocket of a live page.
    pub live: String,
    /// What a live page asks where no WebSocket comes up.
    pub live_check: String,
}

impl From<&Paths> for VisitPaths {
    fn from(paths: &Paths) -> Self {
        Self { log_in: paths.log_in(&[]), live: paths.live(&[]), live_check: paths.live_check(&[]) }
    }
}

impl Visit {
    /// Returns whether the page knows who visits, be it nobody.
    pub fn is_known(&self) -> bool {
        self.paths.is_some()
    }

    /// Returns the log-in page where it is known that nobody is logged in.
    pub fn log_in_page(self) -> Option<String> {
        self.paths.filter(|_| self.session.is_none()).map(|paths| paths.log_in)
    }
}
