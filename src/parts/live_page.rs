//! A page that leaves when its session ends.

use super::{
    forms::{one_is_on_its_way, our_form},
    live_line::{Ends, Line},
    session,
    start::listen,
    texts,
};
use crate::{
    here,
    types::{EndReason, Notice, Paths, VisitPaths},
};
use leptos::{attr::custom::custom_attribute, html::Div, prelude::*};
use std::time::Duration;
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
    let around = NodeRef::<Div>::new();
    if !here::IS_SERVER {
        session::guide_live_page(around);
    }
    // The server alone knows this. In the browser the attributes are `None`, and what the server wrote stays.
    let visit = here::visit();
    let session = visit.is_known().then(|| visit.session.map_or_else(String::new, |session| session.id));
    let paths = here::paths();
    let path = |path: fn(&Paths) -> String| paths.as_ref().map(path);
    let reasons: Vec<_> = EndReason::ALL
        .iter()
        .map(|because| view! { <p data-because=because.as_str() hidden>{texts::notice_words(Notice::from(*because))}</p> })
        .collect();
    view! {
        <div
            node_ref=around
            data-magic-auth="live-page"
            data-session=session
            data-path=path(|paths| paths.live(&[]))
            data-look=path(|paths| paths.live_check(&[]))
            data-log-in=path(|paths| paths.log_in(&[]))
            data-comes-back-to=(!comes_back_to.is_empty()).then_some(comes_back_to)
        >
            <div data-farewell class="magic-auth-ended" role="alert" hidden>
                <div class="magic-auth-card">
                    <p {..custom_attribute("aria-level", "1")} class="magic-auth-title" role="heading">
                        {texts::YOU_ARE_LOGGED_OUT}
                    </p>
                    {reasons}
                    <a class="magic-auth-button" rel="external" href=path(|paths| paths.log_in(&[]))>{texts::LOG_IN}</a>
                </div>
            </div>
        </div>
    }
}

/// Whose page this is, and where it turns to.
#[derive(Clone)]
struct Guide {
    /// The session's id; `None` where nobody is logged in.
    session: Option<String>,
    ends: Ends,
    log_in: String,
}

thread_local! {
    /// What live pages go by that are built in the browser, once it is known: what the server wrote into the first live
    /// part of this page, or has answered since.
    static GUIDE: ArcRwSignal<Option<Guide>> = ArcRwSignal::new(None);
}

/// Tells the live pages that are built in the browser whose page it is, and where it turns to.
pub(super) fn guide(session: Option<String>, paths: VisitPaths) {
    let ends = Ends { socket: paths.live, poll: paths.live_check };
    remember(Guide { session, ends, log_in: paths.log_in });
}

/// Remembers it unless something is known already: a page that has shown somebody goes on to be theirs, and leaves when
/// it is not.
fn remember(guide: Guide) {
    GUIDE.with(|known| {
        known.maybe_update(|known| {
            let is_news = known.is_none();
            known.get_or_insert(guide);
            is_news
        })
    });
}

/// Returns whether this live page has what it goes by: the server has written it, or said it before.
pub(super) fn is_guided(around: &Element) -> bool {
    around.has_attribute("data-session") || GUIDE.with(|guide| guide.with_untracked(Option::is_some))
}

/// Returns what the server has written into a live page; `None` for one that was built in the browser.
fn written(around: &Element) -> Option<Guide> {
    let session = Some(around.get_attribute("data-session")?).filter(|session| !session.is_empty());
    let attribute = |name| around.get_attribute(name).unwrap_or_default();
    let ends = Ends { socket: attribute("data-path"), poll: attribute("data-look") };
    Some(Guide { session, ends, log_in: attribute("data-log-in") })
}

/// Connects the page, as soon as it is known that it shows somebody.
pub(super) fn wake(around: Element) {
    if let Some(guide) = written(&around) {
        remember(guide.clone());
        return connect(&around, guide);
    }
    let guide = GUIDE.with(ArcRwSignal::read_only);
    Effect::new(move || {
        if let Some(guide) = guide.get() {
            connect(&around, guide);
        }
    });
}

fn connect(around: &Element, Guide { session, ends, log_in }: Guide) {
    let Some(session) = session else { return };
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
    document().set_title(texts::YOU_ARE_LOGGED_OUT);
    let part = |selector: &str| around.query_selector(selector).ok().flatten();
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
