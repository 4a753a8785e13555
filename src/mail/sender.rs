//! Whom emails are from.

use super::EhloName;
use std::fmt;

/// Characters that end a name which is not in quotes.
const SPECIAL: &str = "()[]<>,;:@\\\"";

/// Whom emails are from. As text it is `Notes <no-reply@notes.example>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    name: Option<String>,
    local: String,
    domain: String,
}

impl Sender {
    /// Reads whom emails are from: `no-reply@notes.example`, or a name before it in angle brackets. An international
    /// domain becomes punycode, which every mail server takes.
    ///
    /// # Errors
    /// What is wrong with it and how to write it, without repeating it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, address) = match text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((name, address)) => (name.trim(), address),
            None => ("", text.trim()),
        };
        let quoted = name.len() > 1 && name.starts_with('"') && name.ends_with('"');
        // One that has no brackets at its end may have them elsewhere.
        let before = text.rsplit_once('<').map_or("", |(before, _)| before.trim());
        if let Some(special) = before.chars().find(|c| !quoted && SPECIAL.contains(*c)) {
            return Err(format!(
                "has a name with {special} in it: put the name in quotes, such as \"Notes, Inc.\" <no-reply@notes.example>"
            ));
        }
        let name = if quoted { unquoted(name).ok_or_else(no_sender)? } else { name.to_owned() };
        let (local, domain) = address.rsplit_once('@').ok_or_else(no_sender)?;
        if !local.is_ascii() {
            return Err(
                "has characters before the @ that few mail servers take: use plain letters and digits".to_owned()
            );
        }
        if name.contains(char::is_control) || !is_local(local) {
            return Err(no_sender());
        }
        match EhloName::parse(domain) {
            Ok(EhloName::Domain(domain)) => {
                Ok(Self { name: (!name.is_empty()).then_some(name), local: local.to_owned(), domain })
            }
            _ => Err("has a domain that cannot be one".to_owned()),
        }
    }

    /// Returns its name, or `None` where it has none.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns what stands before the `@` of its address.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// Returns what stands behind the `@` of its address, in ASCII.
    pub fn domain(&self) -> &str {
        &self.domain
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, local, domain } = self;
        match name {
            None => write!(out, "{local}@{domain}"),
            Some(name) if name.contains(|c| SPECIAL.contains(c) || c == '.') => {
                let escaped = name.replace('\\', "\\\\").replace('"', "\\\"");
                write!(out, "\"{escaped}\" <{local}@{domain}>")
            }
            Some(name) => write!(out, "{name} <{local}@{domain}>"),
        }
    }
}

fn no_sender() -> String {
    "is no sender such as: Notes <no-reply@notes.example>; a name with other characters than letters, digits and spaces \
     needs quotes: \"Notes, Inc.\" <no-reply@notes.example>"
        .to_owned()
}

/// Takes the quotes off a name, and the escapes out of it; `None` where a quote stands in it unescaped.
fn unquoted(name: &str) -> Option<String> {
    let (mut plain, mut inside) = (String::new(), name.get(1..name.len() - 1)?.chars());
    while let Some(c) = inside.next() {
        match c {
            '"' => return None,
            '\\' => plain.push(inside.next()?),
            c => plain.push(c),
        }
    }
    Some(plain)
}

/// Returns whether this can stand before the `@` (RFC 5322, 3.2.3: a dot-atom).
fn is_local(text: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    };
    text.len() <= 64 && text.split('.').all(is_atom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_senders_have_a_domain_in_ascii() {
        for (text, name, address) in [
            ("no-reply@notes.example", None, "no-reply@notes.example"),
            ("Notes <no-reply@notes.example>", Some("Notes"), "no-reply@notes.example"),
            ("\"Notes, Inc.\" <no-reply@notes.example>", Some("Notes, Inc."), "no-reply@notes.example"),
            ("\"Notes (beta)\" <no-reply@notes.example>", Some("Notes (beta)"), "no-reply@notes.example"),
            ("Notes <no-reply@bücher.example>", Some("Notes"), "no-reply@xn--bcher-kva.example"),
            ("no-reply@例え.example", None, "no-reply@xn--r8jz45g.example"),
            ("Bücher <no-reply@xn--bcher-kva.example>", Some("Bücher"), "no-reply@xn--bcher-kva.example"),
        ] {
            let sender = Sender::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            let read = format!("{}@{}", sender.local(), sender.domain());
            assert_eq!((sender.name(), read.as_str()), (name, address), "{text}");
            assert_eq!(Sender::parse(&sender.to_string()), Ok(sender), "{text}: as text it is the same");
        }
    }

    #[test]
    fn a_name_that_needs_quotes_is_told_so() {
        for text in [
            "Notes, Inc. <no-reply@notes.example>",
            "Notes (beta) <no-reply@notes.example>",
            "Notes: log in <no-reply@notes.example>",
            "Notes; more <no-reply@notes.example>",
            "notes@work <no-reply@notes.example>",
            "Notes [beta] <no-reply@notes.example>",
            "'Notes, Inc.' <no-reply@notes.example>",
            "Notes \"beta\" <no-reply@notes.example>",
            "Notes, Inc. no-reply@notes.example",
        ] {
            assert!(Sender::parse(text).is_err_and(|fault| fault.contains("quotes")), "{text}");
        }
    }

    #[test]
    fn what_no_mail_server_takes_is_refused_at_the_start() {
        for text in ["", "nöreply@notes.example", "a@", "a@b@c", "no-reply@bü cher.example", "no-reply@büch_er.example"]
        {
            assert!(Sender::parse(text).is_err(), "{text}");
        }
    }
}
