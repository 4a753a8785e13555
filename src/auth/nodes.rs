//! What other nodes do with the same database: a node hears of it, and tells the live pages that it holds.
//!
//! A word only makes a node look: what is stored decides. Where the node did not hear for a while, it looks at every session
//! that it holds pages of, so nothing is missed.

use super::{
    Auth, Error,
    listeners::{Ending, Left},
    session::why_ended,
};
use crate::store::{EndedTogetherRow, Heard, SessionsEnded, StoreError, Voice};
use std::{convert::Infallible, pin::pin, time::Duration};
use tokio::{
    select,
    time::{Instant, interval, sleep, sleep_until, timeout},
};

/// How often a node says something to itself, to know that it hears.
const CALL_EVERY: Duration = Duration::from_secs(5);
/// After so long without a word, not even its own, it does not hear.
const AWAY_AFTER: Duration = Duration::from_secs(15);
/// How long it waits before it listens anew.
const LISTEN_AGAIN_AFTER: Duration = Duration::from_millis(500);
/// How long its first word to itself may take.
const HEARS_ITSELF_WITHIN: Duration = Duration::from_secs(2);

impl Auth {
    /// Returns whether this node hears what it says over another connection. With a pooler in between that gives each
    /// transaction another connection of the database's, it does not.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn hears_itself(&self) -> Result<bool, StoreError> {
        let Some(mut ear) = self.inner.store.listen().await? else { return Ok(true) };
        // A pooler may hand the word to whoever speaks, who expects none.
        if let Err(error) = ear.voice().call().await {
            tracing::debug!("this server could not call itself: {error}");
            return Ok(false);
        }
        let heard = timeout(HEARS_ITSELF_WITHIN, async {
            loop {
                match ear.hear().await {
                    Ok(Some(Heard::Itself)) => return true,
                    Ok(Some(_)) => (),
                    Ok(None) | Err(_) => return false,
                }
            }
        });
        Ok(heard.await.unwrap_or(false))
    }

    /// Hears other nodes for as long as the server runs, where there may be any.
    pub(super) async fn keep_listening(&self) {
        while self.inner.store.has_nodes() {
            match self.listen_until_away().await {
                Ok(()) => tracing::warn!("this server did not hear others for a while: it looks at all its live pages"),
                Err(error) => tracing::warn!("this server does not hear others: {error}"),
            }
            sleep(LISTEN_AGAIN_AFTER).await;
        }
    }

    /// Listens, looks at what may have ended before, and hears words until there are none any more.
    async fn listen_until_away(&self) -> Result<(), Error> {
        let Some(mut ear) = self.inner.store.listen().await? else { return Ok(()) };
        ear.attend().await?;
        self.check_live_sessions().await?;
        let (mut last, mut calling) = (Instant::now(), pin!(keep_calling(ear.voice())));
        loop {
            let heard = select! {
                heard = ear.hear() => heard?,
                never = &mut calling => match never {},
                () = sleep_until(last + AWAY_AFTER) => None,
            };
            last = Instant::now();
            match heard {
                Some(Heard::Itself) => (),
                Some(Heard::SessionsEnded(ended)) => self.tell_pages_of(ended).await?,
                None => return Ok(()),
            }
        }
    }

    /// Tells the pages of sessions that a word is about.
    async fn tell_pages_of(&self, ended: SessionsEnded) -> Result<(), Error> {
        if self.live_pages() == 0 {
            return Ok(());
        }
        let rows = self.inner.store.reader().sessions_ended(ended).await?;
        if rows.is_empty() {
            // The account was forgotten, and its sessions with it.
            return self.check_live_sessions().await;
        }
        let ending = |row: EndedTogetherRow| Ending {
            token_hash: row.token_hash,
            because: row.ended_because,
            left: Left::of(row.id, ended.spared),
        };
        let endings: Vec<_> = rows.into_iter().map(ending).collect();
        self.inner.listeners.tell(&endings);
        Ok(())
    }

    /// Looks at every session that this node holds pages of, and tells those that have ended.
    async fn check_live_sessions(&self) -> Result<(), Error> {
        for token_hash in self.inner.listeners.sessions() {
            let row = self.inner.store.reader().session_of_any_tenant(token_hash).await?;
            if let Some(because) = why_ended(row, self.inner.clock.now()) {
                self.inner.listeners.tell(&[Ending { token_hash, because, left: Left::None }]);
            }
        }
        Ok(())
    }
}

/// Lets a node hear itself. One call that fails is no harm: silence tells.
async fn keep_calling(voice: Voice) -> Infallible {
    let mut beat = interval(CALL_EVERY);
    loop {
        beat.tick().await;
        if let Err(error) = voice.call().await {
            tracing::debug!("this server could not call itself: {error}");
        }
    }
}
