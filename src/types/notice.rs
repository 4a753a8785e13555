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
        /// A code, but not the one in the email. Costs a try.
        WrongCode = "wrong_code",
        /// All tries of this challenge are spent.
        TriesUsedUp = "tries_used_up",
        /// The email is too old.
        Ended = "ended",
        /// The email has logged somebody in already.
        Used = "used",
        /// After a hundred wrong codes for the address: only a link logs in.
        CodesOff = "codes_off",
        /// This browser has no challenge; perhaps it refuses cookies.
        NoChallenge = "no_challenge",
        /// The link is not one of ours, or cut short.
        BadLink = "bad_link",
        /// The link was opened in another browser than the one that asked, so it needs the code of the same email.
        CodeNeeded = "code_needed",
        /// The link confirms a change of address, and that goes on only in the browser that asked.
        OnlyWhereAsked = "only_where_asked",
        /// Another email was asked for too soon.
        TooSoon = "too_soon",
        /// The new address is the one that the account has already.
        SameAddress = "same_address",
        /// The account can't move to this address, or not any more.
        ChangeRefused = "change_refused",
        /// Another account of the application's has the address, so this one keeps what it has.
        EmailTaken = "email_taken",
        /// The application does not change email addresses here.
        ChangeNotOffered = "change_not_offered",
        /// The address is proved, and the application lets it in nowhere.
        NoAccess = "no_access",
        /// An account has left the address lately: whoever has it can undo that and nothing else. Browsers are led to the
        /// page that does.
        AddressMovedAway = "address_moved_away",
        /// The link that takes a change of address back is not one of ours, or cut short.
        BadUndoLink = "bad_undo_link",
        /// It is too late to take the change of address back.
        UndoEnded = "undo_ended",
        /// The change of address was taken back already.
        UndoUsed = "undo_used",
        /// The box that says one means it was not ticked.
        NotSure = "not_sure",
        /// The session to be ended is none of this user's.
        NoSuchSession = "no_such_session",
        /// One must be logged in for this, and is not any more.
        LoggedOutMeanwhile = "logged_out_meanwhile",
        /// Emails were asked for too often for this address.
        EmailsLimited = "emails_limited",
        /// Emails were asked for too often from this client.
        NetworkLimited = "network_limited",
        /// Emails were asked for too often by all together.
        SiteLimited = "site_limited",
        /// Emails were asked for too often for the address that the account is to have.
        ChangeLimited = "change_limited",
        /// The email by which a change can be undone was asked for too often.
        UndoEmailLimited = "undo_email_limited",
        /// Codes were tried too often from this client.
        CodesLimited = "codes_limited",
        /// There are as many good emails as there may be.
        EnoughEmails = "enough_emails",
        /// Nobody knows where the request comes from, so no limit can count it.
        ClientUnknown = "client_unknown",
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
        /// Logged out on purpose, with every other session of the user.
        LoggedOutEverywhere = "logged_out_everywhere",
        /// Ended from the list of another browser's account page.
        SessionEnded = "session_ended",
        /// The user's address is being changed.
        AddressChanging = "address_changing",
        /// The user's address has changed.
        AddressChanged = "address_changed",
        /// The change of the user's address was taken back.
        ChangeUndone = "change_undone",
        /// The same, told to somebody else who is logged in where it was done.
        OthersChangeUndone = "others_change_undone",
        /// The session's time was over.
        SessionExpired = "session_expired",
        /// The session was ended by logging in again in the same browser.
        SessionReplaced = "session_replaced",
        /// A page that needs a log-in was asked for.
        LogInFirst = "log_in",
        /// Another email is on its way.
        EmailAgain = "email_again",
        /// The account has its new address now.
        NewAddress = "new_address",
        /// Another session was ended from the list.
        OtherEnded = "other_ended",
        /// All other sessions were ended from the list.
        OthersEnded = "others_ended",
        /// A change of address that waited was cancelled.
        ChangeCancelled = "change_cancelled",
        /// The old address was sent the email about a change again.
        UndoEmailSent = "undo_email_sent",
    }
}

impl AuthError {
    /// Whether it is about what was typed for an address, and belongs to that field.
    pub fn is_about_address(self) -> bool {
        use AuthError::*;
        matches!(self, AddressMissing | AddressIncomplete | AddressTooLong | AddressCharacter | AddressDomain)
    }

    /// Whether it is about what was typed for a new address.
    pub fn is_about_new_address(self) -> bool {
        self.is_about_address() || matches!(self, Self::SameAddress | Self::ChangeLimited)
    }

    /// Whether it is about what was typed for a code.
    pub fn is_about_code(self) -> bool {
        matches!(self, AuthError::NotACode | AuthError::WrongCode)
    }

    /// The HTTP status for a program that asks; a browser is redirected instead.
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::LoggedOutMeanwhile => 401,
            Self::NoAccess => 403,
            Self::NoSuchSession => 404,
            // Of a challenge that is there: waiting alone does not always help.
            Self::AddressMovedAway | Self::TooSoon | Self::EnoughEmails | Self::TriesUsedUp => 409,
            Self::EmailsLimited
            | Self::NetworkLimited
            | Self::SiteLimited
            | Self::ChangeLimited
            | Self::UndoEmailLimited
            | Self::CodesLimited => 429,
            Self::Unavailable | Self::ClientUnknown => 503,
            _ => 422,
        }
    }
}

impl Notice {
    /// What a page says.
    pub fn words(self) -> &'static str {
        match self {
            Self::LoggedOut => "You are logged out.",
            Self::LoggedOutEverywhere => "You were logged out everywhere.",
            Self::SessionEnded => "You were logged out from another browser.",
            Self::AddressChanging => {
                "You were logged out everywhere because your email address is being changed. Until the new one has logged \
                 in, log in with the old one."
            }
            Self::AddressChanged => {
                "You were logged out everywhere because your email address has changed. Log in with the new one."
            }
            Self::ChangeUndone => "The change of your email address was undone, and you were logged out everywhere.",
            Self::OthersChangeUndone => {
                "The change of that email address was undone, and its account was logged out everywhere. You are still \
                 logged in here with your own."
            }
            Self::SessionExpired => "You were logged out because your time was over. Log in again to go on.",
            Self::SessionReplaced => "This session was replaced by a newer one in the same browser.",
            Self::LogInFirst => "Log in to see that page.",
            Self::EmailAgain => "We sent you another email.",
            Self::NewAddress => "This is your email address now. You were logged out everywhere else.",
            Self::OtherEnded => "That browser is logged out.",
            Self::OthersEnded => "All your other browsers are logged out.",
            Self::ChangeCancelled => "Your email address stays as it is.",
            Self::UndoEmailSent => "We sent the email to your former address again. Its link undoes the change.",
        }
    }

    /// Why a session can have ended: what a live page may have to say.
    pub const ENDS: [Self; 8] = [
        Self::LoggedOut,
        Self::LoggedOutEverywhere,
        Self::SessionEnded,
        Self::AddressChanging,
        Self::AddressChanged,
        Self::ChangeUndone,
        Self::SessionExpired,
        Self::SessionReplaced,
    ];
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
