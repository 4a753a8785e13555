//! Sessions: begun by a proof, found by their token, ended.

use super::{
    Auth, Client, Refused, SessionToken,
    event::{Event, Happened},
};
use crate::{
    store::{ChallengeRow, LetterRow, NewSession, SessionRow},
    types::{AuthError, EmailAddress, Notice, SessionInfo, Timestamp},
};
use std::time::Duration;
use uuid::Uuid;

/// Somebody is logged in.
pub struct LoggedIn {
    /// For the browser's cookie.
    pub token: SessionToken,
    /// How long the cookie may stay; none: until the browser closes.
    pub keep_for: Option<Duration>,
    /// The page that met the log-in wall, already checked.
    pub return_to: Option<String>,
}

/// Sessions that have just ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// How many they are.
    pub sessions: u64,
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
}

impl Auth {
    /// Who this token stands for. Moves the session's idle end, at most once a minute.
    pub async fn session(&self, token: &SessionToken) -> Result<SessionState, Refused> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let Some(row) = self.inner.store.session(token.hashed().as_bytes()).await? else {
            return Ok(SessionState::Unknown);
        };
        if let Some(because) = &row.ended_because {
            return Ok(SessionState::Over(Notice::parse(because).unwrap_or(Notice::LoggedOut)));
        }
        if row.ends_at <= now.0 || row.idle_ends_at <= now.0 {
            return Ok(SessionState::Over(Notice::SessionExpired));
        }
        if now.since(Timestamp(row.last_seen_at)) >= rules.seen_precision {
            let idle = if row.keep { rules.kept_idle } else { rules.window_lifetime };
            let mut transaction = self.inner.store.begin().await?;
            transaction.touch_session(row.id, now.0, (now + idle).0).await?;
            transaction.commit().await?;
        }
        Ok(SessionState::Good(info(row)))
    }

    /// Ends the session with this token. Its row goes first: from then on the token is refused everywhere.
    pub async fn log_out(&self, token: &SessionToken, client: &Client) -> Result<Ended, Refused> {
        let (store, now) = (&self.inner.store, self.inner.clock.now());
        let hash = token.hashed();
        let Some(row) = store.session(hash.as_bytes()).await? else { return Ok(Ended::default()) };
        let mut transaction = store.begin().await?;
        let sessions = transaction.end_session(hash.as_bytes(), Notice::LoggedOut.as_str(), now.0).await?;
        if sessions > 0 {
            let event = Event::of(row.user_id, &row.email, Happened::LoggedOut, "");
            self.record_in(&mut transaction, &event, client).await?;
            transaction.commit().await?;
            event.log(client);
        }
        Ok(Ended { sessions })
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
            drop(transaction);
            let why =
                if proof.letter.ends_at <= now.0 { AuthError::Ended } else { self.why_over(challenge.id).await? };
            return Err(self.refused(&challenge.email, why, client).await);
        }
        let user = transaction.user_of(&challenge.email, new_id, now.0).await?;
        if let Some(old) = old {
            transaction.end_session(old.hashed().as_bytes(), Notice::SessionReplaced.as_str(), now.0).await?;
        }
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
        transaction.add_session(session).await?;
        transaction.forget_failed_codes(&challenge.email).await?;
        let mut events = vec![Event::of(user.id, &user.email, Happened::LoggedIn, proof.by)];
        if user.id == new_id {
            events.insert(0, Event::of(user.id, &user.email, Happened::UserCreated, ""));
        }
        for event in &events {
            self.record_in(&mut transaction, event, client).await?;
        }
        transaction.commit().await?;
        events.iter().for_each(|event| event.log(client));

        let keep_for = proof.keep.then_some(rules.kept_lifetime);
        Ok(LoggedIn { token, keep_for, return_to: challenge.return_to.clone() })
    }
}

fn info(row: SessionRow) -> SessionInfo {
    SessionInfo {
        id: text(row.id),
        user_id: text(row.user_id),
        email: EmailAddress::checked(row.email),
        logged_in_at: Timestamp(row.created_at),
        ends_at: Timestamp(row.ends_at),
    }
}

fn text(id: Uuid) -> String {
    id.to_string()
}
