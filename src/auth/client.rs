//! Who is at the other end of a request.

use super::{ClientIp, browser_name};
use crate::{languages::Language, store::Hashed};
use std::sync::atomic::{AtomicU64, Ordering};

/// Who is at the other end of a request, as far as one can tell.
#[derive(Clone, Debug)]
pub struct Client {
    /// Where it comes from.
    pub ip: ClientIp,
    /// What it is called where people read of it: its IP address as text, or which part of ours acts.
    pub name: String,
    /// The browser's own words, as [`browser_name::kept`] shortens them.
    pub user_agent: String,
    /// The hash of its device cookie: it has logged some email address in before.
    pub device: Option<Hashed>,
    /// The hash of the link that it has opened, if it has.
    pub link: Option<Hashed>,
    /// The language of the page on which it acts, where it is on one.
    pub language: Option<Language>,
}

impl Client {
    /// Makes a client of which no more is known than its IP address and what its browser says of itself. A name that is no
    /// IP address leaves unknown where it comes from.
    pub fn new(name: impl Into<String>, user_agent: &str) -> Self {
        let name = name.into();
        let ip = name.parse().map_or(ClientIp::Unknown, ClientIp::known);
        Self { ip, name, user_agent: browser_name::kept(user_agent), device: None, link: None, language: None }
    }

    /// Returns the application itself. No limit of a client holds for it.
    pub fn application() -> Self {
        Self::new("", "")
    }

    /// Returns whether that is the application itself.
    pub(crate) fn is_application(&self) -> bool {
        self.name.is_empty()
    }

    /// Returns whom it counts for where many wait. Who is not known stands alone: nobody else waits behind them.
    pub(crate) fn key(&self) -> String {
        static UNKNOWN: AtomicU64 = AtomicU64::new(0);
        match self.ip.network() {
            Some(network) => network.to_string(),
            None => format!("unknown {}", UNKNOWN.fetch_add(1, Ordering::Relaxed)),
        }
    }
}
