//! The rules, without web types: one method of [`Auth`] for each thing that a person can do.
//!
//! | verb | what it does |
//! |---|---|
//! | [`Auth::request_log_in`] | an email to this address, and a challenge for this browser |
//! | [`Auth::resend_email`] | another email of a challenge of this browser |
//! | [`Auth::challenge`], [`Auth::challenge_settled`] | how a challenge of this browser stands |
//! | [`Auth::link`] | what a link would do in this browser |
//! | [`Auth::log_in_with_code`] | the code of an email, in the browser that asked |
//! | [`Auth::log_in_with_link`] | the link of an email; in another browser together with its code |
//! | [`Auth::session`] | who a session's token stands for |
//! | [`Auth::log_out`] | ends this session |
//! | [`Auth::log_out_all`] | ends every session of a user |
//! | [`Auth::sessions`] | where a user is logged in |
//! | [`Auth::end_session`] | ends one session from that list |
//! | [`Auth::end_other_sessions`] | ends all of that list but the one that asks |
//! | [`Auth::change_email`] | asks to change the address: every session ends, the new address has to prove itself |
//! | [`Auth::own_changes`] | the user's changes that wait, and those that can be undone |
//! | [`Auth::cancel_email_change`] | cancels those that wait |
//! | [`Auth::send_undo_email`] | sends the old address word of one that has happened again |
//! | [`Auth::email_change_undo`] | what a link that undoes a change of address would do |
//! | [`Auth::undo_email_change`] | undoes a change of address |
//! | [`Auth::live_page`] | an open page that is told when its session ends |
//! | [`Auth::forget`], [`Auth::email_changed`], [`Auth::is_kept_free`] | what a host says and asks of its accounts |
//! | [`Auth::send_log_in`] | an email by which a host invites somebody |
//! | [`Auth::recent_events`] | what happened to an account lately |

mod account_move;
mod accounts;
mod act;
pub mod address;
mod ask;
mod background;
pub mod browser_name;
mod bucket_levels;
mod carry;
mod challenge;
mod charge;
mod code;
mod code_log_in;
mod delivery;
mod email_change;
mod environment;
mod event;
mod event_queue;
mod foreign_text;
mod gate;
mod health;
mod host_log_in;
mod host_verbs;
mod lately_good;
mod limit;
mod line;
mod link;
mod listeners;
mod live;
mod log_in;
mod log_out;
mod magic_link;
mod mailbox;
mod network;
mod new_browser;
mod nodes;
mod one_clock;
mod outbox;
mod own_challenge;
mod own_changes;
mod prune;
mod quotas;
mod refusals;
mod repetition;
pub mod return_to;
mod rules;
mod secret;
mod sending_line;
mod session;
mod session_state;
mod undo;

pub use accounts::{Access, Accounts, BoxError, Deletion, EmailChange};
pub use ask::HostAccounts;
pub(crate) use background::Background;
pub use carry::CarriedFrom;
pub use challenge::{AskLogIn, LogInRequested, Purpose};
pub use code::{CodeHasher, HashError};
pub use email_change::EmailChangeAsked;
pub use environment::{Clock, Random};
pub use event::RecentEvent;
pub use event_queue::{EventHandler, HostEvent};
pub use foreign_text::{cut, cut_bytes};
pub use limit::{Limit, Limited, Limits};
pub use line::Busy;
pub use link::{LinkState, UseLink};
pub use live::{Closing, LivePage, LivePageBounds, PageId, PageState, ShownSession};
pub use log_in::{LoggedIn, Proved};
pub use log_out::{Acting, DisconnectSelf, Ended, ListedSession};
pub use network::{ClientIp, Network};
pub use own_challenge::{ChallengeState, OwnChallenge};
pub use own_changes::OwnChanges;
pub use quotas::Quotas;
pub use refusals::{Refusal, Refusals};
pub use rules::Rules;
pub use secret::{BrowserSecret, DeviceSecret, LinkToken, SessionToken, UndoToken};
pub use session::SessionInfo;
pub use session_state::SessionState;
pub use undo::UndoState;

pub use crate::store::Hashed;
use crate::{
    ids::EmailId,
    mail::{Draft, EmailMessage, Emails, Mailer},
    store::{HashedCode, Store, StoreError},
    types::{AuthError, Paths, Timestamp},
};
use bucket_levels::BucketLevels;
use code::{Code, Keyed};
use delivery::Deliveries;
use event_queue::EventQueue;
use gate::Gate;
use lately_good::LatelyGood;
use line::{Bounds, Lane};
use live::Listeners;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::available_parallelism,
};
use tokio::sync::{Mutex, Notify};
use tokio_util::task::TaskTracker;
use url::Url;

/// Who is at the other end of a request, as far as one can tell.
#[derive(Clone, Debug)]
pub struct Client {
    /// Where it comes from.
    pub ip: ClientIp,
    /// The same, as text.
    pub address: String,
    /// The browser's own words, as [`browser_name::kept`] shortens them.
    pub user_agent: String,
    /// The hash of its device cookie: it has logged some address in before.
    pub device: Option<Hashed>,
    /// The hash of the link that it has opened, if it has.
    pub link: Option<Hashed>,
}

impl Client {
    /// A client of which no more is known than its address and what its browser says of itself. A text that is no address
    /// leaves it unknown.
    pub fn new(address: impl Into<String>, user_agent: &str) -> Self {
        let address = address.into();
        let ip = address.parse().map_or(ClientIp::Unknown, ClientIp::known);
        Self { ip, address, user_agent: browser_name::kept(user_agent), device: None, link: None }
    }

    /// The application itself. No limit of a client holds for it.
    pub fn application() -> Self {
        Self::new("", "")
    }

    /// Returns whether that is the application itself.
    pub(crate) fn is_application(&self) -> bool {
        self.address.is_empty()
    }

    /// Returns whom it counts for where many wait. Who is not known stands alone: nobody else waits behind them.
    pub(crate) fn key(&self) -> String {
        static UNKNOWN: AtomicU64 = AtomicU64::new(0);
        match self.ip.network() {
            Some(network) => network.to_string(),
            None => format!("unknown {}", UNKNOWN.fetch_add(1, Ordering::Relaxed)),
        }
    }
}

/// Why a verb did not do what it says.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// For a reason that the person is told.
    #[error("{0}")]
    Rejected(#[from] AuthError),
    /// A limit is used up.
    #[error("{} for {:?} more", .0.what, .0.wait)]
    Limited(Limited),
    /// The database failed. Nothing has happened.
    #[error("the database failed: {0}")]
    Store(#[from] StoreError),
    /// Too many wait already. Nothing has happened.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// A code could not be hashed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A host's accounts did not answer this question. Nothing was used up.
    #[error("the application's Accounts::{0} did not answer")]
    Accounts(&'static str),
    /// What a host has said counts no more: it is asked again.
    #[error("the application's accounts have to be asked again")]
    AskAgain,
}

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
    /// What a host does with events.
    pub on_event: Option<EventHandler>,
    /// A host's own accounts.
    pub accounts: Option<HostAccounts>,
    /// A host's own emails.
    pub emails: Option<Arc<dyn Emails>>,
}

/// The rules with all that they need. Cheap to clone.
#[derive(Clone)]
pub struct Auth {
    inner: Arc<Inner>,
}

struct Inner {
    /// For hashing codes: one core stays free for everybody else, where there is more than one.
    hashing: Gate,
    /// For writing: in front of the database, which knows neither clients nor what may go first.
    writing: Gate,
    /// What is carried through although its client may have hung up.
    carried: TaskTracker,
    /// The last check of health.
    checked: Arc<Mutex<Option<health::Checked>>>,
    /// Whether the server is about to stop.
    stops: AtomicBool,
    store: Store,
    rules: Rules,
    limits: Option<Limits>,
    live_pages: LivePageBounds,
    clock: Clock,
    random: Random,
    hasher: CodeHasher,
    deliveries: Deliveries,
    /// Whether emails stay on this machine, whose own addresses are addresses then.
    on_this_machine: bool,
    /// Says that something was put into the outbox.
    outbox: Notify,
    events: Option<EventQueue>,
    accounts: Option<HostAccounts>,
    emails: Option<Arc<dyn Emails>>,
    listeners: Listeners,
    lately_good: LatelyGood,
    refusals: Refusals,
    /// How far the limits are used up.
    levels: BucketLevels,
    paths: Paths,
    public_url: Url,
    app_name: String,
    support: Option<String>,
}

impl Auth {
    /// Puts the rules together. Fails when Argon2 refuses its cost.
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
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Hashes a code, once a core is free for it. A flood of codes waits here, in front of the database.
    async fn hash<const N: usize>(
        &self,
        code: &Code,
        keyed: [Keyed; N],
        client: &Client,
    ) -> Result<[HashedCode; N], Error> {
        let permit = self.inner.hashing.enter(&client.key(), Lane::Ordinary).await?;
        Ok(self.inner.hasher.hash(code, keyed, permit).await?)
    }

    /// A secret for a browser that has none yet: what it asks for from now on is bound to it.
    pub fn new_browser(&self) -> BrowserSecret {
        BrowserSecret::generate(&self.inner.random)
    }

    /// The numbers in force.
    pub fn rules(&self) -> &Rules {
        &self.inner.rules
    }

    /// Whether emails and codes are limited, and with them how much may wait.
    pub fn is_limited(&self) -> bool {
        self.inner.limits.is_some()
    }

    /// Returns whether email addresses are changed here at all: a host with accounts of its own may not do that.
    pub fn changes_emails(&self) -> bool {
        self.inner.accounts.as_ref().is_none_or(|host| host.change_emails)
    }

    /// The addresses in force.
    pub fn paths(&self) -> &Paths {
        &self.inner.paths
    }

    /// What links begin with.
    pub fn public_url(&self) -> &Url {
        &self.inner.public_url
    }

    /// The application's name.
    pub fn app_name(&self) -> &str {
        &self.inner.app_name
    }

    /// Whom people may ask: an email address, or the address of a page.
    pub fn support(&self) -> Option<&str> {
        self.inner.support.as_deref()
    }

    /// The clock in force.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Writes an email, in a host's words where it has some.
    fn written(&self, draft: &Draft, id: EmailId, at: Timestamp) -> EmailMessage {
        draft.written(id, at, self.inner.emails.as_deref())
    }

    async fn ping(&self) -> Result<(), Error> {
        Ok(self.inner.store.ping().await?)
    }

    /// What was refused lately.
    pub fn refusals(&self) -> &Refusals {
        &self.inner.refusals
    }

    /// Writes into the log how much was refused of which no line has told yet: called every minute.
    pub fn log_refusals(&self) {
        for refusals::Unlogged { who, what, count } in self.inner.refusals.unlogged(self.inner.clock.now()) {
            let (event, client) = (what.event(), who.map_or_else(|| "others".to_owned(), |who| who.to_string()));
            tracing::warn!(target: "security", event, client, count, "refused more of the same");
        }
    }

    /// How many requests wait, for a core to hash on or for the connection that writes.
    pub fn waiting(&self) -> usize {
        self.inner.hashing.waiting() + self.inner.writing.waiting()
    }

    /// Closes the database, for a server that has stopped.
    pub(crate) async fn close(&self) {
        self.inner.store.close().await;
    }

    /// Waits until the emails that are on their way have arrived or failed, and a host has had every event.
    pub async fn finish_deliveries(&self) {
        self.inner.deliveries.finish().await;
        if let Some(events) = &self.inner.events {
            events.drain().await;
        }
    }
}
