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
//! | [`Auth::choose_language`] | the language of an account |
//! | [`Auth::live_page`] | an open page that is told when its session ends |
//! | [`Auth::forget`], [`Auth::email_changed`], [`Auth::is_kept_free`] | what a host says and asks of its accounts |
//! | [`Auth::send_log_in`] | an email by which a host invites somebody |
//! | [`Auth::recent_events`] | what happened to an account lately |

mod account_move;
mod accounts;
mod act;
mod acting;
pub mod address;
mod ask;
mod background;
mod begin_session;
pub mod browser_name;
mod bucket_levels;
mod carry;
mod challenge;
mod charge;
mod client;
mod code;
mod code_log_in;
mod confirm_change;
mod consume;
mod delivery;
mod email_change;
mod emails;
mod environment;
mod epoch;
mod error;
mod event;
mod event_queue;
mod foreign_text;
mod gate;
mod hashing;
mod health;
mod host_log_in;
mod host_verbs;
mod language;
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
mod mailbox_reader;
mod network;
mod new_browser;
mod nodes;
mod one_clock;
mod outbox;
mod own_challenge;
mod own_changes;
mod parts;
mod proof;
mod prune;
mod quotas;
mod recent_events;
mod refusals;
mod refused_proof;
mod repetition;
mod request_log_in;
pub mod return_to;
mod rules;
mod secret;
mod sending_line;
mod session;
mod session_lookup;
mod undo;
mod who;

pub use accounts::{Access, Accounts, BoxError, Deletion, EmailChange};
pub use acting::{Acting, DisconnectSelf, Ended};
pub use ask::HostAccounts;
pub(crate) use background::Background;
pub use browser_name::BrowserName;
pub use carry::CarriedFrom;
pub use challenge::Purpose;
pub use client::Client;
pub use code::{CodeHasher, HashError};
pub use email_change::EmailChangeAsked;
pub use environment::{Clock, Random};
pub use error::Error;
pub use event::HostEvent;
pub use event_queue::EventHandler;
pub use foreign_text::{cut, cut_bytes};
pub use limit::{Limit, Limited, Limits};
pub use line::Busy;
pub use link::{LinkState, UseLink};
pub use listeners::{Closing, LivePageBounds, PageId};
pub use live::{LivePage, PageState, ShownSession};
pub use log_out::ListedSession;
pub use network::{ClientIp, Network};
pub use own_challenge::{ChallengeState, OwnChallenge};
pub use own_changes::OwnChanges;
pub use parts::Parts;
pub use proof::{LoggedIn, Proved};
pub use quotas::Quotas;
pub use recent_events::RecentEvent;
pub use refusals::{Refusal, Refusals};
pub use request_log_in::{AskLogIn, LogInRequested};
pub use rules::Rules;
pub use secret::{BrowserSecret, DeviceSecret, LinkToken, SessionToken, UndoToken};
pub use session::{SessionInfo, SessionState};
pub use undo::UndoState;

pub use crate::store::Hashed;
use crate::{
    languages::{Language, Languages},
    mail::Emails,
    store::Store,
    types::Paths,
};
use bucket_levels::BucketLevels;
use delivery::Deliveries;
use event_queue::EventQueue;
use gate::Gate;
use lately_good::LatelyGood;
use listeners::Listeners;
use std::sync::{Arc, atomic::AtomicBool};
use tokio::sync::{Mutex, Notify};
use tokio_util::task::TaskTracker;
use url::Url;

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
    languages: Languages,
}

impl Auth {
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

    /// The languages that there are.
    pub fn languages(&self) -> &Languages {
        &self.inner.languages
    }

    /// Returns the language of the page on which a client acts, or the default.
    fn language_of(&self, client: &Client) -> Language {
        client.language.clone().unwrap_or_else(|| self.inner.languages.default_language().clone())
    }

    /// Returns the language of an account that has this one, or the default.
    fn language_of_account(&self, tag: Option<&str>) -> Language {
        let languages = &self.inner.languages;
        tag.and_then(|tag| languages.find(tag)).unwrap_or(languages.default_language()).clone()
    }

    /// The clock in force.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// What was refused lately.
    pub fn refusals(&self) -> &Refusals {
        &self.inner.refusals
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
