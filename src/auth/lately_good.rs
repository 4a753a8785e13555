//! Sessions that were good a moment ago. Whoever logs out of one is not looked up first: the statement that ends it says
//! whether it was still good. Everybody else is, so that who has no session waits for nobody who writes.

use super::{Auth, Hashed, SessionToken};
use crate::{ids::SessionId, types::Timestamp};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// How long that counts.
const LATELY: Duration = Duration::from_secs(10 * 60);
/// Of how many it is known.
const MOST: usize = 10_000;

/// Which sessions were found good, and when last.
#[derive(Default)]
pub(super) struct LatelyGood(Mutex<HashMap<Hashed, (SessionId, Timestamp)>>);

impl Auth {
    /// Returns the session with this token if it was good a moment ago, without asking the database. It may have ended since.
    pub fn lately_good(&self, token: &SessionToken) -> Option<SessionId> {
        self.inner.lately_good.get(token.hashed(), self.inner.clock.now())
    }
}

impl LatelyGood {
    /// Notes that a session was found good. Where there is no room it is not: then it is looked up.
    pub(super) fn note(&self, token_hash: Hashed, id: SessionId, now: Timestamp) {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= MOST && !found.contains_key(&token_hash) {
            found.retain(|_, (_, at)| now.since(*at) < LATELY / 2);
            if found.len() >= MOST {
                return;
            }
        }
        found.insert(token_hash, (id, now));
    }

    fn get(&self, token_hash: Hashed, now: Timestamp) -> Option<SessionId> {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.get(&token_hash).filter(|(_, at)| now.since(*at) < LATELY).map(|(id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(number: usize) -> Hashed {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_be_bytes());
        Hashed::new(bytes)
    }

    #[test]
    fn it_is_known_for_ten_minutes_and_of_so_many() {
        let (lately, start, id) = (LatelyGood::default(), Timestamp(0), uuid::Uuid::from_u128(7).into());
        lately.note(hash(0), id, start);
        assert_eq!(lately.get(hash(0), start + LATELY - Duration::from_millis(1)), Some(id));
        assert_eq!(lately.get(hash(0), start + LATELY), None);
        assert_eq!(lately.get(hash(1), start), None);
        for number in 0..MOST {
            lately.note(hash(number), id, start);
        }
        lately.note(hash(MOST), id, start);
        assert_eq!(lately.get(hash(MOST), start), None, "no room");
        lately.note(hash(MOST), id, start + LATELY);
        assert_eq!(lately.get(hash(MOST), start + LATELY), Some(id), "the others are old by now");
    }
}
