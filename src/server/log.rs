//! The log: to standard error, in UTC.

use crate::config::{Config, LogFormat};

use std::io::IsTerminal;
use tracing_subscriber::{Layer, fmt, layer::SubscriberExt, registry, util::SubscriberInitExt};

/// Starts the log as the settings say. A second call in one process changes nothing.
pub fn start_log(config: &Config) {
    let lines = fmt::layer().with_ansi(std::io::stderr().is_terminal()).with_writer(std::io::stderr);
    let lines = match config.log_format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).boxed(),
    };
    let _ = registry().with(lines.with_filter(config.rust_log.clone())).try_init();
}
