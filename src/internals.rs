//! What the program `magic-auth`, and the tests and fuzz targets of this repository take from inside the crate. Nobody
//! else should: it is promised to nobody, and any version may change it.

#![allow(missing_docs, reason = "each is told where it stands")]

pub mod config {
    pub use crate::config::{Config, ConfigError, Task};
}

pub mod digits {
    pub use crate::digits::{grouped, normalise};
}

pub mod server {
    pub use crate::server::{Server, ServerError, start_log};
}

pub mod auth {
    pub use crate::auth::{
        Acting, AskLogIn, Auth, BrowserSecret, Client, ClientIp, Clock, Closing, DeviceSecret, Ended, Error, Limits,
        LinkState, LinkToken, LivePage, LivePageBounds, OwnChallenge, PageId, PageState, Parts, Proved, Random,
        SessionInfo, SessionState, SessionToken, ShownSession, UndoToken, UseLink, address, browser_name, return_to,
    };
}

pub mod ids {
    pub use crate::ids::{ChallengeId, SessionId, UserId};
}

pub mod http {
    pub use crate::http::{HttpState, cookie, shed::carry, typed};

    /// Returns what the middleware of a request reaches.
    pub fn state(auth: &crate::MagicAuth) -> &HttpState {
        &auth.site().http
    }
}

pub mod mail {
    pub use crate::mail::{EmailMessage, Mailbox, Mailer};
}

pub mod store {
    pub use crate::store::{Store, copy};
}

pub mod types {
    pub use crate::types::{
        Answer, AuthError, EmailAsked, EmailChange, EndReason, LogIn, Notice, Rejection, Timestamp, close_code,
        functions::FUNCTIONS,
    };

    /// Returns whether nobody is sent to this path after a log-in.
    pub fn is_of_log_in_or_out(paths: &crate::Paths, path: &str) -> bool {
        paths.is_of_log_in_or_out(path)
    }
}
