//! One clock for all nodes: the database's. A node measures how far its own is off, and adds that.

use super::Auth;
use crate::store::StoreError;
use std::time::Duration;
use tokio::time::sleep;

/// How often a node measures.
const MEASURE_EVERY: Duration = Duration::from_secs(60);
/// A clock that was set by more than this is named in the log, in milliseconds.
const JUMP: i64 = 1_000;
/// How often it asks then: the quickest answer says most.
const ASKS: usize = 3;

impl Auth {
    /// Measures how far this node's clock is off, and sets it right. One node alone goes by its own.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn set_clock_right(&self) -> Result<(), StoreError> {
        let clock = &self.inner.clock;
        let mut measured = Vec::new();
        for _ in 0..ASKS {
            let Some(before) = clock.own() else { return Ok(()) };
            let Some(database) = self.inner.store.time().await? else { return Ok(()) };
            let Some(after) = clock.own() else { return Ok(()) };
            measured.push((after.0 - before.0, database.0 - (before.0 + after.0) / 2));
        }
        // One that took less than no time: the clock was set meanwhile.
        let quickest = measured.into_iter().filter(|(took, _)| *took >= 0).min();
        let Some((_, ahead)) = quickest else { return Ok(()) };
        let known = clock.ahead();
        clock.set_ahead(ahead);
        let jump = ahead - known;
        if jump.abs() > JUMP {
            tracing::warn!(milliseconds = jump, "this server's clock was set right by the database's");
        }
        Ok(())
    }

    /// Does so every minute, for as long as the server runs.
    pub(super) async fn keep_clock_right(&self) {
        while self.inner.store.has_nodes() {
            sleep(MEASURE_EVERY).await;
            if let Err(error) = self.set_clock_right().await {
                tracing::warn!("the database could not be asked for the time: {error}");
            }
        }
    }
}
