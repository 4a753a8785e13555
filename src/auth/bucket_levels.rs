//! How far the buckets of the limits are used up, as far as this process knows: who is refused is refused by that, before
//! they wait for anything, and costs the database nothing.

use crate::store::Bucket;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Buckets that are remembered. Beyond that all are forgotten.
const MOST_BUCKETS: usize = 100_000;

/// When each bucket will be full that something was taken from. What is not known here may be taken from: the database
/// decides.
#[derive(Default)]
pub(super) struct BucketLevels(Mutex<HashMap<String, i64>>);

impl BucketLevels {
    /// Remembers when buckets will be full, as the database says it. Once something was taken that moment never gets
    /// earlier, so of two the later one counts.
    pub(super) fn note(&self, levels: impl IntoIterator<Item = (String, i64)>, now: i64) {
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
    pub(super) fn empty(&self, buckets: &[Bucket<'_>], now: i64) -> Vec<(String, i64)> {
        let known = self.lock();
        let level = |bucket: &Bucket<'_>| {
            let full_at = *known.get(bucket.key)?;
            (bucket.free_at(full_at) > now).then(|| (bucket.key.to_owned(), full_at))
        };
        buckets.iter().filter_map(level).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUCKET: Bucket<'static> = Bucket { key: "a", interval: 10, capacity: 30 };

    #[test]
    fn a_bucket_is_empty_until_one_is_back_in_it() {
        let levels = BucketLevels::default();
        assert_eq!(levels.empty(&[BUCKET], 0), []);
        levels.note([("a".to_owned(), 30)], 0);
        for now in [0, 9] {
            assert_eq!(levels.empty(&[BUCKET], now), [("a".to_owned(), 30)]);
        }
        assert_eq!(levels.empty(&[BUCKET], 10), []);
        levels.note([("a".to_owned(), 20)], 0);
        assert_eq!(levels.empty(&[BUCKET], 9).len(), 1, "what was stored before says nothing");
    }

    #[test]
    fn no_more_are_remembered_than_there_is_room_for() {
        let levels = BucketLevels::default();
        levels.note((0..MOST_BUCKETS).map(|number| (number.to_string(), 1_000 + (number % 2) as i64)), 0);
        assert_eq!(levels.lock().len(), MOST_BUCKETS);
        levels.note([("one more".to_owned(), 2_000)], 1_000);
        assert_eq!(levels.lock().len(), MOST_BUCKETS / 2 + 1, "those that are full go first");
        levels.note((0..MOST_BUCKETS).map(|number| (format!("other {number}"), 2_000)), 1_000);
        assert!(levels.lock().len() <= MOST_BUCKETS);
    }
}
