//! Parts on a page that somebody else's application renders.

use crate::support::{ADA, Setup, Site};
use axum::{Router, routing::get};
use leptos::prelude::*;
use leptos_axum::render_app_async;
use leptos_magic_auth::{LogInLink, LogOutLink, LoggedIn, LoggedOut, MagicAuth, Paths, RequireSession, use_session};

fn home() -> impl IntoView {
    let session = use_session();
    view! {
        <p id="who">{move || session.get().map_or_else(|| "nobody".to_owned(), |session| session.id)}</p>
        <LoggedIn let:session>
            <p>"You are " {session.email}</p>
            <LogOutLink />
        </LoggedIn>
        <LoggedOut>"Come in"</LoggedOut>
        <LogInLink class="button" />
    }
}

fn private() -> impl IntoView {
    view! { <RequireSession>"The secret of the house"</RequireSession> }
}

fn late() -> impl IntoView {
    let later = Resource::new_blocking(|| (), |()| async { tokio::task::yield_now().await });
    view! {
        <Suspense>{move || later.get().map(|()| view! { <LoggedIn let:session>{session.email}</LoggedIn> })}</Suspense>
    }
}

fn host(auth: &MagicAuth) -> Router {
    Router::new()
        .route("/", get(render_app_async(home)))
        .route("/private", get(render_app_async(private)))
        .route("/late", get(render_app_async(late)))
        .merge(auth.router())
        .layer(auth.layer())
}

fn without_layer(auth: &MagicAuth) -> Router {
    Router::new().route("/", get(render_app_async(home))).merge(auth.router())
}

async fn start() -> Site {
    Setup::new().around(host).start().await
}

#[tokio::test]
async fn a_page_shows_who_visits_it() {
    let site = start().await;
    let browser = site.browser();
    let page = browser.visit("/?sort=up").await.body;
    assert!(page.contains("Come in") && page.contains("nobody") && !page.contains("<p>You are "), "{page}");
    assert!(page.contains("href=\"/sessions/log_in?return_to=%2F%3Fsort%3Dup\""), "{page}");
    assert!(page.contains("rel=\"external\"") && page.contains("class=\"button\""), "{page}");
    browser.log_in(&site, ADA).await;
    let page = browser.visit("/").await.body;
    assert!(page.contains("You are ") && page.contains(ADA), "{page}");
    assert!(!page.contains("Come in") && !page.contains("nobody") && !page.contains("Log in<"), "{page}");
    let page = browser.visit("/late").await.body;
    assert!(page.contains(ADA), "also where it is rendered later: {page}");
}

#[tokio::test]
async fn a_page_for_people_who_are_logged_in_leads_the_others_to_the_log_in_page() {
    let site = start().await;
    let browser = site.browser();
    let answer = browser.get("/private?a=b").await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "/sessions/log_in?return_to=%2Fprivate%3Fa%3Db");
    assert!(!answer.body.contains("The secret of the house"));
    browser.log_in(&site, ADA).await;
    assert!(browser.visit("/private").await.body.contains("The secret of the house"));
}

#[tokio::test]
async fn a_page_that_was_made_in_the_browser_asks_who_visits() {
    let site = start().await;
    let browser = site.browser();
    let path = &Paths::api("visit");
    let answer = browser.get(path).await;
    assert_eq!(answer.body, "{\"session\":null,\"log_in\":\"/sessions/log_in\"}");
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    browser.log_in(&site, ADA).await;
    assert!(browser.get(path).await.body.contains(ADA));
    let other = browser.bare(reqwest::Method::GET, path).header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(other.header("access-control-allow-origin"), None, "another site cannot read it");
}

#[tokio::test]
async fn without_the_layer_everybody_is_nobody() {
    let site = Setup::new().around(without_layer).start().await;
    let browser = site.browser();
    let page = browser.visit("/").await.body;
    assert!(page.contains("nobody") && page.contains("Come in"), "{page}");
}
