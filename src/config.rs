//! The settings: flags and environment, checked before anything starts.

use crate::{
    auth::{Limit, Limits, Rules},
    http::{ClientIpSource, MailboxKey},
    mail::{EhloName, Smtp, sender},
};
use clap::{ArgAction, CommandFactory, Parser, ValueEnum, error::ContextKind, error::ErrorKind};
use lettre::message::Mailbox;
use std::{error::Error, net::SocketAddr, path::PathBuf, process::ExitCode, time::Duration};
use tracing_subscriber::filter::Targets;
use url::{Host, Url};

/// Log-in by mail for Leptos. Every setting is a flag and an environment variable of the same name; the defaults run
/// on a laptop, with a mailbox in place of a mail server.
#[derive(Clone, Parser)]
#[command(name = "magic-auth", version, hide_possible_values = false)]
pub struct Config {
    /// Where the database is
    #[arg(long, env, hide_env_values = true, value_parser = database_url, default_value = "sqlite://magic-auth.db")]
    pub database_url: String,
    /// What people type to come here, and what links in letters begin with; https unless it is this machine
    #[arg(long, env, hide_env_values = true, value_parser = public_url, default_value = "http://localhost:3000")]
    pub public_url: Url,
    /// The mail server: smtps://user:password@host, or smtp://…:587?tls=required for STARTTLS.
    /// Without it letters go to /dev/mailbox, which only a laptop has
    #[arg(long, env, hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// What opens /dev/mailbox, as its address's `?key=`
    /// [default: drawn once, and kept beside the database]
    #[arg(long, env, hide_env_values = true, value_parser = MailboxKey::parse)]
    pub mailbox_key: Option<MailboxKey>,
    /// Whom letters are from, such as "Notes <no-reply@notes.example>"; required with SMTP_URL
    /// [default: Magic Auth <no-reply@localhost>]
    #[arg(long, env, hide_env_values = true, value_parser = sender)]
    pub mail_from: Option<Mailbox>,
    /// The name under which the mail server is greeted, such as app.notes.example
    /// [default: the domain of MAIL_FROM]
    #[arg(long, env, hide_env_values = true, value_parser = EhloName::parse)]
    pub smtp_ehlo: Option<EhloName>,
    /// The application's name, on pages and in letters
    #[arg(long, env, hide_env_values = true, default_value = "Magic Auth")]
    pub app_name: String,
    /// Where a client's address is read from: ConnectInfo, or the header that your proxy sets, such as
    /// RightmostXForwardedFor, RightmostForwarded, XRealIp, CfConnectingIp, FlyClientIp; required where PUBLIC_URL is https
    /// [default: ConnectInfo]
    #[arg(long, env, hide_env_values = true, value_parser = client_ip_source)]
    pub client_ip_source: Option<ClientIpSource>,
    /// The address to listen on
    #[arg(long, env, hide_env_values = true, default_value = "127.0.0.1:3000")]
    pub leptos_site_addr: SocketAddr,
    /// The folder with the browser's files [default: `site` beside the program, else target/site]
    #[arg(long, env, hide_env_values = true)]
    pub leptos_site_root: Option<PathBuf>,
    /// What is logged: a level, or target=level, separated by commas
    #[arg(long, env, hide_env_values = true, default_value = "info")]
    pub rust_log: Targets,
    /// How it is logged
    #[arg(long, env, hide_env_values = true, value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// Digits of a code, 6 to 10
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u8).range(6..=10), default_value_t = 6)]
    pub code_digits: u8,
    /// How long a letter is good, 10m at most
    #[arg(long, env, hide_env_values = true, value_parser = letter_lifetime, default_value = "10m")]
    pub letter_lifetime: Duration,
    /// The pause between two letters of one challenge
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "30s")]
    pub letter_pause: Duration,
    /// How long a kept log-in lasts at the most
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "60days")]
    pub session_lifetime: Duration,
    /// How long a kept log-in lasts without being used
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "14days")]
    pub session_idle: Duration,
    /// How long a log-in that is not kept lasts at the most
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "24h")]
    pub session_lifetime_unkept: Duration,
    /// How long after a log-in the mail address may be changed without proving the present one again
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "15m")]
    pub fresh_log_in: Duration,
    /// How long a change of the mail address can be taken back from the old one
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "7days")]
    pub email_undo_lifetime: Duration,
    /// Letters to one address in an hour
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 5)]
    pub letters_per_address_hour: u32,
    /// Letters to one address, whatever its +tag, in any 24 hours; three times as many to those who have shown to read it
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(2..), default_value_t = 20)]
    pub letters_per_address_day: u32,
    /// Letters that one client (an IPv4 address, an IPv6 /64) may ask for in an hour
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 50)]
    pub letters_per_client: u32,
    /// Letters that a wider network (an IPv4 /24, an IPv6 /56 or /48) may ask for in an hour, never less than a client
    /// [default: a tenth of LETTERS_IN_ALL]
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub letters_per_network: Option<u32>,
    /// Letters that a browser which has logged in before may ask for in an hour, whatever others do
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 5)]
    pub letters_per_device: u32,
    /// Letters in all in an hour
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 1000)]
    pub letters_in_all: u32,
    /// Codes that one client may try in a minute
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 60)]
    pub codes_per_client: u32,
    /// Codes that a wider network may try in a minute, never less than a client
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..), default_value_t = 600)]
    pub codes_per_network: u32,
    /// Connections that one client may hold at a time, where CLIENT_IP_SOURCE is ConnectInfo: behind a proxy, set it there
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(8..), default_value_t = 256)]
    pub connections_per_client: u32,
    /// No limits at all: for an application's own tests, dangerous everywhere else
    #[arg(long, env, hide_env_values = true, action = ArgAction::Set, default_value_t = false)]
    pub dangerously_without_limits: bool,
    /// Memory for hashing a code, in KiB
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(8..=65536), default_value_t = 1024)]
    pub argon2_memory: u32,
    /// Passes for hashing a code
    #[arg(long, env, hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..=16), default_value_t = 1)]
    pub argon2_passes: u32,
    /// How long a mail server may take to open a connection, and for each answer; for its verdict about a whole email
    /// six times as long
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "10s")]
    pub smtp_timeout: Duration,
    /// How long a request's headers may take to arrive, and an answer may wait for its reader
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "10s")]
    pub header_timeout: Duration,
    /// How long requests may take to finish when the server is told to stop
    #[arg(long, env, hide_env_values = true, value_parser = duration, default_value = "10s")]
    pub shutdown_timeout: Duration,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

/// Why the settings do not let the program start.
pub enum ConfigError {
    /// One of them is wrong: one line that names its variable.
    Wrong(String),
    /// There was no wish to start: the answer to --help or --version.
    Asked(String),
}

impl ConfigError {
    fn about(variable: &str, fault: impl std::fmt::Display) -> Self {
        Self::Wrong(format!("{variable} {fault}"))
    }

    /// Says it and gives the program's exit code: 0 for an answer, 2 for a wrong setting.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Asked(answer) => {
                print!("{answer}");
                ExitCode::SUCCESS
            }
            Self::Wrong(line) => {
                eprintln!("magic-auth: {line}");
                ExitCode::from(2)
            }
        }
    }
}

impl Config {
    /// The settings of this process, checked.
    pub fn load() -> Result<Self, ConfigError> {
        Self::from_args(std::env::args_os())
    }

    /// The settings that these arguments and the environment make.
    pub fn from_args(
        args: impl IntoIterator<Item = impl Into<std::ffi::OsString> + Clone>,
    ) -> Result<Self, ConfigError> {
        all_text()?;
        let config = Self::try_parse_from(args).map_err(told)?;
        config.mail()?;
        config.client_ip()?;
        Ok(config)
    }

    /// The mail server; none where letters stay on this machine.
    pub fn mail(&self) -> Result<Option<Smtp>, ConfigError> {
        match (&self.smtp_url, &self.mail_from) {
            (Some(url), Some(from)) => Smtp::new(url, from.clone(), self.smtp_ehlo.clone(), self.smtp_timeout)
                .map(Some)
                .map_err(|error| ConfigError::about("SMTP_URL", error)),
            (Some(_), None) => {
                Err(ConfigError::about("MAIL_FROM", "is missing: with SMTP_URL, say whom letters are from"))
            }
            (None, _) if self.leptos_site_addr.ip().is_loopback() && is_loopback(&self.public_url) => Ok(None),
            (None, _) => Err(ConfigError::about(
                "SMTP_URL",
                "is missing: where others can reach this server, letters need a mail server",
            )),
        }
    }

    /// Returns where clients' addresses are read from.
    ///
    /// # Errors
    /// With an https address it must be said: what speaks TLS is most often a proxy, and where its header is not read all
    /// people count as one client and shut each other out.
    pub fn client_ip(&self) -> Result<ClientIpSource, ConfigError> {
        match self.client_ip_source {
            Some(source) => Ok(source),
            None if self.public_url.scheme() == "https" => Err(ConfigError::about(
                "CLIENT_IP_SOURCE",
                "is missing: with an https PUBLIC_URL, name the header in which your proxy says who the client is, such as \
                 RightmostXForwardedFor, or write ConnectInfo if nothing stands in front of this server",
            )),
            None => Ok(ClientIpSource::ConnectInfo),
        }
    }

    /// Whom letters are from, as text.
    pub fn sender(&self) -> String {
        self.mail_from.as_ref().map_or_else(|| "Magic Auth <no-reply@localhost>".to_owned(), ToString::to_string)
    }

    /// The limits in force; none when they are turned off.
    pub fn limits(&self) -> Option<Limits> {
        let hour = Duration::from_secs(60 * 60);
        (!self.dangerously_without_limits).then(|| Limits {
            letters_per_address: vec![
                Limit::each(1, self.letter_pause),
                Limit::each(self.letters_per_address_hour, hour),
            ],
            letters_per_mailbox: Limit::never_more_than(self.letters_per_address_day, 24 * hour),
            letters_of_changes: Limit::each((self.letters_per_address_day / 5).max(1), 24 * hour),
            letters_per_client: Limit::each(self.letters_per_client, hour),
            letters_per_network: Limit::each(self.letters_per_network.unwrap_or(self.letters_in_all / 10).max(1), hour),
            letters_per_device: vec![
                Limit::each(self.letters_per_device, hour),
                Limit::never_more_than(self.letters_per_address_day, 24 * hour),
            ],
            letters_per_devices: Limit::never_more_than(self.letters_per_address_day.saturating_mul(3), 24 * hour),
            letters_in_all: Limit::each(self.letters_in_all, hour),
            codes_per_client: Limit::each(self.codes_per_client, Duration::from_secs(60)),
            codes_per_network: Limit::each(self.codes_per_network, Duration::from_secs(60)),
        })
    }

    /// Connections that one client may hold; none where all come through a proxy.
    pub fn per_client(&self) -> Option<usize> {
        let direct = self.client_ip().is_ok_and(|source| source == ClientIpSource::ConnectInfo);
        let counted = direct && !self.dangerously_without_limits;
        counted.then_some(self.connections_per_client as usize)
    }

    /// The numbers of the rules.
    pub fn rules(&self) -> Rules {
        Rules {
            limits: self.limits(),
            code_digits: usize::from(self.code_digits),
            letter_lifetime: self.letter_lifetime,
            letter_pause: self.letter_pause,
            kept_lifetime: self.session_lifetime,
            kept_idle: self.session_idle,
            window_lifetime: self.session_lifetime_unkept,
            fresh_for: self.fresh_log_in,
            undo_lifetime: self.email_undo_lifetime,
            letter_lost_after: Smtp::longest(self.smtp_timeout) + Duration::from_secs(40),
            argon2_memory_kib: self.argon2_memory,
            argon2_passes: self.argon2_passes,
            ..Rules::default()
        }
    }
}

/// clap does not say which variable is no text, so this looks for it before.
fn all_text() -> Result<(), ConfigError> {
    for variable in Config::command().get_arguments().filter_map(|argument| argument.get_env()) {
        if std::env::var_os(variable).is_some_and(|value| value.to_str().is_none()) {
            return Err(ConfigError::about(&variable.to_string_lossy(), "is no text: it must be UTF-8"));
        }
    }
    Ok(())
}

/// clap's many lines in one, under the variable's name.
fn told(error: clap::Error) -> ConfigError {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return ConfigError::Asked(error.to_string());
    }
    let context = |kind| error.get(kind).map(ToString::to_string);
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    // `--code-digits <CODE_DIGITS>`: what stands in brackets is the variable.
    let variable = argument.split(['<', '>']).nth(1).unwrap_or(&argument).to_owned();
    let fault = match (error.kind(), error.source()) {
        (ErrorKind::UnknownArgument, _) => "is not a setting; --help lists them".to_owned(),
        (_, Some(source)) => source.to_string(),
        (_, None) => match context(ContextKind::ValidValue) {
            Some(valid) => format!("must be one of: {valid}"),
            None => "is not understood; see --help".to_owned(),
        },
    };
    ConfigError::about(&variable, fault.replace('\n', " "))
}

fn database_url(text: &str) -> Result<String, String> {
    if text.starts_with("sqlite:") { Ok(text.to_owned()) } else { Err("must begin with sqlite:".to_owned()) }
}

fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("is no address: {error}"))?;
    let bare = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    match url.scheme() {
        _ if url.host().is_none() || !bare => {
            Err("must be a scheme, a host, and perhaps a port, such as https://notes.example".to_owned())
        }
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        _ => {
            Err("must begin with https:// unless its host is this machine: cookies and links would travel in the clear"
                .to_owned())
        }
    }
}

fn client_ip_source(text: &str) -> Result<ClientIpSource, String> {
    ClientIpSource::parse(text).ok_or_else(|| {
        "is no source: write ConnectInfo, or name your proxy's, such as RightmostXForwardedFor".to_owned()
    })
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn duration(text: &str) -> Result<Duration, String> {
    let duration = humantime::parse_duration(text)
        .map_err(|error| format!("is no length of time such as 30s or 14days: {error}"))?;
    if duration < Duration::from_secs(1) || duration > Duration::from_secs(400 * 24 * 60 * 60) {
        return Err("must be between 1s and 400days".to_owned());
    }
    Ok(duration)
}

fn letter_lifetime(text: &str) -> Result<Duration, String> {
    let lifetime = duration(text)?;
    if lifetime > Duration::from_secs(600) { Err("must be 10m at most".to_owned()) } else { Ok(lifetime) }
}
