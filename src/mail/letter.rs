//! What the letters say. Their texts are the templates beside this file.

use crate::types::Timestamp;
use askama::Template;
use time::{OffsetDateTime, macros::format_description};
use uuid::Uuid;

/// A letter ready to be sent. Holds a code and a link, so it has no Debug.
#[derive(Clone)]
pub struct Letter {
    /// Its id, for the mail's Message-ID and the log.
    pub id: Uuid,
    /// Whom it is for.
    pub to: String,
    /// Its subject: what and where, never the code.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it was written.
    pub at: Timestamp,
}

/// The letter with which one logs in.
pub struct LogInLetter<'a> {
    /// What one logs in to, by name.
    pub app: &'a str,
    /// The host that one logs in to.
    pub site: &'a str,
    /// Whom it is for.
    pub email: &'a str,
    /// The code, in two halves.
    pub code: &'a str,
    /// The link, whole.
    pub link: &'a str,
    /// The browser that asked, in our words.
    pub browser: &'a str,
    /// The client that asked.
    pub client: &'a str,
    /// For how many minutes it is good.
    pub minutes: u64,
    /// Until when, in UTC.
    pub ends_at: &'a str,
}

#[derive(Template)]
#[template(path = "log_in.txt", escape = "none")]
struct Text<'a>(&'a LogInLetter<'a>);

#[derive(Template)]
#[template(path = "log_in.html")]
struct Html<'a>(&'a LogInLetter<'a>);

impl LogInLetter<'_> {
    /// Both parts, written.
    pub fn written(&self, id: Uuid, at: Timestamp) -> Letter {
        Letter {
            id,
            to: self.email.to_owned(),
            subject: format!("Log in to {}", self.app),
            // Templates without filters or calls of their own cannot fail.
            text: Text(self).render().unwrap_or_default(),
            html: Html(self).render().unwrap_or_default(),
            at,
        }
    }
}

/// A time as a letter says it: `22 November 2026, 14:05 UTC`.
pub fn utc(at: Timestamp) -> String {
    let format = format_description!("[day padding:none] [month repr:long] [year], [hour]:[minute] UTC");
    OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1000))
        .ok()
        .and_then(|time| time.format(format).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Letter {
        let letter = LogInLetter {
            app: "Notes",
            site: "notes.example",
            email: "ada@example.com",
            code: "123 456",
            link: "https://notes.example/sessions/verify?token=abc",
            browser: "Firefox on <Linux>",
            client: "203.0.113.7",
            minutes: 10,
            ends_at: "22 November 2026, 14:05 UTC",
        };
        letter.written(Uuid::nil(), Timestamp(0))
    }

    #[test]
    fn both_parts_say_the_same_in_the_same_order() {
        let letter = written();
        for part in [&letter.text, &letter.html] {
            let told = [
                "123 456",
                "notes.example/sessions/verify?token=abc",
                "ada@example.com",
                "Firefox on",
                "203.0.113.7",
                "14:05 UTC",
                "If you didn",
            ];
            let places: Vec<_> = told.iter().map(|word| part.find(word)).collect();
            assert!(places.iter().all(Option::is_some), "{places:?}\n{part}");
            // The preheader may name the address first; the last mention decides.
            let last: Vec<_> = told[2..].iter().map(|word| part.rfind(word)).collect();
            assert!(last.is_sorted(), "{last:?}\n{part}");
        }
        assert!(!letter.subject.contains("123"));
    }

    #[test]
    fn the_link_stands_on_a_line_of_its_own_and_other_lines_are_short() {
        let letter = written();
        assert!(letter.text.lines().any(|line| line == "https://notes.example/sessions/verify?token=abc"));
        assert!(letter.text.lines().all(|line| line.starts_with("https://") || line.chars().count() <= 72));
    }

    #[test]
    fn what_comes_from_outside_is_escaped() {
        assert!(!written().html.contains("<Linux>"));
    }

    #[test]
    fn times_are_in_utc() {
        assert_eq!(utc(Timestamp(1_795_356_300_000)), "22 November 2026, 14:05 UTC");
    }
}
