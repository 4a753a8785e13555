//! Sending through an SMTP server.

mod connections;
mod conversation;
mod dkim;
mod mime;
mod server;

use crate::mail::{Carry, EhloName, EmailMessage, Outcome, Refusal, Sender};
use connections::Connections;
use conversation::{TimeLimits, Used, Wire, hand_over};
use dkim::Dkim;
use lettre::{
    Address,
    transport::smtp::{
        authentication::DEFAULT_MECHANISMS, client::AsyncSmtpConnection, extension::ClientId, extension::Extension,
    },
};
use mime::{EightBit, Named, compose};
use server::{Server, Tls};
use std::{error::Error, path::Path, pin::Pin, sync::Arc, time::Duration};
use tokio::time::timeout;

pub use dkim::DkimError;
pub use server::SmtpError;

/// How much longer than for any other answer a mail server may take for its verdict about a whole email.
const VERDICT: u32 = 6;

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    inner: Arc<Inner>,
    /// None: emails go as they are, and the mail server signs them or nobody does.
    dkim: Option<Arc<Dkim>>,
}

struct Inner {
    server: Server,
    ehlo: ClientId,
    from: Named,
    limits: TimeLimits,
    kept: Connections,
}

impl Smtp {
    /// The mail server at this address: `smtps://user:password@host` for TLS from the start,
    /// `smtp://user:password@host:587?tls=required` for STARTTLS. Without TLS only on this machine.
    /// It is greeted with the sender's domain, or with the name that is given.
    /// `time_limit` is for opening a connection, and for each answer; the verdict about a whole email may take six
    /// times as long.
    ///
    /// # Errors
    /// What is wrong with the address; never its password.
    pub fn new(address: &str, from: Sender, ehlo: Option<EhloName>, time_limit: Duration) -> Result<Self, SmtpError> {
        let server = Server::parse(address)?;
        let ehlo = match ehlo.unwrap_or_else(|| EhloName::Domain(from.domain().to_owned())) {
            EhloName::Domain(name) => ClientId::Domain(name),
            EhloName::V4(ip) => ClientId::Ipv4(ip),
            EhloName::V6(ip) => ClientId::Ipv6(ip),
        };
        let address = Address::new(from.local(), from.domain()).map_err(|fault| SmtpError::Url(fault.to_string()))?;
        let from = Named::new(from.name().map(str::to_owned), address);
        let limits = TimeLimits { waking: time_limit / 2, answer: time_limit, verdict: time_limit * VERDICT };
        let inner = Inner { server, ehlo, from, limits, kept: Connections::default() };
        Ok(Self { inner: Arc::new(inner), dkim: None })
    }

    /// The same with each email signed by the private key in this file, whose public half stands in the DNS under this
    /// selector.
    ///
    /// # Errors
    /// The file cannot be read, or holds no such key.
    pub fn signed(self, key_file: &Path, selector: &str) -> Result<Self, DkimError> {
        let dkim = Dkim::read(key_file, selector, self.inner.from.email.domain())?;
        Ok(Self { dkim: Some(Arc::new(dkim)), ..self })
    }

    /// How long sending an email can take at the most.
    pub fn longest(time_limit: Duration) -> Duration {
        // A kept connection that wakes and then says nothing, a new one, its four answers, and the verdict.
        time_limit * (3 + 1 + 3 + VERDICT)
    }

    /// Sends an email. A kept connection that turns out to be of no use before the content has left is replaced by a new
    /// one, once.
    async fn send(&self, email: &EmailMessage) -> Outcome {
        let Inner { limits, kept, .. } = &*self.inner;
        let to: Address = match email.to.parse() {
            Ok(to) => to,
            Err(fault) => {
                let why = format!("the address is none that mail knows: {fault}");
                return Outcome::Refused(Refusal::Permanent, why);
            }
        };
        if let Some(connection) = kept.take() {
            match self.hand_over(connection, Used::Before, email, &to).await {
                Ok(outcome) => return outcome,
                Err(why) => tracing::debug!("a kept connection was of no use: {why}"),
            }
        }
        match timeout(limits.answer, self.connect()).await {
            Ok(Ok(connection)) => {
                self.hand_over(connection, Used::Never, email, &to).await.unwrap_or_else(Outcome::NotHandedOver)
            }
            Ok(Err(error)) => Outcome::NotHandedOver(format!("the mail server: {}", with_causes(&error))),
            Err(_) => Outcome::NotHandedOver(format!("the mail server did not answer within {:?}", limits.answer)),
        }
    }

    async fn hand_over(
        &self,
        connection: AsyncSmtpConnection,
        used: Used,
        email: &EmailMessage,
        to: &Address,
    ) -> Result<Outcome, String> {
        let Inner { from, limits, kept, .. } = &*self.inner;
        // A signature must outlive every server that takes no such text and writes it anew (RFC 6376, 5.3).
        let eight_bit = connection.server_info().supports_feature(Extension::EightBitMime) && self.dkim.is_none();
        let message = match compose(email, from, to, if eight_bit { EightBit::Yes } else { EightBit::No }) {
            Ok(message) => message,
            Err(fault) => {
                return Ok(Outcome::NotHandedOver(format!("the email could not be put together: {fault}")));
            }
        };
        let Some(content) = self.signed_if_set(message.formatted()) else {
            return Ok(Outcome::NotHandedOver("the email could not be signed".to_owned()));
        };
        let wire = Wire { envelope: message.envelope().clone(), content };
        hand_over(connection, used, &wire, *limits, kept).await
    }

    /// Puts a signature before an email, where there is a key; `None` when that fails.
    fn signed_if_set(&self, mut email: Vec<u8>) -> Option<Vec<u8>> {
        let Some(dkim) = &self.dkim else { return Some(email) };
        let header = dkim.header(str::from_utf8(&email).ok()?).ok()?;
        email.splice(..0, header.into_bytes());
        Some(email)
    }

    /// Opens a connection, encrypts it, and logs in.
    async fn connect(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let Inner { server, ehlo, limits, .. } = &*self.inner;
        let from_the_start = match &server.tls {
            Tls::Always(trusted) => Some(trusted.clone()),
            _ => None,
        };
        let place = (server.host.as_str(), server.port);
        // A host with several addresses has time for a second one.
        let each = Some(limits.waking);
        let mut connection = AsyncSmtpConnection::connect_tokio1(place, each, ehlo, from_the_start, None).await?;
        if let Tls::Starttls(trusted) = &server.tls {
            connection.starttls(trusted.clone(), ehlo).await?;
        }
        if let Some(credentials) = &server.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

impl Carry for Smtp {
    fn carry(&self, email: EmailMessage) -> Pin<Box<dyn Future<Output = Outcome> + Send + '_>> {
        Box::pin(async move { self.send(&email).await })
    }
}

/// Longest error, in bytes: a mail server may say any number of lines.
const MOST_BYTES: usize = 200;

/// An error with everything that led to it, in one line.
fn with_causes(error: &dyn Error) -> String {
    let mut whole = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !whole.contains(&text) {
            whole = format!("{whole}: {text}");
        }
        cause = error.source();
    }
    whole.truncate(whole.floor_char_boundary(MOST_BYTES));
    whole.replace(char::is_control, " ")
}
