//! Waiting: bounded for each client and in all, ended by who hangs up, and no obstacle for whoever logs out.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, SESSION, Setup, Site, minutes, seconds};
use reqwest::Method;
use tokio::{
    task::{JoinSet, yield_now},
    time::timeout,
};

/// A server with limits, to which each request comes from the client that it names.
async fn site() -> Site {
    let setup = Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor");
    // One that writes, as SQLite has.
    setup.set("--database-connections", "2").start().await
}

/// Posts a form as this client.
fn post(
    browser: &Browser,
    client: &str,
    path: &'static str,
    fields: Vec<(&'static str, String)>,
) -> impl Future<Output = Answer> + Send + use<> {
    let (browser, client) = (browser.twin(), client.to_owned());
    async move {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.request(Method::POST, path).header("x-forwarded-for", &client).form(&fields).send().await
    }
}

/// Asks for an email to an address of its own.
fn ask(site: &Site, client: &str, number: usize) -> impl Future<Output = Answer> + Send + use<> {
    let fields = vec![("email", format!("{number}-{client}@example.com"))];
    post(&site.browser(), client, "/api/magic_auth/request_log_in", fields)
}

/// Waits until so many wait.
async fn until_waiting(site: &Site, count: usize) {
    let waiting = async {
        while site.auth.waiting() != count {
            yield_now().await;
        }
    };
    let end = timeout(seconds(30), waiting).await;
    assert!(end.is_ok(), "{} wait, not {count}", site.auth.waiting());
}

#[tokio::test]
async fn four_wait_for_one_client_and_who_comes_then_is_told_at_once() {
    let site = site().await;
    let holder = site.database.hold().await;
    let mut asking = JoinSet::new();
    for number in 0..7 {
        asking.spawn(ask(&site, "203.0.113.1", number));
    }
    // One has its turn, four wait.
    for _ in 0..2 {
        let told = asking.join_next().await.unwrap().unwrap();
        assert_eq!((told.status, told.header("retry-after")), (503, Some("5")), "{}", told.body);
        assert_eq!(told.heading(), "We'll be right back");
    }
    until_waiting(&site, 4).await;
    asking.spawn(ask(&site, "203.0.113.2", 0));
    until_waiting(&site, 5).await;
    holder.let_go().await;
    while let Some(answer) = asking.join_next().await {
        assert_eq!(answer.unwrap().location(), "/sessions/password");
    }
    assert_eq!(site.email_count(), 6);
}

#[tokio::test]
async fn who_hangs_up_while_waiting_is_gone_and_nothing_is_sent() {
    let site = site().await;
    let holder = site.database.hold().await;
    let mut asking = JoinSet::new();
    for number in 0..5 {
        asking.spawn(ask(&site, "203.0.113.1", number));
    }
    until_waiting(&site, 4).await;
    asking.shutdown().await;
    until_waiting(&site, 0).await;
    holder.let_go().await;
    assert_eq!(ask(&site, "203.0.113.2", 0).await.location(), "/sessions/password");
    site.auth.finish_carried().await;
    assert!(site.email_count() <= 2, "one had begun already, and was carried through");
}

#[tokio::test]
async fn who_logs_out_goes_first() {
    let (site, own) = (site().await, "203.0.113.9");
    let browser = site.browser();
    let ours = |path| browser.request(Method::POST, path).header("x-forwarded-for", own);
    ours("/api/magic_auth/request_log_in").form(&[("email", ADA)]).send().await;
    assert!(ours("/api/magic_auth/log_in_with_code").form(&[("code", &site.message(ADA).code)]).send().await.logs_in());

    // So long ago that it is noted first that the session is used.
    site.clock.advance(minutes(2));
    let holder = site.database.hold().await;
    let mut asking = JoinSet::new();
    // Eight wait, and one has its turn.
    for number in 0..9 {
        asking.spawn(ask(&site, &format!("203.0.113.{}", 10 + number / 3), number));
    }
    until_waiting(&site, 8).await;
    let log_out = tokio::spawn(post(&browser, own, "/api/magic_auth/log_out", Vec::new()));
    // Its use of the session waits among the others, and the log-out itself in front of them.
    until_waiting(&site, 10).await;
    holder.let_go().await;
    assert_eq!(log_out.await.unwrap().status, 303);
    assert!(site.auth.waiting() > 0, "most others still wait");
    asking.shutdown().await;
}

/// Logs out by `DELETE`, or by a form, as this client.
fn log_out(browser: &Browser, client: &str, by: Method) -> impl Future<Output = Answer> + Send + use<> {
    let (browser, client) = (browser.twin(), client.to_owned());
    async move {
        let path = if by == Method::DELETE { "/sessions/log_out" } else { "/api/magic_auth/log_out" };
        browser.request(by, path).header("x-forwarded-for", &client).form(NO_FIELDS).send().await
    }
}

#[tokio::test]
async fn a_log_out_for_which_there_is_no_room_is_told_so_and_can_be_tried_again() {
    for by in [Method::DELETE, Method::POST] {
        let (site, own) = (site().await, "203.0.113.9");
        let browser = site.browser();
        let ours = |method, path| browser.request(method, path).header("x-forwarded-for", own);
        ours(Method::POST, "/api/magic_auth/request_log_in").form(&[("email", ADA)]).send().await;
        let code = [("code", site.message(ADA).code)];
        let code = code.each_ref().map(|(name, value)| (*name, value.as_str()));
        assert!(ours(Method::POST, "/api/magic_auth/log_in_with_code").form(&code).send().await.logs_in());
        assert_eq!(ours(Method::GET, "/account").send().await.status, 200, "its token has come back");

        let holder = site.database.hold().await;
        let mut leaving = JoinSet::new();
        for _ in 0..7 {
            leaving.spawn(log_out(&browser, own, by.clone()));
        }
        // One has its turn, four wait.
        for _ in 0..2 {
            let told = leaving.join_next().await.unwrap().unwrap();
            assert_eq!((told.status, told.header("retry-after")), (503, Some("5")), "{by}: {}", told.body);
            assert!(told.set_cookies().is_empty(), "{by}: the session has not ended, and its cookie stays");
        }
        holder.let_go().await;
        while let Some(answer) = leaving.join_next().await {
            assert_eq!(answer.unwrap().location(), "/sessions/log_in?notice=logged_out");
        }
    }
}

#[tokio::test]
async fn who_has_no_session_waits_for_nobody_to_be_logged_out() {
    let site = site().await;
    let browser = site.browser();
    browser.set_cookie(SESSION, &"A".repeat(43));
    let holder = site.database.hold().await;
    for _ in 0..20 {
        for answer in
            [browser.post("/api/magic_auth/log_out", NO_FIELDS).await, browser.delete("/sessions/log_out").await]
        {
            assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
            browser.set_cookie(SESSION, &"A".repeat(43));
        }
    }
    assert_eq!(site.auth.waiting(), 0);
    holder.let_go().await;
}
