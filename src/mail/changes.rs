//! Emails about changes of email address that have happened.

use super::message::{EmailMessage, message};
use crate::{ids::EmailId, types::Timestamp};
use askama::Template;

/// Tells the address that an account has left that it has, and how that is undone.
pub struct ChangeDoneEmail<'a> {
    /// The application, by name.
    pub app: &'a str,
    /// The address that the account had: whom it is for.
    pub old_email: &'a str,
    /// The address that it has now.
    pub new_email: &'a str,
    /// The link that undoes the change, whole.
    pub link: &'a str,
    /// The browser that confirmed it, in our words.
    pub browser: &'a str,
    /// The client that confirmed it.
    pub client: &'a str,
    /// When, in UTC.
    pub at: &'a str,
    /// Until when the change can be undone, in UTC.
    pub until: &'a str,
}

/// Tells the address to which an account had moved that it has gone back.
pub struct ChangeUndoneEmail<'a> {
    /// The application, by name.
    pub app: &'a str,
    /// The address that the account has no more: whom it is for.
    pub email: &'a str,
    /// The browser that did it, in our words.
    pub browser: &'a str,
    /// The client that did it.
    pub client: &'a str,
    /// When, in UTC.
    pub at: &'a str,
}

message!(ChangeDoneEmail, old_email, "address_changed.txt", "address_changed.html");
message!(ChangeUndoneEmail, email, "change_undone.txt", "change_undone.html");

impl ChangeDoneEmail<'_> {
    fn subject(&self) -> String {
        format!("Your email address at {} has changed", self.app)
    }
}

impl ChangeUndoneEmail<'_> {
    fn subject(&self) -> String {
        format!("Your email address at {} has changed back", self.app)
    }
}
