//! IP addresses as proxies write them into headers. Port, brackets and zone are dropped.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Reads an IP address as proxies write it: `203.0.113.7`, `203.0.113.7:51234`, `2001:db8::7`, `[2001:db8::7]:51234`,
/// each perhaps in quotes, and IPv6 perhaps with a zone.
pub(super) fn node(text: &str) -> Option<IpAddr> {
    let text = unquoted(text);
    if let Some(bracketed) = text.strip_prefix('[') {
        let (inside, behind) = bracketed.split_once(']')?;
        let port = behind.is_empty() || behind.strip_prefix(':').is_some_and(is_port);
        return if port { ipv6(inside).or_else(|| ipv4(inside)) } else { None };
    }
    ipv4(text).or_else(|| ipv6(text)).or_else(|| with_port(text))
}

/// Reads an IP address behind which there is a port, also where IPv6 has no brackets.
fn with_port(text: &str) -> Option<IpAddr> {
    let (ip, _) = text.rsplit_once(':').filter(|(_, port)| is_port(port))?;
    ipv4(ip).or_else(|| ipv6(ip))
}

fn ipv4(text: &str) -> Option<IpAddr> {
    text.parse::<Ipv4Addr>().ok().map(IpAddr::from)
}

/// Reads one where what stands last is a port if it can be one: `2001:db8::7:51234` could be read either way.
pub(super) fn with_port_behind(text: &str) -> Option<IpAddr> {
    // IPv4 written as IPv6 is whole as it stands: `::ffff:cb00:7105`.
    let mapped = || ipv6(unquoted(text)).filter(|ip| ip.to_canonical().is_ipv4());
    mapped().or_else(|| with_port(unquoted(text))).or_else(|| node(text))
}

/// Reads IPv6 and drops its zone: that is the name of a network card on another machine.
fn ipv6(text: &str) -> Option<IpAddr> {
    let (ip, zone) = text.split_once('%').map_or((text, None), |(ip, zone)| (ip, Some(zone)));
    let good_zone = |zone: &str| !zone.is_empty() && zone.bytes().all(|byte| byte.is_ascii_graphic());
    zone.is_none_or(good_zone).then(|| ip.parse::<Ipv6Addr>().ok().map(IpAddr::from)).flatten()
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim()
}
