//! What can go wrong for a host.

use crate::{
    auth::{self, HashError},
    settings::SettingError,
    store::{self, StoreError},
    types::AuthError,
};
use std::{fmt, time::Duration};

/// Why [`Builder::build`](super::Builder::build) did not build. Its text names the setting and says what to write there;
/// it never holds a value.
#[non_exhaustive]
pub enum BuildError {
    /// A setting is wrong or missing.
    Setting {
        /// The variable, as [`Builder::env`](super::Builder::env) reads it.
        name: String,
        /// What is wrong with it.
        fault: String,
    },
    /// The application has a server function of its own at an address of ours, and one of the two would never be called.
    DoubleFunction {
        /// The address.
        path: String,
    },
    /// The database could not be opened, or its tables be brought up to date.
    Database(String),
}

impl BuildError {
    pub(super) fn setting(name: &str, fault: impl fmt::Display) -> Self {
        // Leptos's own settings keep their names, and so do those that are set in code alone.
        let name = if name.starts_with("LEPTOS_") || name.ends_with("()") {
            name.to_owned()
        } else {
            format!("MAGIC_AUTH_{name}")
        };
        Self::Setting { name, fault: fault.to_string() }
    }

    pub(super) fn database(error: StoreError) -> Self {
        Self::Database(store::why_not_open(&error))
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Setting { name, fault } => write!(f, "{name} {fault}"),
            Self::DoubleFunction { path } => write!(
                f,
                "two server functions are at {path}, which is one of Magic Auth's: give yours another `prefix` or `endpoint`"
            ),
            Self::Database(fault) => write!(f, "MAGIC_AUTH_DATABASE_URL could not be opened: {fault}"),
        }
    }
}

/// As its text, because `unwrap()` shows this one.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for BuildError {}

impl From<SettingError> for BuildError {
    fn from(error: SettingError) -> Self {
        Self::setting(error.name, error.fault)
    }
}

impl From<HashError> for BuildError {
    fn from(error: HashError) -> Self {
        Self::setting("ARGON2_MEMORY", error)
    }
}

/// Why a verb of [`MagicAuth`](super::MagicAuth) did not do what it says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such account or session.
    #[error("there is no such account or session")]
    NotFound,
    /// There are tenants, and none was named: [`MagicAuth::of_tenant`](super::MagicAuth::of_tenant) comes first.
    #[error("there are tenants, and none was named: call `of_tenant` first")]
    NoTenant,
    /// A text is no email address.
    #[error("that is no email address")]
    NoEmailAddress,
    /// So many emails were sent that another one has to wait.
    #[error("too many emails were sent: the next one may be in {0:?}")]
    Limited(Duration),
    /// Too much is going on, or the database is away: nothing has happened, and it can be tried again.
    #[error("{0}")]
    Unavailable(String),
}

impl From<auth::Error> for Error {
    fn from(error: auth::Error) -> Self {
        match error {
            auth::Error::Rejected(AuthError::NoSuchSession | AuthError::LoggedOutMeanwhile) => Self::NotFound,
            auth::Error::Rejected(told) if told.is_about_address() => Self::NoEmailAddress,
            auth::Error::Limited(limited) => Self::Limited(limited.wait),
            error => Self::Unavailable(error.to_string()),
        }
    }
}
