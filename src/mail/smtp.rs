//! Sending through an SMTP server.

use super::Letter;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::AddressError,
    message::{Mailbox, MultiPart, header},
    transport::smtp::PoolConfig,
};
use std::{error::Error, time::Duration, time::SystemTime};
use tokio::time::timeout;
use url::{Host, Url};

/// Connections that are kept open between letters.
const MOST_CONNECTIONS: u32 = 8;

/// Why a letter was not sent. Says what the mail server said; never what the letter says.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address is good for us, but not for mail.
    #[error("the address is none that mail knows: {0}")]
    Address(#[from] AddressError),
    /// The letter could not be put together.
    #[error("the letter could not be put together: {0}")]
    Message(#[from] lettre::error::Error),
    /// The mail server refused it or was not there.
    #[error("the mail server: {0}")]
    Smtp(String),
    /// The mail server did not answer in time.
    #[error("the mail server did not answer within {0:?}")]
    Timeout(Duration),
}

/// Why a mail server's address cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    /// It is no address of a mail server.
    #[error("is no address of a mail server ({0}); write smtps://user:password@host, or smtp://…?tls=required")]
    Url(String),
    /// It would send codes and passwords in the clear.
    #[error("would send letters and the password unencrypted; write smtps://… or add ?tls=required")]
    Unencrypted,
}

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    time_limit: Duration,
}

impl Smtp {
    /// The mail server at this address: `smtps://user:password@host` for TLS from the start,
    /// `smtp://user:password@host:587?tls=required` for STARTTLS. Without TLS only on this machine.
    /// `time_limit` is for one letter, from connecting to the server's last word.
    pub fn new(address: &str, from: Mailbox, time_limit: Duration) -> Result<Self, SmtpError> {
        let url = Url::parse(address).map_err(|error| SmtpError::Url(error.to_string()))?;
        // The first one counts, as it does for lettre.
        let tls = url.query_pairs().find(|(name, _)| name == "tls");
        let required = tls.is_some_and(|(_, value)| value == "required");
        if url.scheme() != "smtps" && !required && !is_loopback(&url) {
            return Err(SmtpError::Unencrypted);
        }
        // The error's cause could repeat the password, so only its kind is told.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|_| SmtpError::Url("not of lettre's form".to_owned()))?
            .timeout(Some(time_limit))
            .pool_config(PoolConfig::new().max_size(MOST_CONNECTIONS))
            .build();
        Ok(Self { transport, from, time_limit })
    }

    /// Sends a letter.
    pub async fn send(&self, letter: Letter) -> Result<(), MailError> {
        let domain = self.from.email.domain();
        let since = Duration::from_millis(u64::try_from(letter.at.0).unwrap_or(0));
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, letter.to.parse()?))
            .subject(letter.subject)
            .date(SystemTime::UNIX_EPOCH + since)
            .message_id(Some(format!("<{}@{domain}>", letter.id)))
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?;
        match timeout(self.time_limit, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(MailError::Smtp(with_causes(&error))),
            Err(_) => Err(MailError::Timeout(self.time_limit)),
        }
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// An error with everything that led to it, in one line.
fn with_causes(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = error.source();
    }
    told.replace(char::is_control, " ")
}

/// Tells other machines not to answer (RFC 3834, 5).
#[derive(Clone)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(address: &str) -> Result<Smtp, SmtpError> {
        Smtp::new(address, "Notes <no-reply@notes.example>".parse().unwrap(), Duration::from_secs(10))
    }

    #[tokio::test]
    async fn only_encrypted_servers_are_used_except_on_this_machine() {
        for good in [
            "smtps://u:p@mail.example",
            "smtp://u:p@mail.example:587?tls=required",
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
        ] {
            assert!(open(good).is_ok(), "{good}");
        }
        for bad in ["smtp://u:p@mail.example", "smtp://u:p@mail.example?tls=opportunistic"] {
            assert!(matches!(open(bad), Err(SmtpError::Unencrypted)), "{bad}");
        }
        for bad in ["", "mail.example", "https://mail.example?tls=required", "smtps://"] {
            assert!(matches!(open(bad), Err(SmtpError::Url(_) | SmtpError::Unencrypted)), "{bad}");
        }
    }

    #[tokio::test]
    async fn an_error_never_repeats_the_password() {
        for bad in [
            "gopher://user:hunter2@mail.example?tls=required",
            "smtp://user:hunter2@mail.example",
            "smtps://user:hunter2@",
        ] {
            assert!(!open(bad).err().unwrap().to_string().contains("hunter2"), "{bad}");
        }
    }
}
