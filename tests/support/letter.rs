//! A letter as its reader understands it.

use leptos_magic_auth::mail;

/// A letter.
#[derive(Clone)]
pub struct Letter {
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

impl Letter {
    pub fn read(letter: mail::Letter, url: &str) -> Self {
        let only_digits = |line: &&str| !line.is_empty() && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
        let code = letter.text.lines().map(str::trim).find(only_digits).unwrap_or_default();
        let code = code.chars().filter(char::is_ascii_digit).collect();
        let link = letter.text.lines().find(|line| line.contains("://")).unwrap_or_default().to_owned();
        let path = link.strip_prefix(url).unwrap_or_default().to_owned();
        assert_eq!(path.is_empty(), link.is_empty(), "a link that begins with the public address: {link}");
        let (id, subject) = (letter.id.to_string(), letter.subject);
        Self { code, link, path, id, subject, text: letter.text, html: letter.html }
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
