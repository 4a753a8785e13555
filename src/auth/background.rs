//! What goes on beside the requests: old rows go, emails that must arrive are sent, refusals are told to the log.

use super::Auth;
use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::task::JoinSet;

/// How often what has ended is removed.
const PRUNE_EVERY: Duration = Duration::from_secs(10 * 60);

/// How often the log is told how much was refused since it was last told.
const TELL_EVERY: Duration = Duration::from_secs(60);

/// The tasks. They end when it is dropped.
pub(crate) struct Background {
    tasks: Mutex<JoinSet<()>>,
}

impl Background {
    /// Starts them.
    pub(crate) fn start(auth: &Auth) -> Self {
        let mut tasks = JoinSet::new();
        let pruning = auth.clone();
        tasks.spawn(async move {
            loop {
                if let Err(error) = pruning.prune().await {
                    tracing::error!("what has ended could not be removed: {error}");
                }
                tokio::time::sleep(PRUNE_EVERY).await;
            }
        });
        let sending = auth.clone();
        tasks.spawn(async move { sending.keep_sending().await });
        let listening = auth.clone();
        tasks.spawn(async move { listening.keep_listening().await });
        let clock = auth.clone();
        tasks.spawn(async move { clock.keep_clock_right().await });
        if auth.inner.accounts.is_some() {
            let asking = auth.clone();
            tasks.spawn(async move { asking.keep_asking_host().await });
        }
        let telling = auth.clone();
        tasks.spawn(async move {
            loop {
                telling.clock().until(telling.clock().now() + TELL_EVERY).await;
                telling.log_refusals();
                telling.log_begun_anew();
            }
        });
        Self { tasks: Mutex::new(tasks) }
    }

    /// Ends them now.
    pub(crate) fn stop(&self) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).abort_all();
    }
}
