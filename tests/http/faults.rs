//! A database that is away, in the middle of everything: people are told so in time, nothing is used up, and it works again
//! by itself.

use crate::support::{
    ADA, Browser, EVE, Line, LineIs, NO_FIELDS, OwnDatabase, Setup, Site, at_once, on_postgres, seconds,
};
use reqwest::Method;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// A deadline of the database's, and what the way takes on a machine that is busy.
const TOLD_WITHIN: Duration = Duration::from_secs(7);

async fn health(site: &Site) -> u16 {
    site.clock.advance(seconds(1));
    site.browser().bare(Method::GET, "/healthz").send().await.status
}

/// Lets the line fail in this way, finds out what people are told, mends it, and finds that everything works.
async fn fails_and_is_mended(fault: LineIs) {
    if !on_postgres() {
        return;
    }
    let database = OwnDatabase::new().await;
    let line = Line::to(&database).await;
    let site = Setup::new().set("--database-url", &line.url).start().await;
    let (logged_in, typing, clicking, asking) = (site.browser(), site.browser(), site.browser(), site.browser());
    logged_in.log_in(&site, ADA).await;
    typing.ask(EVE).await;
    let code = site.message(EVE).code;
    clicking.ask("grace@example.com").await;
    clicking.get(&site.message("grace@example.com").path).await;
    let mut page = logged_in.open(&site).await;
    let before = database.dump().await;

    line.becomes(fault);
    let began = Instant::now();
    let post = |browser: &Browser, path: &'static str, fields: Vec<(&'static str, String)>| {
        let browser = browser.twin();
        async move {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(path, &fields).await
        }
    };
    let answers = at_once(vec![
        post(&logged_in, "/api/magic_auth/log_out", Vec::new()),
        post(&logged_in, "/api/magic_auth/log_out_all", Vec::new()),
        post(&logged_in, "/api/magic_auth/change_email", vec![("email", "later@example.com".to_owned())]),
        post(&typing, "/api/magic_auth/log_in_with_code", vec![("code", code.clone())]),
        post(&clicking, "/api/magic_auth/log_in_with_link", Vec::new()),
        post(&asking, "/api/magic_auth/request_log_in", vec![("email", "new@example.com".to_owned())]),
    ])
    .await;
    for answer in &answers {
        assert_eq!(answer.status, 503, "{fault:?}: {answer:?}");
    }
    assert!(began.elapsed() < TOLD_WITHIN, "{fault:?}: {:?}", began.elapsed());
    assert_eq!(health(&site).await, 503, "{fault:?}");

    line.becomes(LineIs::Good);
    let mended = Instant::now();
    while health(&site).await != 200 {
        assert!(mended.elapsed() < seconds(10), "{fault:?}: it is back for {:?}", mended.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    let used = |rows: Vec<String>| rows.into_iter().filter(|row| !row.starts_with("events:")).collect::<Vec<_>>();
    assert_eq!(used(database.dump().await), used(before), "{fault:?}: nothing was used up");
    assert!(logged_in.is_logged_in().await, "{fault:?}");
    assert!(typing.type_code(&code).await.logs_in(), "{fault:?}");
    assert!(clicking.click_link().await.logs_in(), "{fault:?}");
    assert_eq!(logged_in.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
    assert_eq!(page.over().await, "logged_out", "{fault:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_falls_silent() {
    fails_and_is_mended(LineIs::Silent).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_unreachable() {
    fails_and_is_mended(LineIs::Cut).await;
}
