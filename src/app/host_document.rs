//! Our pages in the document of a host.

use crate::languages::Language;
use leptos::{prelude::*, reactive::owner::Owner};
use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Once,
        atomic::{AtomicBool, Ordering},
    },
};

/// A page of ours, for the document of an application: see [`Builder::document`](crate::Builder::document). Both views have
/// to stand in that document, or else the page is shown in ours.
#[non_exhaustive]
pub struct HostPage {
    /// What belongs into `<head>`: the title, what search engines may do, our stylesheet and scripts. The document itself
    /// brings what all pages of the application have, such as `<meta name="viewport">`.
    pub head: AnyView,
    /// What belongs into `<body>`, the page's `<main>` among it.
    pub body: AnyView,
    /// What the page is called, with the application's name behind it. It stands in `head` already.
    pub title: String,
    /// The language of the page, for `<html lang=page.lang>`.
    pub lang: String,
    /// The direction in which it is written, `ltr` or `rtl`, for `<html dir=page.dir>`.
    pub dir: &'static str,
    /// What each script of the document has to bear, for `<script nonce=page.nonce>`. Pages that say what went wrong have
    /// none, and run no scripts.
    pub nonce: Option<String>,
}

/// The document of a host.
#[derive(Clone)]
pub(crate) struct HostDocument {
    view: Arc<dyn Fn(HostPage) -> AnyView + Send + Sync>,
    /// Whether the log has said that it cannot be used.
    told: Arc<Once>,
}

impl HostDocument {
    pub(crate) fn new<V: IntoView + 'static>(view: impl Fn(HostPage) -> V + Send + Sync + 'static) -> Self {
        Self { view: Arc::new(move |page| view(page).into_any()), told: Arc::new(Once::new()) }
    }

    /// Puts a page into the document. What of it is really shown is noted. `None` where the document panics.
    pub(super) fn view(
        &self,
        title: String,
        language: &Language,
        nonce: Option<String>,
        parts: Parts,
        placed: &Placed,
    ) -> Option<AnyView> {
        let Parts { head, body } = parts;
        let (head, body) = (placed.note(Part::Head, head), placed.note(Part::Body, body));
        let page = HostPage { head, body, title, lang: language.tag().to_owned(), dir: language.dir(), nonce };
        let view = catch_unwind(AssertUnwindSafe(|| (self.view)(page)));
        if view.is_err() {
            self.tell("panicked");
        }
        view.ok()
    }

    /// Returns the whole page as it is sent, or `None` where it has to be shown in our own document.
    pub(super) fn accepted(&self, html: String, placed: &Placed) -> Option<String> {
        let fault = match (placed.has(Part::Head), placed.has(Part::Body)) {
            (true, true) => {
                let begins = html.get(.."<!doctype".len()).is_some_and(|text| text.eq_ignore_ascii_case("<!doctype"));
                return Some(if begins { html } else { format!("<!DOCTYPE html>{html}") });
            }
            (false, _) => "has no `{page.head}`",
            (true, false) => "has no `{page.body}`",
        };
        self.tell(fault);
        None
    }

    /// Says in the log what is wrong with it, once.
    fn tell(&self, fault: &str) {
        self.told.call_once(|| {
            tracing::error!("the application's document {fault}: the pages of Magic Auth are shown in their own");
        });
    }
}

/// Makes a view, as often as it is rendered.
pub(super) type MakeView = Box<dyn Fn() -> AnyView + Send>;

/// The two parts of a page.
pub(super) struct Parts {
    pub(super) head: MakeView,
    pub(super) body: MakeView,
}

impl fmt::Debug for HostDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HostDocument")
    }
}

#[derive(Clone, Copy)]
enum Part {
    Head,
    Body,
}

/// Which parts of a page its HTML has.
#[derive(Clone, Default)]
pub(super) struct Placed([Arc<AtomicBool>; 2]);

impl Placed {
    /// Makes a view that is noted once it becomes HTML.
    fn note(&self, part: Part, make: MakeView) -> AnyView {
        let (placed, owner) = (self.0[part as usize].clone(), Owner::current());
        (move || {
            placed.store(true, Ordering::Relaxed);
            // With what the page knows, wherever the document shows it.
            owner.as_ref().map_or_else(&make, |owner| owner.with(&make))
        })
        .into_any()
    }

    fn has(&self, part: Part) -> bool {
        self.0[part as usize].load(Ordering::Relaxed)
    }
}
