//! How far the buckets of the limits are used up, as far as this process knows: who is refused is refused by that, before
//! they wait for anything, and costs the database nothing.

use crate::{
    store::{Bucket, Level, LimitKey},
    types::Timestamp,
};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Buckets that are remembered. Beyond that all are forgotten.
const MOST_BUCKETS: usize = 100_000;

/// When each bucket will be full that something was taken from. What is not known here may be taken from: the database
/// decides.
#[derive(Default)]
pub(super) struct BucketLevels(Mutex<HashMap<LimitKey, Timestamp>>);

impl BucketLevels {
    /// Remembers when buckets will be full, as the database says it. Once something was taken that moment never gets
    /// earlier, so of two the later one counts.
    pub(super) fn note(&self, levels: impl IntoIterator<Item = Level>, now: Timestamp) {
        let mut known = self.lock();
        for (key, full_at) in levels {
            if known.len() >= MOST_BUCKETS {
                known.retain(|_, full_at| *full_at > now);
            }
            if known.len() >= MOST_BUCKETS {
                known.clear();
            }
            let level = known.entry(key).or_insert(full_at);
            *level = (*level).max(full_at);
        }
    }

    /// Returns the keys of those buckets that are known to be empty, each with when it will be full.
    pub(super) fn empty(&self, buckets: &[Bucket<'_>], now: Timestamp) -> Vec<Level> {
        let known = self.lock();
        let level = |bucket: &Bucket<'_>| {
            let full_at = *known.get(bucket.key)?;
            (bucket.free_at(full_at) > now).then(|| (bucket.key.clone(), full_at))
        };
        buckets.iter().filter_map(level).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<LimitKey, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn level(key: impl Into<String>, full_at: i64) -> Level {
        (LimitKey::new(key), Timestamp(full_at))
    }

    #[test]
    fn a_bucket_is_empty_until_one_is_back_in_it() {
        let (levels, key) = (BucketLevels::default(), LimitKey::new("a"));
        let (interval, capacity) = (Duration::from_millis(10), Duration::from_millis(30));
        let empty = |now| levels.empty(&[Bucket { key: &key, interval, capacity }], Timestamp(now));
        assert_eq!(empty(0), []);
        levels.note([level("a", 30)], Timestamp(0));
        for now in [0, 9] {
            assert_eq!(empty(now), [level("a", 30)]);
        }
        assert_eq!(empty(10), []);
        levels.note([level("a", 20)], Timestamp(0));
        assert_eq!(empty(9).len(), 1, "what was stored before says nothing");
    }

    #[test]
    fn no_more_are_remembered_than_there_is_room_for() {
        let levels = BucketLevels::default();
        let numbered = |number: usize| level(number.to_string(), 1_000 + (number % 2) as i64);
        levels.note((0..MOST_BUCKETS).map(numbered), Timestamp(0));
        assert_eq!(levels.lock().len(), MOST_BUCKETS);
        levels.note([level("one more", 2_000)], Timestamp(1_000));
        assert_eq!(levels.lock().len(), MOST_BUCKETS / 2 + 1, "those that are full go first");
        levels.note((0..MOST_BUCKETS).map(|number| level(format!("other {number}"), 2_000)), Timestamp(1_000));
        assert!(levels.lock().len() <= MOST_BUCKETS);
    }
}
