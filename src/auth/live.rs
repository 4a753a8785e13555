//! Live pages: open pages that are told when their session has ended.
//!
//! A page subscribes first and looks at its session then ([`Auth::live_page`], [`LivePage::check`]), so a log-out at any
//! moment is noticed: before the subscription by the look, after it by word. Word goes out once the end is committed,
//! to the pages of the ended sessions and to nobody else, also on other nodes (see `nodes`). Should word get lost all the
//! same, a look each minute finds out.

use super::{
    Auth, ClientIp, Closing, Error, PageId, SessionState, SessionToken,
    listeners::{Subscription, TooManyPages, Word},
};
use crate::{
    ids::SessionId,
    types::{EndReason, Timestamp},
};
use std::time::Duration;
use tokio::select;

/// How long the page that acts is left to go where its form says, before it is told like any other.
const SPARED_FOR: Duration = Duration::from_secs(10);

/// How the session of a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageState {
    /// It is good: the page stays, and is checked again then at the latest.
    Stays {
        /// When.
        check_at: Timestamp,
    },
    /// It has ended, for this reason, and the page leaves.
    Leaves(EndReason),
}

/// An open page that has subscribed.
pub struct LivePage {
    auth: Auth,
    token: SessionToken,
    /// The session that the page was made for; its browser may have logged in anew since.
    made_for: SessionId,
    subscription: Subscription,
}

impl Auth {
    /// Subscribes a page of the session with this token. `made_for` is the id of the session that the page was made
    /// for. What has become of the session is the next thing to ask: [`LivePage::check`].
    pub fn live_page(&self, token: &SessionToken, made_for: SessionId, page: Option<PageId>) -> LivePage {
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
        made_for: SessionId,
        page: Option<PageId>,
        client: ClientIp,
    ) -> Result<LivePage, TooManyPages> {
        let bounds = &self.inner.live_pages;
        let subscription = self.inner.listeners.subscribe_within(bounds, token.hashed(), page, client.network())?;
        Ok(LivePage { auth: self.clone(), token: token.clone(), made_for, subscription })
    }

    /// Returns how the session stands of a page that this token names: for a page that asks by itself, or for which there
    /// is no room. One whose session has ended must not come again.
    ///
    /// # Errors
    /// The database fails.
    #[tracing::instrument(skip_all)]
    pub async fn page_state(&self, token: &SessionToken, made_for: SessionId) -> Result<PageState, Error> {
        let now = self.inner.clock.now();
        let (state, ends_at) = self.peek_session(token, now).await?;
        Ok(match state {
            SessionState::Good(session) if session.id == made_for => {
                PageState::Stays { check_at: ends_at.min(now + self.inner.rules.live_check) }
            }
            SessionState::Good(_) => PageState::Leaves(EndReason::SessionReplaced),
            SessionState::Ended(because) => PageState::Leaves(because),
            SessionState::Unknown => PageState::Leaves(EndReason::LoggedOut),
        })
    }

    /// Waits until the session with this token and id has ended, or this server stops.
    pub async fn session_ended(&self, token: &SessionToken, id: SessionId) {
        let mut page = self.live_page(token, id, None);
        let check_at = match page.check().await {
            Ok(PageState::Leaves(_)) => return,
            Ok(PageState::Stays { check_at }) => check_at,
            Err(_) => self.inner.clock.now() + self.inner.rules.live_check,
        };
        page.closing(check_at).await;
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
    /// Returns how the page's session stands. A page that is only open does not count as use of its session.
    ///
    /// # Errors
    /// The database fails.
    pub async fn check(&self) -> Result<PageState, Error> {
        // Boxed, so that its room goes with its answer: pages wait for hours, and there may be thousands.
        Box::pin(self.auth.page_state(&self.token, self.made_for)).await
    }

    /// Waits for what the page is told: by word, or by a look at the latest when `check_at` comes. A database that is
    /// away for a while is no reason to leave.
    pub async fn closing(&mut self, mut check_at: Timestamp) -> Closing {
        let clock = self.auth.inner.clock.clone();
        let mut leave_at: Option<(Timestamp, EndReason)> = None;
        loop {
            let next = leave_at.map_or(check_at, |(at, _)| at);
            select! {
                biased;
                word = self.subscription.words.recv() => match word {
                    Some(Word::Now(closing)) => return closing,
                    Some(Word::Later(because)) => leave_at = Some((clock.now() + SPARED_FOR, because)),
                    None => return Closing::Reconnect,
                },
                () = clock.until(next) => match (leave_at, self.check().await) {
                    (Some((_, because)), _) | (None, Ok(PageState::Leaves(because))) => return Closing::Leave(because),
                    (None, Ok(PageState::Stays { check_at: then })) => check_at = then,
                    (None, Err(error)) => {
                        tracing::warn!("a live page could not be looked after: {error}");
                        check_at = clock.now() + self.auth.inner.rules.live_check;
                    }
                },
            }
        }
    }
}
