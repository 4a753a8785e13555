//! What has ended is removed, and nothing else.

use crate::support::{ADA, EVE, SESSION, Site, days, hours, minutes, seconds};

#[tokio::test]
async fn a_challenge_that_has_ended_is_told_apart_for_a_day_and_then_forgotten() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    site.clock.advance(minutes(10) + hours(24));
    site.auth.prune().await.unwrap();
    assert_eq!(browser.get("/sessions/waiting").await.body, "expired");
    site.clock.advance(seconds(1));
    site.auth.prune().await.unwrap();
    assert_eq!(browser.get("/sessions/waiting").await.body, "no_challenge");
    for rows in ["SELECT COUNT(*) FROM magic_auth_challenges", "SELECT COUNT(*) FROM magic_auth_magic_links"] {
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
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
}

#[tokio::test]
async fn a_session_that_has_ended_can_say_why_for_thirty_days() {
    let site = Site::start().await;
    let (idle, logged_out) = (site.browser(), site.browser());
    idle.log_in(&site, ADA).await;
    logged_out.log_in(&site, EVE).await;
    let stolen = logged_out.twin();
    logged_out.post("/api/magic_auth/log_out", &[]).await;
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
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 0);
}

#[tokio::test]
async fn codes_that_were_switched_off_stay_off_and_fewer_failures_are_forgotten_in_the_end() {
    let site = Site::start().await;
    for (email, failures) in [
        (ADA, "UPDATE magic_auth_failed_codes SET failures = 100 WHERE email = 'ada@example.com'"),
        (EVE, "UPDATE magic_auth_failed_codes SET failures = 99 WHERE email = 'eve@example.com'"),
    ] {
        let browser = site.browser();
        browser.ask(email).await;
        browser.type_code(&site.message(email).wrong_code()).await;
        site.database.run(failures).await;
    }
    site.clock.advance(hours(24));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT SUM(failures) FROM magic_auth_failed_codes").await, 199);
    site.clock.advance(days(1000));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT SUM(failures) FROM magic_auth_failed_codes").await, 100);
    let browser = site.browser();
    browser.ask(ADA).await;
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert!(!answer.logs_in(), "codes are off");
}

#[tokio::test]
async fn events_go_back_ninety_days() {
    let site = Site::start().await;
    site.browser().log_in(&site, ADA).await;
    let events = site.database.number("SELECT COUNT(*) FROM magic_auth_events").await;
    assert!(events > 0);
    site.clock.advance(days(90));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events").await, events);
    site.clock.advance(seconds(1));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events").await, 0);
}

#[tokio::test]
async fn many_old_rows_go_piece_by_piece_and_take_nothing_else_with_them() {
    const ROWS: i64 = 20_000;
    let site = Site::start().await;
    site.browser().log_in(&site, ADA).await;
    let fresh = site.database.dump().await;
    for old in [
        "INSERT INTO magic_auth_users (id, account, email, created_at) VALUES (randomblob(16), 'old', 'old@example.com', 0)",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
         INSERT INTO magic_auth_events (id, at, name, user_agent, client) SELECT randomblob(16), n, 'old', '', '' FROM n",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_sessions (id, user_id, token_hash, created_at, last_seen_at, idle_ends_at, ends_at, remember, ended_at,
                               user_agent, client)
         SELECT randomblob(16), magic_auth_users.id, randomblob(32), 0, 0, CASE n % 3 WHEN 0 THEN n ELSE 4102444800000 END,
                CASE n % 3 WHEN 1 THEN n ELSE 4102444800000 END, TRUE, CASE n % 3 WHEN 2 THEN n END, '', ''
         FROM n, magic_auth_users WHERE email = 'old@example.com'",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_challenges (id, browser_hash, email, created_at, ends_at, remember, user_agent, client)
         SELECT randomblob(16), randomblob(32), 'old@example.com', 0, n, TRUE, '', '' FROM n",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3)
         INSERT INTO magic_auth_magic_links (id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at)
         SELECT randomblob(16), magic_auth_challenges.id, randomblob(32), randomblob(32), randomblob(32), 0, 0 FROM n, magic_auth_challenges
         WHERE email = 'old@example.com'",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_failed_codes (email, failures, last_at) SELECT 'old' || n, n % 90, n FROM n",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_limits SELECT 'old' || n, n FROM n",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_devices (token_hash, email, last_seen_at) SELECT randomblob(32), 'old@example.com', n FROM n",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
         INSERT INTO magic_auth_email_changes (id, user_id, old_email, new_email, created_at, undo_ends_at)
         SELECT randomblob(16), magic_auth_users.id, '', '', 0, n FROM n, magic_auth_users WHERE email = 'old@example.com'",
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3)
         INSERT INTO magic_auth_undo_tokens SELECT randomblob(32), magic_auth_email_changes.id FROM n, magic_auth_email_changes",
    ] {
        site.database.run(old).await;
    }
    let auth = site.auth.clone();
    let pruning = tokio::spawn(async move { auth.prune().await });
    let left = async || site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'old'").await;
    let mut some = left().await;
    while some == ROWS {
        some = left().await;
    }
    assert!(some > 0, "others can write in between");
    pruning.await.unwrap().unwrap();
    site.database.run("DELETE FROM magic_auth_users WHERE email = 'old@example.com'").await;
    assert_eq!(site.database.dump().await, fresh);
}
