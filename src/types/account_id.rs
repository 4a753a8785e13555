//! What an account is called.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::Deref, str::FromStr};

/// The longest id, in bytes.
const LONGEST: usize = 255;

/// The id of an account: 1 to 255 visible ASCII characters, the host's own where it implements `Accounts`. An id must
/// never be given to another account, not even after the first one is gone.
///
/// ```
/// use leptos_magic_auth::AccountId;
///
/// assert_eq!(AccountId::from(7_i64), "7".parse::<AccountId>().unwrap());
/// assert!(AccountId::new("with a space").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId(String);

/// A text that is no [`AccountId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidAccountId;

impl AccountId {
    /// Takes this text as an account's id.
    ///
    /// ```
    /// let account = leptos_magic_auth::AccountId::new("3f0e9a6e-0000-4000-8000-000000000000").unwrap();
    /// ```
    ///
    /// # Errors
    /// [`InvalidAccountId`] where it is empty, longer than 255 bytes, or holds anything but visible ASCII characters.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidAccountId> {
        let id = id.into();
        let fits = (1..=LONGEST).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(id)) } else { Err(InvalidAccountId) }
    }

    /// Takes an id that was checked before: it comes from the database.
    #[allow(dead_code, reason = "the browser's half of the crate reads no database")]
    pub(crate) fn stored(id: String) -> Self {
        Self(id)
    }

    /// Returns the id as text.
    ///
    /// ```
    /// assert_eq!(leptos_magic_auth::AccountId::from(7_i64).as_str(), "7");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InvalidAccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an account's id has 1 to 255 visible ASCII characters")
    }
}

impl std::error::Error for InvalidAccountId {}

impl Deref for AccountId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for AccountId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for AccountId {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for AccountId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl FromStr for AccountId {
    type Err = InvalidAccountId;

    fn from_str(id: &str) -> Result<Self, InvalidAccountId> {
        Self::new(id)
    }
}

impl TryFrom<String> for AccountId {
    type Error = InvalidAccountId;

    fn try_from(id: String) -> Result<Self, InvalidAccountId> {
        Self::new(id)
    }
}

impl TryFrom<&str> for AccountId {
    type Error = InvalidAccountId;

    fn try_from(id: &str) -> Result<Self, InvalidAccountId> {
        Self::new(id)
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.0
    }
}

/// Makes an id of a number, such as a row's.
macro_rules! from_numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for AccountId {
            fn from(number: $number) -> Self {
                Self(number.to_string())
            }
        })*
    };
}

from_numbers!(i32 i64 u32 u64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_1_to_255_visible_ascii_characters() {
        let longest = "x".repeat(LONGEST);
        for good in ["7", "-1", "0193e4f0-0000-7000-8000-000000000000", "org/acme:ada", longest.as_str()] {
            assert_eq!(AccountId::new(good).unwrap(), good);
        }
        let too_long = "x".repeat(LONGEST + 1);
        for bad in ["", " ", "a b", "a\n", "é", "\u{7f}", too_long.as_str()] {
            assert_eq!(AccountId::new(bad), Err(InvalidAccountId), "{bad:?}");
        }
    }
}
