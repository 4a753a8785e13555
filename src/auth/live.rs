//! Live pages: open pages that are told when their session has ended.
//!
//! A page subscribes first and looks at its session then ([`Auth::live_page`], [`LivePage::look`]), so a log-out at any
//! moment is noticed: before the subscription by the look, after it by word. Word goes out once the end is committed,
//! to the pages of the ended sessions and to nobody else. Should word get lost all the same (another process ended the
//! session, say), a look each minute finds out.

use super::{Auth, Hashed, Refused, SessionState, SessionToken};
use crate::types::{Notice, Timestamp};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{select, sync::mpsc};
use uuid::Uuid;

/// How long the page that acts is left to go where its form says, before it is told like any other.
const SPARED_FOR: Duration = Duration::from_secs(10);

/// One open page, by an id that it has made up for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PageId(Uuid);

impl PageId {
    /// A page's id as it came in; none when it is no UUID.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}

impl From<Uuid> for PageId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

/// What a live page is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its session is over, for this reason.
    Leave(Notice),
    /// The same page has connected anew.
    Replaced,
    /// This server stops: connect again, perhaps to another.
    Reconnect,
}

/// A session that ended, and why, for its pages.
pub(super) struct Ending {
    pub(super) token_hash: Hashed,
    pub(super) because: Notice,
    /// The page that acts, if it shall be left to go its own way.
    pub(super) spared: Option<PageId>,
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
    stopped: bool,
}

struct Listener {
    id: u64,
    page: Option<PageId>,
    word: mpsc::UnboundedSender<Word>,
}

#[derive(Clone, Copy)]
enum Word {
    Now(Told),
    Later(Notice),
}

impl Listeners {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn subscribe(&self, session: Hashed, page: Option<PageId>) -> Subscription {
        let (word, words) = mpsc::unbounded_channel();
        let mut inner = self.lock();
        let id = inner.next_id;
        inner.next_id += 1;
        if inner.stopped {
            let _ = word.send(Word::Now(Told::Reconnect));
        }
        let listeners = inner.sessions.entry(session).or_default();
        for earlier in listeners.iter().filter(|listener| page.is_some() && listener.page == page) {
            let _ = earlier.word.send(Word::Now(Told::Replaced));
        }
        listeners.push(Listener { id, page, word });
        drop(inner);
        Subscription { listeners: self.clone(), session, id, words }
    }

    /// Tells the pages of sessions that have ended.
    pub(super) fn tell(&self, endings: &[Ending]) {
        let inner = self.lock();
        for ending in endings {
            for listener in inner.sessions.get(&ending.token_hash).into_iter().flatten() {
                let spared = ending.spared.is_some() && listener.page == ending.spared;
                let _ = listener.word.send(match spared {
                    true => Word::Later(ending.because),
                    false => Word::Now(Told::Leave(ending.because)),
                });
            }
        }
    }

    /// Tells every page to connect to another server, and those that still come too.
    pub(super) fn stop(&self) {
        let mut inner = self.lock();
        inner.stopped = true;
        for listener in inner.sessions.values().flatten() {
            let _ = listener.word.send(Word::Now(Told::Reconnect));
        }
    }

    /// How many pages listen.
    pub(super) fn len(&self) -> usize {
        self.lock().sessions.values().map(Vec::len).sum()
    }
}

/// A place among the listeners, given up when dropped.
struct Subscription {
    listeners: Listeners,
    session: Hashed,
    id: u64,
    words: mpsc::UnboundedReceiver<Word>,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut inner = self.listeners.lock();
        if let Some(listeners) = inner.sessions.get_mut(&self.session) {
            listeners.retain(|listener| listener.id != self.id);
            if listeners.is_empty() {
                inner.sessions.remove(&self.session);
            }
        }
    }
}

/// An open page that has subscribed.
pub struct LivePage {
    auth: Auth,
    token: SessionToken,
    /// The session that the page was made for; its browser may have logged in anew since.
    made_for: Uuid,
    subscription: Subscription,
}

impl Auth {
    /// Subscribes a page of the session with this token. `made_for` is the id of the session that the page was made
    /// for. What has become of the session is the next thing to ask: [`LivePage::look`].
    pub fn live_page(&self, token: &SessionToken, made_for: Uuid, page: Option<PageId>) -> LivePage {
        let subscription = self.inner.listeners.subscribe(token.hashed(), page);
        LivePage { auth: self.clone(), token: token.clone(), made_for, subscription }
    }

    /// Tells every live page to connect again elsewhere: this server stops.
    pub fn stop_live_pages(&self) {
        self.inner.listeners.stop();
    }

    /// How many pages are live on this server.
    pub fn live_pages(&self) -> usize {
        self.inner.listeners.len()
    }
}

impl LivePage {
    /// Why the page has to leave, if its session is over; otherwise when to look again. A page that is only open does
    /// not count as use of its session.
    pub async fn look(&self) -> Result<Result<Timestamp, Notice>, Refused> {
        let (auth, now) = (&self.auth, self.auth.inner.clock.now());
        let (state, ends_at) = auth.look_at_session(&self.token, now).await?;
        Ok(match state {
            SessionState::Good(session) if session.id == self.made_for.to_string() => {
                Ok(ends_at.min(now + auth.inner.rules.live_look))
            }
            SessionState::Good(_) => Err(Notice::SessionReplaced),
            SessionState::Over(because) => Err(because),
            SessionState::Unknown => Err(Notice::LoggedOut),
        })
    }

    /// Waits for what the page is told: by word, or by a look at the latest when `look_at` comes. A database that is
    /// away for a while is no reason to leave.
    pub async fn told(&mut self, mut look_at: Timestamp) -> Told {
        let clock = self.auth.inner.clock.clone();
        let mut leave_at: Option<(Timestamp, Notice)> = None;
        loop {
            let next = leave_at.map_or(look_at, |(at, _)| at);
            select! {
                biased;
                word = self.subscription.words.recv() => match word {
                    Some(Word::Now(told)) => return told,
                    Some(Word::Later(because)) => leave_at = Some((clock.now() + SPARED_FOR, because)),
                    None => return Told::Reconnect,
                },
                () = clock.until(next) => match (leave_at, self.look().await) {
                    (Some((_, because)), _) | (None, Ok(Err(because))) => return Told::Leave(because),
                    (None, Ok(Ok(then))) => look_at = then,
                    (None, Err(refused)) => {
                        tracing::warn!("a live page could not be looked after: {refused}");
                        look_at = clock.now() + self.auth.inner.rules.live_look;
                    }
                },
            }
        }
    }
}
