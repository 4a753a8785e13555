//! What a tenant is called.

use std::{fmt, sync::Arc};

/// The id of a tenant: one of several sites with accounts, sessions and limits of their own. Where there is only one, it
/// is `default`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TenantId(Arc<str>);

/// A text that is no [`TenantId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidTenantId;

impl TenantId {
    /// Takes this text as a tenant's id.
    ///
    /// ```
    /// use leptos_magic_auth::TenantId;
    ///
    /// assert_eq!(TenantId::new("acme").unwrap().as_str(), "acme");
    /// assert!(TenantId::new("Acme & Sons").is_err());
    /// ```
    ///
    /// # Errors
    /// [`InvalidTenantId`] where it is not 1 to 63 lower-case letters, digits, `-` and `_`.
    pub fn new(id: impl AsRef<str>) -> Result<Self, InvalidTenantId> {
        let id = id.as_ref();
        let is_plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'_');
        if (1..=63).contains(&id.len()) && id.bytes().all(is_plain) {
            Ok(Self(id.into()))
        } else {
            Err(InvalidTenantId)
        }
    }

    /// Takes an id that was checked before: it comes from the database.
    #[allow(dead_code, reason = "the browser's half of the crate reads no database")]
    pub(crate) fn stored(id: &str) -> Self {
        Self(id.into())
    }

    /// Returns the id as text.
    ///
    /// ```
    /// assert_eq!(leptos_magic_auth::TenantId::default().as_str(), "default");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for TenantId {
    fn default() -> Self {
        Self("default".into())
    }
}

impl fmt::Display for InvalidTenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tenant's id has 1 to 63 lower-case letters, digits, - and _")
    }
}

impl std::error::Error for InvalidTenantId {}

impl AsRef<str> for TenantId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
