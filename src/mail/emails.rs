//! A host's own words for our emails.

use super::{
    AddressTakenEmail, ChangeAskedEmail, ChangeDoneEmail, ChangeUndoneEmail, CodeEmail, EmailMessage, NewBrowserEmail,
};
use crate::{ids::EmailId, types::Timestamp};
use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// What an email says.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailText {
    /// The subject: one line, and never the code.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part, a whole document. What comes from outside has to be escaped.
    pub html: String,
}

/// Without the parts: they hold a code and a link.
impl fmt::Debug for EmailText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailText").field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// A host's own emails. Each is ours where it says nothing else, and `email.ours()` is what to begin with.
///
/// An email whose subject holds a control character, whose text lacks the code or the link that it is for, or whose HTML
/// is empty is sent in our words, and the log has an error; so is one whose method panics.
///
/// ```
/// use leptos_magic_auth::{CodeEmail, EmailText, Emails, MagicAuth};
///
/// struct German;
///
/// impl Emails for German {
///     fn code(&self, email: &CodeEmail) -> EmailText {
///         EmailText {
///             subject: format!("Anmelden bei {}", email.app),
///             text: format!("Der Code: {}\n\nDer Link:\n{}\n", email.code, email.link),
///             ..email.ours()
///         }
///     }
/// }
/// let builder = MagicAuth::builder().emails(German);
/// ```
pub trait Emails: Send + Sync + 'static {
    /// Writes the email with a code and a link, which its purpose says more about.
    fn code(&self, email: &CodeEmail) -> EmailText {
        email.ours()
    }

    /// Writes to the address of an account that it is to have another. It must hold the link that undoes that.
    fn change_asked(&self, email: &ChangeAskedEmail) -> EmailText {
        email.ours()
    }

    /// Writes to somebody whose address was wanted for another account.
    fn address_taken(&self, email: &AddressTakenEmail) -> EmailText {
        email.ours()
    }

    /// Writes to the address that an account has left. It must hold the link that undoes that.
    fn change_done(&self, email: &ChangeDoneEmail) -> EmailText {
        email.ours()
    }

    /// Writes to the address to which an account had moved that it has gone back.
    fn change_undone(&self, email: &ChangeUndoneEmail) -> EmailText {
        email.ours()
    }

    /// Writes that a browser has logged in which was new to the account.
    fn new_browser(&self, email: &NewBrowserEmail) -> EmailText {
        email.ours()
    }
}

/// An email that is to be written: never inside of a transaction, because a host may take its time.
#[derive(Clone)]
pub enum Draft {
    /// See [`CodeEmail`].
    Code(CodeEmail),
    /// See [`ChangeAskedEmail`].
    ChangeAsked(ChangeAskedEmail),
    /// See [`AddressTakenEmail`].
    AddressTaken(AddressTakenEmail),
    /// See [`ChangeDoneEmail`].
    ChangeDone(ChangeDoneEmail),
    /// See [`ChangeUndoneEmail`].
    ChangeUndone(ChangeUndoneEmail),
    /// See [`NewBrowserEmail`].
    NewBrowser(NewBrowserEmail),
}

impl Draft {
    /// Writes it, in a host's words where it has some that can be sent.
    pub fn written(&self, id: EmailId, at: Timestamp, emails: Option<&dyn Emails>) -> EmailMessage {
        let theirs = emails.and_then(|emails| self.theirs(emails));
        let EmailText { subject, text, html } = theirs.unwrap_or_else(|| self.ours());
        EmailMessage { id, to: self.to().to_owned(), subject, text, html, at }
    }

    fn to(&self) -> &str {
        match self {
            Self::Code(email) => email.to(),
            Self::ChangeAsked(email) => email.to(),
            Self::AddressTaken(email) => email.to(),
            Self::ChangeDone(email) => email.to(),
            Self::ChangeUndone(email) => email.to(),
            Self::NewBrowser(email) => email.to(),
        }
    }

    fn ours(&self) -> EmailText {
        match self {
            Self::Code(email) => email.ours(),
            Self::ChangeAsked(email) => email.ours(),
            Self::AddressTaken(email) => email.ours(),
            Self::ChangeDone(email) => email.ours(),
            Self::ChangeUndone(email) => email.ours(),
            Self::NewBrowser(email) => email.ours(),
        }
    }

    /// Returns a host's words, or `None` where they cannot be sent.
    fn theirs(&self, emails: &dyn Emails) -> Option<EmailText> {
        let (name, link, code) = match self {
            Self::Code(email) => ("code", email.link.as_str(), Some(email.code.as_str())),
            Self::ChangeAsked(email) => ("change_asked", email.link.as_str(), None),
            Self::AddressTaken(_) => ("address_taken", "", None),
            Self::ChangeDone(email) => ("change_done", email.link.as_str(), None),
            Self::ChangeUndone(_) => ("change_undone", "", None),
            Self::NewBrowser(_) => ("new_browser", "", None),
        };
        let written = catch_unwind(AssertUnwindSafe(|| match self {
            Self::Code(email) => emails.code(email),
            Self::ChangeAsked(email) => emails.change_asked(email),
            Self::AddressTaken(email) => emails.address_taken(email),
            Self::ChangeDone(email) => emails.change_done(email),
            Self::ChangeUndone(email) => emails.change_undone(email),
            Self::NewBrowser(email) => emails.new_browser(email),
        }));
        let fault = match &written {
            Err(_) => "panicked",
            Ok(email) => match fault(email, link, code) {
                None => return written.ok(),
                Some(fault) => fault,
            },
        };
        tracing::error!("the application's Emails::{name} {fault}: the email goes out in our words");
        None
    }
}

/// Returns why this cannot be sent, or `None`.
fn fault(email: &EmailText, link: &str, code: Option<&str>) -> Option<&'static str> {
    let holds = |code: &str| email.text.contains(code) || email.text.contains(&code.replace(' ', ""));
    if email.subject.is_empty() || email.subject.chars().any(char::is_control) {
        Some("has no subject that can be sent: it is empty or holds a control character")
    } else if !email.text.contains(link) {
        Some("has a text without the link")
    } else if code.is_some_and(|code| !holds(code)) {
        Some("has a text without the code")
    } else if email.html.trim().is_empty() {
        Some("has no HTML")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::tests::code_email;

    struct Says(fn(&CodeEmail) -> EmailText);

    impl Emails for Says {
        fn code(&self, email: &CodeEmail) -> EmailText {
            (self.0)(email)
        }
    }

    fn written(says: fn(&CodeEmail) -> EmailText) -> EmailMessage {
        Draft::Code(code_email()).written(uuid::Uuid::nil().into(), Timestamp(0), Some(&Says(says)))
    }

    #[test]
    fn a_hosts_words_are_sent_with_the_code_in_either_form() {
        let cases: [fn(&CodeEmail) -> EmailText; 3] = [
            |email| EmailText { text: format!("{} {}", email.code, email.link), ..email.ours() },
            |email| EmailText { text: format!("{}\n{}", email.digits(), email.link), ..email.ours() },
            |email| EmailText { subject: "Ahoi".to_owned(), ..email.ours() },
        ];
        for says in cases {
            let EmailMessage { subject, text, html, .. } = written(says);
            assert_eq!(EmailText { subject, text, html }, says(&code_email()));
        }
    }

    #[test]
    fn what_cannot_be_sent_is_sent_in_our_words() {
        let ours = code_email().ours();
        let cases: [fn(&CodeEmail) -> EmailText; 7] = [
            |email| EmailText { subject: "Log in\r\nBcc: eve@example.com".to_owned(), ..email.ours() },
            |email| EmailText { subject: String::new(), ..email.ours() },
            |email| EmailText { text: email.code.clone(), ..email.ours() },
            |email| EmailText { text: email.link.clone(), ..email.ours() },
            |email| EmailText { text: String::new(), ..email.ours() },
            |email| EmailText { html: " ".to_owned(), ..email.ours() },
            |_| panic!("a host's panic"),
        ];
        for says in cases {
            let EmailMessage { subject, text, html, .. } = written(says);
            assert_eq!(EmailText { subject, text, html }, ours);
        }
    }

    #[test]
    fn debug_shows_neither_code_nor_link() {
        let shown = format!("{:?} {:?}", code_email(), code_email().ours());
        assert!(!shown.contains("123") && !shown.contains("token") && shown.contains("ada@example.com"), "{shown}");
    }
}
