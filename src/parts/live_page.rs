//! A page that leaves when its session ends.

use super::waiting_tab::ask;
use crate::types::{Notice, Paths, SessionInfo, close_code};
use leptos::{ev, prelude::*, task::spawn_local};
use std::{cell::Cell, cell::RefCell, rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CloseEvent, HtmlElement, HtmlFormElement, MessageEvent, PageTransitionEvent, WebSocket};

/// The element that the island reads, and what it shows at the end.
const ID: &str = "live-page";
const ENDED: &str = "session-ended";

/// The server says something every 30 seconds; a line that was silent for so long is dead.
const SILENT_FOR: f64 = 70_000.0;
/// The same for a page that comes back into sight: better to connect once too often than to show what is over.
const DOUBTFUL_AFTER: f64 = 40_000.0;
/// How often silence is looked for; also how a machine that has slept notices.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Pauses between attempts grow from here to there, each cut at random, so that a restarted server is not run over.
const FIRST_PAUSE: f64 = 1_000.0;
const LONGEST_PAUSE: f64 = 60_000.0;
/// A page that has heard nothing of its session for so long asks by fetch: where no socket comes up, once a minute.
const ASK_EVERY: f64 = 60_000.0;
/// How long a page that is one too many leaves the server alone before it tries a socket again, at the most.
const REFUSED_PAUSE: f64 = 300_000.0;
/// How long the page says why before it leaves.
const FAREWELL: Duration = Duration::from_millis(600);
/// A form whose answer has not come by then leads nowhere any more.
const ANSWER_BY: Duration = Duration::from_secs(15);

/// Keeps the page connected, and leaves for the log-in page, saying why, as soon as its session ends: logged out in
/// another tab or on another device, everywhere, or by time. Put it at the end of every page that shows something of
/// somebody logged in. Without scripts the next click finds out.
#[component]
pub fn LivePage(
    /// The session that the page is made for.
    session: SessionInfo,
    /// Where things are.
    paths: Paths,
    /// Where the page goes when it comes back from the browser's memory; empty: it loads itself anew.
    #[prop(optional)]
    comes_back_to: String,
) -> impl IntoView {
    let reasons: Vec<_> = Notice::ENDS
        .into_iter()
        .map(|because| view! { <p data-because=because.as_str() hidden>{because.words()}</p> })
        .collect();
    view! {
        <div
            id=ID
            data-session=session.id
            data-path=paths.live(&[])
            data-look=paths.live_look(&[])
            data-log-in=paths.log_in(&[])
            data-comes-back-to=comes_back_to
        >
            <div id=ENDED class="ended" role="alert" hidden>
                <div class="card">
                    <p class="title" role="heading" aria-level="1">"You are logged out"</p>
                    {reasons}
                    <a class="button" href=paths.log_in(&[])>"Log in"</a>
                </div>
            </div>
            <LiveSocket />
        </div>
    }
}

#[island]
fn LiveSocket() -> impl IntoView {
    Effect::new(|| {
        let Some(around) = document().get_element_by_id(ID) else { return };
        let attribute = |name| around.get_attribute(name).unwrap_or_default();
        let page = Rc::new(Page {
            session: attribute("data-session"),
            path: attribute("data-path"),
            look_path: attribute("data-look"),
            log_in: attribute("data-log-in"),
            comes_back_to: attribute("data-comes-back-to"),
            id: window().crypto().map(|crypto| crypto.random_uuid()).unwrap_or_default(),
            line: RefCell::default(),
            heard_at: Cell::new(0.0),
            asked_at: Cell::new(js_sys::Date::now()),
            came_up: Cell::new(false),
            rests_until: Cell::new(0.0),
            attempts: Cell::new(0),
            generation: Cell::new(0),
            over: Cell::new(false),
        });
        page.connect();
        page.listen();
    });
}

/// This page: what it is, and how its line stands.
struct Page {
    session: String,
    path: String,
    look_path: String,
    log_in: String,
    comes_back_to: String,
    /// What it calls itself, so that the page that acts can be told from others of its session.
    id: String,
    line: RefCell<Option<Line>>,
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
    over: Cell<bool>,
}

/// An open socket with its handlers; dropped, it closes and is not heard of again.
struct Line {
    socket: WebSocket,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        let _ = self.socket.close();
    }
}

impl Page {
    /// Connects, in place of whatever line there was.
    fn connect(self: &Rc<Self>) {
        if self.over.get() {
            return;
        }
        self.line.take();
        self.generation.set(self.generation.get().wrapping_add(1));
        self.heard_at.set(js_sys::Date::now());
        let Ok(socket) = WebSocket::new(&self.address()) else { return self.try_again() };
        let page = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            page.hears();
            page.attempts.set(0);
        });
        let page = self.clone();
        let on_close = Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| match event.code() {
            close_code::SESSION_OVER => page.leave(&event.reason()),
            close_code::REPLACED => (),
            close_code::TOO_MANY => {
                page.came_up.set(true);
                page.rests_until.set(js_sys::Date::now() + REFUSED_PAUSE);
                page.try_again_within(REFUSED_PAUSE);
            }
            _ => page.try_again(),
        });
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        self.line.replace(Some(Line { socket, _on_message: on_message, _on_close: on_close }));
    }

    /// The server has said something by the socket.
    fn hears(&self) {
        let now = js_sys::Date::now();
        self.heard_at.set(now);
        self.asked_at.set(now);
        self.came_up.set(true);
    }

    /// Asks by fetch, where nothing was heard for a minute: a proxy may keep sockets away, or there are too many.
    fn look_slowly(self: &Rc<Self>) {
        let now = js_sys::Date::now();
        if self.over.get() || now - self.asked_at.get() < ASK_EVERY {
            return;
        }
        self.asked_at.set(now);
        let socket = if self.came_up.get() { "" } else { "&socket=none" };
        let (page, path) = (self.clone(), format!("{}?session={}{socket}", self.look_path, self.session));
        spawn_local(async move {
            // A proxy may answer anything; only a reason is one.
            if let Some(word) = ask(&path).await.filter(|word| Notice::ENDS.iter().any(|ends| ends.as_str() == word)) {
                page.leave(&word);
            }
        });
    }

    fn address(&self) -> String {
        let location = window().location();
        let scheme = if location.protocol().is_ok_and(|protocol| protocol == "https:") { "wss" } else { "ws" };
        let host = location.host().unwrap_or_default();
        let page = if self.id.is_empty() { String::new() } else { format!("&page={}", self.id) };
        format!("{scheme}://{host}{}?session={}{page}", self.path, self.session)
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
        let (page, generation) = (self.clone(), self.generation.get());
        let again = move || {
            if page.generation.get() == generation {
                page.connect();
            }
        };
        set_timeout(again, Duration::from_millis(pause as u64));
    }

    /// Listens to what may mean that the line is dead, or that the page goes.
    fn listen(self: &Rc<Self>) {
        let page = self.clone();
        let look = move || {
            page.doubt(SILENT_FOR);
            page.look_slowly();
        };
        let _ = set_interval_with_handle(look, LOOK_EVERY);
        for event in ["visibilitychange", "online", "focus"] {
            let page = self.clone();
            // The island lives as long as its page, so nothing is taken away again.
            let _ = window_event_listener_untyped(event, move |_| {
                if !document().hidden() {
                    page.doubt(DOUBTFUL_AFTER);
                    page.look_slowly();
                }
            });
        }
        let page = self.clone();
        let _ = window_event_listener(ev::submit, move |event| {
            if let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
                page.sign(&form);
            }
        });
        let page = self.clone();
        let _ = window_event_listener_untyped("pagehide", move |event| {
            page.line.take();
            // Kept in the browser's memory, it would show itself for a moment before it asks the server anew.
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted)
                && let Some(body) = document().body()
            {
                let _ = body.set_attribute("hidden", "");
            }
        });
        let page = self.clone();
        let _ = window_event_listener_untyped("pageshow", move |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                page.ask_anew();
            }
        });
    }

    /// Back from the browser's memory, where it may have outlived its session: the server is asked anew.
    fn ask_anew(&self) {
        let location = window().location();
        let _ = match self.comes_back_to.as_str() {
            "" => location.reload(),
            path => location.replace(path),
        };
    }

    /// Connects anew when nothing was heard for so long (milliseconds).
    fn doubt(self: &Rc<Self>, silent_for: f64) {
        let now = js_sys::Date::now();
        if now - self.heard_at.get() > silent_for && now >= self.rests_until.get() {
            self.connect();
        }
    }

    /// Lets a form say which page it was sent from.
    fn sign(&self, form: &HtmlFormElement) {
        if self.id.is_empty() || form.query_selector("input[name=page]").ok().flatten().is_some() {
            return;
        }
        if let Ok(field) = document().create_element("input") {
            for (name, value) in [("type", "hidden"), ("name", "page"), ("value", self.id.as_str())] {
                let _ = field.set_attribute(name, value);
            }
            let _ = form.append_child(&field);
        }
    }

    /// Removes what the page showed, says why, and leaves. A form that is on its way leads on by itself.
    fn leave(&self, because: &str) {
        if self.over.replace(true) {
            return;
        }
        let in_flight = document().query_selector("form[data-submitted]").ok().flatten().is_some();
        say_farewell(because);
        let location = window().location();
        let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
        let return_to = String::from(js_sys::encode_uri_component(&here));
        let log_in = format!("{}?notice={because}&return_to={return_to}", self.log_in);
        let go = move || {
            let _ = window().location().replace(&log_in);
        };
        set_timeout(go, if in_flight { ANSWER_BY } else { FAREWELL });
    }
}

fn say_farewell(because: &str) {
    let (Some(body), Some(ended)) = (document().body(), document().get_element_by_id(ENDED)) else { return };
    body.replace_children_with_node_1(&ended);
    document().set_title("You are logged out");
    let words = Notice::ENDS.into_iter().find(|ends| ends.as_str() == because);
    if let Some(word) = words.map(Notice::as_str)
        && let Ok(Some(words)) = ended.query_selector(&format!("[data-because={word}]"))
    {
        let _ = words.remove_attribute("hidden");
    }
    let _ = ended.remove_attribute("hidden");
    let _ = ended.unchecked_ref::<HtmlElement>().set_attribute("data-shown", "");
}
