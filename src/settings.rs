//! What is set, and what holds where nothing is. [`SETTINGS`] lists what each setting is called and how it is read.

mod list;
mod read;

pub(crate) use list::{ReadBy, SETTINGS, Setting};
pub(crate) use read::is_loopback;

use crate::{
    auth::{Limits, LivePageBounds, Quotas, Rules},
    http::{ClientIpSource, MailboxKey},
    languages::{Languages, OwnWords, WordsFault},
    mail::{EhloName, Sender},
    smtp::Smtp,
    store::CONNECTIONS,
};
use read::own_words;
use std::{net::SocketAddr, path::PathBuf, sync::LazyLock, time::Duration};
use url::Url;

/// This machine, as people type it.
pub(crate) static LOCALHOST: LazyLock<Url> = LazyLock::new(|| Url::parse("http://localhost").expect("a URL"));

/// Everything that can be set, with what holds where nothing is.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) database_url: String,
    pub(crate) database_listen_url: Option<String>,
    pub(crate) database_connections: u32,
    pub(crate) public_url: Option<Url>,
    pub(crate) smtp_url: Option<String>,
    pub(crate) smtp_ehlo: Option<EhloName>,
    pub(crate) smtp_timeout: Duration,
    pub(crate) mailbox_key: Option<MailboxKey>,
    pub(crate) mail_from: Option<Sender>,
    pub(crate) app_name: String,
    pub(crate) support: Option<String>,
    pub(crate) default_language: String,
    /// The folder with a host's own words.
    pub(crate) locales: Option<PathBuf>,
    pub(crate) client_ip_source: Option<ClientIpSource>,
    pub(crate) site_addr: SocketAddr,
    pub(crate) site_root: Option<PathBuf>,
    pub(crate) connections_per_client: u32,
    pub(crate) header_timeout: Duration,
    pub(crate) shutdown_delay: Duration,
    pub(crate) shutdown_timeout: Duration,
    /// Whether nothing is limited: for an application's own tests.
    pub(crate) without_limits: bool,
    pub(crate) quotas: Quotas,
    pub(crate) live_pages: LivePageBounds,
    pub(crate) rules: Rules,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database_url: "sqlite://magic-auth.db".to_owned(),
            database_connections: CONNECTIONS,
            database_listen_url: None,
            public_url: None,
            smtp_url: None,
            smtp_ehlo: None,
            smtp_timeout: Duration::from_secs(10),
            mailbox_key: None,
            mail_from: None,
            app_name: "Magic Auth".to_owned(),
            support: None,
            default_language: "en".to_owned(),
            locales: None,
            client_ip_source: None,
            site_addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            site_root: None,
            connections_per_client: 256,
            header_timeout: Duration::from_secs(10),
            shutdown_delay: Duration::ZERO,
            shutdown_timeout: Duration::from_secs(10),
            without_limits: false,
            quotas: Quotas::default(),
            live_pages: LivePageBounds::default(),
            rules: Rules::default(),
        }
    }
}

/// Names a setting that does not hold, and says in one line what is wrong with it. Never repeats its value.
#[derive(Debug, thiserror::Error)]
#[error("{name} {fault}")]
pub(crate) struct SettingError {
    pub(crate) name: &'static str,
    pub(crate) fault: String,
}

impl SettingError {
    pub(crate) fn new(name: &'static str, fault: impl std::fmt::Display) -> Self {
        Self { name, fault: fault.to_string().replace('\n', " ") }
    }
}

impl Settings {
    /// Returns the site's own URL: this machine, at the port that is listened on, where nothing else is said.
    pub(crate) fn public_url(&self) -> Url {
        // Port 0 is any that is free, and nobody could type it.
        let port = if self.site_addr.port() == 0 { 3000 } else { self.site_addr.port() };
        let mut here = LOCALHOST.clone();
        let _ = here.set_port(Some(port));
        self.public_url.clone().unwrap_or(here)
    }

    /// Returns the path of the public URL, below which the application is nested, without a slash at its end.
    pub(crate) fn prefix(&self) -> String {
        self.public_url().path().trim_end_matches('/').to_owned()
    }

    /// Returns the languages: ours, with what is said in the folder and by these words in place of it.
    pub(crate) fn languages(&self, own: &[OwnWords]) -> Result<Languages, SettingError> {
        let mut words = self.locales.as_deref().map(own_words).transpose()?.unwrap_or_default();
        words.extend_from_slice(own);
        Languages::new(&words, &self.default_language).map_err(|fault| match fault {
            WordsFault::NoSuchDefault(_) => SettingError::new("DEFAULT_LANGUAGE", fault),
            WordsFault::Words(_) => SettingError::new("LOCALES", format!("holds what cannot be said. {fault}")),
        })
    }

    /// Returns the mail server, or `None` where emails stay on this machine.
    pub(crate) fn mail(&self) -> Result<Option<Smtp>, SettingError> {
        let here = self.site_addr.ip().is_loopback() && is_loopback(&self.public_url());
        match (&self.smtp_url, &self.mail_from) {
            (Some(url), Some(from)) => Smtp::new(url, from.clone(), self.smtp_ehlo.clone(), self.smtp_timeout)
                .map(Some)
                .map_err(|error| SettingError::new("SMTP_URL", error)),
            (Some(_), None) => {
                Err(SettingError::new("MAIL_FROM", "is missing: with SMTP_URL, say whom emails are from"))
            }
            (None, _) if here => Ok(None),
            (None, _) => Err(SettingError::new(
                "SMTP_URL",
                "is missing: where others can reach this server, emails need a mail server",
            )),
        }
    }

    /// Returns where clients' IP addresses are read from.
    ///
    /// # Errors
    /// With an https URL it must be said: what speaks TLS is most often a proxy, and where its header is not read all
    /// people count as one client and shut each other out.
    pub(crate) fn client_ip(&self) -> Result<ClientIpSource, SettingError> {
        match self.client_ip_source {
            Some(source) => Ok(source),
            None if self.public_url().scheme() == "https" => Err(SettingError::new(
                "CLIENT_IP_SOURCE",
                "is missing: with an https PUBLIC_URL, name the header in which your proxy says who the client is, such as \
                 RightmostXForwardedFor, or write ConnectInfo if nothing stands in front of this server",
            )),
            None => Ok(ClientIpSource::ConnectInfo),
        }
    }

    /// Returns whom emails are from, as text.
    pub(crate) fn sender(&self) -> String {
        self.mail_from.as_ref().map_or_else(|| "Magic Auth <no-reply@localhost>".to_owned(), ToString::to_string)
    }

    /// Returns the connections that one client may hold, or `None` where all come through a proxy.
    pub(crate) fn per_client(&self) -> Option<usize> {
        let direct = self.client_ip().is_ok_and(|source| source == ClientIpSource::ConnectInfo);
        let counted = direct && !self.without_limits;
        counted.then_some(self.connections_per_client as usize)
    }

    /// Returns how often emails may be asked for and codes be tried.
    pub(crate) fn limits(&self) -> Option<Limits> {
        (!self.without_limits).then(|| Limits::from(&self.quotas))
    }

    /// Returns the numbers of the rules.
    pub(crate) fn rules(&self) -> Rules {
        Rules {
            email_pause: self.quotas.email_pause,
            email_lost_after: Smtp::longest(self.smtp_timeout) + Duration::from_secs(40),
            ..self.rules.clone()
        }
    }
}
