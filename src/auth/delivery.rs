//! Handing letters over, off the request's path: a slow mail server keeps nobody waiting, and how long an answer takes
//! tells nothing of what a mail server said to an address.

use super::Clock;
use crate::{
    mail::{Letter, Mailer},
    store::{Delivery, Store},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Semaphore, watch},
    time::timeout,
};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

/// Letters handed over at the same time: as many connections as a mail server likes to see from one client.
const AT_A_TIME: usize = 8;

/// Letters that may wait their turn. Beyond that the mail server is not keeping up, and waiting would not help.
const MOST_WAITING: usize = 1_000;

/// How long a letter waits its turn. A person who waits longer asks again anyway.
const PATIENCE_FOR_TURN: Duration = Duration::from_secs(5);

/// Pauses after which a letter that must arrive is tried again: mail servers that are away come back within hours.
const AGAIN_AFTER: [Duration; 4] = [
    Duration::from_secs(60),
    Duration::from_secs(10 * 60),
    Duration::from_secs(60 * 60),
    Duration::from_secs(4 * 60 * 60),
];

/// Letters on their way.
#[derive(Clone)]
pub(super) struct Deliveries {
    store: Store,
    mailer: Mailer,
    turns: Arc<Semaphore>,
    tasks: TaskTracker,
    on_their_way: OnTheirWay,
}

/// For each letter what closes when it has arrived or failed.
#[derive(Clone, Default)]
struct OnTheirWay(Arc<Mutex<HashMap<Uuid, watch::Receiver<()>>>>);

impl OnTheirWay {
    /// Notes that a letter is on its way, and how many are.
    fn begin(&self, id: Uuid) -> (OnItsWay, usize) {
        let (arriving, arrived) = watch::channel(());
        let mut letters = self.lock();
        letters.insert(id, arrived);
        (OnItsWay { id, letters: self.clone(), _arriving: arriving }, letters.len())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, watch::Receiver<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of them, until it is dropped.
struct OnItsWay {
    id: Uuid,
    letters: OnTheirWay,
    _arriving: watch::Sender<()>,
}

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.letters.lock().remove(&self.id);
    }
}

/// A letter that must arrive; dropped before it has, because nothing helped or the server stops, it says so.
struct MustArrive {
    id: Uuid,
    arrived: bool,
}

impl Drop for MustArrive {
    fn drop(&mut self) {
        if !self.arrived {
            tracing::error!(letter = %self.id, "a letter that must arrive was given up");
        }
    }
}

impl Deliveries {
    pub(super) fn new(store: Store, mailer: Mailer) -> Self {
        let (turns, tasks) = (Arc::new(Semaphore::new(AT_A_TIME)), TaskTracker::new());
        Self { store, mailer, turns, tasks, on_their_way: OnTheirWay::default() }
    }

    /// Hands a letter over and notes how that went, without keeping anybody waiting.
    pub(super) fn deliver(&self, id: Uuid, letter: Letter) {
        let (store, sending) = (self.store.clone(), self.sending(id, letter));
        let (on_its_way, count) = self.on_their_way.begin(id);
        self.tasks.spawn(async move {
            let delivery = if count > MOST_WAITING {
                tracing::error!(letter = %id, "a letter was not sent: {MOST_WAITING} are waiting already");
                Delivery::Failed
            } else {
                sending.await
            };
            if let Err(error) = note(&store, id, delivery).await {
                tracing::error!(letter = %id, "how a letter fared could not be noted: {error}");
            }
            drop(on_its_way);
        });
    }

    /// Hands over a letter that nobody waits for and that must arrive all the same: what fails is tried again later.
    pub(super) fn deliver_surely(&self, id: Uuid, letter: Letter, clock: Clock) {
        let deliveries = self.clone();
        let mut sending = self.tasks.spawn(self.sending(id, letter.clone()));
        tokio::spawn(async move {
            let mut must_arrive = MustArrive { id, arrived: false };
            for pause in AGAIN_AFTER {
                must_arrive.arrived = matches!(sending.await, Ok(Delivery::Sent));
                if must_arrive.arrived {
                    return;
                }
                clock.until(clock.now() + pause).await;
                sending = deliveries.tasks.spawn(deliveries.sending(id, letter.clone()));
            }
            must_arrive.arrived = matches!(sending.await, Ok(Delivery::Sent));
        });
    }

    fn sending(&self, id: Uuid, letter: Letter) -> impl Future<Output = Delivery> + use<> {
        let (mailer, turns) = (self.mailer.clone(), self.turns.clone());
        async move { hand_over(&mailer, &turns, id, letter).await }
    }

    /// Waits until it is known how this letter fared, or for so long. A letter that another process sends is not waited
    /// for.
    pub(super) async fn settled(&self, id: Uuid, patience: Duration) {
        let arrived = self.on_their_way.lock().get(&id).cloned();
        if let Some(mut arrived) = arrived {
            // Closed is all that it can become.
            let _ = timeout(patience, arrived.changed()).await;
        }
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
