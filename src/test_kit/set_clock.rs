//! A clock that a test sets.

use crate::{auth, types::Timestamp};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};
use tokio::sync::watch;

/// A clock that stands still until it is moved. Clones are one clock.
///
/// ```
/// use leptos_magic_auth::Clock;
/// use std::time::Duration;
///
/// let clock = Clock::new();
/// let before = clock.now();
/// clock.advance(Duration::from_secs(60));
/// assert_eq!(clock.now(), before + Duration::from_secs(60));
/// ```
#[derive(Clone, Debug)]
pub struct Clock {
    now: Arc<AtomicI64>,
    moved: watch::Sender<()>,
}

impl Clock {
    /// Makes a clock that shows the present.
    ///
    /// ```
    /// let clock = leptos_magic_auth::Clock::new();
    /// ```
    pub fn new() -> Self {
        let clock = Self { now: Arc::new(AtomicI64::new(0)), moved: watch::Sender::new(()) };
        clock.set(SystemTime::now());
        clock
    }

    /// Returns the time that it shows.
    ///
    /// ```
    /// println!("{:?}", leptos_magic_auth::Clock::new().now());
    /// ```
    pub fn now(&self) -> SystemTime {
        let millis = u64::try_from(self.now.load(Ordering::SeqCst)).unwrap_or(0);
        SystemTime::UNIX_EPOCH + Duration::from_millis(millis)
    }

    /// Sets it. Whatever waits for a time looks at it then.
    ///
    /// ```
    /// # use std::time::{Duration, SystemTime};
    /// leptos_magic_auth::Clock::new().set(SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_356_300));
    /// ```
    pub fn set(&self, now: SystemTime) {
        let since = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.now.store(i64::try_from(since.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        self.moved.send_replace(());
    }

    /// Moves it on by this time.
    ///
    /// ```
    /// # use std::time::Duration;
    /// leptos_magic_auth::Clock::new().advance(Duration::from_secs(60 * 60));
    /// ```
    pub fn advance(&self, by: Duration) {
        self.set(self.now() + by);
    }

    pub(super) fn for_the_rules(&self) -> auth::Clock {
        let now = self.now.clone();
        auth::Clock::set_by(move || Timestamp(now.load(Ordering::SeqCst)), self.moved.subscribe())
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}
