//! Logging out while something else happens: whoever is second is told, and nobody stays by mistake.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, SESSION, Site, at_once};
use leptos_magic_auth::internals::{
    auth::{Acting, Client, Ended, Error, SessionInfo, SessionState, SessionToken},
    ids::SessionId,
    types::AuthError,
};
use std::sync::Arc;
use tokio::task::JoinSet;

const GOOD: &str = "SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL";

async fn logged_in(site: &Site, count: usize) -> Vec<Browser> {
    let mut browsers = Vec::new();
    for _ in 0..count {
        let browser = site.browser();
        browser.log_in(site, ADA).await;
        browsers.push(browser);
    }
    browsers
}

async fn all_post(browsers: &[Browser], path: &'static str) -> Vec<Answer> {
    let post = |browser: &Browser| {
        let browser = browser.twin();
        async move { browser.post(path, NO_FIELDS).await }
    };
    at_once(browsers.iter().map(post).collect()).await
}

fn client() -> Client {
    Client::new("203.0.113.7", "")
}

/// What a request finds out when it comes in.
async fn recognised(site: &Site, browser: &Browser) -> SessionInfo {
    let token = SessionToken::parse(&browser.cookie(SESSION).unwrap()).unwrap();
    match site.auth.session(&token).await.unwrap() {
        SessionState::Good(session) => session,
        state => panic!("not logged in: {state:?}"),
    }
}

fn assert_refused(outcome: Result<Ended, Error>) {
    assert!(matches!(outcome, Err(Error::Rejected(AuthError::LoggedOutMeanwhile))), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_page_that_connects_while_its_session_ends_is_always_told() {
    let site = Site::start().await;
    // With a head start from none to about all the time that a log-out takes, so that every moment has its turn.
    for (steps, browser) in logged_in(&site, 60).await.into_iter().enumerate() {
        let (page, late) = (browser.load(&site).await, browser.twin());
        let leaving = tokio::spawn(async move { browser.post("/api/magic_auth/log_out", NO_FIELDS).await });
        for _ in 0..steps * 500 {
            tokio::task::yield_now().await;
        }
        let mut socket = page.connect(&late).await;
        assert_eq!(leaving.await.unwrap().status, 303);
        assert_eq!(socket.over().await, "logged_out");
    }
    assert_eq!(site.database.number(GOOD).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_pages_that_connect_while_their_session_ends_each_is_told() {
    let site = Site::start().await;
    for browser in logged_in(&site, 20).await {
        let (page, late) = (browser.load(&site).await, Arc::new(browser.twin()));
        let mut pages = JoinSet::new();
        for _ in 0..30 {
            let (page, late) = (page.twin(), late.clone());
            pages.spawn(async move { page.connect(&late).await.over().await });
        }
        tokio::task::yield_now().await;
        assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
        for word in pages.join_all().await {
            assert_eq!(word, "logged_out");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_that_log_out_all_others_one_remains() {
    let site = Site::start().await;
    let browsers = logged_in(&site, 10).await;
    let answers = all_post(&browsers, "/api/magic_auth/end_other_sessions").await;
    let won = answers.iter().filter(|answer| answer.location() == "/account?notice=others_ended").count();
    assert_eq!(won, 1);
    assert_eq!(site.database.number(GOOD).await, 1);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE detail = 'others'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_that_log_out_everywhere_are_all_told_so() {
    let site = Site::start().await;
    let browsers = logged_in(&site, 10).await;
    let mut pages = Vec::new();
    for browser in &browsers {
        pages.push(browser.open(&site).await);
    }
    for answer in all_post(&browsers, "/api/magic_auth/log_out_all").await {
        assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out_everywhere");
    }
    for page in &mut pages {
        assert_eq!(page.over().await, "logged_out_everywhere");
    }
    assert_eq!(site.database.number(GOOD).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_log_outs_of_one_session_one_ends_it() {
    let site = Site::start().await;
    let browser = logged_in(&site, 1).await.remove(0);
    let tabs: Vec<_> = (0..10).map(|_| browser.twin()).collect();
    for answer in all_post(&tabs, "/api/magic_auth/log_out").await {
        assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
    }
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'session_logout'").await, 1);
}

#[tokio::test]
async fn a_session_that_ends_after_it_was_recognised_ends_no_others() {
    let site = Site::start().await;
    let [first, second, third] = logged_in(&site, 3).await.try_into().ok().unwrap();
    let (stale, other) = (recognised(&site, &first).await, recognised(&site, &second).await);
    first.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let mut page = third.open(&site).await;
    let before = site.database.dump().await;

    let client = client();
    let by = Acting { client: &client, page: None };
    assert_refused(site.auth.end_other_sessions(&stale, by).await);
    assert_refused(site.auth.end_session(&stale, &other.id.to_string(), by).await);
    assert_eq!(site.database.dump().await, before);
    assert!(page.is_silent().await && second.is_logged_in().await);
}

#[tokio::test]
async fn ids_that_the_rules_never_made_end_nothing() {
    let site = Site::start().await;
    let browsers = logged_in(&site, 2).await;
    let mut made_up = recognised(&site, &browsers[0]).await;
    let before = site.database.dump().await;
    let client = client();
    let by = Acting { client: &client, page: None };
    let disconnect = leptos_magic_auth::DisconnectSelf::Yes;
    for text in ["", "' OR 1=1 --"] {
        assert_refused(site.auth.log_out_all(text, by, disconnect).await);
    }
    let unknown = "3f0e9a6e-0000-4000-8000-000000000000";
    let nobody = site.auth.log_out_all(unknown, by, disconnect).await.unwrap();
    assert_eq!(nobody, Ended::default());
    let session = site.auth.log_out_all(&made_up.id.to_string(), by, disconnect).await.unwrap();
    assert_eq!(session, Ended::default(), "a session's id is no user's");
    made_up.id = SessionId::parse(unknown).unwrap();
    assert_refused(site.auth.end_other_sessions(&made_up, by).await);
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn a_log_out_that_fails_halfway_has_not_happened_and_no_page_was_told() {
    let site = Site::start().await;
    let browsers = logged_in(&site, 2).await;
    let mut pages = [browsers[0].open(&site).await, browsers[1].open(&site).await];
    let other = recognised(&site, &browsers[1]).await.id.to_string();
    let before = site.database.dump().await;
    // Without the table of events a transaction fails in its middle.
    site.database.run("ALTER TABLE magic_auth_events RENAME TO events_away").await;
    for path in [
        "/api/magic_auth/log_out",
        "/api/magic_auth/log_out_all",
        "/api/magic_auth/end_session",
        "/api/magic_auth/end_other_sessions",
    ] {
        let answer = browsers[0].post(path, &[("id", &other)]).await;
        assert_eq!((answer.status, answer.header("retry-after")), (503, Some("5")), "{path}");
        assert!(answer.set_cookies().is_empty(), "{path}");
    }
    assert_eq!(browsers[0].delete("/sessions/log_out/all").await.status, 503);
    site.database.run("ALTER TABLE events_away RENAME TO magic_auth_events").await;
    assert_eq!(site.database.dump().await, before);
    for page in &mut pages {
        assert!(page.is_silent().await);
    }
    browsers[0].post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    for page in &mut pages {
        assert_eq!(page.over().await, "logged_out_everywhere");
    }
}

#[tokio::test]
async fn a_client_that_hangs_up_meanwhile_leaves_no_page_untold() {
    for request in [
        "POST /api/magic_auth/log_out_all HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0",
        "DELETE /sessions/log_out/all HTTP/1.1\r\nContent-Length: 0",
        "GET /sessions/log_out/all/get HTTP/1.1\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document",
    ] {
        let site = Site::start().await;
        let browsers = logged_in(&site, 2).await;
        let mut page = browsers[1].open(&site).await;
        // Whoever wants to write has to wait, and the client does not.
        let holder = site.database.hold().await;
        let mut hasty = site.connect().await;
        let cookie = browsers[0].cookie(SESSION).unwrap();
        let head = format!(
            "{request}\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\nCookie: {SESSION}={cookie}\r\n\r\n",
            site.address
        );
        hasty.send(head).await;
        // By the time that others have been answered so often, the request has come in and waits.
        for _ in 0..5 {
            assert!(browsers[1].is_logged_in().await);
        }
        assert!(page.is_silent().await);
        drop(hasty);
        assert!(page.is_silent().await, "the client is gone");
        holder.let_go().await;
        assert_eq!(page.over().await, "logged_out_everywhere", "{request}");
    }
}
