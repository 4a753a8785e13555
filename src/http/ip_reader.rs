//! Finds out who a client is, and tells the operator when that does not work.

use super::{ClientIpSource, client_ip::NoIp};
use crate::{
    auth::{ClientIp, cut_bytes},
    types::Timestamp,
};
use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderName,
};
use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// What is written where connections do not say who is at their other end.
pub(crate) const NO_CONNECT_INFO: &str = "Magic Auth does not know who its clients are, so nobody can ask for an email or \
     type a code. Serve with `app.into_make_service_with_connect_info::<std::net::SocketAddr>()`, or behind a proxy set \
     CLIENT_IP_SOURCE (MAGIC_AUTH_CLIENT_IP_SOURCE in an application of your own) to the header that it sets";

/// How long a line about a header that says nothing stands for all that follow.
const MINUTE: Duration = Duration::from_secs(60);

/// Reads clients' addresses from where the settings say. Clones tell the operator together.
#[derive(Clone)]
pub struct IpReader {
    source: ClientIpSource,
    warned: Arc<Warned>,
}

/// What the operator was warned of already.
#[derive(Default)]
struct Warned {
    of_unread: AtomicBool,
    of_faults: Mutex<Option<Timestamp>>,
    of_no_connect_info: AtomicBool,
}

impl IpReader {
    /// Reads from this source.
    pub fn new(source: ClientIpSource) -> Self {
        Self { source, warned: Arc::default() }
    }

    /// Returns where it reads from.
    pub fn source(&self) -> ClientIpSource {
        self.source
    }

    /// Returns where a request comes from, and keeps it as an extension of the request. A header that is missing or is no
    /// address leaves the client unknown: it is neither taken for the proxy, which is one client for all, nor for what the
    /// text says, which anybody could make up anew each time.
    pub(super) fn read(&self, request: &mut Request, now: Timestamp) -> ClientIp {
        if let Some(known) = request.extensions().get() {
            return *known;
        }
        let ip = match self.source {
            ClientIpSource::ConnectInfo => {
                let connection = request.extensions().get::<ConnectInfo<SocketAddr>>();
                connection.map_or_else(
                    || {
                        if !self.warned.of_no_connect_info.swap(true, Ordering::Relaxed) {
                            tracing::error!("{NO_CONNECT_INFO}");
                        }
                        ClientIp::Unknown
                    },
                    |connection| ClientIp::known(connection.0.ip()),
                )
            }
            source => source.read(request.headers()).map_or_else(
                |fault| {
                    self.warn_of_fault(fault, now);
                    ClientIp::Unknown
                },
                ClientIp::known,
            ),
        };
        self.warn_of_unread(request);
        request.extensions_mut().insert(ip);
        ip
    }

    /// Tells, once a minute, of a header that does not say who the client is.
    fn warn_of_fault(&self, fault: NoIp<'_>, now: Timestamp) {
        let mut warned_at = self.warned.of_faults.lock().unwrap_or_else(PoisonError::into_inner);
        if warned_at.is_some_and(|at| now.since(at) < MINUTE) {
            return;
        }
        *warned_at = Some(now);
        let header = self.source.header().as_ref().map(HeaderName::to_string).unwrap_or_default();
        let source = self.source.name();
        match fault {
            NoIp::Missing => tracing::error!(
                header,
                "CLIENT_IP_SOURCE is {source}, and its header is missing: what a limit guards is refused until the proxy sends it"
            ),
            NoIp::NoAddress(value) => tracing::error!(
                header,
                value = cut_bytes(value),
                "CLIENT_IP_SOURCE is {source}, and its header holds no IP address: what a limit guards is refused until it does"
            ),
        }
    }

    /// Tells, once, of headers by which a proxy says who the client is and which nobody reads.
    fn warn_of_unread(&self, request: &Request) {
        if self.warned.of_unread.load(Ordering::Relaxed) {
            return;
        }
        let unread = self.source.unread(request.headers());
        if unread.is_empty() || self.warned.of_unread.swap(true, Ordering::Relaxed) {
            return;
        }
        let headers = unread.iter().map(HeaderName::as_str).collect::<Vec<_>>().join(", ");
        tracing::warn!(
            headers,
            "a proxy says who its clients are, and nobody reads it, for CLIENT_IP_SOURCE is {}: set it to the header that \
             your proxy sets, or all of them count as one client",
            self.source.name()
        );
    }
}
