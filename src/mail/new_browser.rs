//! The email about a log-in with a new browser.

use super::{EmailText, message::message};
use askama::Template;

/// Tells a user that a browser has logged in that had not done so before.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NewBrowserEmail {
    /// The application, by name.
    pub app: String,
    /// The account's email address: whom it is for.
    pub email: String,
    /// The browser, in our words.
    pub browser: String,
    /// The network that it was in: enough of its IP address to recognise it.
    pub network: String,
    /// When, in UTC.
    pub at: String,
    /// The account page, whole. Nothing secret: it asks whoever is not logged in to log in.
    pub account: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
}

message!(NewBrowserEmail, email, "new_browser.txt", "new_browser.html");

impl NewBrowserEmail {
    fn subject(&self) -> String {
        format!("A new browser logged in to {}", self.app)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> EmailText {
        let email = NewBrowserEmail {
            app: "Notes".to_owned(),
            email: "ada@example.com".to_owned(),
            browser: "Firefox on <Linux>".to_owned(),
            network: "203.0.113.x".to_owned(),
            at: "22 November 2026, 14:05 UTC".to_owned(),
            account: "https://notes.example/account".to_owned(),
            support: Some("help@notes.example".to_owned()),
        };
        email.ours()
    }

    #[test]
    fn both_parts_say_the_same_in_the_same_order() {
        let email = written();
        for part in [&email.text, &email.html] {
            let told = [
                "logged in to your account at Notes",
                "ada@example.com",
                "Firefox on",
                "203.0.113.x",
                "14:05 UTC",
                "If that was you",
                "If it was not you",
                "password of your email account",
                "log out everywhere",
                "https://notes.example/account",
                "24 hours",
                "Questions?",
                "help@notes.example",
            ];
            let words = part.split_whitespace().collect::<Vec<_>>().join(" ");
            let places: Vec<_> = told.iter().map(|word| words.rfind(word)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{part}");
        }
    }

    #[test]
    fn its_lines_are_short_and_what_comes_from_outside_is_escaped() {
        let email = written();
        assert!(email.text.lines().any(|line| line == "https://notes.example/account"));
        assert!(email.text.lines().all(|line| line.chars().count() <= 72), "{}", email.text);
        assert!(!email.html.contains("<Linux>"));
    }
}
