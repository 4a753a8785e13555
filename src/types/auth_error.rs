//! Why something that a person asked for did not happen.

use super::words::words;

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
        /// The email has expired.
        Expired = "expired",
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
        /// The link that undoes a change of email address is not one of ours, or cut short.
        BadUndoLink = "bad_undo_link",
        /// The link that undoes a change of email address has expired.
        UndoExpired = "undo_expired",
        /// The change of email address was undone already.
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

impl AuthError {
    /// Returns whether it is about what was typed for an address, and belongs to that field.
    pub fn is_about_address(self) -> bool {
        use AuthError::*;
        matches!(self, AddressMissing | AddressIncomplete | AddressTooLong | AddressCharacter | AddressDomain)
    }

    /// Returns whether it is about what was typed for a new address.
    pub fn is_about_new_address(self) -> bool {
        self.is_about_address() || matches!(self, Self::SameAddress | Self::ChangeLimited)
    }

    /// Returns whether it is about what was typed for a code.
    pub fn is_about_code(self) -> bool {
        matches!(self, AuthError::NotACode | AuthError::WrongCode)
    }

    /// Returns the HTTP status for a program that asks; a browser is redirected instead.
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

impl std::fmt::Display for AuthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for AuthError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{EndReason, Notice};

    #[test]
    fn words_are_unique_and_come_back() {
        for error in AuthError::ALL {
            assert_eq!(AuthError::parse(error.as_str()), Some(*error));
            assert_eq!(Notice::parse(error.as_str()), None, "a word means one thing");
        }
        for notice in Notice::ALL {
            assert_eq!(Notice::parse(notice.as_str()), Some(*notice));
        }
        for reason in EndReason::ALL {
            assert_eq!(EndReason::parse(reason.as_str()), Some(*reason));
            assert_eq!(Notice::from(*reason).as_str(), reason.as_str(), "a page says it with the same word");
        }
        assert_eq!(AuthError::parse("<script>"), None);
    }
}
