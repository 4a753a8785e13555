//! Whether writing works: known from what was written last.

use super::{StoreError, conflict};
use crate::types::Timestamp;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How writing went lately.
#[derive(Default)]
pub struct Health {
    last: Mutex<Last>,
}

#[derive(Clone, Copy, Default)]
struct Last {
    /// When something was last written or could not be.
    tried_at: Option<Timestamp>,
    failed: bool,
}

impl Health {
    /// Notes that something was written.
    pub fn wrote(&self, now: Timestamp) {
        *self.lock() = Last { tried_at: Some(now), failed: false };
    }

    /// Notes that something could not be written. What another writer got in the way of is no fault of the database.
    pub fn failed(&self, error: &StoreError, now: Timestamp) {
        if conflict(error).is_none() {
            *self.lock() = Last { tried_at: Some(now), failed: true };
        }
    }

    /// Returns whether the last write failed, and when it was tried; `None` when nothing was written yet.
    pub fn last_write(&self) -> Option<(bool, Timestamp)> {
        let last = *self.lock();
        last.tried_at.map(|at| (last.failed, at))
    }

    fn lock(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
