//! Why a session has ended.

use super::words::words;

words! {
    /// Says why a session has ended: what the database keeps of it, and what a live page is told. The page that the browser
    /// goes to says it by the [`Notice`](super::Notice) of the same word.
    EndReason {
        /// Logged out on purpose.
        LoggedOut = "logged_out",
        /// Logged out on purpose, with every other session of the user.
        LoggedOutEverywhere = "logged_out_everywhere",
        /// Ended from the list of another browser's account page.
        SessionEnded = "session_ended",
        /// The user's email address is being changed.
        AddressChanging = "address_changing",
        /// The user's email address has changed.
        AddressChanged = "address_changed",
        /// The change of the user's email address was undone.
        ChangeUndone = "change_undone",
        /// It has expired.
        SessionExpired = "session_expired",
        /// It was ended by a log-in in the same browser.
        SessionReplaced = "session_replaced",
    }
}
