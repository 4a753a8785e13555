//! What every page has: its head, the bar with the wordmark and the way out, and the column in the middle.

use super::{
    assets::{Assets, BundleScripts, Scripts},
    message::{Kind, Sign},
    moment::Now,
    said::{Said, said},
    texts,
};
use crate::{
    auth::SessionInfo,
    http::{HttpState, Visitor, cookie, headers::add_cookie},
    parts::{LivePage, LogOutLink},
};
use axum::{
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
    pub(super) title: String,
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
    /// What a search engine may say of it; one without a description asks to be left out.
    pub(super) description: Option<String>,
}

impl Page {
    pub(super) fn new(site: &Site, title: impl Into<String>) -> Self {
        let (site, title, comes_back_to) = (site.clone(), title.into(), String::new());
        Self {
            site,
            title,
            session: None,
            wide: false,
            lively: true,
            renewed_after: None,
            comes_back_to,
            description: None,
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
    pub(super) fn described(mut self, request: &Request, description: String) -> Self {
        self.description = request.uri().query().is_none().then_some(description);
        self
    }

    pub(super) fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Answers a request with this page. What the visitor had typed has been used by now, so its cookie goes.
    pub(super) async fn show<V>(
        self,
        request: Request,
        body: impl Fn() -> V + Clone + Send + Sync + 'static,
    ) -> Response
    where
        V: IntoView + 'static,
    {
        let typed = request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.cookies.typed.is_some());
        let own = self.site.http.auth.public_url().origin().ascii_serialization();
        let socket = own.replacen("http", "ws", 1);
        let now = self.site.http.auth.clock().now();
        let page = move || {
            provide_context(Now(now));
            if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
                && let Ok(policy) = HeaderValue::from_str(&self.site.http.csp.policy(
                    &nonce,
                    &socket,
                    self.site.assets.reload.as_deref(),
                ))
            {
                response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
            }
            document(&self, body())
        };
        let mut response = render_app_async_with_context(|| (), page)(request).await;
        if typed {
            add_cookie(response.headers_mut(), cookie::gone(cookie::TYPED));
        }
        response
    }
}

/// The whole page. Without a request around it (an error page) it has no nonce, and so no scripts.
pub(super) fn document<V: IntoView + 'static>(page: &Page, body: V) -> impl IntoView + use<V> {
    let Page { site, title, session, wide, lively, renewed_after, comes_back_to, description } = page.clone();
    let logged_in = session.is_some();
    let paths = site.http.auth.paths().clone();
    let app = site.http.auth.app_name().to_owned();
    let home = paths.home(&[]);
    let options = site.options.clone();
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    view! {
        <!DOCTYPE html>
        <html lang="en" class="magic-auth">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#f6f6f7" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#101113" media="(prefers-color-scheme: dark)" />
                {match description {
                    Some(description) => view! { <meta name="description" content=description /> }.into_any(),
                    None => view! { <meta name="robots" content="noindex" /> }.into_any(),
                }}
                <title>{format!("{title} · {app}")}</title>
                <link rel="icon" href=site.assets.icon.to_string() type="image/svg+xml" />
                <link rel="stylesheet" href=site.assets.stylesheet.to_string() />
                {renewed_after.map(|(seconds, address)| view! {
                    <noscript><meta http-equiv="refresh" content=format!("{seconds}; url={address}") /></noscript>
                })}
                {(lively && site.assets.scripts != Scripts::None).then(|| view! {
                    <AutoReload options=options.clone() />
                    <BundleScripts options prefix=paths.prefix nonce />
                })}
            </head>
            <body data-magic-auth=lively.then_some("page")>
                <header class="bar">
                    <a class="wordmark" href=home>
                        <img src=site.assets.wordmark.to_string() alt="" width="28" height="28" />
                        <span>{app}</span>
                    </a>
                    {logged_in.then(|| view! { <LogOutLink /> })}
                </header>
                <main class=if wide { "column wide" } else { "column" }>
                    {lively.then(|| view! { <Offline /> })} {body.into_any()}
                </main>
                {(logged_in && lively).then(|| view! { <LivePage comes_back_to=comes_back_to.clone() /> })}
            </body>
        </html>
    }
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
