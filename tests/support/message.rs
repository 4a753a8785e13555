//! An email as its reader understands it.

use leptos_magic_auth::internals::mail;

/// An email.
#[derive(Clone)]
pub struct EmailMessage {
    /// The digits of its code; empty when it has none.
    pub code: String,
    /// Its link, whole; empty when it has none.
    pub link: String,
    /// The link without the site's address.
    pub path: String,
    pub id: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

impl EmailMessage {
    pub fn read(message: mail::EmailMessage, url: &str) -> Self {
        let only_digits = |line: &&str| !line.is_empty() && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
        let code = message.text.lines().map(str::trim).find(only_digits).unwrap_or_default();
        let code = code.chars().filter(char::is_ascii_digit).collect();
        let link = message.text.lines().find(|line| line.contains("://")).unwrap_or_default().to_owned();
        let path = link.strip_prefix(url).unwrap_or_default().to_owned();
        assert_eq!(path.is_empty(), link.is_empty(), "a link that begins with the public address: {link}");
        let (id, subject) = (message.id.to_string(), message.subject);
        Self { code, link, path, id, subject, text: message.text, html: message.html }
    }

    /// The token of its link.
    pub fn token(&self) -> &str {
        self.link.split_once("?token=").expect("a token").1
    }

    /// Another code of as many digits.
    pub fn wrong_code(&self) -> String {
        let other = |c: char| if c == '9' { '0' } else { char::from(c as u8 + 1) };
        self.code.chars().map(other).collect()
    }
}
