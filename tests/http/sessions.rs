//! Where one is logged in.

use crate::support::{ADA, Answer, Browser, EVE, NO_FIELDS, SESSION, Site, hours, minutes};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.0 Mobile/15E148 Safari/604.1";

/// A browser on Linux and one on a phone, of one user.
async fn two(site: &Site) -> (Browser, Browser) {
    let laptop = site.browser();
    laptop.log_in(site, ADA).await;
    site.clock.advance(hours(1));
    let mut phone = site.browser();
    phone.user_agent = IPHONE;
    phone.log_in(site, ADA).await;
    (laptop, phone)
}

/// The ids of the listed sessions, in order.
fn ids(page: &Answer) -> Vec<String> {
    let forms = page.body.split("name=\"id\" value=\"").skip(1);
    forms.map(|form| form.split_once('"').unwrap().0.to_owned()).collect()
}

#[tokio::test]
async fn the_list_says_which_browser_from_where_and_since_when() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    site.clock.advance(minutes(5));
    let page = phone.visit("/account").await;
    for words in [
        "In 2 browsers.",
        "Safari on iPhone This one",
        "Firefox on Linux",
        "127.0.0.1",
        "Last seen just now · 127.0.0.1 Logged in 5 minutes ago",
        "Last seen today, 14:05 UTC · 127.0.0.1 Logged in today, 14:05 UTC",
        "This browser stays logged in until 21 Jan 2027, 15:05 UTC at the latest.",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(
        page.body.contains("<time datetime=\"2026-11-22T14:05:00Z\" title=\"22 November 2026, 14:05 UTC\""),
        "exactly"
    );
    assert_eq!(ids(&page)[0], page.live_session().unwrap(), "this one comes first");
    let own = laptop.visit("/account").await;
    assert_eq!(ids(&own)[0], own.live_session().unwrap());
}

#[tokio::test]
async fn who_is_logged_in_once_is_told_so_and_has_no_others_to_end() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    phone.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let page = laptop.visit("/account").await;
    assert!(page.says("In this browser only.") && !page.says("Safari on iPhone This one"));
    assert_eq!(ids(&page).len(), 1);
    assert!(page.form("/api/magic_auth/end_other_sessions").is_none());
}

#[tokio::test]
async fn one_of_them_is_ended_and_its_page_told() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let (mut own, mut other) = (laptop.open(&site).await, phone.open(&site).await);
    let id = ids(&laptop.visit("/account").await)[1].clone();
    let answer = laptop.post_from(&own.page, "/api/magic_auth/end_session", &[("id", &id)]).await;
    assert_eq!(answer.location(), "/account?notice=other_ended");
    assert_eq!(laptop.follow(answer).await.messages(), ["That browser is logged out."]);
    assert_eq!(other.over().await, "session_ended");
    assert!(own.is_silent().await && laptop.is_logged_in().await);
    let wall = phone.get("/account").await;
    assert_eq!(wall.location(), "/sessions/log_in?notice=session_ended&return_to=/account");
    let again = laptop.post("/api/magic_auth/end_session", &[("id", &id)]).await;
    assert_eq!(again.location(), "/account?notice=other_ended", "a second click is calm");
}

#[tokio::test]
async fn ending_ones_own_is_logging_out() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let page = laptop.visit("/account").await;
    let answer = laptop.post("/api/magic_auth/end_session", &[("id", &page.live_session().unwrap())]).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out");
    assert_eq!(laptop.cookie(SESSION), None);
    assert!(phone.is_logged_in().await);
}

#[tokio::test]
async fn all_others_are_ended_and_told() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let third = site.browser();
    third.log_in(&site, ADA).await;
    let (mut own, mut others) = (laptop.open(&site).await, [phone.open(&site).await, third.open(&site).await]);
    let page = laptop.visit("/account").await;
    let answer = laptop.submit(&page, "/api/magic_auth/end_other_sessions", &[]).await;
    assert_eq!(answer.location(), "/account?notice=others_ended");
    for other in &mut others {
        assert_eq!(other.over().await, "session_ended");
    }
    assert!(own.is_silent().await && laptop.is_logged_in().await);
    assert!(!phone.is_logged_in().await && !third.is_logged_in().await);
}

#[tokio::test]
async fn somebody_elses_session_is_not_found_nothing_happens_and_it_is_noted() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let eve = site.browser();
    eve.log_in(&site, EVE).await;
    let id = laptop.visit("/account").await.live_session().unwrap();
    let long = "x".repeat(60_000);
    for (id, noted) in
        [(id.as_str(), 1), ("3f0e9a6e-0000-4000-8000-000000000000", 1), ("", 1), ("1 OR 1=1", 1), (&long, 1)]
    {
        let answer = eve.post("/api/magic_auth/end_session", &[("id", id)]).await;
        assert_eq!(answer.status, 404, "{id:.40}");
        assert_eq!(answer.heading(), "There is nothing here");
        assert_eq!(eve.post_for_json("/api/magic_auth/end_session", &[("id", "x")]).await.status, 404);
        let events = site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'authz_fail'").await;
        assert_eq!(events, noted, "{id:.40}");
    }
    assert!(laptop.is_logged_in().await && phone.is_logged_in().await && eve.is_logged_in().await);
    assert!(eve.visit("/account").await.says("Tried to end a session that wasn't theirs"));
    assert!(!laptop.visit("/account").await.says("Tried to end a session that wasn't theirs"));
}

#[tokio::test]
async fn who_is_logged_out_meanwhile_ends_nothing() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let stale = phone.twin();
    phone.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let id = laptop.visit("/account").await.live_session().unwrap();
    for (path, fields) in
        [("/api/magic_auth/end_session", vec![("id", id.as_str())]), ("/api/magic_auth/end_other_sessions", vec![])]
    {
        let answer = stale.post(path, &fields).await;
        assert_eq!(answer.location(), "/sessions/log_in?notice=logged_out&return_to=/account");
        assert_eq!(stale.post_for_json(path, &fields).await.status, 401);
    }
    assert!(laptop.is_logged_in().await);
}

#[tokio::test]
async fn five_hundred_are_shown_in_pages() {
    let site = Site::start().await;
    let (laptop, _) = two(&site).await;
    site.database
        .run(
            "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 498)
             INSERT INTO magic_auth_sessions (id, user_id, token_hash, created_at, last_seen_at, idle_ends_at, ends_at, remember,
                                   user_agent, client)
             SELECT randomblob(16), user_id, randomblob(32), created_at, last_seen_at - n, idle_ends_at, ends_at, remember,
                    user_agent, client
             FROM counted, (SELECT * FROM magic_auth_sessions LIMIT 1) AS one",
        )
        .await;
    let own = laptop.visit("/account").await.live_session().unwrap();
    let mut seen = Vec::new();
    for number in 1..=25 {
        let page = laptop.visit(&format!("/account?page={number}")).await;
        assert!(page.says("In 500 browsers.") && page.says(&format!("Page {number} of 25")), "{number}");
        assert!(page.body.len() < 64 * 1024, "{} bytes", page.body.len());
        let ids = ids(&page);
        assert_eq!(ids.len(), 20);
        assert_eq!(ids.contains(&own), number == 1);
        seen.extend(ids);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 500, "each once");
    for (odd, says) in [
        ("26", "There are none on this page."),
        ("0", "Page 1 of 25"),
        ("-3", "Page 1 of 25"),
        ("x", "Page 1 of 25"),
        ("99999999999999999999", "Page 1 of 25"),
    ] {
        let page = laptop.visit(&format!("/account?page={odd}")).await;
        assert!(page.status == 200 && page.says(says), "{odd}");
    }
}

#[tokio::test]
async fn recent_activity_tells_what_was_done_and_how_newest_first() {
    let site = Site::start().await;
    let (laptop, phone) = two(&site).await;
    let stranger = site.browser();
    stranger.ask(ADA).await;
    stranger.type_code("000000").await;
    phone.post("/api/magic_auth/log_out", NO_FIELDS).await;
    phone.log_in(&site, ADA).await;
    laptop.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await;
    laptop.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    laptop.log_in(&site, ADA).await;
    let page = laptop.visit("/account").await;
    let activity = page.text().split_once("Recent activity").unwrap().1.to_owned();
    let mut rest = activity.as_str();
    for words in [
        "Logged in",
        "Asked for an email",
        "Logged out everywhere Firefox on Linux",
        "Logged out all other browsers Firefox on Linux",
        "Logged in Safari on iPhone",
        "Asked for an email Safari on iPhone",
        "Logged out Safari on iPhone",
        "Tried to log in in vain Firefox on Linux",
        "Account created",
    ] {
        let found = rest.find(words).unwrap_or_else(|| panic!("{words} after the others: {activity}"));
        rest = &rest[found + words.len()..];
    }
}
