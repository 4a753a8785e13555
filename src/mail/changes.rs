//! Emails about changes of email address that have happened.

use super::{EmailText, message::message};
use askama::Template;
use std::fmt;

/// Tells the address that an account has left that it has, and how that is undone.
#[derive(Clone)]
#[non_exhaustive]
pub struct ChangeDoneEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account had: whom it is for.
    pub old_email: String,
    /// The address that it has now.
    pub new_email: String,
    /// The link that undoes the change, whole.
    pub link: String,
    /// The browser that confirmed it, in our words.
    pub browser: String,
    /// The client that confirmed it.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Until when the change can be undone, in UTC.
    pub until: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

/// Tells the address to which an account had moved that it has gone back.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ChangeUndoneEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account has no more: whom it is for.
    pub email: String,
    /// The browser that did it, in our words.
    pub browser: String,
    /// The client that did it.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

impl fmt::Debug for ChangeDoneEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old_email, new_email, .. } = self;
        let mut fields = f.debug_struct("ChangeDoneEmail");
        fields.field("old_email", old_email).field("new_email", new_email).finish_non_exhaustive()
    }
}

message!(ChangeDoneEmail, old_email, "address_changed.txt", "address_changed.html");
message!(ChangeUndoneEmail, email, "change_undone.txt", "change_undone.html");

impl ChangeDoneEmail {
    fn subject(&self) -> String {
        format!("Your email address at {} has changed", self.app)
    }
}

impl ChangeUndoneEmail {
    fn subject(&self) -> String {
        format!("Your email address at {} has changed back", self.app)
    }
}
