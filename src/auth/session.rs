//! Sessions, begun by a proof.

use super::{
    Auth, DeviceSecret, Hashed, Random, Refused, SessionToken, UndoToken,
    act::{Abort, Act},
    event::{Event, Happened},
};
use crate::{
    store::{ChallengeRow, EmailChangeRow, LetterRow, NewSession, UserRow},
    types::{AuthError, EmailAddress, SessionInfo},
};
use std::time::Duration;
use uuid::Uuid;

/// What a proven address leads to.
pub enum Proved {
    /// Somebody is logged in.
    LoggedIn(Box<LoggedIn>),
    /// An account has left the address by a change that can still be undone. Nobody is logged in or out; this is the way
    /// to undo it.
    LeadToUndo {
        /// For the browser's cookie.
        token: UndoToken,
    },
}

/// Somebody is logged in.
pub struct LoggedIn {
    /// The session that has begun.
    pub session: SessionInfo,
    /// For the browser's cookie.
    pub token: SessionToken,
    /// How long the cookie may stay; none: until the browser closes.
    pub keep_for: Option<Duration>,
    /// For the browser to keep for long, when it has none: it has letters of its own from now on.
    pub new_device: Option<DeviceSecret>,
    /// The page that met the log-in wall, already checked; none in another browser than the one that met it.
    pub return_to: Option<String>,
    /// The address that the user wanted to change to, before being asked to prove the present one again.
    pub goes_on_to: Option<String>,
    /// Whether the account has moved to this address just now.
    pub moved: bool,
}

/// A proven address.
pub(super) struct Proof<'a> {
    pub(super) challenge: &'a ChallengeRow,
    pub(super) letter: &'a LetterRow,
    /// What proved it, in a word for the log.
    pub(super) by: &'static str,
    pub(super) keep: bool,
    /// Whether it was proved in the browser that asked. Only there does what was asked for go on.
    pub(super) by_asker: bool,
}

impl Auth {
    /// Uses a challenge up and begins a session: of any number of simultaneous proofs of one challenge, one does. Those
    /// that the browser that asked repeats only bring that session another token. The session that this browser had
    /// ends. Where an account has left the address lately, no session begins or ends: the way is opened to undo that.
    pub(super) async fn log_in(
        &self,
        act: &mut Act<'_>,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        fresh: &FreshSecrets,
    ) -> Result<Proved, Abort> {
        let (challenge, now) = (proof.challenge, act.now);
        if proof.letter.ends_at <= now.0 {
            return Err(self.reject_log_in(act, challenge, AuthError::Ended).await);
        }
        if challenge.used_at.is_some() {
            return self.repeat_log_in(act, proof, old, fresh).await;
        }
        let user = match challenge.change_id {
            Some(_) => None,
            None => Some(self.user_who_logs_in(act, &challenge.email).await?),
        };
        if act.use_challenge(challenge.id, now.0).await? == 0 {
            let why = self.why_over(act, challenge.id).await?;
            return Err(self.reject_log_in(act, challenge, why).await);
        }
        let (user, is_new) = match user {
            Some(User::Known(user)) => (user, false),
            Some(User::Left(change)) => {
                self.lead_to_undo(act, &change, challenge, &fresh.undo).await?;
                return Ok(Proved::LeadToUndo { token: fresh.undo.clone() });
            }
            Some(User::New) => (act.user_of(&challenge.email, self.inner.random.id(now), now.0).await?, true),
            None => (self.confirm_change(act, challenge).await?, false),
        };
        if is_new {
            act.note(Event::of(user.id, &user.email, Happened::UserCreated));
        }
        let moved = challenge.change_id.is_some();
        if moved || is_new {
            // The address is this user's from now on, and nobody's who had it before.
            act.adopt_events(&user.email, user.id, proof.letter.created_at).await?;
            let device = act.client().device;
            act.forget_devices(&user.email, device.as_ref().map(Hashed::as_bytes)).await?;
        }
        if let Some(old) = old {
            self.replace_session(act, &old.hashed()).await?;
        }
        let session = self.begin_session(act, &user, &proof, &fresh.session).await?;
        act.forget_failed_codes(&challenge.email).await?;
        if !moved && !is_new {
            self.tell_of_new_browser(act, &user).await?;
        }
        let device = act.client().device;
        act.remember_device(device.unwrap_or(fresh.device.hashed()).as_bytes(), &user.email, now.0).await?;
        act.note(Event::of_with(user.id, &user.email, Happened::LoggedIn, proof.by));
        Ok(Proved::LoggedIn(Box::new(LoggedIn {
            session,
            token: fresh.session.clone(),
            new_device: device.is_none().then(|| fresh.device.clone()),
            keep_for: proof.keep.then_some(self.inner.rules.kept_lifetime),
            return_to: challenge.return_to.clone().filter(|_| proof.by_asker),
            goes_on_to: challenge.goes_on_to.clone().filter(|_| proof.by_asker),
            moved,
        })))
    }

    /// Stores a session of this user, and tells what a page may know of it.
    async fn begin_session(
        &self,
        act: &mut Act<'_>,
        user: &UserRow,
        proof: &Proof<'_>,
        token: &SessionToken,
    ) -> Result<SessionInfo, Refused> {
        let (rules, now, client, keep) = (&self.inner.rules, act.now, act.client(), proof.keep);
        let (lifetime, idle) =
            if keep { (rules.kept_lifetime, rules.kept_idle) } else { (rules.window_lifetime, rules.window_lifetime) };
        let token_hash = token.hashed();
        let session = NewSession {
            id: self.inner.random.id(now),
            user_id: user.id,
            token_hash: token_hash.as_bytes(),
            renewable_by: proof.by_asker.then_some(proof.challenge.id),
            created_at: now.0,
            idle_ends_at: (now + idle).0,
            ends_at: (now + lifetime).0,
            keep,
            user_agent: &client.user_agent,
            client: &client.address,
        };
        let info = SessionInfo {
            id: session.id.to_string(),
            user_id: user.id.to_string(),
            email: EmailAddress::checked(user.email.clone()),
            logged_in_at: now,
            ends_at: now + lifetime,
        };
        act.add_session(session).await?;
        Ok(info)
    }

    /// The user of an address that has proved itself.
    async fn user_who_logs_in(&self, act: &mut Act<'_>, email: &str) -> Result<User, Abort> {
        if let Some(user) = act.user_with(email).await? {
            return Ok(User::Known(user));
        }
        let now = act.now.0;
        Ok(act.change_away_from(email, now).await?.map_or(User::New, User::Left))
    }

    /// Moves the account to the address that this challenge has just proved.
    async fn confirm_change(&self, act: &mut Act<'_>, challenge: &ChallengeRow) -> Result<UserRow, Abort> {
        let change = match challenge.change_id {
            Some(id) => act.email_change(id).await?,
            None => None,
        };
        let Some(change) = change else { return Err(Abort::Kept(AuthError::ChangeRefused.into())) };
        match self.move_account(act, &change).await? {
            Some(user) => {
                act.note(Event::of(user.id, &user.email, Happened::AddressChanged));
                Ok(user)
            }
            None => {
                let event = Event::of(change.user_id, &change.old_email, Happened::ChangeRefused);
                Err(act.reject(event, AuthError::ChangeRefused))
            }
        }
    }
}

/// Who logs in.
enum User {
    /// Somebody who has been here before.
    Known(UserRow),
    /// Somebody new.
    New,
    /// Somebody who has moved away from the address lately, and can still come back: a new account would stand in the way.
    Left(EmailChangeRow),
}

/// Secrets for a browser that logs in, drawn before it is known whether it does.
pub(super) struct FreshSecrets {
    pub(super) session: SessionToken,
    pub(super) device: DeviceSecret,
    undo: UndoToken,
}

impl FreshSecrets {
    pub(super) fn draw(random: &Random) -> Self {
        Self {
            session: SessionToken::generate(random),
            device: DeviceSecret::generate(random),
            undo: UndoToken::generate(random),
        }
    }
}

/// An id that we have written ourselves. A host that makes up a `SessionInfo` of its own is told like a visitor whose
/// session is over.
pub(super) fn parsed(id: &str) -> Result<Uuid, AuthError> {
    Uuid::try_parse(id).map_err(|_| AuthError::LoggedOutMeanwhile)
}
