//! What the emails say. Their texts are the templates beside this file.

use super::EmailText;
use crate::{
    ids::EmailId,
    types::{Timestamp, Utc},
};
use askama::Template;
use std::fmt;

/// An email ready to be sent. Holds a code and a link, so it has no Debug.
#[derive(Clone)]
pub struct EmailMessage {
    /// Its id, for the mail's Message-ID and the log.
    pub id: EmailId,
    /// Whom it is for.
    pub to: String,
    /// Its subject: what and where, never the code.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it was written.
    pub at: Timestamp,
}

/// What an email's code is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodePurpose {
    /// One logs in with it.
    LogIn,
    /// One proves the present address again with it; then it changes.
    Prove {
        /// The address to change to.
        new_email: String,
    },
    /// One confirms a new address with it.
    Confirm,
    /// One logs in with it, although nobody asked: the application invites.
    Invite,
}

/// An email with a code and a link.
#[derive(Clone)]
#[non_exhaustive]
pub struct CodeEmail {
    /// What they are good for.
    pub purpose: CodePurpose,
    /// Whether the code works only together with the link, because too many wrong ones were tried.
    pub codes_off: bool,
    /// What one logs in to, by name.
    pub app: String,
    /// The host that one logs in to.
    pub site: String,
    /// Whom it is for.
    pub email: String,
    /// The code, with a space between its halves.
    pub code: String,
    /// The link, whole.
    pub link: String,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// For how many minutes it is good.
    pub minutes: u64,
    /// Until when, in UTC.
    pub ends_at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

/// Word to the address that an account has, when it is to have another.
#[derive(Clone)]
#[non_exhaustive]
pub struct ChangeAskedEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account has: whom it is for.
    pub old_email: String,
    /// The address that it is to have.
    pub new_email: String,
    /// The link that undoes the change, whole.
    pub link: String,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// When, in UTC.
    pub asked_at: String,
    /// For how many days the change can be undone.
    pub days: u64,
    /// Until when, in UTC.
    pub until: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

/// Word to the owner of an address that somebody else wanted for another account.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AddressTakenEmail {
    /// The application, by name.
    pub app: String,
    /// Whom it is for.
    pub email: String,
    /// Whether its account has left the address lately, and can still come back to it.
    pub left: bool,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

impl fmt::Debug for CodeEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { purpose, email, .. } = self;
        f.debug_struct("CodeEmail").field("purpose", purpose).field("email", email).finish_non_exhaustive()
    }
}

impl fmt::Debug for ChangeAskedEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old_email, new_email, .. } = self;
        let mut fields = f.debug_struct("ChangeAskedEmail");
        fields.field("old_email", old_email).field("new_email", new_email).finish_non_exhaustive()
    }
}

/// Joins an email with the templates of its two parts.
macro_rules! message {
    ($message:ident, $to:ident, $text:literal, $html:literal) => {
        const _: () = {
            #[derive(Template)]
            #[template(path = $text, escape = "none")]
            struct Text<'a>(&'a $message);

            #[derive(Template)]
            #[template(path = $html)]
            struct Html<'a>(&'a $message);

            impl $message {
                /// Returns our own words: a host may change some of them.
                pub fn ours(&self) -> EmailText {
                    EmailText {
                        subject: self.subject(),
                        // Templates without filters or calls that fail cannot fail.
                        text: Text(self).render().unwrap_or_default(),
                        html: Html(self).render().unwrap_or_default(),
                    }
                }

                /// Returns whom it is for.
                pub(super) fn to(&self) -> &str {
                    &self.$to
                }
            }
        };
    };
}

pub(super) use message;

message!(CodeEmail, email, "code.txt", "code.html");
message!(ChangeAskedEmail, old_email, "address_changing.txt", "address_changing.html");
message!(AddressTakenEmail, email, "address_taken.txt", "address_taken.html");

impl CodeEmail {
    /// The code's digits and nothing between them, so that one double click selects it.
    pub(super) fn digits(&self) -> String {
        self.code.chars().filter(char::is_ascii_digit).collect()
    }

    /// The code's halves, for a part that sets them apart by looks alone.
    fn halves(&self) -> (&str, &str) {
        self.code.split_once(' ').unwrap_or((&self.code, ""))
    }

    fn subject(&self) -> String {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Invite => format!("Log in to {}", self.app),
            CodePurpose::Prove { .. } => format!("Change your address at {}", self.app),
            CodePurpose::Confirm => format!("Confirm your new address for {}", self.app),
        }
    }

    fn what_the_code_does(&self) -> String {
        let what_to_do = match (self.codes_off, &self.purpose) {
            (false, CodePurpose::Prove { .. }) => "To go on, type this code where you asked for it:",
            (_, CodePurpose::Invite) => "You are invited. Open the link below, and type this code there:",
            (false, CodePurpose::LogIn) => "Type this code where you asked for it:",
            (false, CodePurpose::Confirm) => {
                "Type this code where you asked for it. From then on you log in\nwith this address:"
            }
            (true, CodePurpose::Confirm) => {
                "Use the link; the code works only together with it. From then on\nyou log in with this address:"
            }
            (true, _) => "Use the link; the code works only together with it:",
        };
        match &self.purpose {
            CodePurpose::Prove { new_email } => format!(
                "Somebody, probably you, wants to change the address of your account to\n{new_email}.\n{what_to_do}"
            ),
            _ => what_to_do.to_owned(),
        }
    }

    fn button(&self) -> &'static str {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Invite => "Log in",
            CodePurpose::Prove { .. } => "Go on",
            CodePurpose::Confirm => "Use this address",
        }
    }

    fn if_you_did_not_ask(&self) -> &'static str {
        match self.purpose {
            CodePurpose::LogIn => "If you didn't ask for this, ignore it: without the code nobody gets in.",
            CodePurpose::Invite => "If you don't know what this is, ignore it: without the code nobody\ngets in.",
            CodePurpose::Prove { .. } => {
                "If that wasn't you, somebody uses a browser in which you are\nlogged in: log in and log out everywhere."
            }
            CodePurpose::Confirm => {
                "If you did not ask for this, give the code to nobody: your address\nwould become that of somebody \
                 else's account."
            }
        }
    }

    fn in_another_browser(&self) -> &'static str {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Prove { .. } => "In another browser the link asks for the code as well.",
            CodePurpose::Confirm => "In another browser neither works.",
            CodePurpose::Invite => "Both work in any browser.",
        }
    }

    fn or_the_link(&self) -> &'static str {
        match self.purpose {
            CodePurpose::Invite => "This is the link:",
            _ => "Or open this link in the browser in which you asked:",
        }
    }

    fn or_one_click(&self) -> &'static str {
        match self.purpose {
            CodePurpose::Invite => "This is the link:",
            _ => "Or, in the same browser, one click:",
        }
    }

    /// Who asked and from where, for the HTML part.
    fn asked_for(&self) -> String {
        match self.purpose {
            CodePurpose::Invite => format!("sent by {}", self.browser),
            _ => format!("asked for with {} from {}", self.browser, self.client),
        }
    }

    /// The lines of the text part as one, for the HTML part.
    fn in_one_line(&self, words: &str) -> String {
        words.replace('\n', " ")
    }
}

impl ChangeAskedEmail {
    fn subject(&self) -> String {
        format!("Your address at {} is about to change", self.app)
    }
}

impl AddressTakenEmail {
    fn subject(&self) -> String {
        format!("Somebody tried to use your address at {}", self.app)
    }
}

/// A time as an email says it: `22 November 2026, 14:05 UTC`.
pub fn utc(at: Timestamp) -> String {
    let at = Utc::of(at);
    format!("{} {} {}, {:02}:{:02} UTC", at.day, at.month_name(), at.year, at.hour, at.minute)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::mail) fn code_email() -> CodeEmail {
        CodeEmail {
            purpose: CodePurpose::LogIn,
            codes_off: false,
            app: "Notes".to_owned(),
            site: "notes.example".to_owned(),
            email: "ada@example.com".to_owned(),
            code: "123 456".to_owned(),
            link: "https://notes.example/sessions/verify?token=abc".to_owned(),
            browser: "Firefox on <Linux>".to_owned(),
            client: "203.0.113.7".to_owned(),
            minutes: 10,
            ends_at: "22 November 2026, 14:05 UTC".to_owned(),
            support: None,
        }
    }

    fn written() -> EmailText {
        code_email().ours()
    }

    #[test]
    fn the_digits_of_a_code_have_nothing_but_tags_between_them() {
        for (code, digits) in [("123 456", "123456"), ("1234 567", "1234567"), ("12345 67890", "1234567890")] {
            let message = CodeEmail { code: code.to_owned(), ..code_email() }.ours();
            assert!(message.text.lines().any(|line| line.trim() == digits), "{}", message.text);
            let (mut shown, mut rest) = (String::new(), message.html.as_str());
            while let Some((before, tag)) = rest.split_once('<') {
                shown.push_str(before);
                rest = tag.split_once('>').unwrap().1;
            }
            assert!(shown.contains(&format!("\n{digits}\n")), "{shown}");
        }
    }

    #[test]
    fn nothing_is_hidden_and_the_purpose_is_the_first_that_is_read() {
        let message = written();
        for hidden in ["display:none", "visibility:hidden", "font-size:0", "max-height:0", "opacity:0"] {
            assert!(!message.html.contains(hidden), "{hidden} looks like spam");
        }
    }

    #[test]
    fn both_parts_say_the_same_in_the_same_order() {
        let message = written();
        for part in [&message.text, &message.html] {
            let told = [
                "123",
                "notes.example/sessions/verify?token=abc",
                "ada@example.com",
                "Firefox on",
                "203.0.113.7",
                "14:05 UTC",
                "If you didn",
            ];
            let places: Vec<_> = told.iter().map(|word| part.find(word)).collect();
            assert!(places.iter().all(Option::is_some), "{places:?}\n{part}");
            // The first line names the address too; the last mention decides.
            let last: Vec<_> = told[2..].iter().map(|word| part.rfind(word)).collect();
            assert!(last.is_sorted(), "{last:?}\n{part}");
        }
        assert!(!message.subject.contains("123"));
    }

    #[test]
    fn the_link_stands_on_a_line_of_its_own_and_other_lines_are_short() {
        let message = written();
        assert!(message.text.lines().any(|line| line == "https://notes.example/sessions/verify?token=abc"));
        assert!(message.text.lines().all(|line| line.starts_with("https://") || line.chars().count() <= 72));
    }

    #[test]
    fn what_comes_from_outside_is_escaped() {
        assert!(!written().html.contains("<Linux>"));
    }

    #[test]
    fn times_are_in_utc() {
        assert_eq!(utc(Timestamp(1_795_356_300_000)), "22 November 2026, 14:05 UTC");
    }
}
