//! What the rules get from outside, so that tests can set it: the time and chance.

use crate::types::Timestamp;
use std::{
    sync::Arc,
    sync::atomic::{AtomicU16, Ordering},
    time::{Duration, SystemTime},
};
use tokio::{select, sync::watch};
use uuid::{Builder, Uuid};

/// Longest time that is slept in one piece: a machine that was suspended, or whose clock was set, notices then.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// Tells the time, and waits for it.
#[derive(Clone)]
pub struct Clock {
    tell: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    moved: Option<watch::Receiver<()>>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::from_fn(|| {
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            Timestamp(0) + since
        })
    }

    /// A clock of one's own, for tests.
    pub fn from_fn(tell: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { tell: Arc::new(tell), moved: None }
    }

    /// The same, with word of each time that it was set: who waits for a time looks at the clock then.
    pub fn set_by(tell: impl Fn() -> Timestamp + Send + Sync + 'static, moved: watch::Receiver<()>) -> Self {
        Self { tell: Arc::new(tell), moved: Some(moved) }
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        (self.tell)()
    }

    /// Waits until then.
    pub async fn until(&self, then: Timestamp) {
        let mut moved = self.moved.clone();
        loop {
            if let Some(moved) = &mut moved {
                moved.mark_unchanged();
            }
            let left = then.since(self.now());
            if left.is_zero() {
                return;
            }
            let moved = async {
                let still_there = match &mut moved {
                    Some(moved) => moved.changed().await.is_ok(),
                    None => false,
                };
                if !still_there {
                    std::future::pending::<()>().await;
                }
            };
            select! {
                () = tokio::time::sleep(left.min(LONGEST_SLEEP)) => (),
                () = moved => (),
            }
        }
    }
}

/// Fills bytes at random.
#[derive(Clone)]
pub struct Random {
    fill: Arc<Fill>,
    /// Counts ids, so that those of one millisecond sort too.
    ids: Arc<AtomicU16>,
}

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Random {
    /// The operating system's generator. When it fails there is no secure way to go on, so the request ends there.
    pub fn system() -> Self {
        Self::from_fn(|bytes| {
            if let Err(error) = getrandom::fill(bytes) {
                panic!("the operating system gives no random bytes: {error}");
            }
        })
    }

    /// A generator of one's own, for tests.
    pub fn from_fn(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self { fill: Arc::new(fill), ids: Arc::default() }
    }

    /// Fills the bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        (self.fill)(bytes);
    }

    /// A number below `bound`, each equally likely: draws that would favour the small ones are thrown away.
    pub fn below(&self, bound: u64) -> u64 {
        let usable = u64::MAX - u64::MAX % bound;
        loop {
            let mut bytes = [0; 8];
            self.fill(&mut bytes);
            let drawn = u64::from_le_bytes(bytes);
            if drawn < usable {
                return drawn % bound;
            }
        }
    }

    /// A new id (UUIDv7): sorts by the time it was made, and by order within a millisecond (RFC 9562, 6.2, method 1).
    pub fn id<Id: From<Uuid>>(&self, now: Timestamp) -> Id {
        let mut bytes = [0; 10];
        self.fill(&mut bytes);
        let [high, low] = self.ids.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        (bytes[0], bytes[1]) = (high, low);
        Builder::from_unix_timestamp_millis(u64::try_from(now.0).unwrap_or(0), &bytes).into_uuid().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicU64;

    #[test]
    fn draws_that_would_favour_small_numbers_are_thrown_away() {
        let draws = AtomicU64::new(0);
        let random = Random::from_fn(move |bytes| {
            let draw = if draws.fetch_add(1, Ordering::Relaxed) == 0 { u64::MAX } else { 7 };
            bytes.copy_from_slice(&draw.to_le_bytes());
        });
        assert_eq!(random.below(10), 7);
    }

    #[test]
    fn ids_sort_by_time() {
        let random = Random::system();
        assert!(random.id::<Uuid>(Timestamp(1_000)) < random.id::<Uuid>(Timestamp(1_001)));
        assert!(random.id::<Uuid>(Timestamp(1_001)) < random.id::<Uuid>(Timestamp(1_001)));
    }
}
