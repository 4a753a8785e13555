//! Emails: written from templates, sent through an SMTP server or put into the mailbox of development.

mod changes;
mod mailbox;
mod message;
mod mime;
mod new_browser;
mod outcome;
mod provider;
mod sender;
mod smtp;

pub use changes::{ChangeDoneEmail, ChangeUndoneEmail};
pub use mailbox::Mailbox;
pub use message::{AddressTakenEmail, ChangeAskedEmail, CodeEmail, CodePurpose, EmailMessage, utc};
pub use new_browser::NewBrowserEmail;
pub use outcome::{Outcome, Refusal};
pub use provider::{Email, Provider, SendEmail, SendError};
pub use sender::Sender;
pub use smtp::{EhloName, Smtp, SmtpError};

/// Who takes the emails.
#[derive(Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp(Smtp),
    /// A provider of the host's.
    Provider(Provider),
    /// Memory, for development and tests.
    Mailbox(Mailbox),
}

impl Mailer {
    /// Sends an email, and says how that ended.
    pub async fn send(&self, email: EmailMessage) -> Outcome {
        match self {
            Self::Smtp(smtp) => smtp.send(&email).await,
            Self::Provider(provider) => provider.send(email).await,
            Self::Mailbox(mailbox) => {
                mailbox.put(email);
                Outcome::Sent
            }
        }
    }

    /// Whether an address without a dot behind its `@` can be reached: by the mailbox of this machine only.
    pub fn reaches_this_machine(&self) -> bool {
        matches!(self, Self::Mailbox(_))
    }
}
