//! The WebSocket of a live page. It says one thing: that the page has to leave, and why.
//!
//! | close code | means |
//! |---|---|
//! | 4001 | the session is over; the reason is the word of a `Notice` |
//! | 4002 | the same page has connected anew |
//! | 1012 | this server stops: connect again |
//! | 1013 | the database is away: connect again later |
//!
//! Every half minute the server pings, and says a dot, by which the page knows that the line is alive.

use super::{HttpState, cookie::Cookies};
use crate::{
    auth::{Clock, LivePage, PageId, Told},
    types::{Notice, Timestamp},
};
use axum::{
    extract::{
        Query, State, WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket, close_code},
    },
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use std::time::Duration;
use tokio::{select, time::timeout};
use uuid::Uuid;

/// Below what proxies and mobile networks let an idle connection live.
const BEAT: Duration = Duration::from_secs(30);

/// Beats without any answer after which a page is given up.
const MOST_MISSED: u32 = 2;

/// Messages from a page between two beats. It has nothing to say but answers to pings.
const MOST_SAID: u32 = 8;

/// How long a page may take to say good-bye.
const FAREWELL: Duration = Duration::from_secs(2);

/// Nothing longer than a ping's answer is expected, so the buffers are small: there may be thousands.
const MOST_BYTES: usize = 256;

const OVER: u16 = 4001;
const REPLACED: u16 = 4002;

/// Which page connects.
#[derive(Deserialize)]
pub struct Which {
    /// The id of the session that the page was made for.
    session: Uuid,
    /// What the page calls itself.
    page: Option<Uuid>,
}

/// `GET /sessions/live`, inside of [`own_sockets_only`](super::origin::own_sockets_only).
pub async fn live(
    State(state): State<HttpState>,
    headers: HeaderMap,
    Query(which): Query<Which>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let auth = &state.auth;
    // No cookie: the browser has logged out meanwhile. It is told so like any other, by the socket: a refusal to
    // connect could not be told from a server that is away.
    let page = which.page.map(PageId::from);
    let token = Cookies::read(&headers).session;
    let live = token.map(|token| auth.live_page(&token, which.session, page));
    let clock = auth.clock().clone();
    let tasks = state.live_tasks.clone();
    let upgrade = upgrade
        .read_buffer_size(MOST_BYTES)
        .write_buffer_size(0)
        .max_write_buffer_size(4 * 1024)
        .max_message_size(MOST_BYTES)
        .max_frame_size(MOST_BYTES);
    upgrade.on_upgrade(move |socket| tasks.track_future(stay(socket, live, clock)))
}

/// Stays with a page until it leaves or has to.
async fn stay(mut socket: WebSocket, live: Option<LivePage>, clock: Clock) {
    let farewell = match live {
        Some(mut live) => match live.look().await {
            Ok(Ok(look_at)) => talk(&mut socket, &mut live, &clock, look_at).await,
            Ok(Err(because)) => Some(over(because)),
            Err(refused) => {
                tracing::warn!("a live page could not be looked after: {refused}");
                Some(CloseFrame { code: close_code::AGAIN, reason: "".into() })
            }
        },
        None => Some(over(Notice::LoggedOut)),
    };
    if let Some(farewell) = farewell
        && socket.send(Message::Close(Some(farewell))).await.is_ok()
    {
        // The page closes its side; what has not done so by then is cut off.
        let _ = timeout(FAREWELL, async { while let Some(Ok(_)) = socket.recv().await {} }).await;
    }
}

/// Keeps the line alive and waits for what the page is to be told; none when the page is gone.
async fn talk(socket: &mut WebSocket, live: &mut LivePage, clock: &Clock, look_at: Timestamp) -> Option<CloseFrame> {
    socket.send(Message::Text(".".into())).await.ok()?;
    let (mut missed, mut said, mut beat_at) = (0, 0, clock.now() + BEAT);
    let told = live.told(look_at);
    tokio::pin!(told);
    loop {
        select! {
            biased;
            told = &mut told => return Some(match told {
                Told::Leave(because) => over(because),
                Told::Replaced => CloseFrame { code: REPLACED, reason: "".into() },
                Told::Reconnect => CloseFrame { code: close_code::RESTART, reason: "".into() },
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
                    return Some(CloseFrame { code: close_code::POLICY, reason: "".into() });
                }
            },
        }
    }
}

fn over(because: Notice) -> CloseFrame {
    CloseFrame { code: OVER, reason: because.as_str().into() }
}
