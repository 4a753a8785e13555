//! Who a token stands for. That it has come back is noted before anything is answered.

use super::{Auth, Client, Hashed, Refused, SessionToken, repetition};
use crate::{
    store::SessionRow,
    types::{EmailAddress, Notice, SessionInfo, Timestamp},
};
use std::time::Duration;
use tokio::time::timeout;
use tracing::Instrument;
use uuid::Uuid;

/// How long a request waits until it is noted that its session is used.
const PATIENCE_FOR_NOTES: Duration = Duration::from_millis(500);

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

/// What is noted of a session that is used.
#[derive(Clone, Copy)]
enum Note {
    /// Its token has come back for the first time.
    Presented(Hashed),
    /// It is used now, and ends then if it is not used again.
    Used { at: Timestamp, idle_ends_at: Timestamp },
}

impl Auth {
    /// Who this token stands for. Notes that it has come back, and moves the session's idle end, at most once a minute.
    #[tracing::instrument(skip_all)]
    pub async fn session(&self, token: &SessionToken) -> Result<SessionState, Refused> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let row = self.present(token, now).await?;
        let touched =
            row.as_ref().filter(|row| now.since(Timestamp(row.last_seen_at)) >= rules.seen_precision).cloned();
        let (state, _) = state(row, now);
        if let (SessionState::Good(_), Some(row)) = (&state, touched) {
            let idle = if row.remember { rules.remembered_idle } else { rules.window_lifetime };
            self.note_of_session(row.id, Note::Used { at: now, idle_ends_at: now + idle }).await;
        }
        Ok(state)
    }

    /// The same without counting as use, and when the session ends as things stand.
    pub(super) async fn look_at_session(
        &self,
        token: &SessionToken,
        now: Timestamp,
    ) -> Result<(SessionState, Timestamp), Refused> {
        Ok(state(self.present(token, now).await?, now))
    }

    /// Finds the session of a token that has come back: it keeps this token from now on. Where a repetition of the log-in
    /// was faster, it has got another one, and this one stands for nobody.
    async fn present(&self, token: &SessionToken, now: Timestamp) -> Result<Option<SessionRow>, Refused> {
        let hash = token.hashed();
        let row = self.inner.store.look().session(hash.as_bytes()).await?;
        match &row {
            Some(row) if row.renewable && row.ended_because.is_none() && row.created_at > repetition::since(now).0 => {
                self.note_of_session(row.id, Note::Presented(hash)).await;
                Ok(self.inner.store.look().session(hash.as_bytes()).await?)
            }
            _ => Ok(row),
        }
    }

    /// Notes something of a session, apart from the request that uses it: somebody who only reads needs nothing written,
    /// so a full disk shuts nobody out, and whoever logs out does not stand behind others for this.
    async fn note_of_session(&self, id: Uuid, note: Note) {
        let auth = self.clone();
        let noting = async move {
            let client = Client::new(format!("session {id}"), "");
            let noted = auth.act(&client, |mut act| async move {
                match note {
                    Note::Presented(hash) => act.present_session(id, hash.as_bytes()).await?,
                    Note::Used { at, idle_ends_at } => act.touch_session(id, at.0, idle_ends_at.0).await?,
                }
                Ok(())
            });
            match noted.await {
                Ok(()) => {}
                Err(Refused::Busy(busy)) => tracing::debug!("the use of a session was not noted: {busy}"),
                Err(refused) => tracing::error!("the use of a session was not noted: {refused}"),
            }
        };
        // Beyond that it goes on by itself.
        let _ = timeout(PATIENCE_FOR_NOTES, self.inner.carried.spawn(noting.in_current_span())).await;
    }
}

/// Returns why the pages of a session have to leave, or `None` while it is good.
pub(super) fn why_over(row: Option<SessionRow>, now: Timestamp) -> Option<Notice> {
    match state(row, now).0 {
        SessionState::Good(_) => None,
        SessionState::Over(because) => Some(because),
        SessionState::Unknown => Some(Notice::LoggedOut),
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

/// What a page may know of a session.
pub(super) fn info(row: SessionRow) -> SessionInfo {
    SessionInfo {
        id: row.id.to_string(),
        user_id: row.user_id.to_string(),
        email: EmailAddress::checked(row.email),
        logged_in_at: Timestamp(row.created_at),
        ends_at: Timestamp(row.ends_at),
    }
}
