//! Removing what has ended, in pieces so small that nobody waits for them.

use super::{Auth, Error};
use crate::store::{Old, conflict};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How long a piece shall take. Whoever logs in meanwhile waits so long at the most: half of the five milliseconds that a
/// piece may take, because one row takes longer than another.
const AIM: Duration = Duration::from_micros(2_500);

/// The pause after a piece, in times of what it took: four fifths of the time belong to everybody else.
const PAUSE: u32 = 4;

/// Rows of a first piece, and of any: on a slow disk most of the time is the commit's, and fewer rows would not help.
const FEWEST_ROWS: u32 = 32;

/// Rows of the largest piece.
const MOST_ROWS: u32 = 4_096;

/// How long an epoch stays: far longer than anybody logs in.
const EPOCH_STAYS: Duration = Duration::from_secs(24 * 60 * 60);

impl Auth {
    /// Removes what has ended: called every ten minutes. It goes in pieces, a transaction each, with pauses between them,
    /// so it may take minutes, and nobody notices.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails; what was removed until then stays removed.
    #[tracing::instrument(skip_all)]
    pub async fn prune(&self) -> Result<(), Error> {
        let (now, rules) = (self.inner.clock.now(), &self.inner.rules);
        let failed_codes =
            Old::FailedCodes { before: now - rules.remember_failed_codes, below: rules.most_failed_codes };
        let mut pause = Duration::ZERO;
        for old in [
            Old::Challenges(now - rules.remember_challenges),
            failed_codes,
            Old::Sessions(now - rules.remember_sessions),
            Old::EmailChanges(now),
            Old::Limits(now),
            Old::Devices(now - rules.remember_devices),
            Old::Events(now - rules.remember_events),
            Old::Epochs(now - EPOCH_STAYS),
        ] {
            let mut rows = FEWEST_ROWS;
            loop {
                if !pause.is_zero() {
                    sleep(pause).await;
                }
                let (removed, took) = self.prune_piece(old, rows).await?;
                if removed > 0 {
                    // Not by whoever writes next.
                    self.inner.store.checkpoint().await?;
                }
                pause = if removed == 0 { Duration::ZERO } else { took * PAUSE };
                if removed < rows {
                    break;
                }
                rows = next_size(rows, took);
            }
        }
        Ok(())
    }

    /// Removes so many rows. Answers how many there were, and how long nobody else could write.
    async fn prune_piece(&self, old: Old, rows: u32) -> Result<(u32, Duration), Error> {
        let (health, now) = (self.inner.store.health(), self.inner.clock.now());
        let piece = async {
            let mut transaction = self.inner.store.begin().await?;
            let began = Instant::now();
            // Another node may be at it.
            if !transaction.try_to_prune().await? {
                transaction.undo().await?;
                return Ok((0, began.elapsed()));
            }
            let removed = transaction.prune(old, rows).await?;
            transaction.commit().await?;
            Ok((removed, began.elapsed()))
        };
        let (removed, took) = match piece.await {
            // Somebody uses one of these rows just now. They are there still when it is their turn again.
            Err(error) if conflict(&error).is_some() => return Ok((0, Duration::ZERO)),
            piece => piece.inspect_err(|error| health.failed(error, now))?,
        };
        if removed > 0 {
            health.wrote(now);
        }
        Ok((removed, took))
    }
}

/// Returns how many rows the next piece shall remove, when that many took so long. It grows step by step: one quick
/// piece proves little.
fn next_size(rows: u32, took: Duration) -> u32 {
    let fitting = f64::from(rows) * AIM.as_secs_f64() / took.as_secs_f64().max(1e-6);
    (fitting as u32).min(rows.saturating_mul(2)).clamp(FEWEST_ROWS, MOST_ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_become_as_large_as_fits_into_their_time() {
        // Five microseconds a row, after a millisecond for the commit.
        let time = |rows: u32| Duration::from_micros(1_000 + 5 * u64::from(rows));
        let sizes: Vec<_> =
            std::iter::successors(Some(FEWEST_ROWS), |rows| Some(next_size(*rows, time(*rows)))).take(20).collect();
        assert_eq!(sizes[..3], [32, 64, 121]);
        assert!(sizes.iter().all(|rows| time(*rows) < 2 * AIM), "{sizes:?}");
        assert!((250..=300).contains(&sizes[19]), "{sizes:?}");
    }

    #[test]
    fn a_slow_piece_makes_the_next_one_small_at_once_and_none_is_larger_than_the_largest() {
        assert_eq!(next_size(4_096, Duration::from_millis(250)), 40);
        assert_eq!(next_size(64, Duration::from_secs(1)), FEWEST_ROWS);
        assert_eq!(next_size(4_096, Duration::ZERO), MOST_ROWS);
    }
}
