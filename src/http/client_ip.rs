//! Where a client's IP address is read from: the connection, or the one header that the settings name.
//!
//! A header's last line and its rightmost element are what the proxy next to us has written; whatever stands before may
//! be a client's own words. A text that is no IP address is never taken for a client.

use super::{
    forwarded,
    written_ip::{node, with_port_behind},
};
use axum::http::{HeaderMap, HeaderName};
use std::net::IpAddr;

/// Makes `ClientIpSource`: for each source the word by which a setting names it, and the header.
macro_rules! sources {
    ($($(#[$doc:meta])* $member:ident = $header:literal,)*) => {
        /// Where a client's IP address is read from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ClientIpSource {
            /// The connection itself: nothing stands in front of this server.
            ConnectInfo,
            $($(#[$doc])* $member,)*
        }

        impl ClientIpSource {
            /// Every source that is a header.
            const HEADERS: &'static [Self] = &[$(Self::$member,)*];

            /// Returns the word that names it in a setting.
            pub fn name(self) -> &'static str {
                match self {
                    Self::ConnectInfo => "ConnectInfo",
                    $(Self::$member => stringify!($member),)*
                }
            }

            /// Returns the header, or `None` for the connection itself.
            pub fn header(self) -> Option<HeaderName> {
                match self {
                    Self::ConnectInfo => None,
                    $(Self::$member => Some(HeaderName::from_static($header)),)*
                }
            }
        }
    };
}

sources! {
    /// Cloudflare.
    CfConnectingIp = "cf-connecting-ip",
    /// Amazon CloudFront, which writes a port behind each address.
    CloudFrontViewerAddress = "cloudfront-viewer-address",
    /// Fly.io.
    FlyClientIp = "fly-client-ip",
    /// RFC 7239: what stands rightmost in `Forwarded`.
    RightmostForwarded = "forwarded",
    /// What stands rightmost in `X-Forwarded-For`, as nginx, Caddy and most others write it.
    RightmostXForwardedFor = "x-forwarded-for",
    /// Akamai, and Cloudflare for some.
    TrueClientIp = "true-client-ip",
    /// Envoy and Istio.
    XEnvoyExternalAddress = "x-envoy-external-address",
    /// nginx, where it was told to.
    XRealIp = "x-real-ip",
}

/// Other headers in which proxies say who the client is. Nobody reads them here.
const OTHER_HEADERS: [HeaderName; 6] = [
    HeaderName::from_static("x-client-ip"),
    HeaderName::from_static("x-cluster-client-ip"),
    HeaderName::from_static("x-azure-clientip"),
    HeaderName::from_static("x-appengine-user-ip"),
    HeaderName::from_static("do-connecting-ip"),
    HeaderName::from_static("fastly-client-ip"),
];

/// Why a header does not say who the client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoIp<'a> {
    /// It is not there.
    Missing,
    /// It is no IP address.
    NoAddress(&'a [u8]),
}

impl ClientIpSource {
    /// Returns the source of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::ConnectInfo].iter().chain(Self::HEADERS).copied().find(|source| source.name() == name)
    }

    /// Reads a client's IP address from the header of this source; for the connection itself there is none to read.
    pub(super) fn read(self, headers: &HeaderMap) -> Result<IpAddr, NoIp<'_>> {
        let Some(value) = self.header().and_then(|name| headers.get_all(name).iter().next_back()) else {
            return Err(NoIp::Missing);
        };
        let value = value.as_bytes();
        let text = str::from_utf8(value).map_err(|_| NoIp::NoAddress(value))?;
        let ip = match self {
            Self::RightmostForwarded => forwarded::rightmost_for(text).and_then(|client| node(&client)),
            Self::CloudFrontViewerAddress => rightmost(text).and_then(with_port_behind),
            _ => rightmost(text).and_then(node),
        };
        ip.map(|ip| ip.to_canonical()).ok_or(NoIp::NoAddress(value))
    }

    /// Returns the forwarding headers that came and that this source does not read; those that say the same as the one
    /// that it does read are no news.
    pub(super) fn unread(self, headers: &HeaderMap) -> Vec<HeaderName> {
        let read = self.read(headers).ok();
        let differs = |source: &Self| self == Self::ConnectInfo || source.read(headers).ok() != read;
        let sources = Self::HEADERS.iter().filter(|source| **source != self && differs(source));
        let named = sources.filter_map(|source| source.header());
        let others = OTHER_HEADERS.into_iter().filter(|_| self == Self::ConnectInfo);
        named.chain(others).filter(|name| headers.contains_key(name)).collect()
    }
}

fn rightmost(text: &str) -> Option<&str> {
    text.rsplit(',').next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ClientIpSource::*;
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    fn read(source: ClientIpSource, lines: &[&str]) -> Option<String> {
        let name = source.header().unwrap();
        let headers =
            lines.iter().map(|line| (name.clone(), HeaderValue::from_bytes(line.as_bytes()).unwrap())).collect();
        source.read(&headers).ok().map(|ip| ip.to_string())
    }

    /// The same client as one source or another writes it.
    fn written(source: ClientIpSource, node: &str) -> String {
        match source {
            RightmostForwarded => format!("for=\"{node}\""),
            _ => node.to_owned(),
        }
    }

    #[test]
    fn every_source_reads_an_address_however_it_is_written() {
        for source in ClientIpSource::HEADERS {
            for (node, ip) in [
                ("203.0.113.5", "203.0.113.5"),
                ("203.0.113.5:51234", "203.0.113.5"),
                ("[203.0.113.5]:51234", "203.0.113.5"),
                (" 203.0.113.5 ", "203.0.113.5"),
                ("2001:db8::7", "2001:db8::7"),
                ("[2001:db8::7]", "2001:db8::7"),
                ("[2001:DB8:0:0:0:0:0:7]:443", "2001:db8::7"),
                ("2001:db8:0:0:0:0:0:7:51234", "2001:db8::7"),
                ("fe80::1%eth0", "fe80::1"),
                ("[fe80::1%25eth0]:80", "fe80::1"),
                ("::ffff:203.0.113.5", "203.0.113.5"),
                ("[::ffff:203.0.113.5]:1", "203.0.113.5"),
                ("::ffff:cb00:710a", "203.0.113.10"),
            ] {
                assert_eq!(read(*source, &[&written(*source, node)]).as_deref(), Some(ip), "{source:?} {node}");
                let before = written(*source, "198.51.100.1");
                let several = [before.as_str(), &written(*source, node)];
                assert_eq!(read(*source, &several).as_deref(), Some(ip), "{source:?}: the last line counts");
                let list = several.join(", ");
                assert_eq!(read(*source, &["x", &list]).as_deref(), Some(ip), "{source:?}: and what stands rightmost");
            }
        }
        assert_eq!(read(CloudFrontViewerAddress, &["2001:db8::7:51234"]).as_deref(), Some("2001:db8::7"));
        for mapped in ["::ffff:cb00:7105", "::FFFF:cb00:7105:443", "::ffff:203.0.113.5", "203.0.113.5:1"] {
            assert_eq!(read(CloudFrontViewerAddress, &[mapped]).as_deref(), Some("203.0.113.5"), "{mapped}");
        }
        assert_eq!(read(RightmostXForwardedFor, &["\"[2001:db8::7]:80\""]).as_deref(), Some("2001:db8::7"));
    }

    #[test]
    fn a_text_that_is_no_address_is_never_taken_for_one() {
        for source in ClientIpSource::HEADERS {
            for node in [
                "",
                " ",
                "-",
                "unknown",
                "_hidden",
                "localhost",
                "evil.example",
                "203.0.113",
                "203.0.113.5.6",
                "203.0.113.256",
                "203.0.113.5:",
                "203.0.113.5:x",
                "203.0.113.5:65536",
                "203.0.113.5:-1",
                "203.0.113.5/24",
                "0203.0.113.5",
                "203.0.113.5%eth0",
                "2001:db8::7::1",
                "[2001:db8::7",
                "2001:db8::7]",
                "[2001:db8::7]x",
                "[2001:db8::7]:",
                "[]",
                "[]:80",
                "%eth0",
                "fe80::1%",
                "2130706433",
                "0x7f000001",
                "203.0.113.5 198.51.100.1",
                "\u{ff12}03.0.113.5",
                "203.0.113.5;x",
                "<script>",
            ] {
                assert_eq!(read(*source, &[&written(*source, node)]), None, "{source:?} {node:?}");
                let after = [written(*source, "198.51.100.1").as_str(), &written(*source, node)].join(", ");
                assert_eq!(read(*source, &[&after]), None, "{source:?} {node:?}: nobody else is taken instead");
            }
            assert_eq!(read(*source, &[]), None);
        }
        assert_eq!(ConnectInfo.read(&HeaderMap::new()), Err(NoIp::Missing));
    }

    #[test]
    fn names_come_back_and_nothing_else_is_one() {
        for source in ClientIpSource::HEADERS.iter().chain(&[ConnectInfo]) {
            assert_eq!(ClientIpSource::parse(source.name()), Some(*source));
        }
        for bad in ["", "connectinfo", "X-Forwarded-For", "LeftmostXForwardedFor", "XRealIp "] {
            assert_eq!(ClientIpSource::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_nobody_reads_is_found() {
        let headers = |lines: &[(&'static str, &'static str)]| -> HeaderMap {
            let lines =
                lines.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            lines.collect()
        };
        let unread = |source: ClientIpSource, lines| source.unread(&headers(lines)).len();
        assert_eq!(unread(ConnectInfo, &[]), 0);
        assert_eq!(unread(ConnectInfo, &[("x-forwarded-for", "203.0.113.5"), ("forwarded", "for=_x")]), 2);
        assert_eq!(unread(ConnectInfo, &[("x-client-ip", "203.0.113.5")]), 1);
        let both = &[("x-forwarded-for", "203.0.113.5"), ("x-real-ip", "203.0.113.5")];
        assert_eq!(unread(XRealIp, both), 0, "the same said twice is no news");
        assert_eq!(unread(XRealIp, &[("x-forwarded-for", "203.0.113.5"), ("x-real-ip", "198.51.100.1")]), 1);
        assert_eq!(unread(XRealIp, &[("x-forwarded-for", "203.0.113.5")]), 1);
    }

    proptest! {
        #[test]
        fn whatever_bytes_come_nothing_fails(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                for source in ClientIpSource::HEADERS {
                    let headers = [(source.header().unwrap(), value.clone())].into_iter().collect();
                    let _ = source.read(&headers);
                }
            }
        }

        #[test]
        fn what_a_client_writes_before_changes_nothing(before in "[ -~]{0,60}") {
            let line = format!("{before}, 203.0.113.5");
            prop_assert_eq!(read(RightmostXForwardedFor, &[&line]), Some("203.0.113.5".to_owned()));
        }
    }
}
