//! What a letter's link does: in the browser that asked, and in another.

use super::{
    Auth, BrowserSecret, Client, LinkToken, LoggedIn, Purpose, Refused, SessionToken, browser_name, challenge,
    code::Code,
    event::{Event, Happened},
    secret::Key,
    session::Proof,
};
use crate::{
    store::{ChallengeRow, LetterRow},
    types::{AuthError, EmailAddress, Timestamp},
};

/// What a link would do in this browser: what its confirm page shows. Looking changes nothing.
#[derive(Clone, Debug)]
pub enum LinkState {
    /// This browser asked: one click logs in.
    Own {
        /// The address that it logs in.
        email: EmailAddress,
        /// What it does besides.
        purpose: Purpose,
    },
    /// Another browser asked: the code of the same letter is needed too.
    Other {
        /// The address that it logs in.
        email: EmailAddress,
        /// What it does besides.
        purpose: Purpose,
        /// The browser that asked, in our words.
        browser: String,
        /// The client that asked.
        client: String,
        /// When it asked.
        asked_at: Timestamp,
        /// Codes that may still be tried with this link.
        tries_left: i64,
        /// Whether the one who asked wants the session to outlive the browser's window.
        keep: bool,
    },
    /// It logs nobody in.
    Over {
        /// Why.
        error: AuthError,
        /// The address that it would have logged in; none when it is no link of ours.
        email: Option<EmailAddress>,
        /// What it would have done besides.
        purpose: Purpose,
        /// The page that met the log-in wall.
        return_to: Option<String>,
    },
}

/// What somebody does with a link.
pub struct UseLink<'a> {
    /// The link's token.
    pub token: Option<&'a LinkToken>,
    /// The challenge that this browser has.
    pub browser: Option<&'a BrowserSecret>,
    /// The code as typed; only another browser than the one that asked needs it.
    pub code: &'a str,
    /// Whether the session shall outlive the browser's window; the browser that asked has said so already.
    pub keep: bool,
}

impl Auth {
    /// What this link would do in this browser.
    pub async fn link(&self, token: &LinkToken, browser: Option<&BrowserSecret>) -> Result<LinkState, Refused> {
        let Some((letter, challenge)) = self.letter_of(token).await? else {
            let (error, purpose) = (AuthError::BadLink, Purpose::LogIn);
            return Ok(LinkState::Over { error, email: None, purpose, return_to: None });
        };
        let (email, purpose) = (EmailAddress::checked(challenge.email.clone()), challenge::purpose(&challenge));
        if let Some(error) = self.link_over(&letter, &challenge) {
            return Ok(LinkState::Over { error, email: Some(email), purpose, return_to: challenge.return_to });
        }
        if is_own(&challenge, browser) {
            return Ok(LinkState::Own { email, purpose });
        }
        let tries_left = self.inner.rules.most_tries - challenge.link_tries;
        if tries_left <= 0 {
            let (error, return_to) = (AuthError::TriesUsedUp, challenge.return_to);
            return Ok(LinkState::Over { error, email: Some(email), purpose, return_to });
        }
        Ok(LinkState::Other {
            email,
            purpose,
            browser: browser_name::of(&challenge.user_agent),
            client: challenge.client,
            asked_at: Timestamp(letter.created_at),
            tries_left,
            keep: challenge.keep,
        })
    }

    /// Logs in with a link: in the browser that asked by itself, in another one together with the code of the same
    /// letter. It is only ever this browser that is logged in.
    pub async fn log_in_with_link(
        &self,
        used: UseLink<'_>,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<LoggedIn, Refused> {
        let token = used.token.ok_or(AuthError::BadLink)?;
        let _turn = self.turn().await;
        let (letter, challenge) = self.letter_of(token).await?.ok_or(AuthError::BadLink)?;
        if let Some(over) = self.link_over(&letter, &challenge) {
            return Err(self.refused_at_cost(&challenge.email, over, client).await);
        }
        if is_own(&challenge, used.browser) {
            let proof =
                Proof { challenge: &challenge, letter: &letter, by: "link", keep: challenge.keep, by_asker: true };
            return self.log_in(proof, old, client).await;
        }
        self.check_code_of_link(&used, token, &letter, &challenge, client).await?;
        let proof =
            Proof { challenge: &challenge, letter: &letter, by: "link_with_code", keep: used.keep, by_asker: false };
        self.log_in(proof, old, client).await
    }

    /// The code of the same letter, whose tries are counted apart: nobody else's guesses touch them.
    async fn check_code_of_link(
        &self,
        used: &UseLink<'_>,
        token: &LinkToken,
        letter: &LetterRow,
        challenge: &ChallengeRow,
        client: &Client,
    ) -> Result<(), Refused> {
        let rules = &self.inner.rules;
        if used.code.trim().is_empty() {
            return Err(AuthError::CodeNeeded.into());
        }
        let code = Code::parse(used.code, rules.code_digits).ok_or(AuthError::NotACode)?;
        let mut transaction = self.inner.store.begin().await?;
        self.take_code(&mut transaction, &challenge.email, client).await?;
        let now = self.inner.clock.now();
        let Some(tries) = transaction.count_link_try(challenge.id, rules.most_tries, now.0).await? else {
            // What the client has spent stays spent.
            transaction.commit().await?;
            return Err(self.why_over(challenge.id).await?.into());
        };
        transaction.commit().await?;

        if self.inner.hasher.hash(&code, token.key(), letter.id).await?.is(&letter.link_code_hash) {
            return Ok(());
        }
        let last = tries >= rules.most_tries;
        let what = if last { Happened::TriesUsedUp } else { Happened::LogInFailed };
        self.record(Event::about(&challenge.email, what, "link_with_code"), client).await?;
        Err(if last { AuthError::TriesUsedUp } else { AuthError::WrongCode }.into())
    }

    /// The letter with this link, and its challenge.
    async fn letter_of(&self, token: &LinkToken) -> Result<Option<(LetterRow, ChallengeRow)>, Refused> {
        let store = &self.inner.store;
        let Some(letter) = store.letter_with_link(token.hashed().as_bytes()).await? else { return Ok(None) };
        Ok(store.challenge(letter.challenge_id).await?.map(|challenge| (letter, challenge)))
    }

    /// Why this link logs nobody in any more; none while it does.
    fn link_over(&self, letter: &LetterRow, challenge: &ChallengeRow) -> Option<AuthError> {
        if challenge.used_at.is_some() {
            Some(AuthError::Used)
        } else if letter.ends_at.min(challenge.ends_at) <= self.inner.clock.now().0 {
            Some(AuthError::Ended)
        } else {
            None
        }
    }
}

fn is_own(challenge: &ChallengeRow, browser: Option<&BrowserSecret>) -> bool {
    browser.is_some_and(|browser| browser.hashed().as_bytes() == challenge.browser_hash)
}
