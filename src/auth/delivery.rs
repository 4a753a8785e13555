//! Handing letters over, off the request's path: a slow mail server keeps nobody waiting, and how long an answer takes
//! tells nothing of what a mail server said to an address.

use super::{
    Clock,
    sending_line::{LineBounds, SendingLine},
};
use crate::{
    mail::{Letter, Mailer, Outcome},
    store::{Delivery, Store},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{sync::watch, time::timeout};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

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
    line: SendingLine,
    tasks: TaskTracker,
    on_their_way: OnTheirWay,
}

/// For each letter what closes when it has arrived or failed.
#[derive(Clone, Default)]
struct OnTheirWay(Arc<Mutex<HashMap<Uuid, watch::Receiver<()>>>>);

impl OnTheirWay {
    /// Notes that a letter is on its way.
    fn begin(&self, id: Uuid) -> OnItsWay {
        let (arriving, arrived) = watch::channel(());
        self.lock().insert(id, arrived);
        OnItsWay { id, letters: self.clone(), _arriving: arriving }
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
        let (line, tasks) = (SendingLine::new(LineBounds::usual()), TaskTracker::new());
        Self { store, mailer, line, tasks, on_their_way: OnTheirWay::default() }
    }

    /// Hands a letter over that this client asked for, and notes how that went, without keeping anybody waiting.
    pub(super) fn deliver(&self, id: Uuid, letter: Letter, client: &str) {
        let (store, sending) = (self.store.clone(), self.sending(id, letter, client));
        let on_its_way = self.on_their_way.begin(id);
        self.tasks.spawn(async move {
            if let Err(error) = note(&store, id, sending.await).await {
                tracing::error!(letter = %id, "how a letter fared could not be noted: {error}");
            }
            drop(on_its_way);
        });
    }

    /// Hands over a letter that nobody waits for and that must arrive all the same: what fails is tried again later.
    pub(super) fn deliver_surely(&self, id: Uuid, letter: Letter, client: &str, clock: Clock) {
        let (deliveries, client) = (self.clone(), client.to_owned());
        let mut sending = self.tasks.spawn(self.sending(id, letter.clone(), &client));
        tokio::spawn(async move {
            let mut must_arrive = MustArrive { id, arrived: false };
            for pause in AGAIN_AFTER {
                must_arrive.arrived = matches!(sending.await, Ok(Delivery::Sent));
                if must_arrive.arrived {
                    return;
                }
                clock.until(clock.now() + pause).await;
                sending = deliveries.tasks.spawn(deliveries.sending(id, letter.clone(), &client));
            }
            must_arrive.arrived = matches!(sending.await, Ok(Delivery::Sent));
        });
    }

    fn sending(&self, id: Uuid, letter: Letter, client: &str) -> impl Future<Output = Delivery> + use<> {
        let (mailer, line, client) = (self.mailer.clone(), self.line.clone(), client.to_owned());
        async move {
            let outcome = match line.wait(&client).await {
                Ok(_permit) => mailer.send(letter).await,
                Err(fault) => Outcome::NotHandedOver(fault.to_string()),
            };
            delivery(id, &outcome)
        }
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

/// Logs how sending a letter ended, and says how far the letter has come.
fn delivery(id: Uuid, outcome: &Outcome) -> Delivery {
    if *outcome != Outcome::Sent {
        tracing::error!(letter = %id, "{outcome}");
    }
    match outcome {
        Outcome::Sent => Delivery::Sent,
        Outcome::Refused(..) => Delivery::Refused,
        Outcome::NotHandedOver(_) => Delivery::Failed,
        Outcome::Unknown(_) => Delivery::Unknown,
    }
}

async fn note(store: &Store, id: Uuid, delivery: Delivery) -> Result<(), crate::store::StoreError> {
    let mut transaction = store.begin().await?;
    transaction.letter_is(id, delivery).await?;
    transaction.commit().await
}
