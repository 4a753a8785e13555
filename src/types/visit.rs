//! What a page knows of who visits it.

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
    /// The log-in page, in the host's own addresses; `None` while nothing is known.
    pub log_in: Option<String>,
    /// Whether email addresses are not changed here, because the host does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub email_stays: bool,
    /// What parts say, one text a line, for a page that has asked; a page that the server renders has it in itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<String>,
}

impl Visit {
    /// Returns whether the page knows who visits, be it nobody.
    pub fn is_known(&self) -> bool {
        self.log_in.is_some()
    }
}
