//! What has ended is removed, and nothing else.

use crate::support::{ADA, EVE, SESSION, Site, days, hours, minutes, seconds};

#[tokio::test]
async fn a_challenge_that_has_ended_is_told_apart_for_a_day_and_then_forgotten() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.clock.advance(minutes(10) + hours(24));
    site.auth.prune().await.unwrap();
    assert_eq!(browser.get("/sessions/waiting").await.body, "ended");
    site.clock.advance(seconds(1));
    site.auth.prune().await.unwrap();
    assert_eq!(browser.get("/sessions/waiting").await.body, "no_challenge");
    for rows in ["SELECT COUNT(*) FROM challenges", "SELECT COUNT(*) FROM letters"] {
        assert_eq!(site.database.number(rows).await, 0, "{rows}");
    }
}

#[tokio::test]
async fn what_is_still_good_stays() {
    let site = Site::start().await;
    let (logged_in, asked) = (site.browser(), site.browser());
    logged_in.log_in(&site, ADA).await;
    asked.ask(EVE).await;
    let before = site.database.dump().await;
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.dump().await, before);
    site.clock.advance(days(13));
    site.auth.prune().await.unwrap();
    assert!(logged_in.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM users").await, 1);
}

#[tokio::test]
async fn a_session_that_has_ended_can_say_why_for_thirty_days() {
    let site = Site::start().await;
    let (idle, logged_out) = (site.browser(), site.browser());
    idle.log_in(&site, ADA).await;
    logged_out.log_in(&site, EVE).await;
    let stolen = logged_out.twin();
    logged_out.post("/api/log_out", &[]).await;
    let why = async |browser: &crate::support::Browser| browser.twin().get("/account").await.location().to_owned();

    site.clock.advance(days(30));
    site.auth.prune().await.unwrap();
    assert!(why(&stolen).await.contains("notice=logged_out&"));
    site.clock.advance(days(14));
    site.auth.prune().await.unwrap();
    assert!(why(&idle).await.contains("notice=session_expired&"));
    assert!(why(&stolen).await.contains("notice=log_in&"), "forgotten, and no less ended");
    site.clock.advance(seconds(1));
    site.auth.prune().await.unwrap();
    assert!(why(&idle).await.contains("notice=log_in&"));
    assert!(idle.cookie(SESSION).is_some());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM sessions").await, 0);
}

#[tokio::test]
async fn codes_that_were_switched_off_stay_off_and_fewer_failures_are_forgotten_in_the_end() {
    let site = Site::start().await;
    for (email, failures) in [
        (ADA, "UPDATE failed_codes SET failures = 100 WHERE email = 'ada@example.com'"),
        (EVE, "UPDATE failed_codes SET failures = 99 WHERE email = 'eve@example.com'"),
    ] {
        let browser = site.browser();
        browser.ask(email).await;
        browser.type_code(&site.letter(email).wrong_code()).await;
        site.database.run(failures).await;
    }
    site.clock.advance(hours(24));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT SUM(failures) FROM failed_codes").await, 199);
    site.clock.advance(days(1000));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT SUM(failures) FROM failed_codes").await, 100);
    let browser = site.browser();
    browser.ask(ADA).await;
    let answer = browser.type_code(&site.letter(ADA).code).await;
    assert_eq!(answer.location(), "/sessions/password?error=codes_off");
}

#[tokio::test]
async fn events_go_back_ninety_days() {
    let site = Site::start().await;
    site.browser().log_in(&site, ADA).await;
    let events = site.database.number("SELECT COUNT(*) FROM events").await;
    assert!(events > 0);
    site.clock.advance(days(90));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM events").await, events);
    site.clock.advance(seconds(1));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM events").await, 0);
}
