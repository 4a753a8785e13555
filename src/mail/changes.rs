//! Emails about changes of email address.

use super::{
    EmailText, asked_with,
    body::{Block, Body, says},
    texts::*,
};
use crate::languages::Language;
use std::fmt;

/// Word to the address that an account has, when it is to have another.
#[derive(Clone)]
#[non_exhaustive]
pub struct ChangeAskedEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account has: whom it is for.
    pub old_email: String,
    /// The address that it is to have.
    pub new_email: String,
    /// The link that undoes the change, whole.
    pub link: String,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// When, in UTC.
    pub asked_at: String,
    /// For how many days the change can be undone.
    pub days: u64,
    /// Until when, in UTC.
    pub until: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

/// Word to the owner of an address that somebody else wanted for another account.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AddressTakenEmail {
    /// The application, by name.
    pub app: String,
    /// Whom it is for.
    pub email: String,
    /// Whether its account has left the address lately, and can still come back to it.
    pub left: bool,
    /// The browser that asked, in our words.
    pub browser: String,
    /// The client that asked.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

/// Tells the address that an account has left that it has, and how that is undone.
#[derive(Clone)]
#[non_exhaustive]
pub struct ChangeDoneEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account had: whom it is for.
    pub old_email: String,
    /// The address that it has now.
    pub new_email: String,
    /// The link that undoes the change, whole.
    pub link: String,
    /// The browser that confirmed it, in our words.
    pub browser: String,
    /// The client that confirmed it.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Until when the change can be undone, in UTC.
    pub until: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

/// Tells the address to which an account had moved that it has gone back.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ChangeUndoneEmail {
    /// The application, by name.
    pub app: String,
    /// The address that the account has no more: whom it is for.
    pub email: String,
    /// The browser that did it, in our words.
    pub browser: String,
    /// The client that did it.
    pub client: String,
    /// When, in UTC.
    pub at: String,
    /// Whom people may ask: an email address, or the address of a page.
    pub support: Option<String>,
    /// The language of the email, as a tag such as `de`: that of the page that asked, or of the account.
    pub language: String,
    /// The same, as what says it.
    pub(crate) spoken: Language,
}

impl fmt::Debug for ChangeAskedEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old_email, new_email, .. } = self;
        let mut fields = f.debug_struct("ChangeAskedEmail");
        fields.field("old_email", old_email).field("new_email", new_email).finish_non_exhaustive()
    }
}

impl fmt::Debug for ChangeDoneEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old_email, new_email, .. } = self;
        let mut fields = f.debug_struct("ChangeDoneEmail");
        fields.field("old_email", old_email).field("new_email", new_email).finish_non_exhaustive()
    }
}

impl ChangeAskedEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, ChangeAskedEmail};
    ///
    /// fn with_a_subject_of_mine(email: &ChangeAskedEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let Self { app, old_email, new_email, days, .. } = self;
        let until = language.say(UNTIL_DAYS, &[("until", &self.until), ("days", days)]);
        let mut facts = asked_with(language, &self.browser, &self.client, &self.asked_at);
        facts.push((language.say(UNTIL, &[]), vec![until]));
        let body = Body {
            language,
            subject: language.say(CHANGING_SUBJECT, &[("app", app)]),
            preheader: language
                .say(CHANGING_PREHEADER, &[("old_email", old_email), ("new_email", new_email), ("days", days)]),
            heading: language.say(CHANGING_HEADING, &[]),
            blocks: vec![
                Block::Says(says(language, CHANGING, &[("app", app)], &[])),
                Block::Rows(from_to(language, old_email, new_email)),
                Block::Says(says(language, CHANGING_LOGGED_OUT, &[], &[])),
                Block::Says(says(language, UNDO_IT, &[], &[])),
                Block::Link { words: language.say(UNDO, &[]), url: &self.link },
                Block::Facts(facts),
                Block::Adds(says(language, CHANGING_NOT_YOU, &[], &[])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.old_email
    }
}

impl ChangeDoneEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, ChangeDoneEmail};
    ///
    /// fn with_a_subject_of_mine(email: &ChangeDoneEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let Self { app, old_email, new_email, until, .. } = self;
        let mut facts = asked_with(language, &self.browser, &self.client, &self.at);
        facts.push((language.say(UNTIL, &[]), vec![until.clone()]));
        let body = Body {
            language,
            subject: language.say(CHANGED_SUBJECT, &[("app", app)]),
            preheader: language
                .say(CHANGED_PREHEADER, &[("old_email", old_email), ("new_email", new_email), ("until", until)]),
            heading: language.say(CHANGED_HEADING, &[]),
            blocks: vec![
                Block::Says(says(language, CHANGED, &[("app", app)], &[])),
                Block::Rows(from_to(language, old_email, new_email)),
                Block::Says(says(language, CHANGED_WAS_YOU, &[], &[])),
                Block::Says(says(language, UNDO_IT, &[], &[])),
                Block::Link { words: language.say(UNDO, &[]), url: &self.link },
                Block::Facts(facts),
                Block::Adds(says(language, CHANGED_LATE, &[], &[])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.old_email
    }
}

impl AddressTakenEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, AddressTakenEmail};
    ///
    /// fn with_a_subject_of_mine(email: &AddressTakenEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let Self { app, email, .. } = self;
        let (preheader, why, was_you) = match self.left {
            true => (LEFT_PREHEADER, LEFT_WHY, LEFT_WAS_YOU),
            false => (TAKEN_PREHEADER, TAKEN_WHY, TAKEN_WAS_YOU),
        };
        let body = Body {
            language,
            subject: language.say(TAKEN_SUBJECT, &[("app", app)]),
            preheader: language.say(preheader, &[("email", email)]),
            heading: language.say(TAKEN_HEADING, &[]),
            blocks: vec![
                Block::Says(says(language, TAKEN, &[("app", app)], &[("email", email)])),
                Block::Says(says(language, why, &[], &[])),
                Block::Says(says(language, was_you, &[], &[])),
                Block::Facts(asked_with(language, &self.browser, &self.client, &self.at)),
                Block::Adds(says(language, TAKEN_NOT_YOU, &[], &[])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.email
    }
}

impl ChangeUndoneEmail {
    /// Returns our own words: a host may change some of them.
    ///
    /// ```
    /// use leptos_magic_auth::{EmailText, ChangeUndoneEmail};
    ///
    /// fn with_a_subject_of_mine(email: &ChangeUndoneEmail) -> EmailText {
    ///     EmailText { subject: format!("A word from {}", email.app), ..email.ours() }
    /// }
    /// ```
    pub fn ours(&self) -> EmailText {
        let language = &self.spoken;
        let Self { app, email, .. } = self;
        let body = Body {
            language,
            subject: language.say(UNDONE_SUBJECT, &[("app", app)]),
            preheader: language.say(UNDONE_PREHEADER, &[]),
            heading: language.say(UNDONE_HEADING, &[]),
            blocks: vec![
                Block::Says(says(language, UNDONE, &[("app", app)], &[("email", email)])),
                Block::Facts(asked_with(language, &self.browser, &self.client, &self.at)),
                Block::Adds(says(language, UNDONE_WAS_YOU, &[], &[])),
                Block::Adds(says(language, UNDONE_NOT_YOU, &[], &[])),
            ],
        };
        body.with_support(self.support.as_deref())
    }

    /// Returns whom it is for.
    pub(super) fn to(&self) -> &str {
        &self.email
    }
}

fn from_to(language: &Language, old_email: &str, new_email: &str) -> Vec<(String, Vec<String>)> {
    vec![(language.say(FROM, &[]), vec![old_email.to_owned()]), (language.say(TO, &[]), vec![new_email.to_owned()])]
}
