//! Whom emails are from.

use super::EhloName;
use lettre::{Address, message::Mailbox};
use std::fmt;

/// Whom emails are from. As text it is `Notes <no-reply@notes.example>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender(pub(super) Mailbox);

impl Sender {
    /// Reads whom emails are from: `no-reply@notes.example`, or a name before it in angle brackets. An international
    /// domain becomes punycode, which every mail server takes.
    ///
    /// # Errors
    /// What is wrong with it and how to write it, without repeating it.
    pub fn parse(text: &str) -> Result<Self, String> {
        mailbox(text).map(Self)
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn mailbox(text: &str) -> Result<Mailbox, String> {
    let name = text.rsplit_once('<').map_or("", |(name, _)| name.trim());
    let quoted = name.len() > 1 && name.starts_with('"') && name.ends_with('"');
    if let Some(special) = name.chars().find(|c| !quoted && "()[]<>,;:@\\\"".contains(*c)) {
        return Err(format!(
            "has a name with {special} in it: put the name in quotes, such as \"Notes, Inc.\" <no-reply@notes.example>"
        ));
    }
    let mailbox: Mailbox = text.parse().map_err(|_| {
        "is no sender such as: Notes <no-reply@notes.example>; a name with other characters than letters, digits and \
         spaces needs quotes: \"Notes, Inc.\" <no-reply@notes.example>"
            .to_owned()
    })?;
    let (local, domain) = (mailbox.email.user(), mailbox.email.domain());
    if !local.is_ascii() {
        return Err("has characters before the @ that few mail servers take: use plain letters and digits".to_owned());
    }
    if domain.is_ascii() {
        let usable = EhloName::parse(domain);
        return usable.map(|_| mailbox).map_err(|_| "has a domain that cannot be one".to_owned());
    }
    let punycode = idna::domain_to_ascii_strict(domain).ok().and_then(|domain| Address::new(local, domain).ok());
    let address = punycode.ok_or("has a domain that cannot be one")?;
    Ok(Mailbox::new(mailbox.name, address))
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
            let mailbox = mailbox(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            assert_eq!((mailbox.name.as_deref(), mailbox.email.to_string().as_str()), (name, address), "{text}");
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
            assert!(mailbox(text).is_err_and(|fault| fault.contains("quotes")), "{text}");
        }
    }

    #[test]
    fn what_no_mail_server_takes_is_refused_at_the_start() {
        for text in ["", "nöreply@notes.example", "a@", "a@b@c", "no-reply@bü cher.example", "no-reply@büch_er.example"]
        {
            assert!(mailbox(text).is_err(), "{text}");
        }
    }
}
