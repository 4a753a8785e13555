//! What pages say about outcomes.

use crate::{
    store::Delivery,
    types::{AuthError, Notice},
};

/// What a page was told to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// That something did not work.
    Error(AuthError),
    /// That something happened.
    Notice(Notice),
}

impl Said {
    pub(super) fn error(said: Option<Self>) -> Option<AuthError> {
        match said {
            Some(Self::Error(error)) => Some(error),
            _ => None,
        }
    }

    pub(super) fn notice(said: Option<Self>) -> Option<Notice> {
        match said {
            Some(Self::Notice(notice)) => Some(notice),
            _ => None,
        }
    }
}

/// What a word in the query stands for.
pub(super) fn said(word: &str) -> Option<Said> {
    AuthError::parse(word).map(Said::Error).or_else(|| Notice::parse(word).map(Said::Notice))
}

/// Less than a minute ago.
pub(super) const JUST_NOW: &str = "just now";

/// So many minutes ago.
pub(super) fn minutes_ago(minutes: u64) -> String {
    if minutes == 1 { "1 minute ago".to_owned() } else { format!("{minutes} minutes ago") }
}

/// Days that have a name.
pub(super) const YESTERDAY: &str = "yesterday";
pub(super) const TODAY: &str = "today";
pub(super) const TOMORROW: &str = "tomorrow";

/// What a search engine may say of the home page.
pub(super) fn home_description(app: &str) -> String {
    format!("{app} needs no password: you log in with a code or a link that we send to your email address.")
}

/// What a search engine may say of the log-in page.
pub(super) fn log_in_description(app: &str) -> String {
    format!("Log in to {app} with your email address. We send you a code and a link; either one lets you in.")
}

/// A link that can't be read, in the browser that asked for it.
pub(super) const CODE_INSTEAD: &str = "This link isn't complete. Type the code from the same email instead.";

/// An error in words: what is wrong, and what to do.
pub(super) fn error_words(error: AuthError, digits: usize) -> String {
    match error {
        AuthError::AddressMissing => "Type your email address.",
        AuthError::AddressIncomplete => "That address isn't complete. It looks like ada@example.com.",
        AuthError::AddressTooLong => "That address is too long for email. Check it for something pasted twice.",
        AuthError::AddressCharacter => {
            "That address holds a character that we can't use, perhaps one that can't be seen. Type one plain address, such \
             as ada@example.com."
        }
        AuthError::AddressDomain => "Check what stands behind the @: no email can reach it.",
        AuthError::NotACode => return format!("A code has {digits} digits. Type all of them."),
        AuthError::WrongCode => "That code didn't match.",
        AuthError::TriesUsedUp => "That was one wrong code too many. Ask for a new email.",
        AuthError::Ended => "The time for this email is over. Ask for a new one.",
        AuthError::Used => "This email has already been used. Ask for a new one.",
        AuthError::CodesOff => {
            "Too many wrong codes were tried for this address, so a code alone no longer works. Open the link in the \
             newest email instead."
        }
        AuthError::NoChallenge => {
            "Ask for a code in this browser first. If you just did, it may be blocking cookies: allow them for this \
             site and try again."
        }
        AuthError::BadLink => {
            "This link isn't complete. Open or copy all of it from the email, or ask for a new one. If your browser blocks \
             cookies, allow them for this site."
        }
        AuthError::CodeNeeded => "Type the code that stands in the same email as the link.",
        AuthError::OnlyWhereAsked => {
            "This change of email address goes on only in the browser that asked for it. Type the code there."
        }
        AuthError::TooSoon => "An email is on its way. Wait a moment before you ask for another.",
        AuthError::EmailsLimited => {
            "Several emails were asked for. The newest one in your inbox works here too, whoever asked for it: open its \
             link in this browser, and type its code."
        }
        AuthError::NetworkLimited => {
            "Many emails were asked for from your network. One that is in your inbox already works here too: open its \
             link in this browser. Another network, such as your phone's, need not wait."
        }
        AuthError::SiteLimited => {
            "Very many people are asking for emails right now. One that is in your inbox already works here too: open \
             its link in this browser."
        }
        AuthError::ChangeLimited => {
            "You can't change to that address just now, because many emails were asked for. Try again a little later."
        }
        AuthError::UndoEmailLimited => {
            "That email can't be sent again just now, because many emails were asked for. One that has arrived at the former \
             email address undoes the change too."
        }
        AuthError::CodesLimited => "Too many codes were tried from your network. None of your tries was used up.",
        AuthError::EnoughEmails => "You've asked for several emails. The newest one in your inbox still works.",
        AuthError::SameAddress => "That is your address already. Type the new one.",
        AuthError::ChangeRefused => {
            "Your address was not changed: this email can't do that any more. Log in with the address that you had, and \
             ask for the change again."
        }
        AuthError::EmailTaken => {
            "Another account here has that email address, so your account keeps the one that it has. If both are yours, ask \
             the people who run this site."
        }
        AuthError::ChangeNotOffered => "Email addresses are not changed here. Ask the people who run this site.",
        AuthError::NoAccess => {
            "The email address is yours, but it has no access here. Ask the people who run this site to let it in, or log \
             in with another one."
        }
        AuthError::AddressMovedAway => {
            "The account with this email address has changed to another one. If you didn't want that, undo it."
        }
        AuthError::BadUndoLink => {
            "This link isn't complete. Open or copy all of it from the email. If your browser blocks cookies, allow them \
             for this site."
        }
        AuthError::UndoEnded => "The time for undoing this change is over.",
        AuthError::UndoUsed => "This change was undone already. There is nothing left to undo.",
        AuthError::NotSure => "Tick the box first, to say that you mean it.",
        AuthError::NoSuchSession => "There is no such session among yours.",
        AuthError::LoggedOutMeanwhile => "You were logged out meanwhile. Log in and try again.",
        AuthError::ClientUnknown => {
            "How often this may be done from one place is limited, and this site was not told where you are. The fault is \
             on our side; nothing was changed."
        }
        AuthError::BadRequest => "That didn't reach us whole. Try again.",
        AuthError::Unavailable => "Something is wrong on our side. Nothing was changed; try again in a moment.",
    }
    .to_owned()
}

/// What one can do about a wrong code. The link is named each time: while codes are off it alone works, and only who reads
/// the mailbox is told so.
pub(super) const TYPE_OR_OPEN: &str = "Type it again, or open the link in the email.";

/// The same after the last one.
pub(super) const LAST_CODE: &str =
    "That was one wrong code too many. Ask for a new email, or open the link in the email.";

/// What is said of an email of which it is not known whether a mail server has it.
pub(super) const NOT_CONFIRMED: &str = "Our mail server hasn't confirmed your email yet. It may still come, and its code \
                                        and link work if it does. If it doesn't, ask for another one.";

/// Why an email certainly does not arrive: only a refusal can have to do with the email address.
pub(super) fn not_sent_words(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Refused => {
            "No mail server took it. Check the address; if it is right, the fault is on our side, so try again in a \
             moment."
        }
        _ => "No mail server took it. The fault is on our side, so try again in a moment.",
    }
}

/// So many of something: `1 try`, `3 tries`.
pub(super) fn tries(left: i64) -> String {
    if left == 1 { "1 try left.".to_owned() } else { format!("{left} tries left.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_words_that_end() {
        for error in AuthError::ALL {
            assert!(error_words(*error, 6).ends_with('.'), "{error}");
        }
        for notice in Notice::ALL {
            assert!(notice.words().ends_with('.'));
        }
    }
}
