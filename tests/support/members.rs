//! A host's own accounts, which do as they are told.

use leptos_magic_auth::{
    Access, AccountId, Accounts, BoxError, EmailAddress, EmailChange, TenantId, internals::auth::Auth,
};
use std::{
    collections::{BTreeMap, VecDeque},
    future::pending,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard},
};
use tokio::sync::watch;

/// Something that happens between a host's answer and what is made of it.
pub type Meanwhile = Box<dyn FnOnce(Auth) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send>;

/// What a host does when it is asked once. Else it does what it should.
pub enum Once {
    Fail,
    Panic,
    /// It never answers, and has done nothing.
    Silence,
    /// It never answers, but has done what it was asked for: as if the process died with the answer on its way.
    DoneInSilence,
    Deny,
    Ours,
    Allow(i64),
    /// It answers as it should, and this happens before anybody hears it.
    Meanwhile(Meanwhile),
}

#[derive(Default)]
struct State {
    /// Who has which email address.
    accounts: BTreeMap<String, i64>,
    newest: i64,
    log_ins: VecDeque<Once>,
    changes: VecDeque<Once>,
    /// Whether every change and undoing fails.
    fails: bool,
    asked: Vec<String>,
    auth: Option<Auth>,
}

/// The table of a host.
#[derive(Clone)]
pub struct Members {
    state: Arc<Mutex<State>>,
    /// How often it was asked.
    count: watch::Sender<usize>,
}

impl Members {
    pub fn new() -> Self {
        Self { state: Arc::default(), count: watch::Sender::new(0) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic meanwhile")
    }

    /// The rules of the server that asks, for what happens meanwhile.
    pub fn know(&self, auth: &Auth) {
        self.lock().auth = Some(auth.clone());
    }

    /// The next log-ins are answered so.
    pub fn log_in_once(&self, once: impl IntoIterator<Item = Once>) -> &Self {
        self.lock().log_ins.extend(once);
        self
    }

    /// The next changes and undoings are answered so.
    pub fn change_once(&self, once: impl IntoIterator<Item = Once>) -> &Self {
        self.lock().changes.extend(once);
        self
    }

    /// Whether every change and undoing fails from now on.
    pub fn fail_changes(&self, fails: bool) {
        self.lock().fails = fails;
    }

    /// Gives somebody this email address, whoever had it before.
    pub fn put(&self, email: &str, id: i64) {
        self.lock().accounts.insert(email.to_owned(), id);
    }

    pub fn remove(&self, email: &str) {
        self.lock().accounts.remove(email);
    }

    /// Who has this email address.
    pub fn whose(&self, email: &str) -> Option<i64> {
        self.lock().accounts.get(email).copied()
    }

    pub fn count(&self) -> usize {
        self.lock().accounts.len()
    }

    /// What was asked, in order.
    pub fn asked(&self) -> Vec<String> {
        self.lock().asked.clone()
    }

    /// Waits until it was asked so often.
    pub async fn was_asked(&self, times: usize) {
        self.count.subscribe().wait_for(|count| *count >= times).await.expect("somebody asks");
    }

    fn note(&self, what: String) {
        self.lock().asked.push(what);
        self.count.send_modify(|count| *count += 1);
    }

    fn account_of(&self, email: &str) -> Access {
        let mut state = self.lock();
        let next = state.newest + 1;
        let id = *state.accounts.entry(email.to_owned()).or_insert(next);
        state.newest = state.newest.max(id);
        Access::Allow(id.into())
    }

    fn give(&self, account: &AccountId, email: &str) -> EmailChange {
        let id: i64 = account.parse().expect("a number");
        let mut state = self.lock();
        match state.accounts.get(email) {
            Some(owner) if *owner != id => EmailChange::Taken,
            _ => {
                state.accounts.retain(|_, owner| *owner != id);
                state.accounts.insert(email.to_owned(), id);
                EmailChange::Done
            }
        }
    }

    async fn meanwhile(&self, happens: Meanwhile) {
        let auth = self.lock().auth.clone().expect("the server's rules");
        happens(auth).await;
    }

    async fn move_to(&self, account: &AccountId, email: &EmailAddress) -> Result<EmailChange, BoxError> {
        let once = {
            let mut state = self.lock();
            if state.fails { Some(Once::Fail) } else { state.changes.pop_front() }
        };
        match once {
            Some(Once::Fail) => Err("the table is locked".into()),
            Some(Once::Panic) => panic!("a host's panic"),
            Some(Once::Silence) => pending().await,
            Some(Once::DoneInSilence) => {
                self.give(account, email.as_str());
                self.note("done in silence".to_owned());
                pending().await
            }
            Some(Once::Meanwhile(happens)) => {
                let done = self.give(account, email.as_str());
                self.meanwhile(happens).await;
                Ok(done)
            }
            _ => Ok(self.give(account, email.as_str())),
        }
    }
}

impl Accounts for Members {
    async fn log_in(&self, tenant: &TenantId, email: &EmailAddress) -> Result<Access, BoxError> {
        assert_eq!(tenant.as_str(), "default");
        self.note(format!("log_in {email}"));
        let once = self.lock().log_ins.pop_front();
        match once {
            Some(Once::Fail) => Err("no such table: members".into()),
            Some(Once::Panic) => panic!("a host's panic"),
            Some(Once::Silence) => pending().await,
            Some(Once::DoneInSilence) => {
                self.account_of(email.as_str());
                self.note("done in silence".to_owned());
                pending().await
            }
            Some(Once::Deny) => Ok(Access::Deny),
            Some(Once::Ours) => Ok(Access::Ours),
            Some(Once::Allow(id)) => Ok(Access::Allow(id.into())),
            Some(Once::Meanwhile(happens)) => {
                let answer = self.account_of(email.as_str());
                self.meanwhile(happens).await;
                Ok(answer)
            }
            None => Ok(self.account_of(email.as_str())),
        }
    }

    async fn change_email(
        &self,
        _: &TenantId,
        account: &AccountId,
        new: &EmailAddress,
    ) -> Result<EmailChange, BoxError> {
        self.note(format!("change_email {account} {new}"));
        self.move_to(account, new).await
    }

    async fn undo_email_change(
        &self,
        _: &TenantId,
        account: &AccountId,
        old: &EmailAddress,
    ) -> Result<EmailChange, BoxError> {
        self.note(format!("undo_email_change {account} {old}"));
        self.move_to(account, old).await
    }
}
