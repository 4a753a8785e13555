//! A mail server's address, as a setting tells it.

use lettre::transport::smtp::{authentication::Credentials, client::TlsParameters};
use percent_encoding::percent_decode_str;
use std::net::IpAddr;
use url::Url;

/// Why a mail server's address cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    /// It is no address of a mail server.
    #[error("is no address of a mail server ({0}); write smtps://user:password@host, or smtp://…?tls=required")]
    Url(String),
    /// It would send codes and passwords in the clear.
    #[error("would send emails and the password unencrypted; write smtps://… or add ?tls=required")]
    Unencrypted,
    /// Its user or password holds what would end it.
    #[error(
        "has a user or password with a character in it that parts an address; percent-encode it: # is %23, / is %2F, \
         ? is %3F, @ is %40, : is %3A, % is %25, a space is %20"
    )]
    Unescaped,
    /// A user alone cannot log in.
    #[error("has a user without a password; write user:password@, or neither for a server that wants none")]
    NoPassword,
    /// A password alone cannot log in.
    #[error("has a password without a user; write user:password@, or neither for a server that wants none")]
    NoUser,
}

/// Where a mail server is, and how to come in.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Tls,
    pub(super) credentials: Option<Credentials>,
}

/// How a connection is encrypted.
pub(super) enum Tls {
    /// Not at all: on this machine only.
    Never,
    /// After STARTTLS, or no email is sent.
    Starttls(TlsParameters),
    /// From the start.
    Always(TlsParameters),
}

impl Server {
    /// Reads a mail server's address.
    ///
    /// # Errors
    /// What is wrong with it; never its password.
    pub(super) fn parse(address: &str) -> Result<Self, SmtpError> {
        check_user_and_password(address)?;
        let url = Url::parse(address).map_err(|error| SmtpError::Url(error.to_string()))?;
        let fault = |fault: &str| SmtpError::Url(fault.to_owned());
        if !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(fault("it begins with neither smtps:// nor smtp://"));
        }
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(fault("nothing may follow the host but a port and ?tls=required"));
        }
        let host = host(&url).ok_or_else(|| fault("it has no host"))?;
        let asked: Vec<_> = url.query_pairs().collect();
        let starttls = asked.iter().any(|(name, value)| name == "tls" && value == "required");
        if url.scheme() == "smtp" && !starttls && !is_loopback(&host) {
            return Err(SmtpError::Unencrypted);
        }
        if asked.len() > usize::from(starttls) {
            return Err(fault("?tls=required is all that may be asked for"));
        }
        let trusted = || TlsParameters::new(host.clone()).map_err(|_| fault("TLS could not be set up for this host"));
        let (tls, port) = match (url.scheme(), starttls) {
            ("smtps", _) => (Tls::Always(trusted()?), 465),
            (_, true) => (Tls::Starttls(trusted()?), 587),
            (_, false) => (Tls::Never, 25),
        };
        let decoded = |text: &str| {
            let text =
                percent_decode_str(text).decode_utf8().map_err(|_| fault("its user or password is not UTF-8"))?;
            Ok::<_, SmtpError>(text.into_owned())
        };
        let credentials = match url.password() {
            Some(password) => Some(Credentials::new(decoded(url.username())?, decoded(password)?)),
            None => None,
        };
        Ok(Self { port: url.port().unwrap_or(port), host, tls, credentials })
    }
}

/// Looks at user and password as they were written: what parts an address is taken for the end of a password without a
/// word, or for the host.
fn check_user_and_password(address: &str) -> Result<(), SmtpError> {
    let Some((user_and_password, _)) = address.split_once("://").and_then(|(_, rest)| rest.rsplit_once('@')) else {
        return Ok(());
    };
    let (user, password) = user_and_password.split_once(':').unwrap_or((user_and_password, ""));
    if !is_escaped(user) || !is_escaped(password) {
        Err(SmtpError::Unescaped)
    } else if user.is_empty() {
        Err(SmtpError::NoUser)
    } else if password.is_empty() {
        Err(SmtpError::NoPassword)
    } else {
        Ok(())
    }
}

fn is_escaped(text: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"#/?@:".contains(c);
    let hex = |escape: &str| escape.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    text.chars().all(plain) && text.split('%').skip(1).all(hex)
}

/// Returns the host without the brackets of an IPv6 address, in punycode where it is international.
fn host(url: &Url) -> Option<String> {
    let host = percent_decode_str(url.host_str()?).decode_utf8().ok()?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let host = if host.is_ascii() { host.to_owned() } else { idna::domain_to_ascii_strict(host).ok()? };
    (!host.is_empty()).then_some(host)
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_servers_are_used_except_on_this_machine() {
        for (good, host, port) in [
            ("smtps://u:p@mail.example", "mail.example", 465),
            ("smtp://u:p@mail.example:2587?tls=required", "mail.example", 2587),
            ("smtp://mail.example/?tls=required", "mail.example", 587),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525),
            ("smtp://[::1]", "::1", 25),
            ("smtp://localhost", "localhost", 25),
            ("smtps://u:p@bücher.example", "xn--bcher-kva.example", 465),
        ] {
            let server = Server::parse(good).unwrap_or_else(|fault| panic!("{good}: {fault}"));
            assert_eq!((server.host.as_str(), server.port), (host, port), "{good}");
        }
        for bad in ["smtp://u:p@mail.example", "smtp://u:p@mail.example?tls=opportunistic", "smtp://8.8.8.8"] {
            assert!(matches!(Server::parse(bad), Err(SmtpError::Unencrypted)), "{bad}");
        }
        for bad in [
            "",
            "mail.example",
            "https://mail.example?tls=required",
            "smtps://",
            "smtps://u:p@mail.example/ehlo",
            "smtps://mail.example#x",
            "smtp://mail.example?tls=required&tls=opportunistic",
        ] {
            assert!(matches!(Server::parse(bad), Err(SmtpError::Url(_))), "{bad}");
        }
    }

    #[test]
    fn a_password_that_would_part_the_address_is_told_how_to_be_written() {
        for password in ["a#b", "#ab", "a/b", "12/34", "a?b", "12?34", "12#34", "a@b", "a:b", "a%b", "a b", "a%2", "%"]
        {
            let address = format!("smtps://ada:{password}@mail.example");
            assert!(matches!(Server::parse(&address), Err(SmtpError::Unescaped)), "{address}");
        }
        assert!(matches!(Server::parse("smtps://ada@x.example:p@mail.example"), Err(SmtpError::Unescaped)));
        let escaped = "smtps://ada%40x.example:%23%2F%3F%40%3A%25%20ü!$&'()*+,;=@mail.example";
        let credentials = Server::parse(escaped).ok().and_then(|server| server.credentials);
        let expected = Credentials::new("ada@x.example".to_owned(), "#/?@:% ü!$&'()*+,;=".to_owned());
        assert_eq!(credentials, Some(expected));
    }

    #[test]
    fn a_user_or_a_password_alone_is_no_log_in() {
        for bad in ["smtp://ada@localhost", "smtp://ada:@localhost", "smtps://ada@mail.example"] {
            assert!(matches!(Server::parse(bad), Err(SmtpError::NoPassword)), "{bad}");
        }
        for bad in ["smtp://:hunter2@localhost", "smtps://@mail.example", "smtps://:@mail.example"] {
            assert!(matches!(Server::parse(bad), Err(SmtpError::NoUser)), "{bad}");
        }
    }

    #[test]
    fn an_error_never_repeats_the_password() {
        for bad in [
            "gopher://user:hunter2@mail.example?tls=required",
            "smtp://user:hunter2@mail.example",
            "smtps://user:hunter2@",
            "smtps://user:hunter2#@mail.example",
            "smtps://:hunter2@mail.example",
            "smtps://user:hunter2@mail.example:x",
            "smtps://user:hunter2/mail.example",
        ] {
            assert!(!Server::parse(bad).err().unwrap().to_string().contains("hunter2"), "{bad}");
        }
    }
}
