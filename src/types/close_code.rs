//! The codes with which the server closes the line of a live page: what they mean is agreed between both sides.

/// The session has ended; the reason is the word of an [`EndReason`](super::EndReason).
pub const SESSION_ENDED: u16 = 4001;
/// The same page has connected anew.
pub const REPLACED: u16 = 4002;
/// There are as many live pages as there may be: look slowly instead, by asking once a minute.
pub const TOO_MANY: u16 = 4003;
/// This server stops: connect again, perhaps to another.
pub const RESTART: u16 = 1012;
/// The database is away: connect again later.
pub const AGAIN: u16 = 1013;
