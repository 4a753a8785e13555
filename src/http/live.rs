//! The WebSocket of a live page. It says one thing: that the page has to leave, and why.
//!
//! What it means that the line is closed is agreed in [`close_code`] and [`live_protocol`](crate::types::live_protocol).
//!
//! Every half minute the server pings, and says a dot, by which the page knows that the line is alive.

use super::{HttpState, cookie::Cookies, visitor};
use crate::{
    auth::{Auth, ClientIp, Clock, Closing, Error, LivePage, PageId, PageState, SessionToken},
    ids::SessionId,
    types::{EndReason, Timestamp, close_code, live_protocol::BEAT},
};
use axum::{
    extract::{
        Query, Request, State, WebSocketUpgrade,
        ws::{self, CloseFrame, Message, WebSocket},
    },
    response::Response,
};
use serde::{Deserialize, Deserializer, de};
use std::time::Duration;
use tokio::{select, time::timeout};
use uuid::Uuid;

/// Beats without any answer after which a page is given up.
const MOST_MISSED: u32 = 2;

/// Messages from a page between two beats. It has nothing to say but answers to pings.
const MOST_SAID: u32 = 8;

/// How long a page may take to say good-bye.
const FAREWELL: Duration = Duration::from_secs(2);

/// Nothing longer than a ping's answer is expected, so the buffers are small: there may be thousands.
const MOST_BYTES: usize = 256;

/// Which page connects.
#[derive(Deserialize)]
pub struct LiveQuery {
    /// The id of the session that the page was made for.
    #[serde(deserialize_with = "made_for")]
    session: SessionId,
    /// What the page calls itself.
    page: Option<Uuid>,
}

/// Reads the session that a page names.
pub(super) fn made_for<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SessionId, D::Error> {
    let text = String::deserialize(deserializer)?;
    SessionId::parse(&text).ok_or_else(|| de::Error::custom("no id of a session"))
}

/// How a page comes to its line, or why it has none.
enum Entry {
    /// It has a place.
    Live(LivePage),
    /// There is no room for another one.
    Full { auth: Auth, token: SessionToken, made_for: SessionId },
    /// It has to leave: without a cookie its browser has logged out meanwhile.
    Ended(EndReason),
}

/// `GET /sessions/live`, inside of [`own_sockets_only`](super::origin::own_sockets_only).
pub async fn live(
    State(state): State<HttpState>,
    Query(query): Query<LiveQuery>,
    upgrade: WebSocketUpgrade,
    mut request: Request,
) -> Response {
    let client = visitor::ip(&state, &mut request);
    let auth = &state.auth;
    // Whatever the page has to be told, it is told by the socket: a refusal to connect could not be told from a server
    // that is away.
    let page = query.page.map(PageId::from);
    let entry = match Cookies::read(request.headers(), &state.cookie_suffix).session {
        Some(token) => place(auth, token, query.session, page, client),
        None => Entry::Ended(EndReason::LoggedOut),
    };
    let clock = auth.clock().clone();
    let tasks = state.live_tasks.clone();
    let upgrade = upgrade
        .read_buffer_size(MOST_BYTES)
        .write_buffer_size(0)
        .max_write_buffer_size(4 * 1024)
        .max_message_size(MOST_BYTES)
        .max_frame_size(MOST_BYTES);
    upgrade.on_upgrade(move |socket| tasks.track_future(enter(socket, entry, clock)))
}

fn place(auth: &Auth, token: SessionToken, made_for: SessionId, page: Option<PageId>, client: ClientIp) -> Entry {
    match auth.live_page_of_client(&token, made_for, page, client) {
        Ok(live) => Entry::Live(live),
        Err(_) => Entry::Full { auth: auth.clone(), token, made_for },
    }
}

/// Stays with a page that has a place. Any other one is told why it has none, and dropped at once.
async fn enter(mut socket: WebSocket, entry: Entry, clock: Clock) {
    let farewell = match entry {
        Entry::Live(mut live) => match live.check().await {
            Ok(PageState::Stays { check_at }) => return stay(socket, &mut live, &clock, check_at).await,
            Ok(PageState::Leaves(because)) => ended(because),
            Err(error) => away(&error),
        },
        Entry::Full { auth, token, made_for } => match Box::pin(auth.page_state(&token, made_for)).await {
            Ok(PageState::Stays { .. }) => plain(close_code::TOO_MANY),
            Ok(PageState::Leaves(because)) => ended(because),
            Err(error) => away(&error),
        },
        Entry::Ended(because) => ended(because),
    };
    let _ = timeout(FAREWELL, socket.send(Message::Close(Some(farewell)))).await;
}

/// Stays with a page until it leaves or has to.
async fn stay(mut socket: WebSocket, live: &mut LivePage, clock: &Clock, check_at: Timestamp) {
    if let Some(farewell) = talk(&mut socket, live, clock, check_at).await
        && socket.send(Message::Close(Some(farewell))).await.is_ok()
    {
        // The page closes its side; what has not done so by then is cut off.
        let _ = timeout(FAREWELL, async { while let Some(Ok(_)) = socket.recv().await {} }).await;
    }
}

/// Keeps the line alive and waits for what the page is to be told; none when the page is gone.
async fn talk(socket: &mut WebSocket, live: &mut LivePage, clock: &Clock, check_at: Timestamp) -> Option<CloseFrame> {
    socket.send(Message::Text(".".into())).await.ok()?;
    let (mut missed, mut said, mut beat_at) = (0, 0, clock.now() + BEAT);
    let closing = live.closing(check_at);
    tokio::pin!(closing);
    loop {
        select! {
            biased;
            closing = &mut closing => return Some(match closing {
                Closing::Leave(because) => ended(because),
                Closing::Replaced => plain(close_code::REPLACED),
                Closing::Reconnect => plain(close_code::RESTART),
            }),
            () = clock.until(beat_at) => {
                missed += 1;
                if missed > MOST_MISSED {
                    return None;
                }
                (said, beat_at) = (0, clock.now() + BEAT);
                socket.send(Message::Ping(Default::default())).await.ok()?;
                socket.send(Message::Text(".".into())).await.ok()?;
            },
            message = socket.recv() => {
                message?.ok()?;
                (missed, said) = (0, said + 1);
                if said > MOST_SAID {
                    return Some(plain(ws::close_code::POLICY));
                }
            },
        }
    }
}

fn ended(because: EndReason) -> CloseFrame {
    CloseFrame { code: close_code::SESSION_ENDED, reason: because.as_str().into() }
}

fn away(error: &Error) -> CloseFrame {
    tracing::warn!("a live page could not be looked after: {error}");
    plain(close_code::AGAIN)
}

fn plain(code: u16) -> CloseFrame {
    CloseFrame { code, reason: "".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room_of<A, B, C, F: Future>(_: impl Fn(A, B, C) -> F) -> usize {
        size_of::<F>()
    }

    #[test]
    fn an_open_page_takes_little_room_while_it_waits() {
        let room = room_of(enter);
        assert!(room < 4 * 1024, "{room} bytes");
    }
}
