//! What a challenge is for, and how it stands.

use super::{Auth, BrowserSecret, Client, Error, act::Act, session::repeatable_since};
use crate::{
    ids::{ChallengeId, ChangeId},
    store::{ChallengeRow, Reader},
    types::{AuthError, EmailAddress, Timestamp},
};

/// What a challenge does besides logging in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing.
    LogIn,
    /// It proves the present address again; then the change to another goes on.
    Prove {
        /// The address to change to.
        new_email: EmailAddress,
    },
    /// It confirms a change of address.
    Confirm {
        /// The change.
        change_id: ChangeId,
    },
}

/// Returns what this challenge does besides logging in.
pub(super) fn purpose(challenge: &ChallengeRow) -> Purpose {
    match (&challenge.goes_on_to, challenge.change_id) {
        (_, Some(change_id)) => Purpose::Confirm { change_id },
        (Some(new_email), None) => Purpose::Prove { new_email: new_email.clone() },
        (None, None) => Purpose::LogIn,
    }
}

/// Returns whether the application itself has asked for the emails of a challenge.
pub(super) fn is_invitation(challenge: &ChallengeRow) -> bool {
    challenge.client.is_empty()
}

/// Returns whether a proof counts in the browser that asked alone. Whoever reads the email at a mistyped new address
/// would get the account otherwise; and whoever was made to confirm a stranger's change would use an account that is
/// not theirs.
pub(super) fn goes_on_only_where_asked(challenge: &ChallengeRow) -> bool {
    challenge.change_id.is_some()
}

/// Returns whether this browser has asked for the challenge.
pub(super) fn is_own(challenge: &ChallengeRow, browser: Option<&BrowserSecret>) -> bool {
    browser.is_some_and(|browser| browser.hashed() == challenge.browser_hash)
}

impl Auth {
    /// Returns a challenge of this browser, with nothing of it stored yet.
    pub(super) fn new_challenge(
        &self,
        email: &EmailAddress,
        browser: &BrowserSecret,
        purpose: &Purpose,
        client: &Client,
        now: Timestamp,
    ) -> ChallengeRow {
        let (goes_on_to, change_id) = match purpose {
            Purpose::LogIn => (None, None),
            Purpose::Prove { new_email } => (Some(new_email.clone()), None),
            Purpose::Confirm { change_id } => (None, Some(*change_id)),
        };
        ChallengeRow {
            id: self.inner.random.id(now),
            email: email.clone(),
            ends_at: now + self.inner.rules.magic_link_lifetime,
            tries: 0,
            link_tries: 0,
            used_at: None,
            remember: true,
            return_to: None,
            goes_on_to,
            change_id,
            user_agent: client.user_agent.clone(),
            client: client.name.clone(),
            browser_hash: browser.hashed(),
            failures: 0,
        }
    }

    /// Returns why no code of this challenge logs in any more; `None` while one does.
    pub(super) fn unusable(&self, challenge: &ChallengeRow, now: Timestamp) -> Option<AuthError> {
        if challenge.used_at.is_some() {
            Some(AuthError::Used)
        } else if challenge.ends_at <= now {
            Some(AuthError::Expired)
        } else if challenge.tries >= self.inner.rules.most_tries {
            Some(AuthError::TriesUsedUp)
        } else {
            None
        }
    }

    /// Returns why no code of this challenge logs in any more, in the browser that asked, and `None` while one does or
    /// while the log-in can be repeated.
    pub(super) async fn unusable_where_asked(
        &self,
        reader: &mut Reader,
        challenge: &ChallengeRow,
        now: Timestamp,
    ) -> Result<Option<AuthError>, Error> {
        match self.unusable(challenge, now) {
            Some(AuthError::Used) if self.is_repeatable(reader, challenge, now).await? => Ok(None),
            error => Ok(error),
        }
    }

    /// Returns whether the browser that asked may repeat the log-in of this challenge, which costs a try.
    pub(super) async fn is_repeatable(
        &self,
        reader: &mut Reader,
        challenge: &ChallengeRow,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let is_used = challenge.used_at.is_some();
        let has_try = challenge.ends_at > now && challenge.tries < self.inner.rules.most_tries;
        Ok(is_used && has_try && reader.is_renewable(challenge.id, repeatable_since(now), now).await?)
    }

    /// Counts a try of a challenge in the browser that asked, also one that repeats a log-in. Returns how many there are,
    /// or `None` when it has no try left or has expired.
    pub(super) async fn count_own_try(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
    ) -> Result<Option<i64>, Error> {
        let (now, most) = (act.now, self.inner.rules.most_tries);
        Ok(match challenge.used_at {
            None => act.count_try(challenge.id, most, now).await?,
            Some(_) => act.count_repetition(challenge.id, most, repeatable_since(now), now).await?,
        })
    }

    /// Returns why no code of a challenge logs in any more that was good a moment ago, when a try or a use of it was refused.
    pub(super) async fn why_unusable(&self, act: &mut Act<'_>, challenge: ChallengeId) -> Result<AuthError, Error> {
        let challenge = act.challenge(challenge).await?;
        let error = challenge.and_then(|challenge| self.unusable(&challenge, act.now));
        Ok(error.unwrap_or(AuthError::TriesUsedUp))
    }
}
