#![doc = include_str!("../docs/embedding.md")]
//! # A map of the crate
//!
//! Each module uses only those above it. `docs/design.md` follows a code through them, from the field to the cookie.
//!
//! | module | what stands there |
//! |---|---|
//! | [`types`] | what crosses between browser and server: email addresses, outcomes, paths |
//! | [`digits`] | digits of any script, as people type codes |
//! | `ids` | which row is meant |
//! | `store` | every SQL statement |
//! | `mail` | what emails say, and who takes them |
//! | `auth` | the rules, without web types: one method for each thing that a person can do |
//! | `http` | cookies, who visits, protection of every request |
//! | `api` | the server functions, for both sides |
//! | [`parts`] | components for any page, and what they do in the browser |
//! | `app` | the pages, and the router that holds everything |
//! | `settings` | what can be set: names, defaults, bounds |
//! | `door` | [`MagicAuth`]: all of it for an application of your own |
//! | `config`, `server` | the stand-alone program, which is a user of that door |

// Forbidden wherever it can be: an export to JavaScript has an `unsafe` attribute in the browser's half.
#![cfg_attr(feature = "ssr", forbid(unsafe_code))]
#![cfg_attr(not(feature = "server"), allow(dead_code, reason = "the stand-alone program uses all of it"))]

pub mod api;
pub mod digits;
pub mod parts;
pub mod types;

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod auth;
#[cfg(feature = "server")]
pub mod config;
#[cfg(feature = "ssr")]
mod door;
#[cfg(feature = "ssr")]
pub mod http;
#[cfg(feature = "ssr")]
pub mod ids;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "server")]
pub mod server;
#[cfg(feature = "ssr")]
mod settings;
#[cfg(feature = "ssr")]
pub mod store;

/// What parts ask of the side on which they run.
mod here {
    #[cfg(feature = "ssr")]
    pub(crate) use crate::http::visit::{number, path, paths, send_on, visit};
    #[cfg(not(feature = "ssr"))]
    pub(crate) use crate::parts::browser::{number, path, paths, send_on, visit};

    /// Whether parts are rendered here, rather than brought to life.
    pub(crate) const IS_SERVER: bool = cfg!(feature = "ssr");
}

#[cfg(feature = "ssr")]
pub use auth::{DisconnectSelf, HostEvent as Event, Rules};
#[cfg(feature = "ssr")]
pub use door::{
    AuthLayer, AuthService, BuildError, Builder, Error, ListedSession, MagicAuth, Session, SessionRejection, session,
    session_if_any,
};
#[cfg(feature = "ssr")]
pub use mail::{Email, SendEmail, SendError};
pub use parts::{
    EmailChangeForm, LivePage, LogInLink, LogOutEverywhereLink, LogOutLink, LoggedIn, LoggedOut, RequireSession, start,
    use_session,
};
pub use types::{EmailAddress, PageSession as SessionInfo, Paths};

/// The README's example, so that it compiles.
#[cfg(all(doctest, feature = "ssr"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// What our own pages call in the browser, from whichever bundle they load. It is not `hydrate`, because that name is
/// the host's, and would lay the host's page over ours.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn magic_auth() {
    start();
}
