//! One machine, several names: on a laptop the application answers to `localhost` and to `127.0.0.1`, but cookies and
//! forms work at the public address alone.

use super::{ClientIpSource, HttpState, original_uri, see_other};
use crate::auth::cut_bytes;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, header},
    middleware::Next,
    response::Response,
};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Headers by which a proxy tells of itself.
const OF_PROXIES: [HeaderName; 6] = [
    header::FORWARDED,
    header::VIA,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-forwarded-proto"),
    HeaderName::from_static("x-real-ip"),
];

/// Leads who opens a page at another name of this machine to the public address, when that is this machine too.
///
/// Nowhere else: a proxy that rewrites `Host` would send the browser back here, and so on without end. That is why a
/// port has to be the same, which a proxy on this machine cannot have, and why nothing may tell of a proxy.
pub async fn lead_there(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let is_look = matches!(*request.method(), Method::GET | Method::HEAD);
    let direct = state.client_ip.source() == ClientIpSource::ConnectInfo
        && OF_PROXIES.iter().all(|name| !request.headers().contains_key(name));
    let public = state.auth.public_url();
    if !is_look || !direct || !names_another(request.headers(), public) {
        tell_of_other_host(&state, request.headers(), public);
        return next.run(request).await;
    }
    let path = original_uri(&request).path_and_query().map_or("/", |path| path.as_str());
    see_other(&format!("{}{path}", public.origin().ascii_serialization()))
}

/// Says once in the log, with both, that a page was opened at another host than the public one: its forms are refused,
/// and its links lead elsewhere.
fn tell_of_other_host(state: &HttpState, headers: &HeaderMap, public: &Url) {
    let Some(host) = headers.get(header::HOST).map(|host| cut_bytes(host.as_bytes())) else { return };
    let name = |host: &str| host.to_ascii_lowercase().trim_end_matches(":80").trim_end_matches(":443").to_owned();
    let public_host = public.origin().ascii_serialization();
    let own = public_host.split_once("://").map_or("", |(_, host)| host);
    if name(&host) == name(own) {
        return;
    }
    state.told_of_host.call_once(|| {
        tracing::warn!(
            host,
            public_url = public_host,
            "a page was opened at another host than the public URL: set PUBLIC_URL (MAGIC_AUTH_PUBLIC_URL in an \
             application of your own) to what people type, or let your proxy pass Host on"
        );
    });
}

/// Returns whether these headers name this machine, at the public port, but by another name than the public one.
fn names_another(headers: &HeaderMap, public: &Url) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let own = public.host_str().unwrap_or_default();
    public.scheme() == "http"
        && is_this_machine(public)
        && port == public.port_or_known_default()
        && names_this_machine(name)
        && !name.eq_ignore_ascii_case(own)
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => names_this_machine(name),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn names_this_machine(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_here = |ip: IpAddr| ip.to_canonical().is_loopback() || ip.is_unspecified();
    let bracketed = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse().is_ok_and(|ip: Ipv4Addr| is_here(ip.into()))
        || bracketed.is_some_and(|name| name.parse().is_ok_and(|ip: Ipv6Addr| is_here(ip.into())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn leads(host: &str, public: &str) -> bool {
        let headers = [(header::HOST, HeaderValue::from_str(host).unwrap())].into_iter().collect();
        names_another(&headers, &public.parse().unwrap())
    }

    #[test]
    fn another_name_of_this_machine_leads_to_the_public_one() {
        for host in [
            "127.0.0.1:3000",
            "127.1.2.3:3000",
            "0.0.0.0:3000",
            "[::1]:3000",
            "[::]:3000",
            "[::ffff:127.0.0.1]:3000",
            "notes.localhost:3000",
            "A.LOCALHOST:3000",
        ] {
            assert!(leads(host, "http://localhost:3000"), "{host}");
        }
        assert!(leads("localhost:3000", "http://127.0.0.1:3000"));
        assert!(leads("localhost:3000", "http://[::1]:3000"));
        assert!(leads("127.0.0.1", "http://localhost"));
        assert!(leads("[::1]", "http://localhost"));
    }

    #[test]
    fn nothing_else_leads_anywhere() {
        for host in [
            "localhost:3000",
            "LOCALHOST:3000",
            "127.0.0.1:3001",
            "127.0.0.1",
            "127.0.0.1.:3000",
            "127.0.0.1.evil.example:3000",
            "192.168.1.5:3000",
            "evil.example:3000",
            "localhost.evil.example:3000",
            "notlocalhost:3000",
            "[::2]:3000",
            "::1:3000",
            "127.0.0.1:x",
            "",
        ] {
            assert!(!leads(host, "http://localhost:3000"), "{host}");
        }
        assert!(!leads("127.0.0.1", "https://localhost"), "there it is a proxy that speaks to us");
        assert!(!leads("127.0.0.1:443", "https://localhost"));
        assert!(!leads("localhost", "https://notes.example"));
        assert!(!leads("127.0.0.1:3000", "https://notes.example:3000"));
    }
}
