//! Logging in with a code, in the browser that asked; and what a code costs that is refused.

use super::{
    Auth, Client, Error, Proved, SessionToken,
    act::{Abort, Act},
    code::Code,
    event::Event,
    log_in::{By, Proof},
    own_challenge::{Found, OwnChallenge},
    secret::Key,
};
use crate::{
    store::{ChallengeRow, MagicLinkRow},
    types::{AuthError, EventKind},
};

impl Auth {
    /// Logs in with the code of an email of this browser's challenge, and of no other one that it has. The try is
    /// counted before anything is compared.
    ///
    /// # Errors
    /// [`Error::Rejected`] says what is wrong with the code or the challenge; [`Error::Limited`], [`Error::Busy`], and
    /// failures of ours, by which nothing is used up.
    #[tracing::instrument(skip_all)]
    pub async fn log_in_with_code(
        &self,
        own: OwnChallenge<'_>,
        typed: &str,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<Proved, Error> {
        let mut reader = self.inner.store.reader();
        let Found { browser, challenge, magic_links } = own.found(&mut reader).await?.ok_or(AuthError::NoChallenge)?;
        let asked_at = self.inner.clock.now();
        if let Some(error) = self.unusable_where_asked(&mut reader, &challenge, asked_at).await? {
            return Err(self.refuse_at_cost(&challenge, error, client).await);
        }
        let code = Code::parse(typed, self.inner.rules.code_digits).ok_or(AuthError::NotACode)?;
        self.admit_code(&challenge.email, client)?;

        let [hash] = self.hash(&code, [(browser.key(), challenge.id.uuid())], client).await?;
        // Emails never change: what decides is whether the challenge can be used up, once it is this one's turn.
        let magic_link =
            magic_links.iter().find(|magic_link| magic_link.ends_at > asked_at && hash.is(&magic_link.code_hash));
        let challenge = &challenge;
        if let Some(magic_link) = magic_link {
            let proof = Proof { challenge, magic_link, by: By::Code, remember: challenge.remember };
            return self.log_in_by(proof, old, client).await;
        }
        self.act(client, |mut act| async move {
            let act = &mut *act;
            let challenge = act.lock_challenge(challenge.id).await?.ok_or(AuthError::NoChallenge)?;
            Err(self.refuse_code(act, &challenge, None).await)
        })
        .await
    }

    /// Refuses a code of the browser that asked, as the challenge stands now: it was wrong, the email that it is of has
    /// ended meanwhile, or codes are off. Counts it as a try, and for its client.
    pub(super) async fn refuse_code(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        magic_link: Option<&MagicLinkRow>,
    ) -> Abort {
        self.refused_code(act, challenge, magic_link).await.unwrap_or_else(|abort| abort)
    }

    async fn refused_code(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        magic_link: Option<&MagicLinkRow>,
    ) -> Result<Abort, Abort> {
        let (rules, now, client) = (&self.inner.rules, act.now, act.client());
        // Nobody is told that codes are off but those who read the mailbox anyway: for all others a right code is like a
        // wrong one, with its try and its time.
        let are_off = challenge.failures >= rules.most_failed_codes;
        if are_off && self.reads_mailbox(act, &challenge.email, client).await? {
            let rejected = self.reject_log_in(act, challenge, AuthError::CodesOff).await;
            self.consume_code(act, &challenge.email).await?;
            return Ok(rejected);
        }
        let Some(tries) = self.count_own_try(act, challenge).await? else {
            return Err(self.why_unusable(act, challenge.id).await?.into());
        };
        if magic_link.is_some_and(|magic_link| magic_link.ends_at <= now) && !are_off {
            let rejected = self.reject_log_in(act, challenge, AuthError::Expired).await;
            self.consume_code(act, &challenge.email).await?;
            return Ok(rejected);
        }
        let failures = act.count_failed_code(&challenge.email, rules.most_failed_codes, now).await?;
        self.consume_code(act, &challenge.email).await?;
        let last = tries >= rules.most_tries;
        let what = match failures {
            Some(failures) if failures >= rules.most_failed_codes => EventKind::CodesOff,
            _ if last => EventKind::TriesUsedUp,
            _ => EventKind::LogInFailed,
        };
        let error = if last { AuthError::TriesUsedUp } else { AuthError::WrongCode };
        Ok(act.reject(Event::about(&challenge.email, what, "code"), error))
    }
}
