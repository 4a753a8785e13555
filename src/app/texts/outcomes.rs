//! What pages say of outcomes: errors, notices, events, sendings.

use super::sentence::fill;
use crate::{
    languages::{Text, texts},
    store::Delivery,
    types::{AuthError, EventKind, Notice},
};

texts! {
    ADDRESS_MISSING = "error-address-missing",
    ADDRESS_INCOMPLETE = "error-address-incomplete",
    ADDRESS_TOO_LONG = "error-address-too-long",
    ADDRESS_CHARACTER = "error-address-character",
    ADDRESS_DOMAIN = "error-address-domain",
    NOT_A_CODE = "error-not-a-code",
    WRONG_CODE = "error-wrong-code",
    TRIES_USED_UP = "error-tries-used-up",
    EXPIRED = "error-expired",
    USED = "error-used",
    CODES_OFF = "error-codes-off",
    NO_CHALLENGE = "error-no-challenge",
    BAD_LINK = "error-bad-link",
    CODE_NEEDED = "error-code-needed",
    ONLY_WHERE_ASKED = "error-only-where-asked",
    TOO_SOON = "error-too-soon",
    EMAILS_LIMITED = "error-emails-limited",
    NETWORK_LIMITED = "error-network-limited",
    SITE_LIMITED = "error-site-limited",
    CHANGE_LIMITED = "error-change-limited",
    UNDO_EMAIL_LIMITED = "error-undo-email-limited",
    CODES_LIMITED = "error-codes-limited",
    ENOUGH_EMAILS = "error-enough-emails",
    SAME_ADDRESS = "error-same-address",
    CHANGE_REFUSED = "error-change-refused",
    EMAIL_TAKEN = "error-email-taken",
    CHANGE_NOT_OFFERED = "error-change-not-offered",
    NO_ACCESS = "error-no-access",
    ADDRESS_MOVED_AWAY = "error-address-moved-away",
    BAD_UNDO_LINK = "error-bad-undo-link",
    UNDO_EXPIRED = "error-undo-expired",
    UNDO_USED = "error-undo-used",
    NOT_SURE = "error-not-sure",
    NO_SUCH_SESSION = "error-no-such-session",
    LOGGED_OUT_MEANWHILE = "error-logged-out-meanwhile",
    CLIENT_UNKNOWN = "error-client-unknown",
    BAD_REQUEST = "error-bad-request",
    UNAVAILABLE = "error-unavailable",
    NOTICE_LOGGED_OUT = "notice-logged-out",
    NOTICE_LOGGED_OUT_EVERYWHERE = "notice-logged-out-everywhere",
    NOTICE_SESSION_ENDED = "notice-session-ended",
    NOTICE_ADDRESS_CHANGING = "notice-address-changing",
    NOTICE_ADDRESS_CHANGED = "notice-address-changed",
    NOTICE_CHANGE_UNDONE = "notice-change-undone",
    NOTICE_OTHERS_CHANGE_UNDONE = "notice-others-change-undone",
    NOTICE_SESSION_EXPIRED = "notice-session-expired",
    NOTICE_SESSION_REPLACED = "notice-session-replaced",
    NOTICE_LOG_IN_FIRST = "notice-log-in-first",
    NOTICE_EMAIL_AGAIN = "notice-email-again",
    NOTICE_NEW_ADDRESS = "notice-new-address",
    NOTICE_OTHER_ENDED = "notice-other-ended",
    NOTICE_OTHERS_ENDED = "notice-others-ended",
    NOTICE_CHANGE_CANCELLED = "notice-change-cancelled",
    NOTICE_UNDO_EMAIL_SENT = "notice-undo-email-sent",
    EVENT_LOG_IN_REQUESTED = "event-log-in-requested",
    EVENT_LOGGED_IN = "event-logged-in",
    EVENT_LOG_IN_FAILED = "event-log-in-failed",
    EVENT_TRIES_USED_UP = "event-tries-used-up",
    EVENT_CODES_OFF = "event-codes-off",
    EVENT_USED_AGAIN = "event-used-again",
    EVENT_LOGGED_OUT = "event-logged-out",
    EVENT_LOGGED_OUT_EVERYWHERE = "event-logged-out-everywhere",
    EVENT_SESSION_ENDED = "event-session-ended",
    EVENT_OTHERS_ENDED = "event-others-ended",
    EVENT_LIMITED = "event-limited",
    EVENT_NOT_ALLOWED = "event-not-allowed",
    EVENT_NO_ACCESS = "event-no-access",
    EVENT_CHANGE_ASKED = "event-change-asked",
    EVENT_CHANGE_REFUSED = "event-change-refused",
    EVENT_ADDRESS_CHANGED = "event-address-changed",
    EVENT_CHANGE_UNDONE = "event-change-undone",
    EVENT_CHANGE_CANCELLED = "event-change-cancelled",
    EVENT_UNDO_OFFERED = "event-undo-offered",
    EVENT_EMAIL_REFUSED = "event-email-refused",
    EVENT_EMAIL_GIVEN_UP = "event-email-given-up",
    EVENT_USER_CREATED = "event-user-created",
    EVENT_FORGOTTEN = "event-forgotten",
    REFUSED = "refused",
    NOT_HANDED_OVER = "not-handed-over",
}

/// An error in words: what is wrong, and what to do.
pub(in crate::app) fn error_words(error: AuthError, digits: usize) -> String {
    let text = match error {
        AuthError::AddressMissing => ADDRESS_MISSING,
        AuthError::AddressIncomplete => ADDRESS_INCOMPLETE,
        AuthError::AddressTooLong => ADDRESS_TOO_LONG,
        AuthError::AddressCharacter => ADDRESS_CHARACTER,
        AuthError::AddressDomain => ADDRESS_DOMAIN,
        AuthError::NotACode => NOT_A_CODE,
        AuthError::WrongCode => WRONG_CODE,
        AuthError::TriesUsedUp => TRIES_USED_UP,
        AuthError::Expired => EXPIRED,
        AuthError::Used => USED,
        AuthError::CodesOff => CODES_OFF,
        AuthError::NoChallenge => NO_CHALLENGE,
        AuthError::BadLink => BAD_LINK,
        AuthError::CodeNeeded => CODE_NEEDED,
        AuthError::OnlyWhereAsked => ONLY_WHERE_ASKED,
        AuthError::TooSoon => TOO_SOON,
        AuthError::EmailsLimited => EMAILS_LIMITED,
        AuthError::NetworkLimited => NETWORK_LIMITED,
        AuthError::SiteLimited => SITE_LIMITED,
        AuthError::ChangeLimited => CHANGE_LIMITED,
        AuthError::UndoEmailLimited => UNDO_EMAIL_LIMITED,
        AuthError::CodesLimited => CODES_LIMITED,
        AuthError::EnoughEmails => ENOUGH_EMAILS,
        AuthError::SameAddress => SAME_ADDRESS,
        AuthError::ChangeRefused => CHANGE_REFUSED,
        AuthError::EmailTaken => EMAIL_TAKEN,
        AuthError::ChangeNotOffered => CHANGE_NOT_OFFERED,
        AuthError::NoAccess => NO_ACCESS,
        AuthError::AddressMovedAway => ADDRESS_MOVED_AWAY,
        AuthError::BadUndoLink => BAD_UNDO_LINK,
        AuthError::UndoExpired => UNDO_EXPIRED,
        AuthError::UndoUsed => UNDO_USED,
        AuthError::NotSure => NOT_SURE,
        AuthError::NoSuchSession => NO_SUCH_SESSION,
        AuthError::LoggedOutMeanwhile => LOGGED_OUT_MEANWHILE,
        AuthError::ClientUnknown => CLIENT_UNKNOWN,
        AuthError::BadRequest => BAD_REQUEST,
        AuthError::Unavailable => UNAVAILABLE,
    };
    fill(text, [("digits", &digits)])
}

/// Says what has happened.
pub(in crate::app) fn notice_words(notice: Notice) -> Text {
    match notice {
        Notice::LoggedOut => NOTICE_LOGGED_OUT,
        Notice::LoggedOutEverywhere => NOTICE_LOGGED_OUT_EVERYWHERE,
        Notice::SessionEnded => NOTICE_SESSION_ENDED,
        Notice::AddressChanging => NOTICE_ADDRESS_CHANGING,
        Notice::AddressChanged => NOTICE_ADDRESS_CHANGED,
        Notice::ChangeUndone => NOTICE_CHANGE_UNDONE,
        Notice::OthersChangeUndone => NOTICE_OTHERS_CHANGE_UNDONE,
        Notice::SessionExpired => NOTICE_SESSION_EXPIRED,
        Notice::SessionReplaced => NOTICE_SESSION_REPLACED,
        Notice::LogInFirst => NOTICE_LOG_IN_FIRST,
        Notice::EmailAgain => NOTICE_EMAIL_AGAIN,
        Notice::NewAddress => NOTICE_NEW_ADDRESS,
        Notice::OtherEnded => NOTICE_OTHER_ENDED,
        Notice::OthersEnded => NOTICE_OTHERS_ENDED,
        Notice::ChangeCancelled => NOTICE_CHANGE_CANCELLED,
        Notice::UndoEmailSent => NOTICE_UNDO_EMAIL_SENT,
    }
}

/// What the account page calls something that has happened.
pub(in crate::app) fn event_words(kind: EventKind) -> Text {
    match kind {
        EventKind::LogInRequested => EVENT_LOG_IN_REQUESTED,
        EventKind::LoggedIn => EVENT_LOGGED_IN,
        EventKind::LogInFailed => EVENT_LOG_IN_FAILED,
        EventKind::TriesUsedUp => EVENT_TRIES_USED_UP,
        EventKind::CodesOff => EVENT_CODES_OFF,
        EventKind::UsedAgain => EVENT_USED_AGAIN,
        EventKind::LoggedOut => EVENT_LOGGED_OUT,
        EventKind::LoggedOutEverywhere => EVENT_LOGGED_OUT_EVERYWHERE,
        EventKind::SessionEnded => EVENT_SESSION_ENDED,
        EventKind::OthersEnded => EVENT_OTHERS_ENDED,
        EventKind::Limited => EVENT_LIMITED,
        EventKind::NotAllowed => EVENT_NOT_ALLOWED,
        EventKind::NoAccess => EVENT_NO_ACCESS,
        EventKind::ChangeAsked => EVENT_CHANGE_ASKED,
        EventKind::ChangeRefused => EVENT_CHANGE_REFUSED,
        EventKind::AddressChanged => EVENT_ADDRESS_CHANGED,
        EventKind::ChangeUndone => EVENT_CHANGE_UNDONE,
        EventKind::ChangeCancelled => EVENT_CHANGE_CANCELLED,
        EventKind::UndoOffered => EVENT_UNDO_OFFERED,
        EventKind::EmailRefused => EVENT_EMAIL_REFUSED,
        EventKind::EmailGivenUp => EVENT_EMAIL_GIVEN_UP,
        EventKind::UserCreated => EVENT_USER_CREATED,
        EventKind::Forgotten => EVENT_FORGOTTEN,
    }
}

/// Why an email certainly does not arrive: only a refusal can have to do with the email address.
pub(in crate::app) fn not_sent_words(delivery: Delivery) -> Text {
    match delivery {
        Delivery::Refused => REFUSED,
        _ => NOT_HANDED_OVER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Language;

    fn english(text: Text) -> String {
        Language::english().say(text, &[])
    }

    #[test]
    fn every_outcome_has_words_that_end() {
        for error in AuthError::ALL {
            assert!(error_words(*error, 6).ends_with('.'), "{error}");
        }
        for notice in Notice::ALL {
            assert!(english(notice_words(*notice)).ends_with('.'));
        }
    }

    #[test]
    fn the_documentation_lists_every_event_and_no_other() {
        let document = include_str!("../../../docs/security.md");
        let listed: Vec<_> = document.lines().skip_while(|line| *line != "## Events").collect();
        let listed: Vec<_> = listed.into_iter().filter(|line| line.starts_with("| `")).collect();
        let known = EventKind::ALL.iter().map(|kind| {
            let detail = if kind.word().is_empty() { String::new() } else { format!(" `{}`", kind.word()) };
            format!("| `{}` |{detail} | {} |", kind.name(), english(event_words(*kind)))
        });
        let of_other_sites = format!("| `{}` | | refused a request from another site |", crate::http::origin::EVENT);
        assert_eq!(listed, known.chain([of_other_sites]).collect::<Vec<_>>());
    }
}
