//! What every test of the server needs: a server of its own with a clock to set, browsers, emails, and a look into
//! its database.

mod answer;
mod browser;
mod clock;
mod database;
mod line;
mod mail_server;
mod members;
mod message;
mod page;
mod postgres;
mod program;
mod raw;
mod scripted_server;
mod site;
mod socket;

pub use answer::{Answer, assert_alike};
pub use browser::{Browser, NO_FIELDS, at_once};
pub use clock::SetClock;
pub use database::{Database, OwnDatabase, is_for_postgres, is_for_sqlite, on_postgres};
pub use line::{Line, LineIs};
pub use mail_server::MailServer;
pub use members::{Meanwhile, Members, Once};
pub use message::EmailMessage;
pub use page::{attribute, text_of};
pub use postgres::{OwnPostgres, log_of as postgres_log};
pub use program::Program;
pub use raw::Raw;
pub use scripted_server::{Heard, Says, ScriptedServer};
pub use site::{STYLESHEET, Setup, Site};
pub use socket::{OVER, Page, REPLACED, RESTART, Socket, TOO_MANY, connect};

use std::time::Duration;

/// The address of most tests.
pub const ADA: &str = "ada@example.com";
/// Somebody else's.
pub const EVE: &str = "eve@example.com";

/// The session's cookie.
pub const SESSION: &str = "__Host-magic_auth";
/// The cookie of a browser that asked for an email.
pub const CHALLENGE: &str = "__Host-magic_auth_challenge";
/// The cookie that opens the development mailbox, and what it holds here.
pub const MAILBOX: &str = "__Host-magic_auth_mailbox";
pub const MAILBOX_KEY: &str = "the-key-of-these-tests";
/// The cookie between opening a link and the click.
pub const LINK: &str = "__Host-magic_auth_link";
/// The token of an opened link that undoes a change of address.
pub const UNDO: &str = "__Host-magic_auth_undo";

pub const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub const fn minutes(minutes: u64) -> Duration {
    seconds(60 * minutes)
}

pub const fn hours(hours: u64) -> Duration {
    minutes(60 * hours)
}

pub const fn days(days: u64) -> Duration {
    hours(24 * days)
}
