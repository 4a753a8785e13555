//! Sending through a host's own provider.

use super::{Carry, EmailMessage, Outcome, Refusal, Sender};
use std::{fmt, pin::Pin, sync::Arc, time::Duration};
use tokio::time::timeout;

/// How long a provider may take for one email. Then nobody knows whether it arrives.
const PATIENCE: Duration = Duration::from_secs(30);

/// One email for a host's provider. Its `Debug` hides what it says: that has a code and a link in it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Email {
    /// A unique id, for the provider's idempotency key and the `Message-ID`.
    pub id: String,
    /// Whom it is from, such as `Notes <no-reply@notes.example>`.
    pub from: String,
    /// Whom it is for: one bare email address.
    pub to: String,
    /// Its subject: what and where, never a code.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Email").field("id", &self.id).field("to", &self.to).finish_non_exhaustive()
    }
}

/// Why a provider did not take an email. The reason is for the log; it must not hold what the email says.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The same email may be taken later.
    #[error("{0}")]
    Temporary(String),
    /// Trying again does not help: the address does not exist, say.
    #[error("{0}")]
    Permanent(String),
}

/// Sends emails for [`Builder::mailer`](crate::Builder::mailer).
///
/// ```
/// use leptos_magic_auth::{Email, SendEmail, SendError};
///
/// struct Printed;
///
/// impl SendEmail for Printed {
///     async fn send(&self, email: &Email) -> Result<(), SendError> {
///         println!("to {}: {}", email.to, email.subject);
///         Ok(())
///     }
/// }
/// ```
pub trait SendEmail: Send + Sync + 'static {
    /// Hands one email to the provider. It has 30 seconds; an error, a panic or more time counts as an email that may not
    /// have arrived, and one that must arrive is sent again.
    fn send(&self, email: &Email) -> impl Future<Output = Result<(), SendError>> + Send;
}

/// The same for any provider.
trait AnySendEmail: Send + Sync {
    fn send<'a>(&'a self, email: &'a Email) -> Pin<Box<dyn Future<Output = Result<(), SendError>> + Send + 'a>>;
}

impl<T: SendEmail> AnySendEmail for T {
    fn send<'a>(&'a self, email: &'a Email) -> Pin<Box<dyn Future<Output = Result<(), SendError>> + Send + 'a>> {
        Box::pin(SendEmail::send(self, email))
    }
}

/// A host's provider.
#[derive(Clone)]
pub struct Provider {
    from: Arc<str>,
    send: Arc<dyn AnySendEmail>,
}

impl Provider {
    /// Sends by this provider, in the name of this sender.
    pub fn new(from: &Sender, send: Arc<impl SendEmail>) -> Self {
        Self { from: from.to_string().into(), send }
    }

    async fn send(&self, email: EmailMessage) -> Outcome {
        let EmailMessage { id, to, subject, text, html, .. } = email;
        let email = Email { id: id.to_string(), from: self.from.to_string(), to, subject, text, html };
        let send = self.send.clone();
        // In a task of its own: a panic of the provider is a failure like others.
        let sending = tokio::spawn(async move { send.send(&email).await });
        match timeout(PATIENCE, sending).await {
            Ok(Ok(Ok(()))) => Outcome::Sent,
            Ok(Ok(Err(SendError::Temporary(reason)))) => Outcome::Refused(Refusal::Temporary, reason),
            Ok(Ok(Err(SendError::Permanent(reason)))) => Outcome::Refused(Refusal::Permanent, reason),
            Ok(Err(_)) => Outcome::Unknown("the provider panicked".to_owned()),
            Err(_) => Outcome::Unknown(format!("the provider did not answer within {PATIENCE:?}")),
        }
    }
}

impl Carry for Provider {
    fn carry(&self, email: EmailMessage) -> Pin<Box<dyn Future<Output = Outcome> + Send + '_>> {
        Box::pin(self.send(email))
    }
}
