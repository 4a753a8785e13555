//! What every email takes from the application: its words, and links that work from anywhere.

use super::Auth;
use crate::{
    ids::EmailId,
    mail::{Draft, EmailMessage},
    types::Timestamp,
};

impl Auth {
    /// Writes an email, in a host's words where it has some.
    pub(super) fn written(&self, draft: &Draft, id: EmailId, at: Timestamp) -> EmailMessage {
        draft.written(id, at, self.inner.emails.as_deref())
    }

    /// Returns a path of ours as emails have it.
    pub(super) fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.inner.public_url.origin().ascii_serialization())
    }
}
