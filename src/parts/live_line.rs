//! The line between a live page and the server: a WebSocket that is kept up, or a question once a minute where none
//! comes up.

use super::{
    start::{every, listen},
    waiting_tab::ask,
};
use crate::types::{
    EndReason, close_code,
    live_protocol::{ASK_EVERY, DOUBTFUL_AFTER, SILENT_FOR},
};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CloseEvent, Event, MessageEvent, WebSocket};

/// How often silence is looked for; also how a machine that has slept notices.
const POLL_EVERY: Duration = Duration::from_secs(10);
/// Pauses between attempts grow from here to there, each cut at random, so that a restarted server is not run over.
const FIRST_PAUSE: f64 = 1_000.0;
const LONGEST_PAUSE: f64 = 60_000.0;
/// How long a page that is one too many leaves the server alone before it tries a socket again, at the most.
const REFUSED_PAUSE: f64 = 300_000.0;

/// Where a page connects and asks.
#[derive(Clone)]
pub(super) struct Ends {
    /// The path of the WebSocket.
    pub(super) socket: String,
    /// The path of the question.
    pub(super) poll: String,
}

/// A page's line, and how it stands.
pub(super) struct Line {
    ends: Ends,
    /// The session that the page was made for.
    session: String,
    /// What the page calls itself, so that the page that acts can be told from others of its session.
    page: String,
    /// What happens when the session has ended, with the word that says why.
    leave: Box<dyn Fn(&str)>,
    socket: RefCell<Option<Socket>>,
    heard_at: Cell<f64>,
    /// When the server last said that the session is good, or was asked.
    asked_at: Cell<f64>,
    /// Whether any socket of this page has brought word of the server.
    came_up: Cell<bool>,
    /// Until when a refused page tries no socket because of silence.
    rests_until: Cell<f64>,
    attempts: Cell<u32>,
    /// Counts connections; a timer of an earlier one does nothing.
    generation: Cell<u32>,
    ended: Cell<bool>,
}

/// An open socket with its handlers; dropped, it closes and is not heard of again.
struct Socket {
    socket: WebSocket,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        let _ = self.socket.close();
    }
}

impl Line {
    pub(super) fn new(ends: Ends, session: String, page: String, leave: impl Fn(&str) + 'static) -> Rc<Self> {
        Rc::new(Self {
            ends,
            session,
            page,
            leave: Box::new(leave),
            socket: RefCell::default(),
            heard_at: Cell::new(0.0),
            asked_at: Cell::new(js_sys::Date::now()),
            came_up: Cell::new(false),
            rests_until: Cell::new(0.0),
            attempts: Cell::new(0),
            generation: Cell::new(0),
            ended: Cell::new(false),
        })
    }

    /// Connects, and keeps connected until the current owner is cleaned up.
    pub(super) fn keep_up(self: &Rc<Self>) {
        self.connect();
        let line = self.clone();
        every(POLL_EVERY, move || {
            line.doubt(SILENT_FOR);
            line.poll();
        });
        for event in ["visibilitychange", "online", "focus"] {
            let line = self.clone();
            listen(&window(), event, move |_: Event| {
                if !document().hidden() {
                    line.doubt(DOUBTFUL_AFTER);
                    line.poll();
                }
            });
        }
        let line = StoredValue::new_local(self.clone());
        on_cleanup(move || {
            line.with_value(|line| {
                line.ended.set(true);
                line.close();
            });
        });
    }

    /// Closes the socket that there is.
    pub(super) fn close(&self) {
        self.socket.take();
    }

    /// Connects, in place of whatever socket there was.
    fn connect(self: &Rc<Self>) {
        if self.ended.get() {
            return;
        }
        self.close();
        self.generation.set(self.generation.get().wrapping_add(1));
        self.heard_at.set(js_sys::Date::now());
        let Ok(socket) = WebSocket::new(&self.address()) else { return self.try_again() };
        let line = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_: MessageEvent| {
            line.hears();
            line.attempts.set(0);
        });
        let line = self.clone();
        let on_close = Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| match event.code() {
            close_code::SESSION_ENDED => line.end(&event.reason()),
            close_code::REPLACED => (),
            close_code::TOO_MANY => {
                line.came_up.set(true);
                line.rests_until.set(js_sys::Date::now() + REFUSED_PAUSE);
                line.try_again_within(REFUSED_PAUSE);
            }
            _ => line.try_again(),
        });
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        self.socket.replace(Some(Socket { socket, _on_message: on_message, _on_close: on_close }));
    }

    /// The server has said something by the socket.
    fn hears(&self) {
        let now = js_sys::Date::now();
        self.heard_at.set(now);
        self.asked_at.set(now);
        self.came_up.set(true);
    }

    fn end(&self, because: &str) {
        if !self.ended.replace(true) {
            (self.leave)(because);
        }
    }

    /// Asks by fetch, where nothing was heard for a minute: a proxy may keep sockets away, or there are too many.
    fn poll(self: &Rc<Self>) {
        let now = js_sys::Date::now();
        if self.ended.get() || now - self.asked_at.get() < millis(ASK_EVERY) {
            return;
        }
        self.asked_at.set(now);
        let socket = if self.came_up.get() { "" } else { "&socket=none" };
        let (line, path) = (self.clone(), format!("{}?session={}{socket}", self.ends.poll, self.session));
        spawn_local(async move {
            // A proxy may answer anything; only a reason is one.
            if let Some(because) = ask(&path).await.and_then(|word| EndReason::parse(&word)) {
                line.end(because.as_str());
            }
        });
    }

    fn address(&self) -> String {
        let location = window().location();
        let scheme = if location.protocol().is_ok_and(|protocol| protocol == "https:") { "wss" } else { "ws" };
        let host = location.host().unwrap_or_default();
        let page = if self.page.is_empty() { String::new() } else { format!("&page={}", self.page) };
        format!("{scheme}://{host}{}?session={}{page}", self.ends.socket, self.session)
    }

    /// Connects again after a pause.
    fn try_again(self: &Rc<Self>) {
        let attempts = self.attempts.get();
        self.attempts.set(attempts.saturating_add(1));
        self.try_again_within((FIRST_PAUSE * f64::from(1_u32 << attempts.min(6))).min(LONGEST_PAUSE));
    }

    /// Connects again after a part of so many milliseconds, a fifth of them at the least.
    fn try_again_within(self: &Rc<Self>, pause: f64) {
        let pause = pause * (0.2 + 0.8 * js_sys::Math::random());
        let (line, generation) = (self.clone(), self.generation.get());
        let again = move || {
            if line.generation.get() == generation {
                line.connect();
            }
        };
        set_timeout(again, Duration::from_millis(pause as u64));
    }

    /// Connects anew when nothing was heard for so long (milliseconds).
    fn doubt(self: &Rc<Self>, silent_for: Duration) {
        let now = js_sys::Date::now();
        if now - self.heard_at.get() > millis(silent_for) && now >= self.rests_until.get() {
            self.connect();
        }
    }
}

/// Returns a time as the browser's clock counts.
fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
