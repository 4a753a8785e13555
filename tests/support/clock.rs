//! The time, set instead of waited for.

use leptos_magic_auth::{auth::Clock, types::Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

/// 22 November 2026, 14:05 UTC.
const START: i64 = 1_795_356_300_000;

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct SetClock(Arc<AtomicI64>);

impl SetClock {
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(START)))
    }

    /// For the server.
    pub fn clock(&self) -> Clock {
        let clock = self.clone();
        Clock::from_fn(move || Timestamp(clock.now()))
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).expect("a time that fits");
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}
