//! Every text that parts say, on pages of other people as on ours: whole sentences.

use crate::types::Notice;

/// Logging in and out.
pub(super) const LOG_IN: &str = "Log in";
pub(super) const LOG_OUT: &str = "Log out";
pub(super) const LOG_OUT_EVERYWHERE: &str = "Log out everywhere";
pub(super) const LOGGING_OUT: &str = "Logging out…";
pub(super) const YOU_ARE_LOGGED_OUT: &str = "You are logged out";

/// Changing the email address.
pub(super) const NEW_EMAIL_ADDRESS: &str = "New email address";
pub(super) const WHAT_A_CHANGE_DOES: &str =
    "We'll send it a code, and tell your present address. You will be logged out everywhere.";
pub(super) const CHANGE_ADDRESS: &str = "Change address";
pub(super) const CHANGING: &str = "Changing…";
pub(super) const TYPE_NEW_ADDRESS: &str = "Type your new email address.";
pub(super) const THAT_IS_YOURS: &str = "That is your address already. Type the new one.";

/// Says what has happened.
pub(crate) fn notice_words(notice: Notice) -> &'static str {
    match notice {
        Notice::LoggedOut => "You are logged out.",
        Notice::LoggedOutEverywhere => "You were logged out everywhere.",
        Notice::SessionEnded => "You were logged out from another browser.",
        Notice::AddressChanging => {
            "You were logged out everywhere because your email address is being changed. Until the new one has logged \
             in, log in with the old one."
        }
        Notice::AddressChanged => {
            "You were logged out everywhere because your email address has changed. Log in with the new one."
        }
        Notice::ChangeUndone => "The change of your email address was undone, and you were logged out everywhere.",
        Notice::OthersChangeUndone => {
            "The change of that email address was undone, and its account was logged out everywhere. You are still \
             logged in here with your own."
        }
        Notice::SessionExpired => "Your session has expired. Log in again to go on.",
        Notice::SessionReplaced => "This session was replaced by a newer one in the same browser.",
        Notice::LogInFirst => "Log in to see that page.",
        Notice::EmailAgain => "We sent you another email.",
        Notice::NewAddress => "This is your email address now. You were logged out everywhere else.",
        Notice::OtherEnded => "That browser is logged out.",
        Notice::OthersEnded => "All your other browsers are logged out.",
        Notice::ChangeCancelled => "Your email address stays as it is.",
        Notice::UndoEmailSent => "We sent the email to your former address again. Its link undoes the change.",
    }
}
