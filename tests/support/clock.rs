//! The time, set instead of waited for.

use leptos_magic_auth::internals::{auth::Clock, types::Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// 22 November 2026, 14:05 UTC.
const START: i64 = 1_795_356_300_000;

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct SetClock {
    now: Arc<AtomicI64>,
    moved: watch::Sender<()>,
}

impl SetClock {
    pub fn new() -> Self {
        Self { now: Arc::new(AtomicI64::new(START)), moved: watch::Sender::new(()) }
    }

    /// For the server.
    pub fn clock(&self) -> Clock {
        let now = self.now.clone();
        Clock::set_by(move || Timestamp(now.load(Ordering::SeqCst)), self.moved.subscribe())
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).expect("a time that fits");
        self.now.fetch_add(by, Ordering::SeqCst);
        self.moved.send_replace(());
    }
}
