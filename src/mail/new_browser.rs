//! The email about a log-in with a new browser.

use super::{
    EmailText,
    body::{Block, Body, says},
    texts::*,
};
use crate::languages::Language;

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
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

impl NewBrowserEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, NewBrowserEmail};
    ///
    /// fn with_a_subject_of_mine(email: &NewBrowserEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let fact = |label, value: &str| (language.say(label, &[]), vec![value.to_owned()]);
        let body = Body {
            language,
            subject: language.say(NEW_BROWSER_SUBJECT, &[("app", &self.app)]),
            preheader: format!("{} · {}", self.browser, self.at),
            heading: language.say(NEW_BROWSER_HEADING, &[]),
            blocks: vec![
                Block::Says(says(language, NEW_BROWSER, &[("app", &self.app)], &[])),
                Block::Rows(vec![
                    fact(ACCOUNT, &self.email),
                    fact(BROWSER, &self.browser),
                    fact(NETWORK, &self.network),
                    fact(FACT_WHEN, &self.at),
                ]),
                Block::Says(says(language, NOTHING_TO_DO, &[], &[])),
                Block::Says(says(language, NEW_BROWSER_NOT_YOU, &[], &[])),
                Block::Link { words: language.say(OPEN_ACCOUNT, &[]), url: &self.account },
                Block::Adds(says(language, NEW_BROWSER_WHY, &[], &[])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.email
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
            language: "en".to_owned(),
            spoken: Language::english(),
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
