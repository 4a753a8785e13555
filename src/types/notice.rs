//! Outcomes as words without free text: they travel through the query of a redirect, where anybody could write.

use serde::{Deserialize, Serialize};

/// Makes an enum whose members have one stable word each, with `as_str` and `parse`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $member,)* }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// The stable word, as it stands in addresses and answers.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word,)* }
            }

            /// The member with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.as_str() == word)
            }
        }
    };
}

words! {
    /// Why something that a person asked for did not happen.
    AuthError {
        /// Nothing was typed for the address.
        AddressMissing = "address_missing",
        /// No `@`, or more than one, or nothing on one of its sides.
        AddressIncomplete = "address_incomplete",
        /// Longer than mail allows.
        AddressTooLong = "address_too_long",
        /// A character that no address of ours holds.
        AddressCharacter = "address_character",
        /// What stands behind the `@` is no domain.
        AddressDomain = "address_domain",
        /// Not a code at all: too few or too many digits, or other characters. Costs no try.
        NotACode = "not_a_code",
        /// A code, but not the one in the letter. Costs a try.
        WrongCode = "wrong_code",
        /// All tries of this challenge are spent.
        TriesUsedUp = "tries_used_up",
        /// The letter is too old.
        Ended = "ended",
        /// The letter has logged somebody in already.
        Used = "used",
        /// After a hundred wrong codes for the address: only a link logs in.
        CodesOff = "codes_off",
        /// This browser has no challenge; perhaps it refuses cookies.
        NoChallenge = "no_challenge",
        /// The link is not one of ours, or cut short.
        BadLink = "bad_link",
        /// The link was opened in another browser than the one that asked, so it needs the code of the same letter.
        CodeNeeded = "code_needed",
        /// Another letter was asked for too soon.
        TooSoon = "too_soon",
        /// There are as many good letters as there may be.
        EnoughLetters = "enough_letters",
        /// The request could not be understood.
        BadRequest = "bad_request",
        /// Our fault: the database is away, or the like. Nothing has happened.
        Unavailable = "unavailable",
    }
}

words! {
    /// What a page says above its form, beside the errors.
    Notice {
        /// Logged out on purpose.
        LoggedOut = "logged_out",
        /// The session's time was over.
        SessionExpired = "session_expired",
        /// The session was ended by logging in again in the same browser.
        SessionReplaced = "session_replaced",
        /// A page that needs a log-in was asked for.
        LogInFirst = "log_in",
        /// Another letter is on its way.
        LetterAgain = "letter_again",
    }
}

impl AuthError {
    /// Whether it is about what was typed for an address, and belongs to that field.
    pub fn is_about_address(self) -> bool {
        use AuthError::*;
        matches!(self, AddressMissing | AddressIncomplete | AddressTooLong | AddressCharacter | AddressDomain)
    }

    /// Whether it is about what was typed for a code.
    pub fn is_about_code(self) -> bool {
        matches!(self, AuthError::NotACode | AuthError::WrongCode)
    }

    /// The HTTP status for a program that asks; a browser is redirected instead.
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::TooSoon | Self::EnoughLetters | Self::TriesUsedUp => 429,
            Self::Unavailable => 503,
            _ => 422,
        }
    }
}

impl std::fmt::Display for AuthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for AuthError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_unique_and_come_back() {
        for error in AuthError::ALL {
            assert_eq!(AuthError::parse(error.as_str()), Some(*error));
            assert_eq!(Notice::parse(error.as_str()), None, "a word means one thing");
        }
        for notice in Notice::ALL {
            assert_eq!(Notice::parse(notice.as_str()), Some(*notice));
        }
        assert_eq!(AuthError::parse("<script>"), None);
    }
}
