//! What a code or a link costs that logs nobody in.

use super::{
    Auth, Client, Error,
    act::{Abort, Act},
    event::Event,
};
use crate::{
    store::{ChallengeRow, MagicLinkRow},
    types::{AuthError, EventKind},
};
use std::convert::Infallible;

impl Auth {
    /// Refuses a log-in for a reason that could be had again and again: it counts like a code for the client.
    pub(super) async fn refuse_at_cost(&self, challenge: &ChallengeRow, error: AuthError, client: &Client) -> Error {
        if let Err(limited) = self.admit_code(&challenge.email, client) {
            return limited;
        }
        let refused: Result<Infallible, _> = self
            .act(client, |mut act| async move {
                let act = &mut *act;
                self.consume_code(act, &challenge.email).await?;
                Err(self.reject_log_in(act, challenge, error).await)
            })
            .await;
        match refused {
            Err(refused) => refused,
            Ok(never) => match never {},
        }
    }

    /// Refuses a log-in by this challenge for a reason that is no wrong code, and notes it: ten times in the database, and
    /// each time in the server's log.
    pub(super) async fn reject_log_in(&self, act: &mut Act<'_>, challenge: &ChallengeRow, error: AuthError) -> Abort {
        let mut event = Event::refused(&challenge.email, error);
        match act.count_refusal(challenge.id, self.inner.rules.most_refusals).await {
            Ok(counted) => event.stored = counted > 0,
            Err(failed) => return failed.into(),
        }
        act.reject(event, error)
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

    /// Refuses a wrong code that was typed with a link. It counts as a try of whoever holds a link, apart from those of the
    /// browser that asked: nobody else's guesses touch them.
    pub(super) async fn refuse_code_of_link(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        magic_link: &MagicLinkRow,
    ) -> Abort {
        self.refused_code_of_link(act, challenge, magic_link).await.unwrap_or_else(|abort| abort)
    }

    async fn refused_code_of_link(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        magic_link: &MagicLinkRow,
    ) -> Result<Abort, Abort> {
        let challenge = act.lock_challenge(challenge.id).await?.ok_or(AuthError::BadLink)?;
        let (most_tries, now) = (self.inner.rules.most_tries, act.now);
        let Some(tries) = act.count_link_try(challenge.id, most_tries, now).await? else {
            return Err(self.refuse_link(act, &challenge, magic_link).await);
        };
        self.consume_code(act, &challenge.email).await?;
        let last = tries >= most_tries;
        let what = if last { EventKind::TriesUsedUp } else { EventKind::LogInFailed };
        let error = if last { AuthError::TriesUsedUp } else { AuthError::WrongCode };
        Ok(act.reject(Event::about(&challenge.email, what, "link_with_code"), error))
    }

    /// Refuses a link whose challenge can't be used, as it stands now.
    pub(super) async fn refuse_link(
        &self,
        act: &mut Act<'_>,
        challenge: &ChallengeRow,
        magic_link: &MagicLinkRow,
    ) -> Abort {
        let is_expired = magic_link.ends_at.min(challenge.ends_at) <= act.now;
        match (challenge.used_at, is_expired) {
            (Some(_), _) => self.reject_log_in(act, challenge, AuthError::Used).await,
            (None, true) => self.reject_log_in(act, challenge, AuthError::Expired).await,
            // What the client has spent stays spent.
            (None, false) => match self.consume_code(act, &challenge.email).await {
                Ok(()) => Abort::Kept(AuthError::TriesUsedUp.into()),
                Err(error) => error.into(),
            },
        }
    }
}
