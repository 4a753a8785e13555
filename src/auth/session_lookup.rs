//! Who a token stands for. That it has come back is noted before anything is answered.

use super::{
    Auth, Client, Error, Hashed, SessionToken,
    session::{SessionState, repeatable_since, state},
};
use crate::{ids::SessionId, store::SessionRow, types::Timestamp};
use std::time::Duration;
use tokio::time::timeout;
use tracing::Instrument;

/// How long a request waits until it is noted that its session is used.
const PATIENCE_FOR_NOTES: Duration = Duration::from_millis(500);

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
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    #[tracing::instrument(skip_all)]
    pub async fn session(&self, token: &SessionToken) -> Result<SessionState, Error> {
        let (rules, now) = (&self.inner.rules, self.inner.clock.now());
        let row = self.present(token, now).await?;
        let touched = row.as_ref().filter(|row| now.since(row.last_seen_at) >= rules.seen_precision).cloned();
        let (state, _) = state(row, now);
        if let SessionState::Good(session) = &state {
            self.inner.lately_good.note(token.hashed(), session.id, now);
        }
        if let (SessionState::Good(_), Some(row)) = (&state, touched) {
            let idle = if row.remember { rules.remembered_idle } else { rules.window_lifetime };
            self.note_of_session(row.id, Note::Used { at: now, idle_ends_at: now + idle }).await;
        }
        Ok(state)
    }

    /// The same without counting as use, and when the session ends as things stand.
    pub(super) async fn peek_session(
        &self,
        token: &SessionToken,
        now: Timestamp,
    ) -> Result<(SessionState, Timestamp), Error> {
        Ok(state(self.present(token, now).await?, now))
    }

    /// Finds the session of a token that has come back: it keeps this token from now on. Where a repetition of the log-in
    /// was faster, it has got another one, and this one stands for nobody.
    async fn present(&self, token: &SessionToken, now: Timestamp) -> Result<Option<SessionRow>, Error> {
        let hash = token.hashed();
        let row = self.inner.store.reader().session(hash).await?;
        match &row {
            Some(row) if row.renewable && row.ended_because.is_none() && row.created_at > repeatable_since(now) => {
                self.note_of_session(row.id, Note::Presented(hash)).await;
                Ok(self.inner.store.reader().session(hash).await?)
            }
            _ => Ok(row),
        }
    }

    /// Notes something of a session, apart from the request that uses it: somebody who only reads needs nothing written,
    /// so a full disk shuts nobody out, and whoever logs out does not stand behind others for this.
    async fn note_of_session(&self, id: SessionId, note: Note) {
        let auth = self.clone();
        let noting = async move {
            let client = Client::new(format!("session {id}"), "");
            let noted = auth.act(&client, |mut act| async move {
                match note {
                    Note::Presented(hash) => act.present_session(id, hash).await?,
                    Note::Used { at, idle_ends_at } => act.touch_session(id, at, idle_ends_at).await?,
                }
                Ok(())
            });
            match noted.await {
                Ok(()) => {}
                Err(Error::Busy(busy)) => tracing::debug!("the use of a session was not noted: {busy}"),
                Err(error) => tracing::error!("the use of a session was not noted: {error}"),
            }
        };
        // Beyond that it goes on by itself.
        let _ = timeout(PATIENCE_FOR_NOTES, self.inner.carried.spawn(noting.in_current_span())).await;
    }
}
