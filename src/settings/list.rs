//! Every setting: what it is called, what it says, and how it is read. The stand-alone program takes them as flags and
//! variables, another application as variables with `MAGIC_AUTH_` before the name.

use super::{
    Settings,
    read::{client_ip_source, count, database_url, duration, length, public_url, support, yes_or_no},
};
use crate::{
    http::MailboxKey,
    mail::{EhloName, Sender},
};
use std::{net::SocketAddr, path::PathBuf, time::Duration};

/// One setting.
pub(crate) struct Setting {
    /// The variable.
    pub(crate) name: &'static str,
    /// What it is, for `--help`. Where a default depends on other settings, it is said here.
    pub(crate) help: &'static str,
    /// Who reads it.
    pub(crate) read_by: ReadBy,
    /// Shows what holds without it.
    pub(crate) default: fn(&Settings) -> Option<String>,
    /// Reads a text into it, or says what is wrong with the text.
    pub(crate) set: fn(&mut Settings, &str) -> Result<(), String>,
}

/// Who reads a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadBy {
    /// The stand-alone program, and other applications.
    Everybody,
    /// The stand-alone program alone: another application has a server of its own.
    Program,
}

/// Makes a [`Setting`]: where it is kept, how it is read, and, unless its help says it, that its default is shown.
macro_rules! setting {
    ($name:literal, $help:literal, $read_by:ident, $($field:ident).+, $read:expr) => {
        Setting { name: $name, help: $help, read_by: ReadBy::$read_by, default: |_| None, set: |settings, text| {
            settings.$($field).+ = $read(text)?.into();
            Ok(())
        } }
    };
    ($name:literal, $help:literal, $read_by:ident, $($field:ident).+, $read:expr, $show:expr) => {
        Setting { name: $name, help: $help, read_by: ReadBy::$read_by, default: |settings| {
            Some($show(&settings.$($field).+))
        }, set: |settings, text| {
            settings.$($field).+ = $read(text)?.into();
            Ok(())
        } }
    };
}

/// Shows a number, an address or a word as it is.
fn shown(value: &impl ToString) -> String {
    value.to_string()
}

/// Takes any text.
fn text(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

/// All of them, in the order in which `--help` shows them.
pub(crate) const SETTINGS: &[Setting] = &[
    setting!(
        "DATABASE_URL",
        "Where the database is: sqlite://… or postgres://…",
        Everybody,
        database_url,
        database_url,
        shown
    ),
    setting!(
        "DATABASE_LISTEN_URL",
        "Where the same PostgreSQL is past a pooler, for listening and for bringing the tables up to date\n\
         [default: DATABASE_URL]",
        Everybody,
        database_listen_url,
        |text| database_url(text).map(Some)
    ),
    setting!(
        "DATABASE_CONNECTIONS",
        "Connections to PostgreSQL that a server holds at most, besides one that listens; half of them write",
        Everybody,
        database_connections,
        |text| count(text, 2..=1_000),
        shown
    ),
    setting!(
        "PUBLIC_URL",
        "The site's own URL, with which links in emails begin; https unless it is this machine\n\
         [default: http://localhost and the port of LEPTOS_SITE_ADDR]",
        Everybody,
        public_url,
        |text| public_url(text).map(Some)
    ),
    setting!(
        "SMTP_URL",
        "The mail server: smtps://user:password@host, or smtp://…:587?tls=required for STARTTLS.\n\
         Without it emails go to /dev/mailbox, which only a laptop has",
        Everybody,
        smtp_url,
        text
    ),
    setting!(
        "MAILBOX_KEY",
        "The key that opens /dev/mailbox, as `?key=` in its URL\n[default: drawn once, and kept beside the database]",
        Everybody,
        mailbox_key,
        MailboxKey::parse
    ),
    setting!(
        "MAIL_FROM",
        "Whom emails are from, such as \"Notes <no-reply@notes.example>\"; required with SMTP_URL\n\
         [default: Magic Auth <no-reply@localhost>]",
        Everybody,
        mail_from,
        Sender::parse
    ),
    setting!(
        "SMTP_EHLO",
        "The name under which the mail server is greeted, such as app.notes.example\n[default: the domain of MAIL_FROM]",
        Everybody,
        smtp_ehlo,
        EhloName::parse
    ),
    setting!("APP_NAME", "The application's name, on pages and in emails", Everybody, app_name, text, shown),
    setting!(
        "SUPPORT",
        "Whom people may ask, on pages and in emails: an email address, or a page that begins with https://",
        Everybody,
        support,
        |text| support(text).map(Some)
    ),
    setting!(
        "DEFAULT_LANGUAGE",
        "The language for whoever asks for none that there is: en, de, fr, es, pt-BR, it, nl, pl, tr, uk, ru, ar, he, hi,\n\
         zh-Hans, zh-Hant, ja, ko, or one of LOCALES",
        Everybody,
        default_language,
        text,
        shown
    ),
    setting!(
        "LOCALES",
        "A folder with words of your own, as <language>/<any name>.ftl: a message there is said in place of ours, and a\n\
         language that we do not have is added [default: none]",
        Everybody,
        locales,
        |text: &str| Ok::<_, String>(PathBuf::from(text))
    ),
    setting!(
        "CLIENT_IP_SOURCE",
        "Where a client's IP address is read from: ConnectInfo, or the header that your proxy sets, such as\n\
         RightmostXForwardedFor, RightmostForwarded, XRealIp, CfConnectingIp, FlyClientIp; required where PUBLIC_URL is https\n\
         [default: ConnectInfo]",
        Everybody,
        client_ip_source,
        client_ip_source
    ),
    setting!(
        "LEPTOS_SITE_ADDR",
        "The address to listen on",
        Program,
        site_addr,
        |text: &str| text.parse::<SocketAddr>().map_err(|_| "is no address such as 127.0.0.1:3000".to_owned()),
        shown
    ),
    setting!(
        "LEPTOS_SITE_ROOT",
        "The folder with the browser's files [default: `site` beside the program, else target/site]",
        Program,
        site_root,
        |text: &str| Ok::<_, String>(PathBuf::from(text))
    ),
    setting!(
        "CODE_DIGITS",
        "Digits of a code, 6 to 10",
        Everybody,
        rules.code_digits,
        |text| count(text, 6..=10).map(|digits| digits as usize),
        shown
    ),
    setting!(
        "EMAIL_LIFETIME",
        "How long the link and the code of an email are good, 10m at most",
        Everybody,
        rules.magic_link_lifetime,
        |text| duration(text).and_then(|lifetime| match lifetime <= Duration::from_secs(600) {
            true => Ok(lifetime),
            false => Err("must be 10m at most".to_owned()),
        }),
        length
    ),
    setting!(
        "EMAIL_PAUSE",
        "The pause between two emails of one challenge",
        Everybody,
        quotas.email_pause,
        duration,
        length
    ),
    setting!(
        "SESSION_LIFETIME",
        "How long a remembered session lasts at most",
        Everybody,
        rules.remembered_lifetime,
        duration,
        length
    ),
    setting!(
        "SESSION_IDLE",
        "How long a remembered session lasts without being used",
        Everybody,
        rules.remembered_idle,
        duration,
        length
    ),
    setting!(
        "SESSION_LIFETIME_UNREMEMBERED",
        "How long any other session lasts at most",
        Everybody,
        rules.window_lifetime,
        duration,
        length
    ),
    setting!(
        "FRESH_LOG_IN",
        "How long after logging in the email address may be changed without proving the present one again",
        Everybody,
        rules.fresh_for,
        duration,
        length
    ),
    setting!(
        "EMAIL_UNDO_LIFETIME",
        "How long a change of the email address can be undone from the old one",
        Everybody,
        rules.undo_lifetime,
        duration,
        length
    ),
    setting!(
        "EMAILS_PER_ADDRESS_HOUR",
        "Emails to one email address in an hour",
        Everybody,
        quotas.per_address_hour,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "EMAILS_PER_ADDRESS_DAY",
        "Emails to one email address, whatever its +tag, in any 24 hours; three times as many to those who have shown to \
         read it",
        Everybody,
        quotas.per_address_day,
        |text| count(text, 2..=u32::MAX),
        shown
    ),
    setting!(
        "EMAILS_PER_CLIENT",
        "Emails that one client (an IPv4 address, an IPv6 /64) may ask for in an hour",
        Everybody,
        quotas.per_client,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "EMAILS_PER_NETWORK",
        "Emails that a wider network (an IPv4 /24, an IPv6 /56 or /48) may ask for in an hour, never less than a client\n\
         [default: a tenth of EMAILS_IN_ALL]",
        Everybody,
        quotas.per_network,
        |text| count(text, 1..=u32::MAX)
    ),
    setting!(
        "EMAILS_PER_DEVICE",
        "Emails that a browser which has logged in before may ask for in an hour, whatever others do",
        Everybody,
        quotas.per_device,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "EMAILS_IN_ALL",
        "Emails in all in an hour",
        Everybody,
        quotas.in_all,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "CODES_PER_CLIENT",
        "Codes that one client may try in a minute",
        Everybody,
        quotas.codes_per_client,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "CODES_PER_NETWORK",
        "Codes that a wider network may try in a minute, never less than a client",
        Everybody,
        quotas.codes_per_network,
        |text| count(text, 1..=u32::MAX),
        shown
    ),
    setting!(
        "CONNECTIONS_PER_CLIENT",
        "Connections that one client may hold at a time, where CLIENT_IP_SOURCE is ConnectInfo: behind a proxy, set it \
         there",
        Program,
        connections_per_client,
        |text| count(text, 8..=u32::MAX),
        shown
    ),
    setting!(
        "DANGEROUSLY_WITHOUT_LIMITS",
        "No limits at all: for an application's own tests, dangerous everywhere else",
        Program,
        without_limits,
        yes_or_no,
        shown
    ),
    setting!(
        "ARGON2_MEMORY",
        "Memory for hashing a code, in KiB",
        Everybody,
        rules.argon2_memory_kib,
        |text| count(text, 8..=65_536),
        shown
    ),
    setting!(
        "ARGON2_PASSES",
        "Passes for hashing a code",
        Everybody,
        rules.argon2_passes,
        |text| count(text, 1..=16),
        shown
    ),
    setting!(
        "SMTP_TIMEOUT",
        "How long a mail server may take to open a connection, and for each answer; for its verdict about a whole email \
         six times as long",
        Everybody,
        smtp_timeout,
        duration,
        length
    ),
    setting!(
        "HEADER_TIMEOUT",
        "How long a request's headers may take to arrive, and an answer may wait for its reader",
        Program,
        header_timeout,
        duration,
        length
    ),
    setting!(
        "SHUTDOWN_DELAY",
        "How long requests are still taken when the server is told to stop, while /healthz says 503 already: until\n\
         balancers know",
        Program,
        shutdown_delay,
        |text| if text == "0s" { Ok(Duration::ZERO) } else { duration(text) },
        length
    ),
    setting!(
        "SHUTDOWN_TIMEOUT",
        "How long requests may take to finish when the server is told to stop",
        Program,
        shutdown_timeout,
        duration,
        length
    ),
];
