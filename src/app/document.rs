//! What every page has: its head, the bar with the wordmark and the way out, and the column in the middle.

use super::{
    assets::{Assets, BundleScripts, Scripts},
    host_document::{HostDocument, Parts, Placed},
    menu::{self, Menu},
    message::{Kind, Sign},
    moment::{self, Now},
    said::{Said, said},
    texts::{self, fill},
};
use crate::{
    auth::SessionInfo,
    http::{HttpState, Visitor, cookie, headers::add_cookie},
    languages::{Language, Text},
    mail::support_link,
    parts::{LivePage, LogOutLink},
    types::Timestamp,
};
use axum::{
    body::{Body, to_bytes},
    extract::{FromRef, Request},
    http::{HeaderValue, header},
    response::Response,
};
use leptos::{config::LeptosOptions, hydration::AutoReload, nonce::use_nonce, prelude::*};
use leptos_axum::{ResponseOptions, render_app_async_with_context};

/// What every page needs.
#[derive(Clone)]
pub struct Site {
    /// What requests can reach.
    pub http: HttpState,
    /// Where Leptos finds its files.
    pub options: LeptosOptions,
    /// Where the files are that pages load.
    pub assets: Assets,
    /// The host's document for our pages.
    pub(crate) document: Option<HostDocument>,
}

impl FromRef<Site> for HttpState {
    fn from_ref(site: &Site) -> Self {
        site.http.clone()
    }
}

/// A page about to be shown.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) site: Site,
    pub(super) title: Text,
    /// Whose page it is: the bar shows the way out.
    pub(super) session: Option<SessionInfo>,
    /// Whether it needs the wide column.
    pub(super) wide: bool,
    /// Whether scripts do anything on it.
    pub(super) lively: bool,
    /// After how many seconds it gives way to which address where scripts are off.
    pub(super) renewed_after: Option<(u32, String)>,
    /// Where it goes, instead of loading itself anew, when it comes back from the browser's memory.
    pub(super) comes_back_to: String,
    /// What a search engine may say of it, and of the application; one without a description asks to be left out.
    pub(super) description: Option<Text>,
    /// Where the menu of languages comes back to; a page without one has no menu.
    menu: Option<String>,
    pub(super) language: Language,
}

impl Page {
    pub(super) fn new(site: &Site, title: Text) -> Self {
        let (site, comes_back_to) = (site.clone(), String::new());
        let language = site.http.auth.languages().default_language().clone();
        Self {
            site,
            title,
            session: None,
            wide: false,
            lively: true,
            renewed_after: None,
            comes_back_to,
            description: None,
            menu: None,
            language,
        }
    }

    pub(super) fn of(mut self, visitor: &Visitor) -> Self {
        self.session = visitor.session.clone();
        self
    }

    pub(super) fn renewed_after(mut self, seconds: Option<(u32, String)>) -> Self {
        self.renewed_after = seconds;
        self
    }

    pub(super) fn comes_back_to(mut self, path: String) -> Self {
        self.comes_back_to = path;
        self
    }

    /// Lets search engines show this page with this description, at its plain address alone: with a query it may say what
    /// happened to somebody.
    pub(super) fn described(mut self, request: &Request, description: Text) -> Self {
        self.description = request.uri().query().is_none().then_some(description);
        self
    }

    pub(super) fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Answers a request with this page, in the host's document where it has one. What the visitor had typed has been used
    /// by now, so its cookie goes.
    pub(super) async fn show<V>(
        mut self,
        request: Request,
        body: impl Fn() -> V + Clone + Send + Sync + 'static,
    ) -> Response
    where
        V: IntoView + 'static,
    {
        let typed = request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.cookies.typed.is_some());
        self.menu = menu::comes_back_to(&self.site.http, &request);
        if let Some(language) = request.extensions().get::<Language>() {
            self.language = language.clone();
        }
        let mut response = match self.clone().show_in_host_document(copy_of(&request), body.clone()).await {
            Some(response) => response,
            None => {
                let now = self.site.http.auth.clock().now();
                let page = move || {
                    self.begin(now);
                    document(&self, body())
                };
                render_app_async_with_context(|| (), page)(request).await
            }
        };
        if typed {
            add_cookie(response.headers_mut(), cookie::gone(cookie::TYPED));
        }
        response
    }

    /// The same in the document of a host, or `None` where there is none that can be used.
    async fn show_in_host_document<V>(
        self,
        request: Request,
        body: impl Fn() -> V + Clone + Send + Sync + 'static,
    ) -> Option<Response>
    where
        V: IntoView + 'static,
    {
        let host = self.site.document.clone()?;
        let (placed, now) = (Placed::default(), self.site.http.auth.clock().now());
        let page = {
            let (host, placed) = (host.clone(), placed.clone());
            move || {
                self.begin(now);
                in_host_document(&self, &host, &placed, body.clone())
            }
        };
        let response = render_app_async_with_context(|| (), page)(request).await;
        let (parts, html) = response.into_parts();
        let html = String::from_utf8(to_bytes(html, usize::MAX).await.ok()?.into()).ok()?;
        Some(Response::from_parts(parts, host.accepted(html, &placed)?.into()))
    }

    /// Tells the page what it needs to know, and the browser what the page may do.
    fn begin(&self, now: Timestamp) {
        provide_context(self.language.clone());
        provide_context(Now(now));
        let own = self.site.http.auth.public_url().origin().ascii_serialization();
        let socket = own.replacen("http", "ws", 1);
        if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
            && let Ok(policy) =
                HeaderValue::from_str(&self.site.http.csp.policy(&nonce, &socket, self.site.assets.reload.as_deref()))
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    }

    /// What the page is called, with the application's name behind it.
    fn whole_title(&self) -> String {
        format!("{} · {}", self.language.say(self.title, &[]), self.site.http.auth.app_name())
    }
}

/// Returns a request like this one, without its body, which has been read.
fn copy_of(request: &Request) -> Request {
    let mut copy = Request::new(Body::empty());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    *copy.extensions_mut() = request.extensions().clone();
    copy
}

/// The whole page. Without a request around it (an error page) it has no nonce, and so no scripts.
pub(super) fn document<V: IntoView + 'static>(page: &Page, body: V) -> impl IntoView + use<V> {
    let (session, wide, lively) = (page.session.is_some(), page.wide, page.lively);
    let app = page.site.http.auth.app_name().to_owned();
    let (home, wordmark) = (page.site.http.auth.paths().home(&[]), page.site.assets.wordmark.to_string());
    let (icon, head, support) = (page.site.assets.icon.to_string(), head(page), support(page));
    let (menu, language) = (languages(page), page.language.clone());
    let comes_back_to = page.comes_back_to.clone();
    view! {
        <!DOCTYPE html>
        <html lang=language.tag().to_owned() dir=language.dir() class="magic-auth">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#f6f6f7" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#101113" media="(prefers-color-scheme: dark)" />
                <link rel="icon" href=icon type="image/svg+xml" />
                {head}
            </head>
            <body data-magic-auth=lively.then_some("page") data-day-and-clock=lively.then(moment::day_and_clock)>
                <header class="bar">
                    <a class="wordmark" href=home>
                        <img src=wordmark alt="" width="28" height="28" />
                        <span>{app}</span>
                    </a>
                    {session.then(|| view! { <LogOutLink /> })}
                </header>
                <main class=column(wide)>
                    {lively.then(|| view! { <Offline /> })} {body.into_any()}
                </main>
                {support}
                {menu}
                {(session && lively).then(|| view! { <LivePage comes_back_to=comes_back_to.clone() /> })}
            </body>
        </html>
    }
}

/// The same in the document of a host, or in ours where that panics.
pub(super) fn in_host_document<V: IntoView + 'static>(
    page: &Page,
    host: &HostDocument,
    placed: &Placed,
    body: impl Fn() -> V + Clone + Send + 'static,
) -> AnyView {
    let (of_head, of_body, make) = (page.clone(), page.clone(), body.clone());
    let parts =
        Parts { head: Box::new(move || head(&of_head)), body: Box::new(move || body_in_host(&of_body, make())) };
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    host.view(page.whole_title(), &page.language, nonce, parts, placed)
        .unwrap_or_else(|| document(page, body()).into_any())
}

/// What a page has in its head besides what is the document's.
fn head(page: &Page) -> AnyView {
    let Page { site, lively, renewed_after, description, .. } = page.clone();
    let app = site.http.auth.app_name().to_owned();
    let (title, options, prefix) = (page.whole_title(), site.options.clone(), site.http.auth.paths().prefix.clone());
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! {
        {match description {
            Some(description) => view! { <meta name="description" content=fill(description, [("app", &app)]) /> }.into_any(),
            None => view! { <meta name="robots" content="noindex" /> }.into_any(),
        }}
        <title>{title}</title>
        <link rel="stylesheet" href=site.assets.stylesheet.to_string() />
        {renewed_after.map(|(seconds, address)| view! {
            <noscript><meta http-equiv="refresh" content=format!("{seconds}; url={address}") /></noscript>
        })}
        {(lively && site.assets.scripts != Scripts::None).then(|| view! {
            <AutoReload options=options.clone() />
            <BundleScripts options prefix nonce />
        })}
    }
    .into_any()
}

/// What a page has in the body of a host's document.
fn body_in_host<V: IntoView + 'static>(page: &Page, body: V) -> AnyView {
    let (session, wide, lively, support) = (page.session.is_some(), page.wide, page.lively, support(page));
    let comes_back_to = page.comes_back_to.clone();
    view! {
        <div
            class="magic-auth"
            lang=page.language.tag().to_owned()
            dir=page.language.dir()
            data-magic-auth=lively.then_some("page")
            data-day-and-clock=lively.then(moment::day_and_clock)
        >
            {session.then(|| view! { <div class="bar end"><LogOutLink /></div> })}
            <main class=column(wide)>
                {lively.then(|| view! { <Offline /> })} {body.into_any()}
            </main>
            {support}
            {languages(page)}
            {(session && lively).then(|| view! { <LivePage comes_back_to=comes_back_to.clone() /> })}
        </div>
    }
    .into_any()
}

fn column(wide: bool) -> &'static str {
    if wide { "column wide" } else { "column" }
}

/// The menu of languages, where the page can be come back to.
fn languages(page: &Page) -> Option<impl IntoView + use<>> {
    let (auth, comes_back_to) = (&page.site.http.auth, page.menu.clone()?);
    let (languages, action) = (auth.languages().clone(), auth.paths().function("choose_language"));
    Some(view! { <Menu languages action comes_back_to /> })
}

/// Whom people may ask, where the application says it.
fn support(page: &Page) -> Option<impl IntoView + use<>> {
    let support = page.site.http.auth.support()?.to_owned();
    let link = support_link(&support);
    Some(view! {
        <footer class="support">
            {texts::sentence(texts::QUESTIONS, [
                ("support", Some(view! { <a href=link rel="external">{support}</a> }.into_any())),
            ])}
        </footer>
    })
}

/// Stands ready for scripts to show, when something is sent while the browser is offline.
#[component]
fn Offline() -> impl IntoView {
    view! {
        <div data-magic-auth="offline" class="message error" role="alert" hidden>
            <Sign kind=Kind::Error />
            <p>{texts::OFFLINE}</p>
        </div>
    }
}

/// Beyond that nobody pages.
const MOST_PAGES: i64 = 100_000;

/// What the query of a page's address says, read leniently: anything unknown is passed over.
#[derive(Clone, Default)]
pub(super) struct PageQuery {
    pub(super) said: Option<Said>,
    pub(super) return_to: String,
    /// The id of the challenge that is meant.
    pub(super) challenge: String,
    /// Which page of a list, from 1.
    pub(super) number: i64,
}

impl PageQuery {
    pub(super) fn of(request: &Request) -> Self {
        let mut query = Self::default();
        for (name, value) in url::form_urlencoded::parse(request.uri().query().unwrap_or("").as_bytes()) {
            match &*name {
                "error" | "notice" if query.said.is_none() => query.said = said(&value),
                "return_to" if query.return_to.is_empty() => query.return_to = value.into_owned(),
                "page" if query.number == 0 => query.number = value.parse().unwrap_or(1).clamp(1, MOST_PAGES),
                "challenge" if query.challenge.is_empty() => query.challenge = value.into_owned(),
                _ => (),
            }
        }
        query
    }
}
