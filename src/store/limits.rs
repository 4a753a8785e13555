//! Statements about limits.

use super::{Reader, StoreError, Transaction, read, write};
use crate::types::Timestamp;
use std::{array::from_fn, time::Duration};

/// Names a bucket: what is counted, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LimitKey(String);

impl LimitKey {
    /// Takes the name.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// Returns the name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A bucket that is consumed from: it holds so much, and gets one back at each interval. The database counts in
/// milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Bucket<'a> {
    /// Whose it is.
    pub key: &'a LimitKey,
    /// How long until there is one more.
    pub interval: Duration,
    /// How long until an empty one is full again.
    pub capacity: Duration,
}

/// A bucket that was consumed from, and when it will be full.
pub type Level = (LimitKey, Timestamp);

impl Bucket<'_> {
    /// Returns when there is one in a bucket that will be full at this moment.
    pub fn free_at(&self, full_at: Timestamp) -> Timestamp {
        full_at + self.interval - self.capacity
    }
}

/// Buckets that one statement takes from. No deed has more.
const AT_A_TIME: usize = 8;

impl Transaction {
    /// Takes one from each of these buckets, or from none. Returns those that were taken from, each with when it will be
    /// full: all or none. The keys differ and come in order, in which their rows are locked.
    ///
    /// What is full needs no row. The first part looks whether one of them is empty; where another transaction has
    /// taken from it meanwhile, the last part finds that out, some rows are missing in the answer, and this transaction
    /// must not be made final.
    pub async fn consume(&mut self, buckets: &[Bucket<'_>], now: Timestamp) -> Result<Vec<Level>, StoreError> {
        let mut consumed = Vec::new();
        for some in buckets.chunks(AT_A_TIME) {
            let [one, two, three, four, five, six, seven, eight] = padded(some);
            let taken: Vec<Level> = write!(
                self,
                fetch_all,
                "WITH asked (key, spacing, capacity) AS (VALUES
                    (CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)), ($5, $6, $7), ($8, $9, $10),
                    ($11, $12, $13), ($14, $15, $16), ($17, $18, $19), ($20, $21, $22), ($23, $24, $25))
                 INSERT INTO magic_auth_limits (key, full_at)
                 SELECT asked.key, CAST($1 AS BIGINT) + asked.spacing FROM asked
                 WHERE asked.key IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM asked AS empty JOIN magic_auth_limits ON magic_auth_limits.key = empty.key
                    WHERE magic_auth_limits.full_at + empty.spacing > $1 + empty.capacity)
                 ORDER BY asked.key
                 ON CONFLICT (key) DO UPDATE
                    SET full_at = CASE WHEN magic_auth_limits.full_at > $1 THEN magic_auth_limits.full_at ELSE $1 END + excluded.full_at - $1
                    WHERE magic_auth_limits.full_at + excluded.full_at - $1 <= $1 + CASE magic_auth_limits.key
                        WHEN $2 THEN $4 WHEN $5 THEN $7 WHEN $8 THEN $10 WHEN $11 THEN $13
                        WHEN $14 THEN $16 WHEN $17 THEN $19 WHEN $20 THEN $22 WHEN $23 THEN $25 END
                 RETURNING key, full_at",
                now,
                one.0,
                one.1,
                one.2,
                two.0,
                two.1,
                two.2,
                three.0,
                three.1,
                three.2,
                four.0,
                four.1,
                four.2,
                five.0,
                five.1,
                five.2,
                six.0,
                six.1,
                six.2,
                seven.0,
                seven.1,
                seven.2,
                eight.0,
                eight.1,
                eight.2,
            )?;
            let is_all = taken.len() == some.len();
            consumed.extend(taken);
            if !is_all {
                break;
            }
        }
        Ok(consumed)
    }

    /// Takes from the first of these buckets that is full, and returns whether one was. Each holds one, which comes back
    /// after `interval`, so all together give never more than there are of them in any time as long as that.
    pub async fn consume_one_of(
        &mut self,
        keys: &[LimitKey; 3],
        interval: Duration,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let taken: Option<(LimitKey,)> = write!(
            self,
            fetch_optional,
            "WITH asked (key) AS (VALUES (CAST($3 AS TEXT)), ($4), ($5))
             INSERT INTO magic_auth_limits (key, full_at)
             SELECT asked.key, CAST($1 AS BIGINT) + $2 FROM asked
             WHERE NOT EXISTS (SELECT 1 FROM magic_auth_limits WHERE magic_auth_limits.key = asked.key
               AND magic_auth_limits.full_at > $1)
             ORDER BY asked.key LIMIT 1
             ON CONFLICT (key) DO UPDATE SET full_at = excluded.full_at WHERE magic_auth_limits.full_at <= $1
             RETURNING key",
            now,
            Timestamp::millis(interval),
            &keys[0],
            &keys[1],
            &keys[2],
        )?;
        Ok(taken.is_some())
    }
}

impl Reader {
    /// Returns the keys of those buckets that are empty, each with when it will be full.
    pub async fn empty_buckets(&mut self, buckets: &[Bucket<'_>], now: Timestamp) -> Result<Vec<Level>, StoreError> {
        let mut empty = Vec::new();
        for some in buckets.chunks(AT_A_TIME) {
            let [one, two, three, four, five, six, seven, eight] = padded(some).map(|(key, ..)| key);
            let rows: Vec<Level> = read!(
                self,
                fetch_all,
                "SELECT key, full_at FROM magic_auth_limits WHERE key IN ($1, $2, $3, $4, $5, $6, $7, $8)",
                one,
                two,
                three,
                four,
                five,
                six,
                seven,
                eight,
            )?;
            for (key, full_at) in rows {
                let Some(bucket) = some.iter().find(|bucket| *bucket.key == key) else { continue };
                if bucket.free_at(full_at) > now {
                    empty.push((key, full_at));
                }
            }
        }
        Ok(empty)
    }
}

/// As many as a statement has places for.
fn padded<'a>(buckets: &[Bucket<'a>]) -> [(Option<&'a LimitKey>, i64, i64); AT_A_TIME] {
    from_fn(|at| match buckets.get(at) {
        Some(bucket) => (Some(bucket.key), Timestamp::millis(bucket.interval), Timestamp::millis(bucket.capacity)),
        None => (None, 0, 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    const HOUR: Duration = Duration::from_secs(60 * 60);
    const START: Timestamp = Timestamp(1_000_000);

    fn keys<const N: usize>(names: [&str; N]) -> [LimitKey; N] {
        names.map(LimitKey::new)
    }

    fn bucket(key: &LimitKey, count: u32) -> Bucket<'_> {
        Bucket { key, interval: Duration::from_millis(3_600_000 / u64::from(count)), capacity: HOUR }
    }

    /// A time of a part of an hour at random, and what comes next.
    fn some_time(seed: &mut u64, parts: u64) -> Duration {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_millis((*seed >> 33) % (3_600_000 / parts))
    }

    /// A database of its own.
    async fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite://{}", folder.path().join("limits.db").display())).await.unwrap();
        (folder, store)
    }

    /// Whether there was one in each.
    async fn consumes(transaction: &mut Transaction, buckets: &[Bucket<'_>], now: Timestamp) -> bool {
        transaction.consume(buckets, now).await.unwrap().len() == buckets.len()
    }

    #[tokio::test]
    async fn one_is_taken_from_each_or_from_none() {
        let (_folder, store) = store().await;
        let mut transaction = store.begin().await.unwrap();
        let [a, b, c] = &keys(["a", "b", "c"]);
        let [a, b, c] = [bucket(a, 3), bucket(b, 2), bucket(c, 5)];
        for _ in 0..2 {
            assert!(consumes(&mut transaction, &[a, b, c], START).await);
        }
        for _ in 0..10 {
            assert!(!consumes(&mut transaction, &[a, b, c], START).await, "b is empty");
        }
        assert_eq!(transaction.empty_buckets(&[a, b, c], START).await.unwrap(), [(LimitKey::new("b"), START + HOUR)]);
        assert!(consumes(&mut transaction, &[a], START).await, "a has lost none by that");
        assert!(!consumes(&mut transaction, &[a], START).await);
        for _ in 0..3 {
            assert!(consumes(&mut transaction, &[c], START).await, "nor has c");
        }
        assert!(!consumes(&mut transaction, &[c], START).await);
        assert!(!consumes(&mut transaction, &[b], START + HOUR / 2 - Duration::from_millis(1)).await);
        assert!(consumes(&mut transaction, &[b], START + HOUR / 2).await, "exactly then");
        assert!(consumes(&mut transaction, &[], START).await);
    }

    #[tokio::test]
    async fn any_number_of_buckets_is_taken_from() {
        let (_folder, store) = store().await;
        let mut transaction = store.begin().await.unwrap();
        let keys: Vec<_> = (10..10 + 2 * AT_A_TIME + 1).map(|number| LimitKey::new(format!("key {number}"))).collect();
        for count in 1..=keys.len() {
            let buckets: Vec<_> = keys[..count].iter().map(|key| bucket(key, 100)).collect();
            assert!(consumes(&mut transaction, &buckets, START).await);
            assert_eq!(transaction.empty_buckets(&buckets, START).await.unwrap(), []);
        }
        let last = [bucket(keys.last().unwrap(), 1)];
        assert!(!consumes(&mut transaction, &last, START).await);
    }

    #[tokio::test]
    async fn of_buckets_that_hold_one_each_no_more_are_taken_in_any_such_time_and_none_is_left_unused() {
        let (_folder, store) = store().await;
        let mut transaction = store.begin().await.unwrap();
        let keys = keys(["a", "b", "c"]);
        let (mut taken, mut now, mut seed) = (Vec::new(), START, 7_u64);
        for _ in 0..500 {
            now = now + some_time(&mut seed, 5);
            let lately = taken.iter().filter(|at| now.since(**at) < HOUR).count();
            let was = transaction.consume_one_of(&keys, HOUR, now).await.unwrap();
            assert_eq!(was, lately < keys.len(), "{lately} at {now:?}");
            taken.extend(was.then_some(now));
        }
        let others = ["d", "e", "f"].map(LimitKey::new);
        assert!(transaction.consume_one_of(&others, HOUR, now).await.unwrap(), "each user's are their own");
    }

    /// What the statement did before, one bucket after the other.
    #[derive(Default)]
    struct Model(std::collections::BTreeMap<LimitKey, Timestamp>);

    impl Model {
        fn consume(&mut self, buckets: &[Bucket<'_>], now: Timestamp) -> bool {
            let full_at = |key: &LimitKey| self.0.get(key).copied().unwrap_or(now).max(now);
            let free = |bucket: &&Bucket<'_>| full_at(bucket.key) + bucket.interval <= now + bucket.capacity;
            let all = buckets.iter().filter(free).count() == buckets.len();
            if all {
                let taken: Vec<_> = buckets.iter().map(|b| (b.key.clone(), full_at(b.key) + b.interval)).collect();
                self.0.extend(taken);
            }
            all
        }
    }

    #[tokio::test]
    async fn in_any_order_it_gives_what_buckets_give() {
        let (_folder, store) = store().await;
        let mut transaction = store.begin().await.unwrap();
        let names = keys(["a", "b", "c", "d", "e"]);
        let (mut model, mut now, mut seed) = (Model::default(), START, 7_u64);
        for round in 0..2_000 {
            now = now + some_time(&mut seed, 4);
            let some: Vec<_> = names
                .iter()
                .enumerate()
                .filter(|(at, _)| seed >> (40 + at) & 1 == 1)
                .map(|(at, key)| bucket(key, 2 + at as u32))
                .collect();
            let given = consumes(&mut transaction, &some, now).await;
            assert_eq!(given, model.consume(&some, now), "{round}: {some:?}");
        }
    }
}
