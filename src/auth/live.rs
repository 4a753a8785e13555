//! Live pages: open pages that are told when their session has ended.
//!
//! A page subscribes first and looks at its session then ([`Auth::live_page`], [`LivePage::look`]), so a log-out at any
//! moment is noticed: before the subscription by the look, after it by word. Word goes out once the end is committed,
//! to the pages of the ended sessions and to nobody else, also on other nodes (see `nodes`). Should word get lost all the
//! same, a look each minute finds out.

use super::{
    Auth, ClientIp, Refused, SessionState, SessionToken,
    listeners::{Subscription, Word},
};
use crate::types::{Notice, Timestamp};
use std::time::Duration;
use tokio::select;
use uuid::Uuid;

pub(super) use super::listeners::{Ending, Listeners};
pub use super::listeners::{LivePageBounds, TooManyPages};

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
        let subscription = self.inner.listeners.subscribe(token.hashed(), page, None);
        LivePage { auth: self.clone(), token: token.clone(), made_for, subscription }
    }

    /// Does the same for a page that this client has opened, if there is room for it.
    ///
    /// # Errors
    /// [`TooManyPages`] when the session, the client or this server holds as many as it may.
    pub fn live_page_of_client(
        &self,
        token: &SessionToken,
        made_for: Uuid,
        page: Option<PageId>,
        client: ClientIp,
    ) -> Result<LivePage, TooManyPages> {
        let bounds = &self.inner.live_pages;
        let subscription = self.inner.listeners.subscribe_within(bounds, token.hashed(), page, client.network())?;
        Ok(LivePage { auth: self.clone(), token: token.clone(), made_for, subscription })
    }

    /// Why the page of a session that this token names has to leave, or `None` when the session is good. For a page for
    /// which there is no room: one that is over must not come again.
    ///
    /// # Errors
    /// The database fails.
    #[tracing::instrument(skip_all)]
    pub async fn why_page_leaves(&self, token: &SessionToken, made_for: Uuid) -> Result<Option<Notice>, Refused> {
        Ok(self.look_at_page(token, made_for).await?.err())
    }

    async fn look_at_page(&self, token: &SessionToken, made_for: Uuid) -> Result<Result<Timestamp, Notice>, Refused> {
        let now = self.inner.clock.now();
        let (state, ends_at) = self.look_at_session(token, now).await?;
        Ok(match state {
            SessionState::Good(session) if session.id == made_for.to_string() => {
                Ok(ends_at.min(now + self.inner.rules.live_look))
            }
            SessionState::Good(_) => Err(Notice::SessionReplaced),
            SessionState::Over(because) => Err(because),
            SessionState::Unknown => Err(Notice::LoggedOut),
        })
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
        self.auth.look_at_page(&self.token, self.made_for).await
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
