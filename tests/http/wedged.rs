//! A write that fails in any way leaves nothing wedged: whoever comes next can write, and /healthz tells the truth.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, Setup, Site, at_once, is_for_sqlite, minutes, seconds};
use leptos_magic_auth::Paths;
use reqwest::Method;
use std::time::Instant;

async fn health(site: &Site) -> u16 {
    // The answer is shared for a second.
    site.clock.advance(seconds(1));
    site.browser().bare(Method::GET, "/healthz").send().await.status
}

async fn log_out(browser: &Browser) -> Answer {
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await
}

#[derive(Clone, Copy, Debug)]
enum Breaking {
    Statement,
    Commit,
    /// SQLite has rolled back by itself.
    RolledBack,
}

/// Breaks writing, finds out that it is told, mends it, and finds that everything works again by itself.
async fn breaks_and_mends(breaking: Breaking) {
    let site = Site::start().await;
    let (browser, thief) = (site.browser(), site.browser());
    browser.log_in(&site, ADA).await;
    site.clock.advance(seconds(30));
    thief.log_in(&site, ADA).await;
    assert_eq!(health(&site).await, 200);

    match breaking {
        Breaking::Statement => site.database.break_writes("INSERT", "events").await,
        Breaking::Commit => site.database.break_commits().await,
        Breaking::RolledBack => {
            let full =
                "CREATE TRIGGER broken BEFORE INSERT ON magic_auth_events BEGIN SELECT RAISE(ROLLBACK, 'full'); END";
            site.database.run(full).await;
        }
    }
    for _ in 0..3 {
        assert_eq!(log_out(&browser).await.status, 503, "{breaking:?}");
        assert_eq!(
            browser.post("/api/magic_auth/request_log_in", &[("email", "new@example.com")]).await.status,
            503,
            "{breaking:?}"
        );
        assert_eq!(health(&site).await, 503, "{breaking:?}");
    }

    site.database.mend().await;
    assert_eq!(health(&site).await, 503, "until a write has succeeded: {breaking:?}");
    assert_eq!(browser.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await.status, 303, "{breaking:?}");
    assert!(!thief.is_logged_in().await, "a stolen session is revoked");
    assert_eq!(health(&site).await, 200, "{breaking:?}");
    assert_eq!(log_out(&browser).await.status, 303);
    site.browser().log_in(&site, "other@example.com").await;
}

#[tokio::test]
async fn health_is_told_at_once_when_writing_fails_and_when_it_works_again() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let healthz = async || browser.bare(Method::GET, "/healthz").send().await.status;
    assert_eq!(healthz().await, 200);
    site.database.break_writes("INSERT", "events").await;
    assert_eq!(log_out(&browser).await.status, 503);
    assert_eq!(healthz().await, 503, "in the same second");
    site.database.mend().await;
    assert_eq!(healthz().await, 503, "until a write has succeeded");
    assert_eq!(log_out(&browser).await.status, 303);
    assert_eq!(healthz().await, 200, "in the same second");
}

#[tokio::test]
async fn sqlite_that_rolls_back_by_itself_as_on_a_full_disk_wedges_nothing() {
    if is_for_sqlite("PostgreSQL ends no transaction by itself") {
        breaks_and_mends(Breaking::RolledBack).await;
    }
}

#[tokio::test]
async fn a_commit_that_fails_wedges_nothing() {
    breaks_and_mends(Breaking::Commit).await;
}

#[tokio::test]
async fn a_statement_that_fails_wedges_nothing() {
    breaks_and_mends(Breaking::Statement).await;
}

#[tokio::test]
async fn a_database_that_somebody_else_holds_is_waited_for_and_then_told() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let holder = site.database.hold().await;
    assert_eq!(log_out(&browser).await.status, 503);
    assert_eq!(health(&site).await, 503);
    holder.let_go().await;
    assert_eq!(log_out(&browser).await.status, 303);
    assert_eq!(health(&site).await, 200);
}

#[tokio::test]
async fn where_nobody_wrote_for_ten_seconds_a_check_writes_and_leaves_nothing() {
    let site = Site::start().await;
    site.browser().log_in(&site, ADA).await;
    let before = site.database.dump().await;
    site.database.break_writes("INSERT", "write_probes").await;
    assert_eq!(health(&site).await, 200, "somebody has just written");
    site.clock.advance(seconds(10));
    assert_eq!(health(&site).await, 503);
    assert_eq!(health(&site).await, 503);
    site.database.mend().await;
    assert_eq!(health(&site).await, 200, "a check that failed by its own write tries again");
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn who_only_reads_is_shut_out_by_no_write_that_fails() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.database.break_writes("UPDATE", "sessions").await;
    site.clock.advance(minutes(1));
    assert!(browser.is_logged_in().await, "that the session is used cannot be noted");
    assert_eq!(health(&site).await, 503, "but it is no secret");
    site.database.mend().await;
    assert!(browser.is_logged_in().await);
    assert_eq!(health(&site).await, 200);
}

#[tokio::test]
async fn a_slow_check_is_made_once_for_all_who_wait_for_it() {
    // With the machine's own clock, in which a check takes time.
    let site = Setup::new().paths(Paths::default()).start().await;
    let _holder = site.database.hold().await;
    let began = Instant::now();
    let asking = (0..6).map(|_| {
        let browser = site.browser();
        async move { browser.bare(Method::GET, "/healthz").send().await }
    });
    let answers = at_once(asking.collect()).await;
    assert!(answers.iter().all(|answer| answer.status == 503), "{answers:?}");
    assert!(began.elapsed() < seconds(8), "two seconds of patience, and not two for each: {:?}", began.elapsed());
}
