//! A log-in that is repeated, because its first answer was lost on a bad line and the session's token with it.
//!
//! That is still one use of the challenge: there is one session, and one token of it that is good. The browser that asked
//! may repeat its proof for a minute, as long as the session is good and its token has never come back. Then nobody holds
//! that token whom a new one could take the session from.

use super::{
    Auth, LoggedIn, Proved, SessionToken,
    act::{Abort, Act},
    proof::{By, FreshSecrets, Proof},
    session::{info, repeatable_since},
};
use crate::types::AuthError;

impl Auth {
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
        let renewed = act.renew_session(challenge.id, hash, old, repeatable_since(now), now).await?;
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
