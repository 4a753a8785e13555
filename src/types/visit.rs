//! What a page knows of who visits it.

use super::SessionInfo;
use serde::{Deserialize, Serialize};

/// Who visits a page, as far as it has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The session; `None` where nobody is logged in, or nothing is known yet.
    pub session: Option<SessionInfo>,
    /// The log-in page, in the host's own addresses; `None` while nothing is known.
    pub log_in: Option<String>,
}

impl Visit {
    /// Returns whether the page knows who visits, be it nobody.
    pub fn is_known(&self) -> bool {
        self.log_in.is_some()
    }
}
