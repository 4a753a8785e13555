//! Logging in: what a proven address leads to.

use super::{
    Auth, Error, SessionToken,
    act::{Abort, Act},
    challenge::is_invitation,
    event::Event,
    proof::{By, FreshSecrets, LoggedIn, Proof, Proved},
    who::{Asked, Who},
};
use crate::{
    store::{ChallengeRow, Tries, UseChallenge, UserRow},
    types::{AuthError, EventKind, Timestamp},
};

impl Auth {
    /// Uses a challenge up and begins a session: of any number of simultaneous proofs of one challenge, one does. Those
    /// that the browser that asked repeats only bring that session another token. The session that this browser had
    /// ends. Where an account has left the address lately, no session begins or ends: the way is opened to undo that.
    ///
    /// The user's row is locked first, then the challenge, and limits last.
    pub(super) async fn log_in(
        &self,
        act: &mut Act<'_>,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
        asked: Option<&Asked>,
    ) -> Result<Proved, Abort> {
        if proof.challenge.used_at.is_some() {
            return self.repeat_log_in(act, proof, old, fresh).await;
        }
        let Some(who) = self.who_logs_in(act, proof.challenge, asked).await? else {
            return self.not_used(act, proof, old, fresh).await;
        };
        let proved_at = asked.and_then(Asked::proved_at);
        let Some(challenge) = self.use_challenge(act, &proof, &who, proved_at).await? else {
            if let Some(Asked::Said(_)) = asked {
                // What the host has said has no effect then.
                return Err(Error::AskAgain.into());
            }
            if let Who::New(new) = &who {
                // Nobody has proved the address after all, and what follows may be stored.
                act.remove_user(new.user.id).await?;
            }
            return self.not_used(act, proof, old, fresh).await;
        };
        let proof = Proof { challenge: &challenge, ..proof };
        self.forget_failed_codes(act, &challenge).await?;
        let user = match &who {
            Who::Left(change) => {
                self.consume_proof(act, &proof).await?;
                self.lead_to_undo(act, change, &challenge, &fresh.undo).await?;
                return Ok(Proved::LeadToUndo { token: fresh.undo.clone() });
            }
            Who::Denied => {
                self.consume_proof(act, &proof).await?;
                return Err(act.reject(Event::about(&challenge.email, EventKind::NoAccess, ""), AuthError::NoAccess));
            }
            Who::Moves => self.confirm_change(act, &challenge).await?,
            Who::New(new) => new.user.clone(),
            Who::Known(user) => user.clone(),
        };
        self.let_in(act, &who, &user, proof, old, fresh).await
    }

    /// Begins the session of a user whose proof was used up, and notes what a log-in leaves.
    async fn let_in(
        &self,
        act: &mut Act<'_>,
        who: &Who,
        user: &UserRow,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
    ) -> Result<Proved, Abort> {
        let challenge = proof.challenge;
        self.note_new_address(act, who, user, &proof).await?;
        if let Some(old) = old {
            self.replace_session(act, old.hashed()).await?;
        }
        let session = self.begin_session(act, user, &proof, &fresh.session).await?;
        self.consume_proof(act, &proof).await?;
        if matches!(who, Who::Known(_)) {
            self.tell_of_new_browser(act, user).await?;
        }
        let (device, now) = (act.client().device, act.now);
        act.remember_device(device.unwrap_or(fresh.device.hashed()), &user.email, now).await?;
        act.note(Event::of_with(user.id, &user.email, EventKind::LoggedIn, proof.by.as_str()));
        Ok(Proved::LoggedIn(Box::new(LoggedIn {
            session,
            token: fresh.session.clone(),
            new_device: device.is_none().then(|| fresh.device.clone()),
            keep_for: proof.is_kept().then_some(self.inner.rules.remembered_lifetime),
            // An application leads wherever it likes to.
            return_to: challenge.return_to.clone().filter(|_| proof.by.is_asker() || is_invitation(challenge)),
            goes_on_to: challenge.goes_on_to.clone().filter(|_| proof.by.is_asker()),
            moved: challenge.change_id.is_some(),
        })))
    }

    /// Uses the challenge up, and counts the try that a code is.
    async fn use_challenge(
        &self,
        act: &mut Act<'_>,
        proof: &Proof<'_>,
        who: &Who,
        proved_at: Option<Timestamp>,
    ) -> Result<Option<ChallengeRow>, Abort> {
        let (rules, now) = (&self.inner.rules, proved_at.unwrap_or(act.now));
        if proof.magic_link.ends_at <= now {
            return Ok(None);
        }
        let (tries, most_failures) = match proof.by {
            By::Code => (Tries::Own, rules.most_failed_codes),
            By::Link => (Tries::Free, i64::MAX),
            By::LinkWithCode => (Tries::Link, i64::MAX),
        };
        let (id, most_tries) = (proof.challenge.id, rules.most_tries);
        let used = act.use_challenge(UseChallenge { id, tries, most_tries, most_failures, now }).await?;
        match used {
            // Somebody has left the address while this waited for the user's row: it is kept free for them.
            Some(used) if matches!(who, Who::New(_)) && used.times_left > 0 => Err(Abort::Again),
            // It has expired while this waited for the challenge's row.
            Some(used) if proved_at.is_none() && act.is_late(used.challenge.ends_at.min(proof.magic_link.ends_at)) => {
                Err(Abort::Again)
            }
            used => Ok(used.map(|used| used.challenge)),
        }
    }

    /// Answers a proof whose challenge could not be used up: another one was faster, or it has expired by now.
    async fn not_used(
        &self,
        act: &mut Act<'_>,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
    ) -> Result<Proved, Abort> {
        let challenge = act.lock_challenge(proof.challenge.id).await?.ok_or(AuthError::NoChallenge)?;
        if challenge.used_at.is_some() && proof.by.is_asker() {
            return self.repeat_log_in(act, Proof { challenge: &challenge, ..proof }, old, fresh).await;
        }
        Err(match proof.by {
            By::Code => self.refuse_code(act, &challenge, Some(proof.magic_link)).await,
            By::Link | By::LinkWithCode => self.refuse_link(act, &challenge, proof.magic_link).await,
        })
    }

    /// Consumes a try from the client's limit, where a code was typed.
    async fn consume_proof(&self, act: &mut Act<'_>, proof: &Proof<'_>) -> Result<(), Error> {
        match proof.by {
            By::Link => Ok(()),
            By::Code | By::LinkWithCode => self.consume_code(act, &proof.challenge.email).await,
        }
    }

    /// Forgets the codes that were wrong for the address of a challenge that was just used up.
    async fn forget_failed_codes(&self, act: &mut Act<'_>, challenge: &ChallengeRow) -> Result<(), Abort> {
        // As many as there were when the challenge was used up: others may have been counted since.
        let most = self.inner.rules.most_failed_codes.max(challenge.failures + 1);
        if challenge.failures > 0 && act.forget_failed_codes(&challenge.email, most).await? == 0 {
            return Err(Abort::Again);
        }
        Ok(())
    }

    /// Does what follows once an address is this user's, who has not had it before.
    async fn note_new_address(
        &self,
        act: &mut Act<'_>,
        who: &Who,
        user: &UserRow,
        proof: &Proof<'_>,
    ) -> Result<(), Abort> {
        let has_devices = match who {
            Who::Known(_) | Who::Left(_) | Who::Denied => return Ok(()),
            Who::New(new) => {
                act.note(Event::of(user.id, &user.email, EventKind::UserCreated));
                new.devices > 0
            }
            Who::Moves => true,
        };
        // The address is this user's from now on, and nobody's who had it before.
        act.adopt_events(&user.email, user.id, proof.magic_link.created_at).await?;
        if has_devices {
            let device = act.client().device;
            act.forget_devices(&user.email, device).await?;
        }
        Ok(())
    }
}
