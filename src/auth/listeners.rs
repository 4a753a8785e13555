//! Who listens for the end of a session: the places of live pages, and how many there may be.

use super::{Hashed, Network};
use crate::{ids::SessionId, store::Spared, types::EndReason};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::mpsc;
use uuid::Uuid;

/// One open page, by an id that it has made up for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PageId(Uuid);

impl PageId {
    /// A page's id as it came in; none when it is no UUID.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}

impl From<PageId> for Spared {
    fn from(page: PageId) -> Self {
        Self::Page(page.0)
    }
}

impl From<PageId> for Uuid {
    fn from(page: PageId) -> Self {
        page.0
    }
}

impl From<Uuid> for PageId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

/// Why the line of a live page closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// Its session has ended, for this reason.
    Leave(EndReason),
    /// The same page has connected anew.
    Replaced,
    /// This server stops: connect again, perhaps to another.
    Reconnect,
}

/// How many live pages there may be. Each holds a connection and a file handle for as long as it is open.
#[derive(Clone, Debug)]
pub struct LivePageBounds {
    /// Pages of one session: more tabs than anybody looks at.
    pub per_session: usize,
    /// Pages of one client. An office behind one address is one client.
    pub per_client: usize,
    /// Pages in all, so that handles are left for everything else; `None` where there are any number.
    pub in_all: Option<usize>,
}

impl Default for LivePageBounds {
    fn default() -> Self {
        Self { per_session: 50, per_client: 1_000, in_all: None }
    }
}

/// There are as many live pages as there may be. The page can look now and then instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are too many live pages already")]
pub struct TooManyPages;

/// A session that ended, and why, for its pages.
pub(super) struct Ending {
    pub(super) token_hash: Hashed,
    pub(super) because: EndReason,
    /// Which of them shall be left to go their own way.
    pub(super) left: Left,
}

/// Which pages of a session are left to go their own way when it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    None,
    Page(Uuid),
    All,
}

impl Left {
    /// Returns those of this session that are spared.
    pub(super) fn of(session: SessionId, spared: Option<Spared>) -> Self {
        match spared {
            Some(Spared::Page(page)) => Self::Page(page),
            Some(Spared::PagesOf(own)) if own == session => Self::All,
            _ => Self::None,
        }
    }

    fn has(self, page: Option<PageId>) -> bool {
        match self {
            Self::None => false,
            Self::Page(acting) => page.is_some_and(|page| page.0 == acting),
            Self::All => true,
        }
    }
}

/// Who listens, by session.
#[derive(Clone, Default)]
pub(super) struct Listeners {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    next_id: u64,
    sessions: HashMap<Hashed, Vec<Listener>>,
    clients: HashMap<Network, usize>,
    count: usize,
    stopped: bool,
}

struct Listener {
    id: u64,
    page: Option<PageId>,
    /// The same page has connected anew: this one is about to go.
    replaced: bool,
    word: mpsc::UnboundedSender<Word>,
}

#[derive(Clone, Copy)]
pub(super) enum Word {
    Now(Closing),
    Later(EndReason),
}

impl Listeners {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a page of this session a place.
    pub(super) fn subscribe(&self, session: Hashed, page: Option<PageId>, client: Option<Network>) -> Subscription {
        self.place(&mut self.lock(), session, page, client)
    }

    /// Gives it a place if there is room. A page that connects anew takes the place that it had.
    pub(super) fn subscribe_within(
        &self,
        bounds: &LivePageBounds,
        session: Hashed,
        page: Option<PageId>,
        client: Option<Network>,
    ) -> Result<Subscription, TooManyPages> {
        let mut inner = self.lock();
        if inner.has_room(bounds, &session, page, client) {
            Ok(self.place(&mut inner, session, page, client))
        } else {
            Err(TooManyPages)
        }
    }

    fn place(&self, inner: &mut Inner, session: Hashed, page: Option<PageId>, client: Option<Network>) -> Subscription {
        let (word, words) = mpsc::unbounded_channel();
        let id = inner.next_id;
        inner.next_id += 1;
        if inner.stopped {
            let _ = word.send(Word::Now(Closing::Reconnect));
        }
        let listeners = inner.sessions.entry(session).or_default();
        for earlier in listeners.iter_mut().filter(|listener| page.is_some() && listener.page == page) {
            earlier.replaced = true;
            let _ = earlier.word.send(Word::Now(Closing::Replaced));
        }
        listeners.push(Listener { id, page, replaced: false, word });
        inner.count += 1;
        if let Some(client) = client {
            *inner.clients.entry(client).or_default() += 1;
        }
        Subscription { listeners: self.clone(), session, client, id, words }
    }

    /// Tells the pages of sessions that have ended.
    pub(super) fn tell(&self, endings: &[Ending]) {
        let inner = self.lock();
        for ending in endings {
            for listener in inner.sessions.get(&ending.token_hash).into_iter().flatten() {
                let _ = listener.word.send(match ending.left.has(listener.page) {
                    true => Word::Later(ending.because),
                    false => Word::Now(Closing::Leave(ending.because)),
                });
            }
        }
    }

    /// Tells every page to connect to another server, and those that still come too.
    pub(super) fn stop(&self) {
        let mut inner = self.lock();
        inner.stopped = true;
        for listener in inner.sessions.values().flatten() {
            let _ = listener.word.send(Word::Now(Closing::Reconnect));
        }
    }

    /// Returns the sessions that pages listen for.
    pub(super) fn sessions(&self) -> Vec<Hashed> {
        self.lock().sessions.keys().copied().collect()
    }

    /// How many pages listen.
    pub(super) fn len(&self) -> usize {
        self.lock().count
    }
}

impl Inner {
    fn has_room(
        &self,
        bounds: &LivePageBounds,
        session: &Hashed,
        page: Option<PageId>,
        client: Option<Network>,
    ) -> bool {
        let own = self.sessions.get(session).map_or(&[][..], Vec::as_slice);
        let open = own.iter().filter(|listener| !listener.replaced);
        let others = open.clone().filter(|listener| page.is_none() || listener.page != page).count();
        // What is about to be replaced gives its place up.
        let freed = open.count() - others;
        let of_client = client.and_then(|client| self.clients.get(&client)).copied().unwrap_or_default();
        others < bounds.per_session
            && of_client.saturating_sub(freed) < bounds.per_client
            && bounds.in_all.is_none_or(|most| self.count < most)
    }
}

/// A place among the listeners, given up when dropped.
pub(super) struct Subscription {
    listeners: Listeners,
    session: Hashed,
    client: Option<Network>,
    id: u64,
    pub(super) words: mpsc::UnboundedReceiver<Word>,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut inner = self.listeners.lock();
        inner.count -= 1;
        if let Some(listeners) = inner.sessions.get_mut(&self.session) {
            listeners.retain(|listener| listener.id != self.id);
            if listeners.is_empty() {
                inner.sessions.remove(&self.session);
            }
        }
        if let Some(client) = self.client
            && let Some(count) = inner.clients.get_mut(&client)
        {
            *count -= 1;
            if *count == 0 {
                inner.clients.remove(&client);
            }
        }
    }
}
