//! Handing letters over, off the request's path: a slow mail server keeps nobody waiting.

use crate::{
    mail::{Letter, Mailer},
    store::{Delivery, Store},
};
use std::{sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

/// Letters handed over at the same time: as many connections as a mail server likes to see from one client.
const AT_A_TIME: usize = 8;

/// Letters that may wait their turn. Beyond that the mail server is not keeping up, and waiting would not help.
const MOST_WAITING: usize = 1_000;

/// How long a letter waits its turn. A person who waits longer asks again anyway.
const PATIENCE_FOR_TURN: Duration = Duration::from_secs(5);

/// Letters on their way.
pub(super) struct Deliveries {
    store: Store,
    mailer: Mailer,
    turns: Arc<Semaphore>,
    tasks: TaskTracker,
}

impl Deliveries {
    pub(super) fn new(store: Store, mailer: Mailer) -> Self {
        Self { store, mailer, turns: Arc::new(Semaphore::new(AT_A_TIME)), tasks: TaskTracker::new() }
    }

    /// Hands a letter over and notes how that went; returns when it is known, or after `patience`.
    pub(super) async fn deliver(&self, id: Uuid, letter: Letter, patience: Duration) {
        let (store, mailer, turns) = (self.store.clone(), self.mailer.clone(), self.turns.clone());
        let crowded = self.tasks.len() >= MOST_WAITING;
        let delivery = self.tasks.spawn(async move {
            let delivery = if crowded {
                tracing::error!(letter = %id, "a letter was not sent: {MOST_WAITING} are waiting already");
                Delivery::Failed
            } else {
                hand_over(&mailer, &turns, id, letter).await
            };
            if let Err(error) = note(&store, id, delivery).await {
                tracing::error!(letter = %id, "how a letter fared could not be noted: {error}");
            }
        });
        // Cut off here, the task goes on.
        let _ = timeout(patience, delivery).await;
    }

    /// Waits for every letter on its way.
    pub(super) async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

async fn hand_over(mailer: &Mailer, turns: &Semaphore, id: Uuid, letter: Letter) -> Delivery {
    let Ok(_turn) = timeout(PATIENCE_FOR_TURN, turns.acquire()).await else {
        tracing::error!(letter = %id, "a letter was not sent: the mail server does not keep up");
        return Delivery::Failed;
    };
    match mailer.send(letter).await {
        Ok(()) => Delivery::Sent,
        Err(error) => {
            tracing::error!(letter = %id, "a letter was not sent: {error}");
            Delivery::Failed
        }
    }
}

async fn note(store: &Store, id: Uuid, delivery: Delivery) -> Result<(), crate::store::StoreError> {
    let mut transaction = store.begin().await?;
    transaction.letter_is(id, delivery).await?;
    transaction.commit().await
}
