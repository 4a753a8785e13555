//! Statements about sessions.

use super::{Hashed, Reader, StoreError, Transaction, read, row, session_is_good, write};
use crate::{
    ids::{ChallengeId, SessionId, UserId},
    types::{AccountId, EmailAddress, EndReason, Timestamp},
};

/// A session as stored, with its user's address.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The session's id.
    pub id: SessionId,
    /// Its user.
    pub user_id: UserId,
    /// What its user's account is called.
    pub account: AccountId,
    /// Its user's address.
    pub email: EmailAddress,
    /// When the user logged in.
    pub created_at: Timestamp,
    /// When the session was last used, give or take a minute.
    pub last_seen_at: Timestamp,
    /// When it ends if it is not used.
    pub idle_ends_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
    /// Whether it outlives the browser's window.
    pub remember: bool,
    /// Why it was ended before its time, if it was.
    pub ended_because: Option<EndReason>,
    /// The browser's own words.
    pub user_agent: String,
    /// The client's address.
    pub client: String,
    /// Whether its token has never come back, so that it might get another one.
    pub renewable: bool,
    /// The tag of the language that its user has, as far as it is known.
    pub language: Option<String>,
}

row!(SessionRow {
    id,
    user_id,
    account,
    email,
    created_at,
    last_seen_at,
    idle_ends_at,
    ends_at,
    remember,
    ended_because,
    user_agent,
    client,
    renewable,
    language,
});

/// A session that has just ended.
#[derive(Clone, Debug)]
pub struct EndedRow {
    /// The session's id.
    pub id: SessionId,
    /// SHA-256 of its token.
    pub token_hash: Hashed,
}

row!(EndedRow { id, token_hash });

/// A session that its own token has just ended, and whose it was.
#[derive(Clone, Debug)]
pub struct OwnEndedRow {
    /// The session.
    pub ended: EndedRow,
    /// Its user.
    pub user_id: UserId,
    /// Its user's email address.
    pub email: EmailAddress,
}

row!(OwnEndedRow { user_id, email }, ended);

/// Which of a user's sessions.
#[derive(Clone, Copy, Debug)]
pub enum Sessions {
    /// Every one.
    All,
    /// This one.
    One(SessionId),
    /// Every one but this.
    AllBut(SessionId),
}

/// A session about to be stored.
pub struct NewSession<'a> {
    /// The session's id.
    pub id: SessionId,
    /// Its user.
    pub user_id: UserId,
    /// SHA-256 of its token.
    pub token_hash: Hashed,
    /// The challenge whose proof, repeated, brings it another token.
    pub renewable_by: Option<ChallengeId>,
    /// Now.
    pub created_at: Timestamp,
    /// When it ends if it is not used.
    pub idle_ends_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
    /// Whether it outlives the browser's window.
    pub remember: bool,
    /// The browser's own words.
    pub user_agent: &'a str,
    /// The client's address.
    pub client: &'a str,
}

impl Reader {
    /// The session with this token, ended or not.
    pub async fn session(&mut self, token_hash: Hashed) -> Result<Option<SessionRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT sessions.id, user_id, account, email, sessions.created_at, last_seen_at, idle_ends_at, ends_at, remember,
                    ended_because, user_agent, client, renewable_by IS NOT NULL AS renewable, language
             FROM sessions JOIN users ON users.id = sessions.user_id
             WHERE token_hash = $1",
            token_hash,
        )
    }

    /// A user's good sessions: `first` before all others, then those used last. `most` of them, after `skipped`.
    pub async fn sessions_of(
        &mut self,
        user: UserId,
        first: SessionId,
        now: Timestamp,
        most: i64,
        skipped: i64,
    ) -> Result<Vec<SessionRow>, StoreError> {
        read!(
            self,
            fetch_all,
            concat!(
                "SELECT sessions.id, user_id, account, email, sessions.created_at, last_seen_at, idle_ends_at, ends_at,
                        remember, ended_because, user_agent, client, renewable_by IS NOT NULL AS renewable, language
                 FROM sessions JOIN users ON users.id = sessions.user_id
                 WHERE user_id = $1 AND ",
                session_is_good!("$3"),
                " ORDER BY CASE WHEN sessions.id = $2 THEN 0 ELSE 1 END, last_seen_at DESC, sessions.id DESC
                 LIMIT $4 OFFSET $5"
            ),
            user,
            first,
            now,
            most,
            skipped,
        )
    }

    /// How many good sessions a user has.
    pub async fn count_sessions_of(&mut self, user: UserId, now: Timestamp) -> Result<i64, StoreError> {
        let (count,): (i64,) = read!(
            self,
            fetch_one,
            concat!(
                "SELECT COUNT(*) FROM sessions
                 WHERE user_id = $1 AND ",
                session_is_good!("$2")
            ),
            user,
            now,
        )?;
        Ok(count)
    }

    /// Whose session this is, ended or not.
    pub async fn user_of_session(&mut self, id: SessionId) -> Result<Option<UserId>, StoreError> {
        let row: Option<(UserId,)> = read!(self, fetch_optional, "SELECT user_id FROM sessions WHERE id = $1", id)?;
        Ok(row.map(|(user,)| user))
    }
}

impl Transaction {
    /// Stores a session.
    pub async fn add_session(&mut self, new: NewSession<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO sessions (id, user_id, token_hash, created_at, last_seen_at, idle_ends_at, ends_at, remember,
                                   user_agent, client, renewable_by)
             VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10)",
            new.id,
            new.user_id,
            new.token_hash,
            new.created_at,
            new.idle_ends_at,
            new.ends_at,
            new.remember,
            new.user_agent,
            new.client,
            new.renewable_by,
        )?;
        Ok(())
    }

    /// Notes that a session was used, and moves its idle end; not if it has ended meanwhile.
    pub async fn touch_session(
        &mut self,
        id: SessionId,
        now: Timestamp,
        idle_ends_at: Timestamp,
    ) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE sessions SET last_seen_at = $2, idle_ends_at = $3, renewable_by = NULL WHERE id = $1 AND ended_at IS NULL",
            id,
            now,
            idle_ends_at,
        )?;
        Ok(())
    }

    /// Whether this is a good session of this user.
    pub async fn is_good_session(&mut self, id: SessionId, user: UserId, now: Timestamp) -> Result<bool, StoreError> {
        let row: Option<(Timestamp,)> = write!(
            self,
            fetch_optional,
            concat!(
                "SELECT ends_at FROM sessions
                 WHERE id = $1 AND user_id = $2 AND ",
                session_is_good!("$3")
            ),
            id,
            user,
            now,
        )?;
        Ok(row.is_some())
    }

    /// Ends the session with this token, unless it has ended or expired already. Returns it and whose it was.
    pub async fn end_session(
        &mut self,
        token_hash: Hashed,
        because: EndReason,
        now: Timestamp,
    ) -> Result<Option<OwnEndedRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE sessions SET ended_at = $2, ended_because = $3
                 WHERE token_hash = $1 AND ",
                session_is_good!("$2"),
                " RETURNING id, token_hash, user_id,
                           (SELECT email FROM users WHERE users.id = sessions.user_id) AS email"
            ),
            token_hash,
            now,
            because,
        )
    }

    /// Ends a user's good sessions, any number of them, and tells which those were. What ended by time stays so.
    pub async fn end_sessions_of(
        &mut self,
        user: UserId,
        some: Sessions,
        because: EndReason,
        now: Timestamp,
    ) -> Result<Vec<EndedRow>, StoreError> {
        match some {
            Sessions::All => write!(
                self,
                fetch_all,
                concat!(
                    "UPDATE sessions SET ended_at = $2, ended_because = $3
                     WHERE user_id = $1 AND ",
                    session_is_good!("$2"),
                    " RETURNING id, token_hash"
                ),
                user,
                now,
                because,
            ),
            Sessions::One(id) => write!(
                self,
                fetch_all,
                concat!(
                    "UPDATE sessions SET ended_at = $2, ended_because = $3
                     WHERE user_id = $1 AND id = $4 AND ",
                    session_is_good!("$2"),
                    " RETURNING id, token_hash"
                ),
                user,
                now,
                because,
                id,
            ),
            Sessions::AllBut(id) => write!(
                self,
                fetch_all,
                concat!(
                    "UPDATE sessions SET ended_at = $2, ended_because = $3
                     WHERE user_id = $1 AND id <> $4 AND ",
                    session_is_good!("$2"),
                    " RETURNING id, token_hash"
                ),
                user,
                now,
                because,
                id,
            ),
        }
    }
}
