//! What both sides of a live page's line have agreed on, besides the [`close_code`](super::close_code)s.

use std::time::Duration;

/// How often the server says something. Below what proxies and mobile networks let an idle connection live.
pub const BEAT: Duration = Duration::from_secs(30);

/// After so long without a word the line is dead: two beats, and some time for the last one to arrive.
pub const SILENT_FOR: Duration = Duration::from_secs(2 * BEAT.as_secs() + 10);

/// The same for a page that comes back into sight: better to connect once too often than to show what has ended.
pub const DOUBTFUL_AFTER: Duration = Duration::from_secs(BEAT.as_secs() + 10);

/// How often a page asks for which no WebSocket comes up.
pub const ASK_EVERY: Duration = Duration::from_secs(60);

/// What it is answered when it may stay. Any other word is that of an [`EndReason`](super::EndReason).
pub const GOOD: &str = "good";
