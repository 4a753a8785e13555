//! Where clients are on the network, and whom their limits count for.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

/// The IP address that a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientIp {
    /// As the connection or the proxy's header says. An IPv4 address that is written as IPv6 is IPv4.
    Known(IpAddr),
    /// The header that should say so is missing, or is no address. Never taken for one client, nor for many.
    Unknown,
}

impl ClientIp {
    /// Takes an address as it came in.
    pub fn known(ip: IpAddr) -> Self {
        Self::Known(ip.to_canonical())
    }

    /// Returns whom the limits of a client count for, or `None` when nobody knows.
    pub fn network(self) -> Option<Network> {
        match self {
            Self::Known(ip) => Some(Network::of_client(ip)),
            Self::Unknown => None,
        }
    }

    /// Returns enough of it for people to recognise where they were: `203.0.113.x`, `2001:db8:1:x`. This machine's own is
    /// whole.
    pub(super) fn shortened(self) -> String {
        match self {
            Self::Known(ip) if ip.is_loopback() => ip.to_string(),
            Self::Known(IpAddr::V4(ip)) => {
                let [first, second, third, _] = ip.octets();
                format!("{first}.{second}.{third}.x")
            }
            Self::Known(IpAddr::V6(ip)) => {
                let [first, second, third, ..] = ip.segments();
                format!("{first:x}:{second:x}:{third:x}:x")
            }
            Self::Unknown => "not known".to_owned(),
        }
    }

    /// Returns the wider networks that the client is in, the narrowest first: what one customer or one company may have.
    pub(super) fn wider_networks(self) -> impl Iterator<Item = Network> {
        let of = |ip: IpAddr| match ip {
            IpAddr::V4(ip) => vec![Network::of_v4(ip, 24)],
            IpAddr::V6(ip) => vec![Network::of_v6(ip, 56), Network::of_v6(ip, 48)],
        };
        let networks = match self {
            Self::Known(ip) => of(ip),
            Self::Unknown => Vec::new(),
        };
        networks.into_iter()
    }
}

impl fmt::Display for ClientIp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(ip) => ip.fmt(f),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

/// A piece of the Internet that is counted as one: its first address, and how many bits all of it share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

/// What one customer has of IPv6.
const CLIENT_BITS_V6: u8 = 64;

impl Network {
    /// Returns what is one client: an IPv4 address, or the /64 that one customer has of IPv6.
    pub fn of_client(ip: IpAddr) -> Self {
        match ip.to_canonical() {
            IpAddr::V4(ip) => Self { first: ip.into(), bits: 32 },
            IpAddr::V6(ip) => Self::of_v6(ip, CLIENT_BITS_V6),
        }
    }

    fn of_v4(ip: Ipv4Addr, bits: u8) -> Self {
        let shared = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or(0);
        Self { first: Ipv4Addr::from(u32::from(ip) & shared).into(), bits }
    }

    fn of_v6(ip: Ipv6Addr, bits: u8) -> Self {
        let shared = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
        Self { first: Ipv6Addr::from(u128::from(ip) & shared).into(), bits }
    }
}

/// As part of a limit's key: `203.0.113.7`, `2001:db8:1:2::/64`.
impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.bits) {
            (IpAddr::V4(ip), 32) => ip.fmt(f),
            (first, bits) => write!(f, "{first}/{bits}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(ip: &str) -> String {
        ClientIp::known(ip.parse().unwrap()).network().unwrap().to_string()
    }

    #[test]
    fn clients_are_counted_by_address_or_by_network() {
        assert_eq!(client("203.0.113.7"), "203.0.113.7");
        assert_eq!(client("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(client("2001:db8:1:2::1"), client("2001:db8:1:2:ffff::"));
        assert_ne!(client("2001:db8:1:2::1"), client("2001:db8:1:3::1"));
        assert_eq!(client("::ffff:203.0.113.7"), client("203.0.113.7"), "the same address, written longer");
        assert_eq!(client("::1"), "::/64");
    }

    #[test]
    fn shortened_they_say_which_network_and_not_which_machine() {
        for (ip, short) in [
            ("203.0.113.7", "203.0.113.x"),
            ("::ffff:203.0.113.7", "203.0.113.x"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:x"),
            ("2001:db8::1", "2001:db8:0:x"),
            ("127.0.0.1", "127.0.0.1"),
            ("::1", "::1"),
        ] {
            assert_eq!(ClientIp::known(ip.parse().unwrap()).shortened(), short);
        }
        assert_eq!(ClientIp::Unknown.shortened(), "not known");
    }

    #[test]
    fn who_is_not_known_has_no_network() {
        assert_eq!(ClientIp::Unknown.network(), None);
        assert_eq!(ClientIp::Unknown.to_string(), "unknown");
    }
}
