//! An email address in the one form in which it is stored and compared.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A checked email address: trimmed, in lower case, its domain in ASCII (punycode where it is international).
/// Only the server's rules make one, see `auth::address`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// For a text that has passed the rules already: from the rules themselves, or from the database.
    #[allow(dead_code, reason = "the browser's half of the crate makes no addresses")]
    pub(crate) fn checked(address: String) -> Self {
        Self(address)
    }

    /// Returns the address as text.
    ///
    /// ```
    /// # fn of(email: leptos_magic_auth::EmailAddress) {
    /// println!("{}", email.as_str());
    /// # }
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns what stands behind the `@`.
    ///
    /// ```
    /// # fn of(email: leptos_magic_auth::EmailAddress) {
    /// let is_colleague = email.domain() == "notes.example";
    /// # }
    /// ```
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}
