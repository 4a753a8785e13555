//! How many emails may wait, and for how long.

use std::time::Duration;

/// How many emails may be where.
#[derive(Clone, Copy, Debug)]
pub(in crate::auth) struct LineBounds {
    /// Handed over at the same time: as many connections as a mail server likes to see from one client of its own.
    pub(in crate::auth) at_a_time: usize,
    /// Of these, of one client.
    pub(in crate::auth) at_a_time_of_client: usize,
    /// Waiting. Beyond that the mail server is not keeping up, and waiting would not help.
    pub(in crate::auth) waiting: usize,
    /// Of these, of one client.
    pub(in crate::auth) waiting_of_client: usize,
    /// How long an email waits: a person who waits longer has asked again, or has gone.
    pub(in crate::auth) patience: Duration,
}

impl LineBounds {
    /// Returns the bounds of a server.
    pub(in crate::auth) const fn usual() -> Self {
        Self {
            at_a_time: 8,
            at_a_time_of_client: 4,
            waiting: 1_000,
            waiting_of_client: 200,
            patience: Duration::from_secs(30),
        }
    }
}

/// The line is full, or did not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::auth) enum LineError {
    /// Too many wait.
    #[error("too many emails are waiting already")]
    Full,
    /// It has waited too long.
    #[error("the mail server does not keep up")]
    TooSlow,
}
