//! Events for a host, in the order of their commits: one task hands them over, and a host that is slow or breaks keeps
//! nobody waiting.

use super::{
    Client,
    event::{Event, HostEvent},
};
use crate::types::{TenantId, Timestamp};
use std::{
    fmt,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};
use tokio::sync::{mpsc, oneshot};

/// So many wait for a host that is slow; beyond that they are dropped, counted and logged.
const MOST_WAITING: usize = 1_024;

type Handling = Pin<Box<dyn Future<Output = ()> + Send>>;

/// What a host does with an event.
#[derive(Clone)]
pub struct EventHandler(Arc<dyn Fn(HostEvent) -> Handling + Send + Sync>);

impl EventHandler {
    /// Calls this function with each event.
    pub fn new<F>(handle: impl Fn(HostEvent) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        Self(Arc::new(move |event| Box::pin(handle(event))))
    }
}

impl fmt::Debug for EventHandler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventHandler")
    }
}

enum Step {
    Handle(HostEvent),
    /// Answers once everything before it was handled.
    Drained(oneshot::Sender<()>),
}

/// The events that wait for the host. Its task ends with the last clone.
#[derive(Clone)]
pub(super) struct EventQueue {
    steps: mpsc::Sender<Step>,
    dropped: Arc<AtomicU64>,
}

impl EventQueue {
    pub(super) fn new(handler: EventHandler) -> Self {
        let (steps, mut waiting) = mpsc::channel(MOST_WAITING);
        tokio::spawn(async move {
            while let Some(step) = waiting.recv().await {
                match step {
                    // In a task of its own, so that a panic ends no more than this one.
                    Step::Handle(event) => {
                        let handler = handler.clone();
                        if tokio::spawn(async move { (handler.0)(event).await }).await.is_err() {
                            tracing::error!("the application's handler of events panicked");
                        }
                    }
                    Step::Drained(answer) => {
                        let _ = answer.send(());
                    }
                }
            }
        });
        Self { steps, dropped: Arc::default() }
    }

    /// Puts an event behind the others.
    pub(super) fn push(&self, event: &Event, tenant: &TenantId, client: &Client, at: Timestamp) {
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0));
        let event = event.for_host(tenant, client, at);
        if self.steps.try_send(Step::Handle(event)).is_err() && self.dropped.fetch_add(1, Ordering::Relaxed) == 0 {
            tracing::error!("the application's handler of events does not keep up: events are dropped");
        }
    }

    /// Waits until the host has had everything that waits now.
    pub(super) async fn drain(&self) {
        let (answer, drained) = oneshot::channel();
        if self.steps.send(Step::Drained(answer)).await.is_ok() {
            let _ = drained.await;
        }
        let dropped = self.dropped.load(Ordering::Relaxed);
        if dropped > 0 {
            tracing::error!(dropped, "events were dropped that the application's handler had no time for");
        }
    }
}
