//! The email with a code and a link.

use super::{
    EmailText,
    body::{Block, Body, one_after_another, says},
    texts::*,
};
use crate::{
    ids::EmailId,
    languages::{Language, Text},
    types::Timestamp,
};
use std::fmt;

/// An email ready to be sent. Holds a code and a link, so it has no Debug.
#[derive(Clone)]
pub struct EmailMessage {
    /// Its id, for the mail's Message-ID and the log.
    pub id: EmailId,
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

/// What an email's code is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodePurpose {
    /// One logs in with it.
    LogIn,
    /// One proves the present address again with it; then it changes.
    Prove {
        /// The address to change to.
        new_email: String,
    },
    /// One confirms a new address with it.
    Confirm,
    /// One logs in with it, although nobody asked: the application invites.
    Invite,
}

/// An email with a code and a link.
#[derive(Clone)]
#[non_exhaustive]
pub struct CodeEmail {
    /// What they are good for.
    pub purpose: CodePurpose,
    /// Whether the code works only together with the link, because too many wrong ones were tried.
    pub codes_off: bool,
    /// What one logs in to, by name.
    pub app: String,
    /// The host that one logs in to.
    pub site: String,
    /// Whom it is for.
    pub email: String,
    /// The code, with a space between its halves.
    pub code: String,
    /// The link, whole.
    pub link: String,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// For how many minutes it is good.
    pub minutes: u64,
    /// Until when, in UTC.
    pub ends_at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

impl fmt::Debug for CodeEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { purpose, email, .. } = self;
        f.debug_struct("CodeEmail").field("purpose", purpose).field("email", email).finish_non_exhaustive()
    }
}

impl CodeEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, CodeEmail};
    ///
    /// fn with_a_subject_of_mine(email: &CodeEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let Self { email, minutes, .. } = self;
        let subject = language.say(self.subject(), &[("app", &self.app)]);
        let until = language.say(UNTIL_MINUTES, &[("until", &self.ends_at), ("minutes", minutes)]);
        let facts = vec![
            (language.say(FACT_FOR, &[]), vec![email.clone()]),
            (language.say(FACT_FROM, &[]), vec![self.browser.clone(), self.client.clone()]),
            (language.say(UNTIL, &[]), vec![until, language.say(WORKS_ONCE, &[])]),
        ];
        let wants = match &self.purpose {
            CodePurpose::Prove { new_email } => {
                Some(says(language, SOMEBODY_WANTS_CHANGE, &[], &[("new_email", new_email)]))
            }
            _ => None,
        };
        let what_to_do = says(language, self.what_to_do(), &[], &[]);
        let body = Body {
            language,
            preheader: language.say(CODE_PREHEADER, &[("email", email), ("minutes", minutes)]),
            heading: subject.clone(),
            subject,
            blocks: vec![
                Block::Says(one_after_another(wants.into_iter().chain([what_to_do]))),
                Block::Code(&self.code),
                Block::Says(says(language, self.or_link(), &[], &[])),
                Block::Link { words: language.say(self.button(), &[]), url: &self.link },
                Block::Adds(says(language, self.in_another_browser(), &[], &[])),
                Block::Facts(facts),
                Block::Adds(says(language, self.if_you_did_not_ask(), &[], &[])),
                Block::Adds(says(language, NEVER_GIVE, &[], &[("site", &self.site)])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.email
    }

    /// Returns the code's digits and nothing between them, so that one double click selects it.
    #[cfg(test)]
    pub(super) fn digits(&self) -> String {
        super::body::digits(&self.code)
    }

    fn subject(&self) -> Text {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Invite => LOG_IN_SUBJECT,
            CodePurpose::Prove { .. } => PROVE_SUBJECT,
            CodePurpose::Confirm => CONFIRM_SUBJECT,
        }
    }

    fn what_to_do(&self) -> Text {
        match (self.codes_off, &self.purpose) {
            (_, CodePurpose::Invite) => INVITED,
            (false, CodePurpose::Prove { .. }) => TYPE_CODE_TO_GO_ON,
            (false, CodePurpose::LogIn) => TYPE_CODE,
            (false, CodePurpose::Confirm) => TYPE_CODE_TO_CONFIRM,
            (true, CodePurpose::Confirm) => USE_LINK_TO_CONFIRM,
            (true, _) => USE_LINK,
        }
    }

    fn button(&self) -> Text {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Invite => LOG_IN,
            CodePurpose::Prove { .. } => GO_ON,
            CodePurpose::Confirm => USE_THIS_ADDRESS,
        }
    }

    fn if_you_did_not_ask(&self) -> Text {
        match self.purpose {
            CodePurpose::LogIn => NOT_ASKED,
            CodePurpose::Invite => NOT_INVITED,
            CodePurpose::Prove { .. } => NOT_ASKED_CHANGE,
            CodePurpose::Confirm => GIVE_CODE_TO_NOBODY,
        }
    }

    fn in_another_browser(&self) -> Text {
        match self.purpose {
            CodePurpose::LogIn | CodePurpose::Prove { .. } => OTHER_BROWSER_ASKS_CODE,
            CodePurpose::Confirm => OTHER_BROWSER_NEITHER,
            CodePurpose::Invite => ANY_BROWSER,
        }
    }

    fn or_link(&self) -> Text {
        match self.purpose {
            CodePurpose::Invite => THIS_LINK,
            _ => OR_LINK,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{languages::Languages, mail::columns};

    pub(in crate::mail) fn code_email() -> CodeEmail {
        CodeEmail {
            purpose: CodePurpose::LogIn,
            codes_off: false,
            app: "Notes".to_owned(),
            site: "notes.example".to_owned(),
            email: "ada@example.com".to_owned(),
            code: "123 456".to_owned(),
            link: "https://notes.example/sessions/verify?token=abc".to_owned(),
            browser: "Firefox on <Linux>".to_owned(),
            client: "203.0.113.7".to_owned(),
            minutes: 10,
            ends_at: "22 November 2026, 14:05 UTC".to_owned(),
            support: None,
            language: "en".to_owned(),
            spoken: Language::english(),
        }
    }

    fn written() -> EmailText {
        code_email().ours()
    }

    #[test]
    fn the_digits_of_a_code_have_nothing_but_tags_between_them() {
        for (code, digits) in [("123 456", "123456"), ("1234 567", "1234567"), ("12345 67890", "1234567890")] {
            let message = CodeEmail { code: code.to_owned(), ..code_email() }.ours();
            assert!(message.text.lines().any(|line| line.trim() == digits), "{}", message.text);
            let (mut shown, mut rest) = (String::new(), message.html.as_str());
            while let Some((before, tag)) = rest.split_once('<') {
                shown.push_str(before);
                rest = tag.split_once('>').unwrap().1;
            }
            assert!(shown.contains(&format!("\n{digits}\n")), "{shown}");
        }
    }

    #[test]
    fn nothing_is_hidden_and_the_purpose_is_the_first_that_is_read() {
        let message = written();
        for hidden in ["display:none", "visibility:hidden", "font-size:0", "max-height:0", "opacity:0"] {
            assert!(!message.html.contains(hidden), "{hidden} looks like spam");
        }
    }

    #[test]
    fn both_parts_say_the_same_in_the_same_order() {
        let message = written();
        for part in [&message.text, &message.html] {
            let told = [
                "123",
                "notes.example/sessions/verify?token=abc",
                "ada@example.com",
                "Firefox on",
                "203.0.113.7",
                "14:05 UTC",
                "If you didn",
            ];
            let places: Vec<_> = told.iter().map(|word| part.find(word)).collect();
            assert!(places.iter().all(Option::is_some), "{places:?}\n{part}");
            // The first line names the address too; the last mention decides.
            let last: Vec<_> = told[2..].iter().map(|word| part.rfind(word)).collect();
            assert!(last.is_sorted(), "{last:?}\n{part}");
        }
        assert!(!message.subject.contains("123"));
    }

    #[test]
    fn the_link_stands_on_a_line_of_its_own_and_other_lines_are_short() {
        let message = written();
        assert!(message.text.lines().any(|line| line == "https://notes.example/sessions/verify?token=abc"));
        assert!(message.text.lines().all(|line| line.starts_with("https://") || line.chars().count() <= 72));
    }

    #[test]
    fn what_comes_from_outside_is_escaped() {
        assert!(!written().html.contains("<Linux>"));
    }

    #[test]
    fn in_every_language_both_parts_have_the_code_and_the_link_and_short_lines() {
        for language in Languages::default().all() {
            let prove = CodePurpose::Prove { new_email: "new@example.com".to_owned() };
            for purpose in [CodePurpose::LogIn, prove, CodePurpose::Confirm, CodePurpose::Invite] {
                let spoken = language.clone();
                let message =
                    CodeEmail { purpose, spoken, support: Some("help@example.com".to_owned()), ..code_email() }.ours();
                let tag = language.tag();
                assert!(message.html.contains(&format!("<html lang=\"{tag}\" dir=\"{}\">", language.dir())), "{tag}");
                let lines: Vec<_> = message.text.lines().collect();
                assert!(lines.contains(&"https://notes.example/sessions/verify?token=abc"), "{}", message.text);
                assert!(lines.contains(&"    123456"), "{}", message.text);
                let is_short = |line: &&str| line.starts_with("https://") || columns::count(line) <= 72;
                assert!(lines.iter().all(is_short), "{}", message.text);
                assert!(!message.text.contains(['\u{2068}', '\u{2069}', '{', '}']), "{}", message.text);
                assert!(!message.html.contains("{{") && message.html.contains("help@example.com"), "{}", message.html);
            }
        }
    }
}
