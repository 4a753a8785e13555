//! Everything that the rules need, put together.

use super::{
    Auth, Clock, CodeHasher, EventHandler, HashError, HostAccounts, Inner, Limits, LivePageBounds, Random, Refusals,
    Rules, bucket_levels::BucketLevels, delivery::Deliveries, event_queue::EventQueue, gate::Gate,
    lately_good::LatelyGood, line::Bounds, listeners::Listeners,
};
use crate::{
    languages::Languages,
    mail::{Emails, Mailer},
    store::Store,
    types::Paths,
};
use std::{
    sync::{Arc, atomic::AtomicBool},
    thread::available_parallelism,
};
use tokio::sync::Notify;
use tokio_util::task::TaskTracker;
use url::Url;

/// Everything that the rules need from outside.
pub struct Parts {
    /// The open database.
    pub store: Store,
    /// Who takes the emails.
    pub mailer: Mailer,
    /// The numbers.
    pub rules: Rules,
    /// How often emails may be asked for and codes be tried; `None` only for an application's own tests.
    pub limits: Option<Limits>,
    /// How many live pages there may be.
    pub live_pages: LivePageBounds,
    /// Tells the time.
    pub clock: Clock,
    /// Draws secrets.
    pub random: Random,
    /// The addresses that links lead to.
    pub paths: Paths,
    /// What links begin with.
    pub public_url: Url,
    /// The application's name, for people to read.
    pub app_name: String,
    /// Whom people may ask.
    pub support: Option<String>,
    /// The languages in which they read.
    pub languages: Languages,
    /// What a host does with events.
    pub on_event: Option<EventHandler>,
    /// A host's own accounts.
    pub accounts: Option<HostAccounts>,
    /// A host's own emails.
    pub emails: Option<Arc<dyn Emails>>,
}

impl Auth {
    /// Puts the rules together.
    ///
    /// # Errors
    /// Argon2 refuses its cost.
    pub fn new(parts: Parts) -> Result<Self, HashError> {
        let hasher = CodeHasher::new(parts.rules.argon2_memory_kib, parts.rules.argon2_passes)?;
        let Parts {
            store,
            mailer,
            rules,
            limits,
            live_pages,
            clock,
            random,
            paths,
            public_url,
            app_name,
            support,
            languages,
            on_event,
            accounts,
            emails,
        } = parts;
        let on_this_machine = mailer.reaches_this_machine();
        let deliveries = Deliveries::new(store.clone(), mailer);
        let listeners = Listeners::default();
        let bounds = if limits.is_some() { Bounds::usual() } else { Bounds::none() };
        let cores = available_parallelism().map_or(1, usize::from);
        let inner = Inner {
            hashing: Gate::new(cores.saturating_sub(1).max(1), bounds),
            writing: Gate::new(store.writers(), bounds),
            carried: TaskTracker::new(),
            checked: Arc::default(),
            stops: AtomicBool::new(false),
            store,
            rules,
            limits,
            live_pages,
            clock,
            random,
            hasher,
            deliveries,
            on_this_machine,
            outbox: Notify::new(),
            events: on_event.map(EventQueue::new),
            accounts,
            emails,
            listeners,
            lately_good: LatelyGood::default(),
            refusals: Refusals::default(),
            levels: BucketLevels::default(),
            paths,
            public_url,
            app_name,
            support,
            languages,
        };
        Ok(Self { inner: Arc::new(inner) })
    }
}
