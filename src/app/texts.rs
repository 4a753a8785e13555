//! Every text that our own pages say, here and nowhere else, by the name of its message; what it says in each language stands
//! in `locales`. What parts say, which live on other people's pages too, is listed in `parts::texts`, what emails say in
//! `mail`.

mod failures;
mod outcomes;
mod sentence;

pub(super) use {
    failures::{failure, fault},
    outcomes::{error_words, event_words, not_sent_words, notice_words},
    sentence::{fill, sentence, sentence_with, spoken},
};

use crate::{
    auth::{BrowserName, ClientIp},
    languages::texts,
};
use leptos::prelude::IntoRender;

texts! {
    // The language.
    LANGUAGE_NAME = "language-name",
    LANGUAGE = "language",
    CHANGE_LANGUAGE = "change-language",
    // What buttons and links say on several pages.
    LOG_IN = "log-in",
    LOGGING_IN = "logging-in",
    LOGGING_OUT = "logging-out",
    SENDING = "sending",
    GO_ON = "go-on",
    GOING_ON = "going-on",
    GO_TO_START = "go-to-start",
    STAY_LOGGED_IN = "stay-logged-in",
    ASK_FOR_NEW_EMAIL = "ask-for-new-email",
    SEND_ME_A_CODE = "send-me-a-code",
    USE_ANOTHER_ADDRESS = "use-another-address",
    KEEP_ADDRESS = "keep-address",
    YOUR_ACCOUNT = "your-account",
    KEEP_ME_LOGGED_IN = "keep-me-logged-in",
    YOU_ARE_LOGGED_IN_AS = "you-are-logged-in-as",
    YOU_ARE_LOGGED_IN_HERE_AS = "you-are-logged-in-here-as",
    // Whom people may ask.
    QUESTIONS = "questions",
    OFFLINE = "offline",
    // The home page.
    WELCOME_BACK = "welcome-back",
    WITHOUT_PASSWORD = "without-password",
    NEEDS_ONLY_EMAIL = "needs-only-email",
    // What a search engine may say of it.
    HOME_DESCRIPTION = "home-description",
    // The page that asks for the email address.
    CHECK_YOUR_ADDRESS = "check-your-address",
    LOG_IN_TO = "log-in-to",
    YOUR_EMAIL_ADDRESS = "your-email-address",
    WE_WILL_SEND = "we-will-send",
    // What a search engine may say of it.
    LOG_IN_DESCRIPTION = "log-in-description",
    // The page that asks for the code.
    CHECK_YOUR_EMAIL = "check-your-email",
    PROVE_ITS_YOU = "prove-its-you",
    CHECK_NEW_ADDRESS = "check-new-address",
    ANOTHER_NOT_SENT = "another-not-sent",
    // What is said of an email of which it is not known whether a mail server has it.
    NOT_CONFIRMED = "not-confirmed",
    PROVE_PRESENT_FIRST = "prove-present-first",
    LOGGED_OUT_FOR_CHANGE = "logged-out-for-change",
    SENDING_TO = "sending-to",
    SENT_TO = "sent-to",
    OPEN_INBOX = "open-inbox",
    CODE_FROM_EMAIL = "code-from-email",
    DIGITS = "digits",
    USE_THIS_ADDRESS = "use-this-address",
    // What one can do about a wrong code. The link is named each time: while codes are off it alone works, and only who reads
    // the mailbox is told so.
    TYPE_OR_OPEN = "type-or-open",
    // The same after the last one.
    LAST_CODE = "last-code",
    LOOK_IN_SPAM = "look-in-spam",
    LOOK_IN_SPAM_EACH_WORKS = "look-in-spam-each-works",
    SEND_AGAIN = "send-again",
    LOG_IN_WITH_OLD_ADDRESS = "log-in-with-old-address",
    NOT_SENT = "not-sent",
    MEANT_FOR = "meant-for",
    TRY_AGAIN = "try-again",
    ASK_FOR_NEW_CODE = "ask-for-new-code",
    SEND_ME_NEW_CODE = "send-me-new-code",
    WE_WILL_SEND_TO = "we-will-send-to",
    WE_WILL_SEND_TO_PRESENT = "we-will-send-to-present",
    STILL_OLD_CHANGE_AGAIN = "still-old-change-again",
    // So many tries are left.
    // The page where an email's link leads.
    ANOTHER_IS_LOGGED_IN = "another-is-logged-in",
    LOG_IN_QUESTION = "log-in-question",
    LOGS_YOU_IN_AS = "logs-you-in-as",
    CHANGE_QUESTION = "change-question",
    PROVES_AND_CHANGES = "proves-and-changes",
    USE_QUESTION = "use-question",
    FROM_NOW_ON = "from-now-on",
    TYPE_CODE_TOO = "type-code-too",
    ASKED_IN_ANOTHER_BROWSER = "asked-in-another-browser",
    TO_LOG_IN_HERE = "to-log-in-here",
    CHANGE_ONLY_WHERE_ASKED = "change-only-where-asked",
    CODE = "code",
    DIGITS_WITH_LINK = "digits-with-link",
    TYPE_WHERE_ASKED = "type-where-asked",
    SOMEBODY_WANTS_ADDRESS = "somebody-wants-address",
    GO_BACK_TO_BROWSER = "go-back-to-browser",
    // What whoever reads the mail of a new email address has to know: the email says the same.
    GIVE_CODE_TO_NOBODY = "give-code-to-nobody",
    // A link that can't be read, in the browser that asked for it.
    CODE_INSTEAD = "code-instead",
    TYPE_THE_CODE = "type-the-code",
    STILL_OLD_ASK_AGAIN = "still-old-ask-again",
    LINK_USED = "link-used",
    LINK_EXPIRED = "link-expired",
    TOO_MANY_WRONG_CODES = "too-many-wrong-codes",
    LINK_DOES_NOT_WORK = "link-does-not-work",
    // The account page.
    EMAIL_ADDRESS = "email-address",
    YOU_LOG_IN_WITH = "you-log-in-with",
    CHANGE_WAITS = "change-waits",
    CANCEL_CHANGE = "cancel-change",
    CANCELLING = "cancelling",
    IT_CHANGED = "it-changed",
    SEND_THAT_EMAIL_AGAIN = "send-that-email-again",
    WHERE_LOGGED_IN = "where-logged-in",
    IN_BROWSERS = "in-browsers",
    NONE_ON_THIS_PAGE = "none-on-this-page",
    THIS_ONE = "this-one",
    LAST_SEEN = "last-seen",
    LOGGED_IN_AT = "logged-in-at",
    LOG_OUT = "log-out",
    // What a screen reader says of that button.
    LOG_OUT_WHICH = "log-out-which",
    STAYS_UNTIL = "stays-until",
    LOG_OUT_OTHERS = "log-out-others",
    PAGES_OF_LIST = "pages-of-list",
    EARLIER_PAGE = "earlier-page",
    NEXT_PAGE = "next-page",
    PAGE_OF = "page-of",
    RECENT_ACTIVITY = "recent-activity",
    NOT_YOU = "not-you",
    // The page that undoes a change of email address.
    UNDO_QUESTION = "undo-question",
    NOTHING_TO_UNDO = "nothing-to-undo",
    ADDRESS_IS_NOW = "address-is-now",
    LOG_IN_WITH_THAT = "log-in-with-that",
    OR_GIVE_BACK = "or-give-back",
    SOMEBODY_ASKED = "somebody-asked",
    FROM = "from",
    TO = "to",
    UNDO_MOVED = "undo-moved",
    UNDO_NOT_PROVED = "undo-not-proved",
    I_DONT_WANT = "i-dont-want",
    UNDO = "undo",
    UNDOING = "undoing",
    // The page that asks before it logs out everywhere.
    LOG_OUT_EVERYWHERE_QUESTION = "log-out-everywhere-question",
    ENDS_ALL = "ends-all",
    LOG_OUT_EVERYWHERE = "log-out-everywhere",
    // The page of a limit.
    A_LITTLE_LATER = "a-little-later",
    OPEN_IT_ALL_THE_SAME = "open-it-all-the-same",
    ASK_AGAIN_FROM = "ask-again-from",
    GO_ON_FROM = "go-on-from",
    CHANGE_ADDRESS = "change-address",
    CHANGING = "changing",
    TYPE_A_CODE = "type-a-code",
    ONE_MOMENT = "one-moment",
    BACK_TO_ACCOUNT = "back-to-account",
    // The development mailbox.
    MAILBOX = "mailbox",
    MAILBOX_LEAD = "mailbox-lead",
    NO_EMAILS = "no-emails",
    ASK_FOR_ONE = "ask-for-one",
    EMAIL_TO_AT = "email-to-at",
    EMAIL_TO = "email-to",
    AS_PLAIN_TEXT = "as-plain-text",
    // The page of a failure.
    ERROR = "failure",
    // Moments.
    JUST_NOW = "just-now",
    YESTERDAY = "yesterday",
    TODAY = "today",
    TOMORROW = "tomorrow",
    UNKNOWN_CLIENT = "unknown-client",
    // What is counted.
    IN_TIME = "in-time",
    TRIES_LEFT = "tries-left",
    MINUTES_AGO = "minutes-ago",
    CLOCK_UTC = "clock-utc",
    DAY_AND_CLOCK = "day-and-clock",
}

/// So many tries are left.
pub(super) fn tries_left(left: i64) -> String {
    fill(TRIES_LEFT, [("left", &left)])
}

/// A browser in words.
pub(super) fn browser(name: &BrowserName) -> String {
    name.said_in(&spoken())
}

/// A client's address, or a word where it is not known.
pub(super) fn client(address: &str) -> String {
    if address == ClientIp::Unknown.to_string() { UNKNOWN_CLIENT.into_render() } else { address.to_owned() }
}

/// How a button says when it can be pressed, with `{time}` where that stands.
pub(super) fn in_time() -> String {
    spoken().say(IN_TIME, &[("time", &"{time}")])
}

#[cfg(test)]
mod tests {
    use crate::{languages, mail, parts};
    use std::collections::BTreeSet;

    #[test]
    fn everything_that_is_said_stands_in_the_files_and_nothing_else_does() {
        let here = [super::ALL, super::failures::ALL, super::outcomes::ALL, mail::ALL_TEXTS, languages::ALL].concat();
        let said: BTreeSet<_> = here.iter().map(|text| text.key()).chain(parts::KEYS.iter().copied()).collect();
        let known = languages::keys_of_english();
        assert_eq!(said, known.iter().map(String::as_str).collect());
    }
}
