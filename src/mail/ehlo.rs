//! The name under which we greet a mail server.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

/// The name under which we greet a mail server. Strict ones refuse a machine's bare name (RFC 5321, 4.1.1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EhloName {
    /// A domain, in ASCII.
    Domain(String),
    /// An IPv4 address.
    V4(Ipv4Addr),
    /// An IPv6 address.
    V6(Ipv6Addr),
}

impl EhloName {
    /// Reads a domain such as `app.notes.example`, or an address literal: `[192.0.2.1]`, `[IPv6:2001:db8::1]`.
    ///
    /// # Errors
    /// What is wrong with it, without repeating it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let fault = || "is no name to greet a mail server with, such as app.notes.example or [192.0.2.1]".to_owned();
        if let Some(literal) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            let v6 = literal.strip_prefix("IPv6:").map(str::parse::<Ipv6Addr>);
            return match (v6, literal.parse::<Ipv4Addr>()) {
                (Some(Ok(ip)), _) => Ok(Self::V6(ip)),
                (None, Ok(ip)) => Ok(Self::V4(ip)),
                _ => Err(fault()),
            };
        }
        let name = idna::domain_to_ascii_strict(text).map_err(|_| fault())?;
        let is_label = |label: &str| {
            !label.is_empty()
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if name.len() > 253 || !name.split('.').all(is_label) || name.parse::<Ipv4Addr>().is_ok() {
            return Err(fault());
        }
        Ok(Self::Domain(name))
    }
}

impl fmt::Display for EhloName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Domain(name) => out.write_str(name),
            Self::V4(ip) => write!(out, "[{ip}]"),
            Self::V6(ip) => write!(out, "[IPv6:{ip}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_or_a_literal_is_a_name() {
        for (text, said) in [
            ("app.notes.example", "app.notes.example"),
            ("localhost", "localhost"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("[192.0.2.1]", "[192.0.2.1]"),
            ("[IPv6:2001:db8::1]", "[IPv6:2001:db8::1]"),
        ] {
            assert_eq!(EhloName::parse(text).map(|name| name.to_string()), Ok(said.to_owned()), "{text}");
        }
    }

    #[test]
    fn nothing_else_is() {
        let long = "a.".repeat(200);
        for text in [
            "",
            "a b",
            "a\r\nQUIT",
            "-a.example",
            "a..example",
            "a_b.example",
            "192.0.2.1",
            "[]",
            "[::1]",
            "[x]",
            &long,
        ] {
            assert!(EhloName::parse(text).is_err(), "{text}");
        }
    }
}
