//! What a server function answers that did what it says.

use super::AuthError;
use serde::{Deserialize, Serialize};

/// What has happened, and where the page is that shows it. A plain form is sent there by 303; a page that has called the
/// server function itself goes there by loading that page, so that it has the cookies that came with the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer<Done> {
    /// What has happened.
    pub done: Done,
    /// The path of the page that shows it, with its query.
    pub next: String,
}

/// An email with a code and a link is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailAsked {
    /// The id of its challenge. It is no secret, and means nothing in another browser.
    pub challenge: String,
}

/// What a code or a link has led to. Somebody is logged in, save where it has begun a change that logs out everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogIn {
    /// Somebody is logged in.
    LoggedIn,
    /// Somebody is logged in, and from now on this is their account's email address.
    EmailChanged,
    /// The change of address that had waited for this has gone on.
    EmailChange(EmailChange),
    /// Somebody is logged in, and the change of address that had waited for this did not go on.
    EmailChangeRejected(AuthError),
}

/// How far a change of address has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailChange {
    /// All sessions have ended, and the new address has an email, to confirm the change with.
    Begun,
    /// The log-in is too long ago: the present address has an email, to prove itself with first.
    ProveFirst,
}
