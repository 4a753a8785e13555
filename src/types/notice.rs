//! What a page says above its form, beside the errors.

use super::{EndReason, words::words};

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
        /// The change of the user's email address was undone.
        ChangeUndone = "change_undone",
        /// The same, told to somebody else who is logged in where it was done.
        OthersChangeUndone = "others_change_undone",
        /// The session has expired.
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

impl From<EndReason> for Notice {
    fn from(reason: EndReason) -> Self {
        match reason {
            EndReason::LoggedOut => Self::LoggedOut,
            EndReason::LoggedOutEverywhere => Self::LoggedOutEverywhere,
            EndReason::SessionEnded => Self::SessionEnded,
            EndReason::AddressChanging => Self::AddressChanging,
            EndReason::AddressChanged => Self::AddressChanged,
            EndReason::ChangeUndone => Self::ChangeUndone,
            EndReason::SessionExpired => Self::SessionExpired,
            EndReason::SessionReplaced => Self::SessionReplaced,
        }
    }
}
