//! Secrets and what of them is stored. Plain and hashed ones are different types, so that the compiler sees to it that
//! only hashes reach the database; plain ones have no Debug, Display or Serialize.

use super::{Hashed, Random};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// 32 random bytes cannot be guessed, so a plain SHA-256 of them is enough to store.
pub(crate) const SECRET_BYTES: usize = 32;

/// 32 bytes in base64url without padding.
const ENCODED_LENGTH: usize = 43;

macro_rules! secrets {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name([u8; SECRET_BYTES]);

        impl $name {
            /// Returns a new one.
            pub fn generate(random: &Random) -> Self {
                let mut bytes = [0; SECRET_BYTES];
                random.fill(&mut bytes);
                Self(bytes)
            }

            /// One that came back: 43 characters of base64url and nothing else.
            pub fn parse(text: &str) -> Option<Self> {
                if text.len() != ENCODED_LENGTH {
                    return None;
                }
                let mut bytes = [0; SECRET_BYTES];
                let length = URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?;
                (length == SECRET_BYTES).then_some(Self(bytes))
            }

            /// Returns what is stored and looked up.
            pub fn hashed(&self) -> Hashed {
                Hashed::new(Sha256::digest(self.0).into())
            }

            /// Returns the plain text: for the cookie or the email, and for nothing else.
            pub fn reveal(&self) -> String {
                URL_SAFE_NO_PAD.encode(self.0)
            }
        }
    )*};
}

/// The plain bytes, to key a code's hash with.
pub(super) trait Key {
    fn key(&self) -> [u8; SECRET_BYTES];
}

impl Key for BrowserSecret {
    fn key(&self) -> [u8; SECRET_BYTES] {
        self.0
    }
}

impl Key for LinkToken {
    fn key(&self) -> [u8; SECRET_BYTES] {
        self.0
    }
}

secrets! {
    /// Says which browser asks. Lives in the challenge cookie.
    BrowserSecret,
    /// Says that this browser has logged in before. Lives in the device cookie.
    DeviceSecret,
    /// What an email's link carries.
    LinkToken,
    /// What a session cookie carries.
    SessionToken,
    /// What the link carries that undoes a change of email address.
    UndoToken,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fmt;

    #[test]
    fn what_is_revealed_can_be_parsed_and_hashes_alike() {
        let secret = LinkToken::generate(&Random::system());
        let text = secret.reveal();
        assert_eq!(text.len(), ENCODED_LENGTH);
        assert!(LinkToken::parse(&text).is_some_and(|parsed| parsed.hashed() == secret.hashed()));
        assert_ne!(secret.hashed().as_bytes(), secret.key());
    }

    #[test]
    fn everything_else_is_refused() {
        let good = LinkToken::generate(&Random::system()).reveal();
        let long = good.repeat(240);
        for bad in
            ["", &good[1..], &format!("{good}A"), &format!("{good}="), &good.replace(&good[..1], "+"), &long, "é"]
        {
            assert!(LinkToken::parse(bad).is_none(), "{} bytes", bad.len());
        }
        // The last character carries four bits: others with the same four would be a second spelling.
        assert!(LinkToken::parse(&format!("{}B", "A".repeat(42))).is_none());
    }

    #[test]
    fn secrets_differ() {
        let random = Random::system();
        assert!(SessionToken::generate(&random).hashed() != SessionToken::generate(&random).hashed());
    }

    /// Whether a type implements a trait: the method that needs it is preferred where it does.
    macro_rules! implements {
        ($type:ty: $trait:path) => {{
            struct Asked<T: ?Sized>(std::marker::PhantomData<T>);
            #[allow(dead_code, reason = "called only where the trait is not there")]
            trait Otherwise {
                fn answer(&self) -> bool {
                    false
                }
            }
            impl<T: ?Sized> Otherwise for Asked<T> {}
            #[allow(dead_code, reason = "called only where the trait is there")]
            impl<T: ?Sized + $trait> Asked<T> {
                fn answer(&self) -> bool {
                    true
                }
            }
            Asked::<$type>(std::marker::PhantomData).answer()
        }};
    }

    macro_rules! cannot_be_written {
        ($($type:ty),* $(,)?) => {$(
            assert!(!implements!($type: fmt::Debug), "{} has Debug", stringify!($type));
            assert!(!implements!($type: fmt::Display), "{} has Display", stringify!($type));
            assert!(!implements!($type: serde::Serialize), "{} has Serialize", stringify!($type));
        )*};
    }

    #[test]
    fn what_holds_a_secret_cannot_be_written_anywhere() {
        assert!(implements!(Hashed: fmt::Debug) && implements!(str: serde::Serialize), "the question can be answered");
        cannot_be_written!(BrowserSecret, DeviceSecret, LinkToken, SessionToken, UndoToken, crate::auth::code::Code);
        cannot_be_written!(
            crate::auth::LoggedIn,
            crate::auth::Proved,
            crate::auth::LogInRequested,
            crate::auth::EmailChangeAsked
        );
        cannot_be_written!(crate::http::cookie::Cookies, crate::http::Visitor);
        cannot_be_written!(crate::http::MailboxKey, crate::http::LockedMailbox);
        cannot_be_written!(crate::mail::EmailMessage, crate::mail::Mailer, crate::mail::Mailbox, crate::config::Config);
        cannot_be_written!(crate::auth::Auth, crate::http::HttpState, crate::app::Site, crate::server::Server);
        assert_eq!(format!("{:?}", SessionToken([7; SECRET_BYTES]).hashed()), "Hashed", "and a hash says nothing");
    }

    proptest! {
        #[test]
        fn a_token_has_one_spelling(text in "\\PC{0,60}|[A-Za-z0-9_-]{43}|[A-Za-z0-9+/=_-]{40,46}") {
            if let Some(token) = SessionToken::parse(&text) {
                prop_assert_eq!(token.reveal(), text);
            }
        }

        #[test]
        fn every_token_comes_back(bytes in any::<[u8; SECRET_BYTES]>()) {
            let text = SessionToken(bytes).reveal();
            prop_assert!(SessionToken::parse(&text).is_some_and(|token| token.0 == bytes));
        }
    }
}
