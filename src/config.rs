//! The command line of the stand-alone program: every setting is a flag and an environment variable of the same name,
//! checked before anything starts.

use crate::{
    http::ClientIpSource,
    settings::{SETTINGS, Setting, SettingError, Settings},
};
use clap::{Arg, ArgMatches, Command, error::ContextKind, error::ErrorKind};
use std::{ffi::OsString, net::SocketAddr, process::ExitCode};
use tracing_subscriber::filter::Targets;
use url::Url;

/// The settings of the stand-alone program.
#[derive(Clone)]
pub struct Config {
    pub(crate) settings: Settings,
    pub(crate) rust_log: Targets,
    pub(crate) log_format: LogFormat,
}

/// What the program is to do.
pub enum Task {
    /// To serve.
    Serve(Box<Config>),
    /// To copy one database to another.
    Copy {
        /// Where it is, and is no more afterwards.
        from: String,
        /// Where it will be.
        to: String,
    },
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

/// Why the settings do not let the program start.
#[derive(Debug)]
pub enum ConfigError {
    /// One of them is wrong: one line that names its variable.
    Wrong(String),
    /// There was no wish to start: the answer to --help or --version.
    Asked(String),
}

impl From<SettingError> for ConfigError {
    fn from(error: SettingError) -> Self {
        Self::Wrong(error.to_string())
    }
}

impl ConfigError {
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

const RUST_LOG: &str = "RUST_LOG";
const LOG_FORMAT: &str = "LOG_FORMAT";
const FROM: &str = "FROM";
const TO: &str = "TO";

impl Task {
    /// Reads what this process is told, and the settings for it.
    ///
    /// # Errors
    /// The first that is wrong, or the answer to `--help` and `--version`.
    pub fn load() -> Result<Self, ConfigError> {
        let command = Config::command();
        all_text(&command)?;
        let matches = command.try_get_matches().map_err(in_one_line)?;
        let Some((_, copy)) = matches.subcommand() else {
            return Ok(Self::Serve(Box::new(Config::of(&matches)?)));
        };
        let url = |name| copy.get_one::<String>(name).cloned().unwrap_or_default();
        Ok(Self::Copy { from: url(FROM), to: url(TO) })
    }
}

impl Config {
    /// Reads the settings that these flags make, whatever the environment says.
    ///
    /// # Errors
    /// The first that is wrong, or the answer to `--help` and `--version`.
    pub fn from_flags(flags: impl IntoIterator<Item = impl Into<OsString>>) -> Result<Self, ConfigError> {
        let command = Self::command().mut_args(|argument| argument.env(None::<&'static str>));
        let program = std::iter::once(OsString::from("magic-auth"));
        Self::read(command, program.chain(flags.into_iter().map(Into::into)))
    }

    /// Returns the command line, for its help.
    pub fn command() -> Command {
        let defaults = Settings::default();
        let settings = SETTINGS.iter().map(|setting| argument(setting, &defaults));
        Command::new("magic-auth")
            .version(env!("CARGO_PKG_VERSION"))
            .about(
                "Log-in by email for Leptos. Every setting is a flag and an environment variable of the same name; the \
                 defaults run on a laptop, with a mailbox in place of a mail server.",
            )
            .args(settings)
            .arg(
                flag(RUST_LOG)
                    .long_help("What is logged: a level, or target=level, separated by commas")
                    .default_value("info"),
            )
            .arg(flag(LOG_FORMAT).long_help("How it is logged: text or json").default_value("text"))
            .subcommand(
                Command::new("copy")
                    .about(
                        "Move an installation from SQLite to an empty PostgreSQL: every row, sessions alive, counted and \
                         compared. No server may run on the source, and none starts on it afterwards",
                    )
                    .arg(Arg::new(FROM).long("from").required(true).help("The source: sqlite://…"))
                    .arg(Arg::new(TO).long("to").required(true).help("The target: postgres://…")),
            )
    }

    fn read(command: Command, arguments: impl IntoIterator<Item = OsString>) -> Result<Self, ConfigError> {
        all_text(&command)?;
        Self::of(&command.try_get_matches_from(arguments).map_err(in_one_line)?)
    }

    fn of(matches: &ArgMatches) -> Result<Self, ConfigError> {
        let mut settings = Settings::default();
        for setting in SETTINGS {
            if let Some(text) = matches.get_one::<String>(setting.name) {
                (setting.set)(&mut settings, text).map_err(|fault| SettingError::new(setting.name, fault))?;
            }
        }
        if !settings.prefix().is_empty() {
            let fault =
                "must have no path: this program is at the root. An application of your own may nest the log-in";
            return Err(SettingError::new("PUBLIC_URL", fault).into());
        }
        settings.languages(&[])?;
        settings.mail()?;
        settings.client_ip()?;
        Ok(Self { settings, rust_log: rust_log(matches)?, log_format: log_format(matches)? })
    }

    /// Returns what people type to come here.
    pub fn public_url(&self) -> Url {
        self.settings.public_url()
    }

    /// Returns where the server listens.
    pub fn site_addr(&self) -> SocketAddr {
        self.settings.site_addr
    }

    /// Returns where clients' IP addresses are read from.
    pub fn client_ip_source(&self) -> Option<ClientIpSource> {
        self.settings.client_ip_source
    }
}

/// A flag whose variable has the same name.
fn flag(name: &'static str) -> Arg {
    let long = name.to_ascii_lowercase().replace('_', "-");
    Arg::new(name).long(long).env(name).hide_env_values(true).value_name(name)
}

fn argument(setting: &Setting, defaults: &Settings) -> Arg {
    let argument = flag(setting.name).long_help(setting.help);
    match (setting.default)(defaults) {
        Some(default) => argument.default_value(default),
        None => argument,
    }
}

fn rust_log(matches: &ArgMatches) -> Result<Targets, SettingError> {
    let text = matches.get_one::<String>(RUST_LOG).map_or("info", String::as_str);
    text.parse().map_err(|error| SettingError::new(RUST_LOG, error))
}

fn log_format(matches: &ArgMatches) -> Result<LogFormat, SettingError> {
    match matches.get_one::<String>(LOG_FORMAT).map(String::as_str) {
        None | Some("text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(_) => Err(SettingError::new(LOG_FORMAT, "must be one of: text, json")),
    }
}

/// clap does not say which variable is no text, so this looks for it before.
fn all_text(command: &Command) -> Result<(), SettingError> {
    let names = SETTINGS.iter().map(|setting| setting.name).chain([RUST_LOG, LOG_FORMAT]);
    let read = |name: &str| command.get_arguments().any(|argument| argument.get_env().is_some_and(|env| env == name));
    for name in names.filter(|name| read(name)) {
        if std::env::var_os(name).is_some_and(|value| value.to_str().is_none()) {
            return Err(SettingError::new(name, "is no text: it must be UTF-8"));
        }
    }
    Ok(())
}

/// Puts the many lines of clap into one, under the flag's name.
fn in_one_line(error: clap::Error) -> ConfigError {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return ConfigError::Asked(error.to_string());
    }
    let argument = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    // `--code-digits <CODE_DIGITS>`: what stands in brackets is the variable.
    let variable = argument.split(['<', '>']).nth(1).unwrap_or(&argument).to_owned();
    let fault = match error.kind() {
        ErrorKind::MissingRequiredArgument => "is missing; see --help",
        ErrorKind::UnknownArgument => "is not a setting; --help lists them",
        _ => "is not understood; see --help",
    };
    ConfigError::Wrong(format!("{variable} {fault}"))
}
