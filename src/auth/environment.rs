//! What the rules get from outside, so that tests can set it: the time and chance.

use crate::types::Timestamp;
use std::{
    sync::Arc,
    sync::atomic::{AtomicI64, AtomicU16, Ordering},
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
    /// How far it is set ahead of what it tells by itself, in milliseconds; `None` where it is not to be set.
    ahead: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// Returns the machine's clock.
    pub fn system() -> Self {
        Self::of_machine(|| {
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            Timestamp(0) + since
        })
    }

    /// Returns a machine's clock, which may be wrong: where several nodes share a database, it is set right by that
    /// one's.
    pub fn of_machine(tell: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { ahead: Some(Arc::default()), ..Self::from_fn(tell) }
    }

    /// Returns a clock of one's own, for tests.
    pub fn from_fn(tell: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { tell: Arc::new(tell), moved: None, ahead: None }
    }

    /// The same, with word of each time that it was set: who waits for a time looks at the clock then.
    pub fn set_by(tell: impl Fn() -> Timestamp + Send + Sync + 'static, moved: watch::Receiver<()>) -> Self {
        Self { tell: Arc::new(tell), moved: Some(moved), ahead: None }
    }

    /// Returns the time now.
    pub fn now(&self) -> Timestamp {
        let Timestamp(own) = (self.tell)();
        Timestamp(own + self.ahead())
    }

    /// Returns what it tells by itself; `None` where it is not to be set.
    pub(super) fn own(&self) -> Option<Timestamp> {
        self.ahead.as_ref().map(|_| (self.tell)())
    }

    /// Returns how far it is set ahead, in milliseconds.
    pub(super) fn ahead(&self) -> i64 {
        self.ahead.as_ref().map_or(0, |ahead| ahead.load(Ordering::Relaxed))
    }

    /// Sets it so far ahead.
    pub(super) fn set_ahead(&self, milliseconds: i64) {
        if let Some(ahead) = &self.ahead {
            ahead.store(milliseconds, Ordering::Relaxed);
        }
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
    /// Returns the operating system's generator. When it fails there is no secure way to go on, so the request ends
    /// there.
    pub fn system() -> Self {
        Self::from_fn(|bytes| {
            if let Err(error) = getrandom::fill(bytes) {
                panic!("the operating system gives no random bytes: {error}");
            }
        })
    }

    /// Returns a generator of one's own, for tests.
    pub fn from_fn(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self { fill: Arc::new(fill), ids: Arc::default() }
    }

    /// Fills the bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        (self.fill)(bytes);
    }

    /// Returns a number below `bound`, each equally likely: draws that would favour the small ones are thrown away.
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

    /// Returns a new id (UUIDv7): sorts by the time it was made, and by order within a millisecond (RFC 9562, 6.2,
    /// method 1).
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
    fn a_machines_clock_is_set_right_and_a_clock_of_ones_own_is_not() {
        let wrong = Clock::of_machine(|| Timestamp(1_000));
        assert_eq!((wrong.own(), wrong.now()), (Some(Timestamp(1_000)), Timestamp(1_000)));
        wrong.clone().set_ahead(-300);
        assert_eq!((wrong.now(), wrong.ahead()), (Timestamp(700), -300));
        let own = Clock::from_fn(|| Timestamp(1_000));
        own.set_ahead(500);
        assert_eq!((own.own(), own.now()), (None, Timestamp(1_000)));
    }

    #[test]
    fn ids_sort_by_time() {
        let random = Random::system();
        assert!(random.id::<Uuid>(Timestamp(1_000)) < random.id::<Uuid>(Timestamp(1_001)));
        assert!(random.id::<Uuid>(Timestamp(1_001)) < random.id::<Uuid>(Timestamp(1_001)));
    }
}
