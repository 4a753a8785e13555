//! Sessions: begun by a proof, found by their token, ended.

use super::{
    Auth, Client, DeviceSecret, Hashed, Refused, SessionToken,
    event::{Event, Happened},
};
use crate::{
    store::{ChallengeRow, LetterRow, NewSession, SessionRow, Transaction, UserRow},
    types::{AuthError, EmailAddress, Notice, SessionInfo, Timestamp},
};
use std::time::Duration;
use uuid::Uuid;

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
    /// The page that met the log-in wall, already checked.
    pub return_to: Option<String>,
    /// The address that the user wanted to change to, before being asked to prove the present one again.
    pub goes_on_to: Option<String>,
    /// Whether the account has moved to this address just now.
    pub moved: bool,
}

/// Who a token stands for.
#[derive(Clone, Debug)]
pub enum SessionState {
    /// Somebody logged in.
    Good(SessionInfo),
    /// A session that is over, and why.
    Over(Notice),
    /// No session of ours.
    Unknown,
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
    /// Who this token stands for. Moves the session's idle end, at most once a minute.
    pub async fn session(&self, token: &SessionToken) -> Result<SessionState, Refused> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let row = self.inner.store.session(token.hashed().as_bytes()).await?;
        let touched = row.as_ref().map(|row| (row.id, row.keep, Timestamp(row.last_seen_at)));
        let (state, _) = state(row, now);
        if let (SessionState::Good(_), Some((id, keep, seen))) = (&state, touched)
            && now.since(seen) >= rules.seen_precision
        {
            let idle = if keep { rules.kept_idle } else { rules.window_lifetime };
            let mut transaction = self.inner.store.begin().await?;
            transaction.touch_session(id, now.0, (now + idle).0).await?;
            transaction.commit().await?;
        }
        Ok(state)
    }

    /// The same without counting as use, and when the session ends as things stand.
    pub(super) async fn look_at_session(
        &self,
        token: &SessionToken,
        now: Timestamp,
    ) -> Result<(SessionState, Timestamp), Refused> {
        Ok(state(self.inner.store.session(token.hashed().as_bytes()).await?, now))
    }

    /// Uses a challenge up and begins a session, all in one transaction: of any number of simultaneous proofs of one
    /// challenge, one succeeds. The session that this browser had ends.
    pub(super) async fn log_in(
        &self,
        proof: Proof<'_>,
        old: Option<&SessionToken>,
        client: &Client,
    ) -> Result<LoggedIn, Refused> {
        let (random, rules) = (&self.inner.random, &self.inner.rules);
        let (challenge, token) = (proof.challenge, SessionToken::generate(random));
        let (lifetime, idle) = if proof.keep {
            (rules.kept_lifetime, rules.kept_idle)
        } else {
            (rules.window_lifetime, rules.window_lifetime)
        };

        let mut transaction = self.inner.store.begin().await?;
        // Only now: what has waited its turn to write may have ended meanwhile.
        let now = self.inner.clock.now();
        let new_id = random.id(now);
        if proof.letter.ends_at <= now.0 || transaction.use_challenge(challenge.id, now.0).await? == 0 {
            transaction.undo().await?;
            let why =
                if proof.letter.ends_at <= now.0 { AuthError::Ended } else { self.why_over(challenge.id).await? };
            return Err(self.refused(&challenge.email, why, client).await);
        }
        let mut events = Vec::new();
        let (user, mut ended) = match challenge.change_id {
            Some(change) => match self.move_account(&mut transaction, change, now).await? {
                Some(moved) => moved,
                None => {
                    let refused = self.inner.store.email_change(change).await?;
                    let event =
                        refused.as_ref().map(|row| Event::of(row.user_id, &row.old_email, Happened::ChangeRefused));
                    self.commit_with(transaction, event.as_slice(), client).await?;
                    return Err(AuthError::ChangeRefused.into());
                }
            },
            None => match self.user_who_logs_in(&mut transaction, &challenge.email, new_id, now).await? {
                Some(user) => (user, Vec::new()),
                None => {
                    transaction.undo().await?;
                    return Err(self.refused_at_cost(&challenge.email, AuthError::AddressMovedAway, client).await);
                }
            },
        };
        if challenge.change_id.is_some() {
            events.push(Event::of(user.id, &user.email, Happened::AddressChanged));
        }
        if user.id == new_id {
            events.push(Event::of(user.id, &user.email, Happened::UserCreated));
        }
        if challenge.change_id.is_some() || user.id == new_id {
            // The address is this user's from now on, and nobody's who had it before.
            transaction.adopt_events(&user.email, user.id, proof.letter.created_at).await?;
            transaction.forget_devices(&user.email, client.device.as_ref().map(Hashed::as_bytes)).await?;
        }
        let moved_because = Notice::AddressChanged;
        let replaced = match old {
            Some(old) => {
                let because = Notice::SessionReplaced;
                transaction.end_session(old.hashed().as_bytes(), because.as_str(), now.0).await?
            }
            None => None,
        };
        let token_hash = token.hashed();
        let session = NewSession {
            id: random.id(now),
            user_id: user.id,
            token_hash: token_hash.as_bytes(),
            created_at: now.0,
            idle_ends_at: (now + idle).0,
            ends_at: (now + lifetime).0,
            keep: proof.keep,
            user_agent: &client.user_agent,
            client: &client.address,
        };
        let session_info = SessionInfo {
            id: session.id.to_string(),
            user_id: user.id.to_string(),
            email: EmailAddress::checked(user.email.clone()),
            logged_in_at: now,
            ends_at: now + lifetime,
        };
        transaction.add_session(session).await?;
        transaction.forget_failed_codes(&challenge.email).await?;
        let new_device = client.device.is_none().then(|| DeviceSecret::generate(random));
        if let Some(device) = new_device.as_ref().map(DeviceSecret::hashed).or(client.device) {
            transaction.remember_device(device.as_bytes(), &user.email, now.0).await?;
        }
        events.push(Event::of_with(user.id, &user.email, Happened::LoggedIn, proof.by));
        self.commit_with(transaction, &events, client).await?;
        self.tell(std::mem::take(&mut ended), moved_because, None);
        self.tell(replaced.into_iter().collect(), Notice::SessionReplaced, None);

        Ok(LoggedIn {
            session: session_info,
            token,
            new_device,
            keep_for: proof.keep.then_some(rules.kept_lifetime),
            return_to: challenge.return_to.clone(),
            goes_on_to: challenge.goes_on_to.clone().filter(|_| proof.by_asker),
            moved: challenge.change_id.is_some(),
        })
    }

    /// The user of an address that has proved itself, made when there is none yet; none when the address belonged to
    /// somebody who has moved away lately and can still come back: a new account would stand in the way.
    async fn user_who_logs_in(
        &self,
        transaction: &mut Transaction,
        email: &str,
        new_id: Uuid,
        now: Timestamp,
    ) -> Result<Option<UserRow>, Refused> {
        if transaction.user_with(email).await?.is_none() && transaction.moved_away_from(email, now.0).await? {
            return Ok(None);
        }
        Ok(Some(transaction.user_of(email, new_id, now.0).await?))
    }
}

/// What a session's row says now, and when the session ends as things stand.
fn state(row: Option<SessionRow>, now: Timestamp) -> (SessionState, Timestamp) {
    let Some(row) = row else { return (SessionState::Unknown, now) };
    if let Some(because) = &row.ended_because {
        return (SessionState::Over(Notice::parse(because).unwrap_or(Notice::LoggedOut)), now);
    }
    let ends_at = Timestamp(row.ends_at.min(row.idle_ends_at));
    if ends_at <= now {
        (SessionState::Over(Notice::SessionExpired), now)
    } else {
        (SessionState::Good(info(row)), ends_at)
    }
}

fn info(row: SessionRow) -> SessionInfo {
    SessionInfo {
        id: row.id.to_string(),
        user_id: row.user_id.to_string(),
        email: EmailAddress::checked(row.email),
        logged_in_at: Timestamp(row.created_at),
        ends_at: Timestamp(row.ends_at),
    }
}

/// An id that we have written ourselves. A host that makes up a `SessionInfo` of its own is told like a visitor whose
/// session is over.
pub(super) fn parsed(id: &str) -> Result<Uuid, AuthError> {
    Uuid::try_parse(id).map_err(|_| AuthError::LoggedOutMeanwhile)
}
