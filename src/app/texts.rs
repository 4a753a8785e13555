//! Every text that our own pages say, here and nowhere else: whole sentences, in which `{name}` stands for what differs.
//! What parts say, which live on other people's pages too, stands in `parts::texts`, what emails say in `mail`.

mod failures;
mod outcomes;
mod sentence;

pub(super) use {
    failures::{failure, fault},
    outcomes::{error_words, event_words, not_sent_words},
    sentence::{fill, sentence},
};

/// What buttons and links say on several pages.
pub(super) const LOG_IN: &str = "Log in";
pub(super) const LOGGING_IN: &str = "Logging in…";
pub(super) const LOGGING_OUT: &str = "Logging out…";
pub(super) const SENDING: &str = "Sending…";
pub(super) const GO_ON: &str = "Go on";
pub(super) const GOING_ON: &str = "Going on…";
pub(super) const GO_TO_START: &str = "Go to the start";
pub(super) const STAY_LOGGED_IN: &str = "Stay logged in";
pub(super) const ASK_FOR_NEW_EMAIL: &str = "Ask for a new email";
pub(super) const SEND_ME_A_CODE: &str = "Send me a code";
pub(super) const USE_ANOTHER_ADDRESS: &str = "Use another address";
pub(super) const KEEP_ADDRESS: &str = "Keep the address as it is";
pub(super) const YOUR_ACCOUNT: &str = "Your account";
pub(super) const KEEP_ME_LOGGED_IN: &str = "Keep me logged in on this browser";
pub(super) const YOU_ARE_LOGGED_IN_AS: &str = "You are logged in as {email}.";
pub(super) const YOU_ARE_LOGGED_IN_HERE_AS: &str = "You are logged in here as {email}.";
/// Whom people may ask.
pub(super) const QUESTIONS: &str = "Questions? {support}";
pub(super) const OFFLINE: &str = "You are offline. What you typed is still here; send it again once you are connected.";

/// The home page.
pub(super) const WELCOME_BACK: &str = "Welcome back";
pub(super) const WITHOUT_PASSWORD: &str = "Log in without a password";
pub(super) const NEEDS_ONLY_EMAIL: &str = "{app} needs only your email address. We send you a code and a link; either one lets \
                                           you in, and nobody can guess, steal or forget a password that doesn't exist.";
/// What a search engine may say of it.
pub(super) const HOME_DESCRIPTION: &str =
    "{app} needs no password: you log in with a code or a link that we send to your email address.";

/// The page that asks for the email address.
pub(super) const CHECK_YOUR_ADDRESS: &str = "Check your address";
pub(super) const LOG_IN_TO: &str = "Log in to {app}";
pub(super) const YOUR_EMAIL_ADDRESS: &str = "Your email address";
pub(super) const WE_WILL_SEND: &str = "We'll send you a code and a link. No password needed.";
/// What a search engine may say of it.
pub(super) const LOG_IN_DESCRIPTION: &str =
    "Log in to {app} with your email address. We send you a code and a link; either one lets you in.";

/// The page that asks for the code.
pub(super) const CHECK_YOUR_EMAIL: &str = "Check your email";
pub(super) const PROVE_ITS_YOU: &str = "Prove that it's you";
pub(super) const CHECK_NEW_ADDRESS: &str = "Check your new address";
pub(super) const ANOTHER_NOT_SENT: &str = "We couldn't send you another email. The earlier one still works.";
/// What is said of an email of which it is not known whether a mail server has it.
pub(super) const NOT_CONFIRMED: &str = "Our mail server hasn't confirmed your email yet. It may still come, and its code \
                                        and link work if it does. If it doesn't, ask for another one.";
pub(super) const PROVE_PRESENT_FIRST: &str =
    "You logged in a while ago, so prove your present address first. Then the change to {email} goes on.";
pub(super) const LOGGED_OUT_FOR_CHANGE: &str = "You were logged out everywhere. As soon as the new address has proved itself, it \
                                                is yours; until then you can log in with the old one.";
pub(super) const SENDING_TO: &str =
    "We are sending a code and a link to {email}. They work for {minutes} minutes, until {until}.";
pub(super) const SENT_TO: &str =
    "We sent a code and a link to {email}. They work for {minutes} minutes, until {until}.";
pub(super) const OPEN_INBOX: &str = "Open {name}";
pub(super) const CODE_FROM_EMAIL: &str = "Code from the email";
pub(super) const DIGITS: &str = "{digits} digits. Spaces don't matter.";
pub(super) const USE_THIS_ADDRESS: &str = "Use this address";
/// What one can do about a wrong code. The link is named each time: while codes are off it alone works, and only who reads
/// the mailbox is told so.
pub(super) const TYPE_OR_OPEN: &str = "Type it again, or open the link in the email.";
/// The same after the last one.
pub(super) const LAST_CODE: &str =
    "That was one wrong code too many. Ask for a new email, or open the link in the email.";
pub(super) const LOOK_IN_SPAM: &str = "Nothing there? Look in spam.";
pub(super) const LOOK_IN_SPAM_EACH_WORKS: &str =
    "Nothing there? Look in spam. You've asked for several emails; each of them still works.";
pub(super) const SEND_AGAIN: &str = "Send it again";
pub(super) const LOG_IN_WITH_OLD_ADDRESS: &str = "Log in with the address that you had";
pub(super) const NOT_SENT: &str = "We couldn't send your email";
pub(super) const MEANT_FOR: &str = "It was meant for {email}.";
pub(super) const TRY_AGAIN: &str = "Try again";
pub(super) const ASK_FOR_NEW_CODE: &str = "Ask for a new code";
pub(super) const SEND_ME_NEW_CODE: &str = "Send me a new code";
pub(super) const WE_WILL_SEND_TO: &str = "We'll send it to {email}.";
pub(super) const WE_WILL_SEND_TO_PRESENT: &str =
    "We'll send it to your present address. Then the change to {email} goes on.";
pub(super) const STILL_OLD_CHANGE_AGAIN: &str =
    "Your address is still the old one. Log in with it, and change it to {email} again.";

/// So many tries are left.
pub(super) fn tries_left(left: i64) -> String {
    if left == 1 { "1 try left.".to_owned() } else { format!("{left} tries left.") }
}

/// The page where an email's link leads.
pub(super) const ANOTHER_IS_LOGGED_IN: &str = "You are logged in here as {email}. Going on logs that one out. {stay}";
pub(super) const LOG_IN_QUESTION: &str = "Log in?";
pub(super) const LOGS_YOU_IN_AS: &str = "This logs you in as {email}.";
pub(super) const CHANGE_QUESTION: &str = "Change your address?";
pub(super) const PROVES_AND_CHANGES: &str = "This proves that it's you, {email}, and changes your address to {new_email}. You \
                                             will be logged out everywhere.";
pub(super) const USE_QUESTION: &str = "Use this address?";
pub(super) const FROM_NOW_ON: &str = "From now on you log in with {email}. This logs you in.";
pub(super) const TYPE_CODE_TOO: &str = "Type the code too";
pub(super) const ASKED_IN_ANOTHER_BROWSER: &str =
    "This link was asked for in another browser: {browser}, {client}, {asked_at}.";
pub(super) const TO_LOG_IN_HERE: &str =
    "To log in here as {email}, type the code from the same email. If you didn't ask, close this page.";
pub(super) const CHANGE_ONLY_WHERE_ASKED: &str = "The change of address goes on only in the browser that asked.";
pub(super) const CODE: &str = "Code";
pub(super) const DIGITS_WITH_LINK: &str = "{digits} digits, in the email with this link";
pub(super) const TYPE_WHERE_ASKED: &str = "Type the code where you asked";
pub(super) const SOMEBODY_WANTS_ADDRESS: &str = "Somebody wants to make {email} the email address of their account. They asked \
                                                 in another browser: {browser}, {client}, {asked_at}.";
pub(super) const GO_BACK_TO_BROWSER: &str = "If that was you, go back to that browser and type the code from the same email \
                                             there. The change goes on nowhere else.";
/// What whoever reads the mail of a new email address has to know: the email says the same.
pub(super) const GIVE_CODE_TO_NOBODY: &str = "If you did not ask for this, give the code to nobody: your address would become \
                                              that of somebody else's account.";
/// A link that can't be read, in the browser that asked for it.
pub(super) const CODE_INSTEAD: &str = "This link isn't complete. Type the code from the same email instead.";
pub(super) const TYPE_THE_CODE: &str = "Type the code";
pub(super) const STILL_OLD_ASK_AGAIN: &str =
    "Your address is still the old one. Log in with it, and ask for the change again.";
pub(super) const LINK_USED: &str = "This link has been used";
pub(super) const LINK_EXPIRED: &str = "This link has expired";
pub(super) const TOO_MANY_WRONG_CODES: &str = "Too many wrong codes";
pub(super) const LINK_DOES_NOT_WORK: &str = "This link doesn't work";

/// The account page.
pub(super) const EMAIL_ADDRESS: &str = "Email address";
pub(super) const YOU_LOG_IN_WITH: &str = "You log in with {email}.";
pub(super) const CHANGE_WAITS: &str = "A change to {email} waits for a proof.";
pub(super) const CANCEL_CHANGE: &str = "Cancel the change";
pub(super) const CANCELLING: &str = "Cancelling…";
pub(super) const IT_CHANGED: &str = "It changed from {old_email} to {new_email} {moved_at}. The email that we sent to the former \
                                     address undoes that, until {until}.";
pub(super) const SEND_THAT_EMAIL_AGAIN: &str = "Send that email again";
pub(super) const WHERE_LOGGED_IN: &str = "Where you are logged in";
pub(super) const IN_THIS_BROWSER_ONLY: &str = "In this browser only.";
pub(super) const IN_BROWSERS: &str = "In {count} browsers. Log out those that you don't know or don't use any more.";
pub(super) const NONE_ON_THIS_PAGE: &str = "There are none on this page.";
pub(super) const THIS_ONE: &str = "This one";
pub(super) const LAST_SEEN: &str = "Last seen {at} · {client}";
pub(super) const LOGGED_IN_AT: &str = "Logged in {at}";
pub(super) const LOG_OUT: &str = "Log out";
/// What a screen reader says of that button.
pub(super) const LOG_OUT_WHICH: &str = "Log out {browser}, {client}, logged in {since}";
pub(super) const STAYS_UNTIL: &str = "This browser stays logged in until {at} at the latest.";
pub(super) const LOG_OUT_OTHERS: &str = "Log out all others";
pub(super) const PAGES_OF_LIST: &str = "Pages of the list";
pub(super) const EARLIER_PAGE: &str = "Earlier page";
pub(super) const NEXT_PAGE: &str = "Next page";
pub(super) const PAGE_OF: &str = "Page {number} of {pages}";
pub(super) const RECENT_ACTIVITY: &str = "Recent activity";
pub(super) const NOT_YOU: &str = "Something here that wasn't you? Whoever can read your email can log in: change the password of \
                                  your email first.";

/// The page that undoes a change of email address.
pub(super) const UNDO_QUESTION: &str = "Undo the change?";
pub(super) const NOTHING_TO_UNDO: &str = "Nothing to undo";
pub(super) const ADDRESS_IS_NOW: &str = "This account's address is now {email}; {log_in}.";
pub(super) const LOG_IN_WITH_THAT: &str = "log in with that";
pub(super) const OR_GIVE_BACK: &str = "Or, if you don't want that, give the account its old email address back:";
pub(super) const SOMEBODY_ASKED: &str = "Somebody asked to change the email address of this account, {asked_at}:";
pub(super) const FROM: &str = "From";
pub(super) const TO: &str = "To";
pub(super) const UNDO_MOVED: &str = "The account has moved there. Undoing it gives the account its old address, and logs out \
                                     everywhere. You can do so until {until}.";
pub(super) const UNDO_NOT_PROVED: &str = "The new address has not proved itself yet. Undoing it gives the account its old \
                                          address, and logs out everywhere. You can do so until {until}.";
pub(super) const I_DONT_WANT: &str = "I don't want this change";
pub(super) const UNDO: &str = "Undo the change";
pub(super) const UNDOING: &str = "Undoing it…";

/// The page that asks before it logs out everywhere.
pub(super) const LOG_OUT_EVERYWHERE_QUESTION: &str = "Log out everywhere?";
pub(super) const ENDS_ALL: &str =
    "This ends all your sessions, in this browser and in all others. Every page still open leaves.";
pub(super) const LOG_OUT_EVERYWHERE: &str = "Log out everywhere";

/// The page of a limit.
pub(super) const A_LITTLE_LATER: &str = "A little later";
pub(super) const OPEN_IT_ALL_THE_SAME: &str =
    "Is it too old, or for another address? Open its link all the same, then ask here again.";
pub(super) const ASK_AGAIN_FROM: &str = "You can ask again from {until} on.";
pub(super) const GO_ON_FROM: &str = "You can go on from {until} on.";
pub(super) const CHANGE_ADDRESS: &str = "Change address";
pub(super) const CHANGING: &str = "Changing…";
pub(super) const TYPE_A_CODE: &str = "Type a code";
pub(super) const ONE_MOMENT: &str = "One moment…";
pub(super) const BACK_TO_ACCOUNT: &str = "Back to your account";

/// The development mailbox.
pub(super) const MAILBOX: &str = "Mailbox";
pub(super) const MAILBOX_LEAD: &str = "Emails of this development server, newest first. They are kept in memory until it stops; \
                                       set {setting} and they go to a mail server instead.";
pub(super) const NO_EMAILS: &str = "No emails yet. {ask}.";
pub(super) const ASK_FOR_ONE: &str = "Ask for one";
pub(super) const EMAIL_TO_AT: &str = "To {email} · {at}";
pub(super) const EMAIL_TO: &str = "Email to {email}";
pub(super) const AS_PLAIN_TEXT: &str = "As plain text";

/// The page of a failure.
pub(super) const ERROR: &str = "Error {status}";

/// Moments.
pub(super) const JUST_NOW: &str = "just now";
pub(super) const YESTERDAY: &str = "yesterday";
pub(super) const TODAY: &str = "today";
pub(super) const TOMORROW: &str = "tomorrow";

/// So many minutes ago.
pub(super) fn minutes_ago(minutes: u64) -> String {
    if minutes == 1 { "1 minute ago".to_owned() } else { format!("{minutes} minutes ago") }
}
