//! What pages say of outcomes: errors, events, sendings.

use crate::{
    store::Delivery,
    types::{AuthError, EventKind},
};

/// An error in words: what is wrong, and what to do.
pub(in crate::app) fn error_words(error: AuthError, digits: usize) -> String {
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
        AuthError::Expired => "This email has expired. Ask for a new one.",
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
        AuthError::UndoExpired => "The time for undoing this change has passed.",
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

/// What the account page calls something that has happened.
pub(in crate::app) fn event_words(kind: EventKind) -> &'static str {
    match kind {
        EventKind::LogInRequested => "Asked for an email",
        EventKind::LoggedIn => "Logged in",
        EventKind::LogInFailed => "Tried to log in in vain",
        EventKind::TriesUsedUp => "Used up all tries with wrong codes",
        EventKind::CodesOff => "A hundred wrong codes: only a link logs in now",
        EventKind::UsedAgain => "Tried an email that was already used",
        EventKind::LoggedOut => "Logged out",
        EventKind::LoggedOutEverywhere => "Logged out everywhere",
        EventKind::SessionEnded => "Logged out a browser from the list",
        EventKind::OthersEnded => "Logged out all other browsers",
        EventKind::Limited => "Asked too often",
        EventKind::NotAllowed => "Tried to end a session that wasn't theirs",
        EventKind::NoAccess => "Proved an email address that has no access",
        EventKind::ChangeAsked => "Asked to change the email address",
        EventKind::ChangeRefused => "A change of the email address was refused",
        EventKind::AddressChanged => "Changed the email address",
        EventKind::ChangeUndone => "Undid the change of the email address",
        EventKind::ChangeCancelled => "Cancelled a change of the email address",
        EventKind::UndoOffered => "Proved the email address that the account has left",
        EventKind::EmailRefused => "A mail server refused an email about a change of address",
        EventKind::EmailGivenUp => "An email about a change of address could not be delivered",
        EventKind::UserCreated => "Account created",
        EventKind::Forgotten => "Account forgotten",
    }
}

/// Why an email certainly does not arrive: only a refusal can have to do with the email address.
pub(in crate::app) fn not_sent_words(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Refused => {
            "No mail server took it. Check the address; if it is right, the fault is on our side, so try again in a \
             moment."
        }
        _ => "No mail server took it. The fault is on our side, so try again in a moment.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parts::notice_words, types::Notice};

    #[test]
    fn every_outcome_has_words_that_end() {
        for error in AuthError::ALL {
            assert!(error_words(*error, 6).ends_with('.'), "{error}");
        }
        for notice in Notice::ALL {
            assert!(notice_words(*notice).ends_with('.'));
        }
    }

    #[test]
    fn the_documentation_lists_every_event_and_no_other() {
        let document = include_str!("../../../docs/security.md");
        let listed: Vec<_> = document.lines().skip_while(|line| *line != "## Events").collect();
        let listed: Vec<_> = listed.into_iter().filter(|line| line.starts_with("| `")).collect();
        let known = EventKind::ALL.iter().map(|kind| {
            let detail = if kind.word().is_empty() { String::new() } else { format!(" `{}`", kind.word()) };
            format!("| `{}` |{detail} | {} |", kind.name(), event_words(*kind))
        });
        let of_other_sites = format!("| `{}` | | refused a request from another site |", crate::http::origin::EVENT);
        assert_eq!(listed, known.chain([of_other_sites]).collect::<Vec<_>>());
    }
}
