//! What opens the mailbox of development: a proxy that rewrites `Host`, as many do, would show it to the world.

use crate::auth::Random;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// As many as a session's token has: nobody types it.
const RANDOM_BYTES: usize = 32;

/// Characters that a key may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=128;

/// The key of the mailbox. It has no Debug, Display or Serialize.
#[derive(Clone)]
pub struct MailboxKey(Arc<str>);

impl MailboxKey {
    /// Draws a new one.
    pub fn generate(random: &Random) -> Self {
        let mut bytes = [0; RANDOM_BYTES];
        random.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes).into())
    }

    /// Reads one that was set or kept: it is part of an address and of a cookie, and must look the same in both.
    ///
    /// # Errors
    /// Says what a key must be.
    pub fn parse(text: &str) -> Result<Self, String> {
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte));
        if plain && LENGTHS.contains(&text.len()) {
            Ok(Self(text.into()))
        } else {
            Err("must be 8 to 128 letters, digits or any of - . _ ~".to_owned())
        }
    }

    /// Returns the plain text: for the address that the start prints, the file that keeps it, and the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Compares in a time that tells nothing of how much of it was right.
    pub(super) fn opens_with(&self, given: &str) -> bool {
        self.0.as_bytes().ct_eq(given.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_key_can_be_kept_and_opens_for_itself_alone() {
        let (key, other) = (MailboxKey::generate(&Random::system()), MailboxKey::generate(&Random::system()));
        let Ok(kept) = MailboxKey::parse(key.reveal()) else { panic!("a key of ours is good") };
        assert!(key.opens_with(kept.reveal()) && !key.opens_with(other.reveal()));
        for wrong in ["", &key.reveal()[1..], &format!("{}x", key.reveal()), &key.reveal().to_uppercase()] {
            assert!(!key.opens_with(wrong), "{} bytes", wrong.len());
        }
    }

    #[test]
    fn what_would_look_different_in_an_address_is_no_key() {
        for bad in ["", "short", "with space", "with+plus", "a%20b%20c", "semi;colon", "schlüssel", &"x".repeat(129)] {
            assert!(MailboxKey::parse(bad).is_err(), "{bad:?}");
        }
    }
}
