//! A log-in that is repeated, because its first answer was lost on a bad line and the session's token with it.
//!
//! That is still one use of the challenge: there is one session, and one token of it that is good. The browser that asked
//! may repeat its proof for a minute, as long as the session is good and its token has never come back. Then nobody holds
//! that token whom a new one could take the session from.

use super::{
    Auth, Error, LoggedIn, Proved, SessionToken,
    act::{Abort, Act},
    log_in::{By, FreshSecrets, Proof},
    session_state::info,
};
use crate::{
    store::{ChallengeRow, Reader},
    types::{AuthError, Timestamp},
};
use std::time::Duration;

/// How long a log-in may be repeated: somebody who sees no answer clicks again within that, and whoever finds the browser
/// later finds nothing that works.
const REPEATABLE_FOR: Duration = Duration::from_secs(60);

/// Returns the moment after which a log-in must have happened to be repeated now.
pub(super) fn since(now: Timestamp) -> Timestamp {
    now - REPEATABLE_FOR
}

impl Auth {
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
        Ok(is_used && has_try && reader.is_renewable(challenge.id, since(now), now).await?)
    }

    /// Counts a try of a challenge in the browser that asked, also one that repeats a log-in. Returns how many there are,
    /// or `None` when it has no try left or is over.
    pub(super) async fn count_own_try(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
    ) -> Result<Option<i64>, Error> {
        let (now, most) = (act.now, self.inner.rules.most_tries);
        Ok(match challenge.used_at {
            None => act.count_try(challenge.id, most, now).await?,
            Some(_) => act.count_repetition(challenge.id, most, since(now), now).await?,
        })
    }

    /// Repeats a log-in by a challenge that was used, which counts as a try, for the client too.
    pub(super) async fn repeat_log_in(
        &self,
        act: &mut Act<'_>,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
    ) -> Result<Proved, Abort> {
        let challenge = &act.lock_challenge(proof.challenge.id).await?.ok_or(AuthError::NoChallenge)?;
        let proof = Proof { challenge, ..proof };
        if proof.by == By::LinkWithCode {
            return Err(self.reject_log_in(act, challenge, AuthError::Used).await);
        }
        if proof.by == By::Code && challenge.failures >= self.inner.rules.most_failed_codes {
            return Err(self.refuse_code(act, challenge, Some(proof.magic_link)).await);
        }
        if self.count_own_try(act, challenge).await?.is_none() {
            let error = self.why_unusable(act, challenge.id).await?;
            if proof.by == By::Code {
                return Err(error.into());
            }
            self.consume_code(act, &challenge.email).await?;
            return Err(Abort::Kept(error.into()));
        }
        let renewed = self.renew_log_in(act, proof, old, fresh).await;
        self.consume_code(act, &challenge.email).await?;
        renewed
    }

    /// Gives the session that this challenge has begun a new token; the first one is dead from then on. Everything else
    /// that the log-in has done stays done once.
    async fn renew_log_in(
        &self,
        act: &mut Act<'_>,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
    ) -> Result<Proved, Abort> {
        let (challenge, now, old) = (proof.challenge, act.now, old.map(SessionToken::hashed));
        let hash = fresh.session.hashed();
        if proof.magic_link.ends_at <= now {
            return Err(self.reject_log_in(act, challenge, AuthError::Expired).await);
        }
        let renewed = act.renew_session(challenge.id, hash, old, since(now), now).await?;
        let row = if renewed == 0 { None } else { act.session(hash).await? };
        let Some(row) = row else { return Err(self.reject_log_in(act, challenge, AuthError::Used).await) };
        if let Some(old) = old {
            self.replace_session(act, old).await?;
        }
        if challenge.failures > 0 {
            act.forget_failed_codes(&challenge.email, self.inner.rules.most_failed_codes).await?;
        }
        // What the browser was to keep for long was lost with the first answer.
        let device = act.client().device;
        act.remember_device(device.unwrap_or(fresh.device.hashed()), &row.email, now).await?;
        Ok(Proved::LoggedIn(Box::new(LoggedIn {
            token: fresh.session.clone(),
            new_device: device.is_none().then(|| fresh.device.clone()),
            keep_for: row.remember.then_some(self.inner.rules.remembered_lifetime),
            return_to: challenge.return_to.clone(),
            goes_on_to: challenge.goes_on_to.clone(),
            moved: challenge.change_id.is_some(),
            session: info(row),
        })))
    }
}
