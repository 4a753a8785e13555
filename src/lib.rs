#![doc = include_str!("../docs/embedding.md")]
//! # A map of the crate
//!
//! Each module uses only those above it. `docs/design.md` follows a code through them, from the field to the cookie.
//!
//! | module | what stands there |
//! |---|---|
//! | `types` | what crosses between browser and server: email addresses, outcomes, paths |
//! | `digits` | digits of any script, as people type codes |
//! | `ids` | which row is meant |
//! | `store` | every SQL statement |
//! | `languages` | the languages in which people are spoken to |
//! | `mail` | what emails say, and who takes them |
//! | `smtp` | sending through a mail server |
//! | `auth` | the rules, without web types: one method for each thing that a person can do |
//! | `http` | cookies, who visits, protection of every request |
//! | `api` | the server functions, for both sides |
//! | `parts` | components for any page, and what they do in the browser |
//! | `app` | the pages, and the router that holds everything |
//! | `settings` | what can be set: names, defaults, bounds |
//! | `door` | [`MagicAuth`]: all of it for an application of your own |
//! | `test_kit` | all of it in memory, for a host's tests |
//! | `config`, `server` | the stand-alone program, which is a user of that door |

// Says at each name which feature has it, where docs.rs builds the documentation.
#![cfg_attr(docsrs, feature(doc_cfg))]
// Forbidden wherever it can be: an export to JavaScript has an `unsafe` attribute in the browser's half.
#![cfg_attr(feature = "core", forbid(unsafe_code))]
#![cfg_attr(
    not(all(feature = "server", feature = "test-kit")),
    allow(dead_code, reason = "the stand-alone program and the test kit together use all of it")
)]

mod api;
mod digits;
mod parts;
mod types;

#[cfg(feature = "core")]
mod app;
#[cfg(feature = "core")]
mod auth;
#[cfg(feature = "server")]
mod config;
#[cfg(feature = "core")]
mod door;
#[cfg(feature = "core")]
mod http;
#[cfg(feature = "core")]
mod ids;
#[cfg(feature = "server")]
#[doc(hidden)]
pub mod internals;
#[cfg(feature = "core")]
mod languages;
#[cfg(feature = "core")]
mod mail;
#[cfg(feature = "server")]
mod server;
#[cfg(feature = "core")]
mod settings;
#[cfg(feature = "smtp")]
mod smtp;
#[cfg(all(feature = "core", not(feature = "smtp")))]
#[path = "without_smtp.rs"]
mod smtp;
#[cfg(feature = "core")]
mod store;
#[cfg(feature = "test-kit")]
mod test_kit;

/// What parts ask of the side on which they run.
mod here {
    #[cfg(feature = "core")]
    pub(crate) use crate::http::visit::{all_said, function, number, path, paths, said, send_on, visit};
    #[cfg(not(feature = "core"))]
    pub(crate) use crate::parts::browser::{all_said, function, number, path, paths, said, send_on, visit};

    /// The messages that parts say.
    #[cfg(feature = "core")]
    pub(crate) use crate::parts::KEYS as PART_TEXTS;

    /// Whether parts are rendered here, rather than brought to life.
    pub(crate) const IS_SERVER: bool = cfg!(feature = "core");

    /// Whether this was built for a browser on purpose.
    pub(crate) const IS_BROWSER_HALF: bool = cfg!(feature = "hydrate");
}

#[cfg(feature = "core")]
pub use app::HostPage as Page;
#[cfg(feature = "core")]
pub use auth::{Access, Accounts, BoxError, Deletion, DisconnectSelf, EmailChange, HostEvent as Event, Rules};
#[cfg(feature = "core")]
pub use door::{
    AuthLayer, AuthService, BuildError, Builder, Error, ListedSession, MagicAuth, Session, SessionRejection, session,
    session_if_any,
};
#[cfg(feature = "core")]
pub use http::Csp;
#[cfg(feature = "core")]
pub use mail::{
    AddressTakenEmail, ChangeAskedEmail, ChangeDoneEmail, ChangeUndoneEmail, CodeEmail, CodePurpose, Email, EmailText,
    Emails, NewBrowserEmail, SendEmail, SendError,
};
pub use parts::{
    EmailChangeForm, LivePage, LogInLink, LogOutEverywhereLink, LogOutLink, LoggedIn, LoggedOut, RequireSession, start,
    use_session,
};
#[cfg(feature = "test-kit")]
pub use test_kit::{CaughtEmail, Clock, Limits, Random, TestKit};
pub use types::{AccountId, EmailAddress, InvalidAccountId, PageSession as SessionInfo, Paths, TenantId};

/// The README's example, so that it compiles.
#[cfg(all(doctest, feature = "core"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// What our own pages call in the browser, from whichever bundle they load. It is not `hydrate`, because that name is
/// the host's, and would lay the host's page over ours.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn magic_auth() {
    start();
}
