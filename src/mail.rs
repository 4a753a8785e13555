//! Emails: written in the language of whoever reads them, and given to whoever carries them.

mod body;
mod changes;
mod columns;
mod ehlo;
mod emails;
mod mailbox;
mod message;
mod new_browser;
mod outcome;
mod provider;
mod sender;
mod texts;

pub use changes::{AddressTakenEmail, ChangeAskedEmail, ChangeDoneEmail, ChangeUndoneEmail};
pub use ehlo::EhloName;
pub use emails::{Draft, EmailText, Emails};
pub use mailbox::Mailbox;
pub use message::{CodeEmail, CodePurpose, EmailMessage};
pub use new_browser::NewBrowserEmail;
pub use outcome::{Outcome, Refusal};
pub use provider::{Email, Provider, SendEmail, SendError};
pub use sender::Sender;

use crate::languages::Language;
use std::{pin::Pin, sync::Arc};
use texts::{FACT_FROM, FACT_WHEN};

#[cfg(test)]
pub(crate) use texts::ALL as ALL_TEXTS;

/// Who asked, and when, as facts of an email.
fn asked_with(language: &Language, browser: &str, client: &str, at: &str) -> Vec<(String, Vec<String>)> {
    vec![
        (language.say(FACT_FROM, &[]), vec![browser.to_owned(), client.to_owned()]),
        (language.say(FACT_WHEN, &[]), vec![at.to_owned()]),
    ]
}

/// Returns where a link leads to whom people may ask.
pub fn support_link(support: &str) -> String {
    if support.starts_with("https://") { support.to_owned() } else { format!("mailto:{support}") }
}

/// Who takes the emails.
#[derive(Clone)]
pub enum Mailer {
    /// A mail server, or a provider of the host's.
    Carrier(Arc<dyn Carry>),
    /// Memory, for development and tests.
    Mailbox(Mailbox),
}

/// Carries emails away from this machine.
pub trait Carry: Send + Sync {
    /// Sends an email, and says how that ended.
    fn carry(&self, email: EmailMessage) -> Pin<Box<dyn Future<Output = Outcome> + Send + '_>>;
}

impl Mailer {
    /// Sends an email, and says how that ended.
    pub async fn send(&self, email: EmailMessage) -> Outcome {
        match self {
            Self::Carrier(carrier) => carrier.carry(email).await,
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
