//! Signing emails (DKIM, RFC 6376), so that whoever gets one can tell that its domain has sent it.
//!
//! lettre can sign too, by crates that would come for nothing else: `rsa` among them, whose signing gives its key away to
//! whoever can measure the time (RUSTSEC-2023-0071). `ring` is here for TLS.

use base64::{Engine, prelude::BASE64_STANDARD};
use ring::{
    digest,
    error::Unspecified,
    rand::SystemRandom,
    signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use rustls_pki_types::{PrivateKeyDer, pem::PemObject};
use std::{fs, io, path::Path};

/// Which headers are signed. Those that are shown to people stand here once more, so that nobody can put a second one in
/// front of the first (RFC 6376, 5.4.2).
const SIGNED: [&str; 11] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "auto-submitted",
    "from",
    "to",
    "subject",
];

/// How many characters of a signature stand on one line.
const WIDTH: usize = 72;

/// Why emails cannot be signed.
#[derive(Debug, thiserror::Error)]
pub enum DkimError {
    /// The file is not there, or not for this process.
    #[error("could not be read: {0}")]
    Unreadable(io::Error),
    /// The file holds something else.
    #[error(
        "holds no private key that signs emails: it must be PEM, of RSA with 2048 to 4096 bits or of Ed25519, as \
         `openssl genrsa 2048` writes it"
    )]
    NotAKey,
}

/// Signs in the name of a domain.
pub(super) struct Dkim {
    domain: String,
    /// The name under which the public half of the key stands in the DNS, below `_domainkey.` and the domain.
    selector: String,
    key: Key,
}

enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl Dkim {
    /// Reads the private key in this file.
    ///
    /// # Errors
    /// There is none that can be used.
    pub(super) fn read(file: &Path, selector: &str, domain: &str) -> Result<Self, DkimError> {
        let text = fs::read(file).map_err(DkimError::Unreadable)?;
        let key = Key::parse(&text).ok_or(DkimError::NotAKey)?;
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key })
    }

    /// Returns the header that signs this email, which is ASCII, to be put before it.
    ///
    /// # Errors
    /// The system has no randomness left, or the email is none.
    pub(super) fn header(&self, email: &str) -> Result<String, Unspecified> {
        let (head, body) = email.split_once("\r\n\r\n").ok_or(Unspecified)?;
        let body = BASE64_STANDARD.encode(digest::digest(&digest::SHA256, relaxed_body(body).as_bytes()));
        let Self { domain, selector, key } = self;
        let unsigned = format!(
            "v=1; a={}; c=relaxed/relaxed; d={domain}; s={selector};\r\n h={};\r\n bh={body};\r\n b=",
            key.algorithm(),
            SIGNED.join(":"),
        );
        let mut signed: String = headers(head).map(|(name, value)| relaxed_header(name, value) + "\r\n").collect();
        signed.push_str(&relaxed_header("DKIM-Signature", &unsigned));
        let signature = BASE64_STANDARD.encode(key.sign(signed.as_bytes())?);
        let mut header = format!("DKIM-Signature: {unsigned}");
        for (at, character) in signature.chars().enumerate() {
            if at > 0 && at % WIDTH == 0 {
                header.push_str("\r\n ");
            }
            header.push(character);
        }
        Ok(header + "\r\n")
    }
}

impl Key {
    fn parse(pem: &[u8]) -> Option<Self> {
        match PrivateKeyDer::from_pem_slice(pem).ok()? {
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()).ok().map(Box::new).map(Self::Rsa),
            PrivateKeyDer::Pkcs8(key) => {
                let key = key.secret_pkcs8_der();
                let rsa = RsaKeyPair::from_pkcs8(key).ok().map(Box::new).map(Self::Rsa);
                // OpenSSL writes no public half beside it.
                rsa.or_else(|| Ed25519KeyPair::from_pkcs8_maybe_unchecked(key).ok().map(Self::Ed25519))
            }
            _ => None,
        }
    }

    fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "rsa-sha256",
            Self::Ed25519(_) => "ed25519-sha256",
        }
    }

    fn sign(&self, signed: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed, &mut signature)?;
                Ok(signature)
            }
            // RFC 8463, 3: the hash is what is signed.
            Self::Ed25519(key) => Ok(key.sign(digest::digest(&digest::SHA256, signed).as_ref()).as_ref().to_vec()),
        }
    }
}

/// Returns the headers that are signed, in the order in which they are named. A name that comes again finds nothing.
fn headers(head: &str) -> impl Iterator<Item = (&str, &str)> {
    let written = fields(head);
    let mut named = Vec::new();
    SIGNED.into_iter().filter_map(move |name| {
        if named.contains(&name) {
            return None;
        }
        named.push(name);
        written.iter().copied().find(|(written, _)| written.eq_ignore_ascii_case(name))
    })
}

/// Parts the head of an email into names and values, each value with the lines that go on with it.
fn fields(head: &str) -> Vec<(&str, &str)> {
    let mut fields = Vec::new();
    let mut rest = head;
    while !rest.is_empty() {
        let ends = rest.match_indices("\r\n").map(|(at, _)| at);
        let goes_on = |at: &usize| rest[at + 2..].starts_with([' ', '\t']);
        let end = ends.into_iter().find(|at| !goes_on(at)).unwrap_or(rest.len());
        fields.extend(rest[..end].split_once(':'));
        rest = rest[end..].strip_prefix("\r\n").unwrap_or_default();
    }
    fields
}

/// A header as it is signed: on one line, and each run of spaces one space (RFC 6376, 3.4.2).
fn relaxed_header(name: &str, value: &str) -> String {
    let words: Vec<_> = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}", name.to_ascii_lowercase(), words.join(" "))
}

/// A body as it is signed: each run of spaces one space, none at the end of a line, no empty lines at the end (RFC 6376,
/// 3.4.4).
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len());
    for line in body.split("\r\n") {
        let mut after_space = false;
        for character in line.trim_end_matches([' ', '\t']).chars() {
            let is_space = matches!(character, ' ' | '\t');
            if !is_space {
                relaxed.push(character);
            } else if !after_space {
                relaxed.push(' ');
            }
            after_space = is_space;
        }
        relaxed.push_str("\r\n");
    }
    while relaxed.ends_with("\r\n\r\n") {
        relaxed.truncate(relaxed.len() - 2);
    }
    if relaxed == "\r\n" { String::new() } else { relaxed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_is_what_the_standard_says() {
        // RFC 6376, 3.4.5.
        assert_eq!(fields("A: X\r\nB : Y\t\r\n\tZ  "), [("A", " X"), ("B ", " Y\t\r\n\tZ  ")]);
        assert_eq!(relaxed_header("A", " X"), "a:X");
        assert_eq!(relaxed_header("B", " Y\t\r\n\tZ  "), "b:Y Z");
        assert_eq!(relaxed_body(" C \r\nD \t E\r\n\r\n\r\n"), " C\r\nD E\r\n");
        assert_eq!(relaxed_body("no end"), "no end\r\n");
        assert_eq!((relaxed_body(""), relaxed_body("\r\n\r\n")), (String::new(), String::new()));
    }
}
