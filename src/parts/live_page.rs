//! A page that leaves when its session ends.

use super::{
    forms::{one_is_on_its_way, our_form},
    live_line::{Ends, Line},
    start::listen,
    texts::{self, PartText, say},
};
use crate::{
    here,
    types::{EndReason, Paths},
};
use leptos::{attr::custom::custom_attribute, prelude::*};
use std::{cell::RefCell, time::Duration};
use web_sys::{Element, HtmlFormElement, PageTransitionEvent, SubmitEvent};

/// How long the page says why before it leaves.
const FAREWELL: Duration = Duration::from_millis(600);
/// A form whose answer has not come by then leads nowhere any more.
const ANSWER_BY: Duration = Duration::from_secs(15);

/// Keeps the page connected, and leaves for the log-in page, saying why, as soon as its session ends: logged out in
/// another tab or on another device, everywhere, or by time. Put it at the end of every page that shows something of
/// somebody logged in; of several on one page one is at work. Without scripts the next click finds out.
///
/// ```
/// # use leptos::prelude::*;
/// use leptos_magic_auth::LivePage;
///
/// #[component]
/// fn Page() -> impl IntoView {
///     view! { <p>"Your notes"</p> <LivePage /> }
/// }
/// ```
#[component]
pub fn LivePage(
    /// Where the page goes when it comes back from the browser's memory. Empty: it loads itself anew.
    #[prop(optional)]
    comes_back_to: String,
) -> impl IntoView {
    super::start();
    // The server alone knows this. In the browser the attributes are `None`, and what the server wrote stays.
    let visit = here::visit();
    let session = visit.is_known().then(|| visit.session.map_or_else(String::new, |session| session.id));
    let paths = here::paths();
    let path = |path: fn(&Paths) -> String| paths.as_ref().map(path);
    let reasons: Vec<_> = EndReason::ALL
        .iter()
        .map(|because| view! { <p data-because=because.as_str() hidden>{say(farewell(*because))}</p> })
        .collect();
    view! {
        <div
            data-magic-auth="live-page"
            data-magic-auth-texts=texts::all()
            data-session=session
            data-path=path(|paths| paths.live(&[]))
            data-look=path(|paths| paths.live_check(&[]))
            data-log-in=path(|paths| paths.log_in(&[]))
            data-comes-back-to=(!comes_back_to.is_empty()).then_some(comes_back_to)
        >
            <div data-farewell class="magic-auth-ended" role="alert" hidden>
                <div class="magic-auth-card">
                    <p {..custom_attribute("aria-level", "1")} class="magic-auth-title" role="heading">
                        {say(texts::YOU_ARE_LOGGED_OUT)}
                    </p>
                    {reasons}
                    <a class="magic-auth-button" rel="external" href=path(|paths| paths.log_in(&[]))>{say(texts::LOG_IN)}</a>
                </div>
            </div>
        </div>
    }
}

/// What is said of a session that has ended.
fn farewell(because: EndReason) -> PartText {
    match because {
        EndReason::LoggedOut => texts::ENDED_LOGGED_OUT,
        EndReason::LoggedOutEverywhere => texts::ENDED_EVERYWHERE,
        EndReason::SessionEnded => texts::ENDED_ELSEWHERE,
        EndReason::AddressChanging => texts::ENDED_ADDRESS_CHANGING,
        EndReason::AddressChanged => texts::ENDED_ADDRESS_CHANGED,
        EndReason::ChangeUndone => texts::ENDED_CHANGE_UNDONE,
        EndReason::SessionExpired => texts::ENDED_EXPIRED,
        EndReason::SessionReplaced => texts::ENDED_REPLACED,
    }
}

/// What is known of the session that this page shows, and where things are.
#[derive(Clone)]
struct Known {
    session: Option<String>,
    ends: Ends,
    log_in: String,
}

thread_local! {
    /// What the page's first live part has brought along or heard. One that is built in the browser brings nothing.
    static KNOWN: RefCell<Option<Known>> = const { RefCell::new(None) };
}

/// Remembers the session of this page.
pub(super) fn learn(session: &str) {
    KNOWN.with_borrow_mut(|known| {
        if let Some(known) = known {
            known.session = Some(session.to_owned());
        }
    });
}

fn known(around: &Element) -> Known {
    let attribute = |name| around.get_attribute(name).unwrap_or_default();
    if let Some(session) = around.get_attribute("data-session") {
        let ends = Ends { socket: attribute("data-path"), poll: attribute("data-look") };
        let known = Known { session: Some(session), ends, log_in: attribute("data-log-in") };
        KNOWN.replace(Some(known));
    }
    KNOWN.with_borrow_mut(|known| {
        let paths = Paths::default();
        known
            .get_or_insert_with(|| Known {
                session: None,
                ends: Ends { socket: paths.live, poll: paths.live_check },
                log_in: paths.log_in,
            })
            .clone()
    })
}

/// Connects the page. What it shows is somebody's, unless the server has said that nobody is logged in.
pub(super) fn wake(around: Element) {
    let Known { session, ends, log_in } = known(&around);
    if session.as_deref() == Some("") {
        return;
    }
    let page = window().crypto().map(|crypto| crypto.random_uuid()).unwrap_or_default();
    let ended = around.clone();
    let line = Line::new(ends, session, page.clone(), move |because| leave(&ended, &log_in, because));
    line.keep_up();

    listen(&window(), "submit", move |event: SubmitEvent| {
        if let Some(form) = our_form(&event) {
            sign(&form, &page);
        }
    });
    listen(&window(), "pagehide", move |event: PageTransitionEvent| {
        line.close();
        // Kept in the browser's memory, it would show itself for a moment before it asks the server anew.
        if event.persisted()
            && let Some(body) = document().body()
        {
            let _ = body.set_attribute("hidden", "");
        }
    });
    let comes_back_to = around.get_attribute("data-comes-back-to").unwrap_or_default();
    listen(&window(), "pageshow", move |event: PageTransitionEvent| {
        if event.persisted() {
            ask_anew(&comes_back_to);
        }
    });
}

/// Back from the browser's memory, where it may have outlived its session: the server is asked anew.
fn ask_anew(comes_back_to: &str) {
    let location = window().location();
    let _ = match comes_back_to {
        "" => location.reload(),
        path => location.replace(path),
    };
}

/// Lets a form say which page it was sent from.
fn sign(form: &HtmlFormElement, page: &str) {
    if page.is_empty() || form.query_selector("input[name=page]").ok().flatten().is_some() {
        return;
    }
    if let Ok(field) = document().create_element("input") {
        for (name, value) in [("type", "hidden"), ("name", "page"), ("value", page)] {
            let _ = field.set_attribute(name, value);
        }
        let _ = form.append_child(&field);
    }
}

/// Removes what the page showed, says why, and leaves. A form that is on its way leads on by itself.
fn leave(around: &Element, log_in: &str, because: &str) {
    let in_flight = one_is_on_its_way();
    let location = window().location();
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let return_to = String::from(js_sys::encode_uri_component(&here));
    let log_in = format!("{log_in}?notice={because}&return_to={return_to}");
    say_farewell(around, &log_in, because);
    let go = move || {
        let _ = window().location().replace(&log_in);
    };
    set_timeout(go, if in_flight { ANSWER_BY } else { FAREWELL });
}

fn say_farewell(around: &Element, log_in: &str, because: &str) {
    let Some(body) = document().body() else { return };
    body.replace_children_with_node_1(around);
    let part = |selector: &str| around.query_selector(selector).ok().flatten();
    if let Some(title) = part(".magic-auth-title") {
        document().set_title(title.text_content().unwrap_or_default().trim());
    }
    // Only of the words that are there is one shown.
    if let Some(because) = EndReason::parse(because)
        && let Some(words) = part(&format!("[data-because={}]", because.as_str()))
    {
        let _ = words.remove_attribute("hidden");
    }
    if let Some(link) = part("a") {
        let _ = link.set_attribute("href", log_in);
    }
    if let Some(ended) = part("[data-farewell]") {
        let _ = ended.remove_attribute("hidden");
        let _ = ended.set_attribute("data-shown", "");
    }
}
