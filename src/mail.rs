//! Letters: written from templates, sent through an SMTP server or put into the mailbox of development.

mod letter;
mod mailbox;
mod smtp;

pub use letter::{AddressChangingLetter, AddressTakenLetter, CodeLetter, Letter, LetterPurpose, utc};
pub use mailbox::Mailbox;
pub use smtp::{MailError, Smtp, SmtpError};

/// Who takes the letters.
#[derive(Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp(Smtp),
    /// Memory, for development and tests.
    Mailbox(Mailbox),
}

impl Mailer {
    /// Sends a letter. An error says in one line, for the log, what the mail server said or did not.
    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        match self {
            Self::Smtp(smtp) => smtp.send(letter).await,
            Self::Mailbox(mailbox) => {
                mailbox.put(letter);
                Ok(())
            }
        }
    }
}
