//! Who ends sessions, on which page; and what has ended.

use super::{Client, Hashed};
use crate::{ids::SessionId, store::Spared};

/// Who does something: the client, and the page on which it was done, where that page is live.
#[derive(Clone, Copy)]
pub struct Acting<'a> {
    /// The client and its browser.
    pub client: &'a Client,
    /// The page, or the session of which it is one.
    pub page: Option<Spared>,
}

impl Acting<'_> {
    /// The stored form of its browser's device cookie.
    pub(super) fn device(&self) -> Option<Hashed> {
        self.client.device
    }
}

/// Whether the page that acts is told of the end of its own session like all others, or is left to go its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisconnectSelf {
    /// It is told, and leaves for the log-in page.
    Yes,
    /// It is left ten seconds to go where its own form or the answer leads. The other pages of its session are told, where
    /// it is known which page acts.
    No,
}

/// Sessions that have just ended. Their live pages have been told.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// Their ids.
    pub sessions: Vec<SessionId>,
}
