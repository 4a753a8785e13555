//! What the list of sessions leaves out, and what it does with what no page of ours sends.

use crate::support::{ADA, Answer, Browser, EVE, NO_FIELDS, SESSION, Setup, Site, days, minutes, text_of};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.0 Mobile/15E148 Safari/604.1";

async fn logged_in(site: &Site, email: &str) -> Browser {
    let browser = site.browser();
    browser.log_in(site, email).await;
    browser
}

/// The words of each item of the list with this heading's id.
fn items(page: &Answer, heading: &str) -> Vec<String> {
    let (_, list) = page.body.split_once(&format!("<h2 id=\"{heading}\"")).unwrap();
    let list = list.split_once("</ul>").unwrap().0;
    list.split("<li").skip(1).map(|item| text_of(&format!("<li{item}"))).collect()
}

#[tokio::test]
async fn what_has_ended_is_not_listed() {
    let site = Site::start().await;
    let (laptop, mut phone) = (logged_in(&site, ADA).await, site.browser());
    phone.user_agent = IPHONE;
    // Not kept: over after a day.
    phone.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    phone.type_code(&site.message(ADA).code).await;
    site.clock.advance(days(1) - std::time::Duration::from_millis(1));
    let page = laptop.visit("/account").await;
    assert!(page.says("In 2 browsers.") && items(&page, "sessions")[1].starts_with("Safari on iPhone"));
    site.clock.advance(std::time::Duration::from_millis(1));
    let page = laptop.visit("/account").await;
    assert!(page.says("In this browser only."), "{}", page.text());
    assert_eq!(items(&page, "sessions").len(), 1);
}

#[tokio::test]
async fn nobody_sees_the_sessions_or_the_activity_of_others() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    let before = items(&ada.visit("/account").await, "activity");
    let mut eve = site.browser();
    eve.user_agent = IPHONE;
    eve.log_in(&site, EVE).await;
    eve.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    eve.log_in(&site, EVE).await;
    let page = ada.visit("/account").await;
    assert!(page.says("In this browser only.") && !page.says("Safari on iPhone") && !page.body.contains(EVE));
    assert_eq!(items(&page, "activity"), before);
    let hers = eve.visit("/account").await;
    assert!(hers.says("In this browser only.") && !hers.says("Firefox on Linux") && !hers.body.contains(ADA));
}

#[tokio::test]
async fn the_other_tab_of_who_logs_out_by_the_list_is_told_that_they_logged_out() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    let (mut tab, stale) = (browser.open(&site).await, browser.twin());
    let own = browser.load(&site).await.session;
    browser.post("/api/magic_auth/end_session", &[("id", &own)]).await;
    assert_eq!(tab.over().await, "logged_out", "not “from another browser”: it was this one");
    assert_eq!(stale.get("/account").await.location(), "/sessions/log_in?notice=logged_out&return_to=/account");
}

#[tokio::test]
async fn an_id_may_be_as_odd_as_it_likes() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site, ADA).await, logged_in(&site, ADA).await);
    let id = other.load(&site).await.session;
    let huge = "x".repeat(1 << 20);
    let answer = browser.post("/api/magic_auth/end_session", &[("id", &huge)]).await;
    assert_eq!((answer.status, answer.heading().as_str()), (413, "That was too much"));
    let (cut, longer, spaced) = (&id[..35], format!("{id}0"), format!(" {id}"));
    for odd in [cut, &longer, &spaced, "\0", "<script>alert(1)</script>", "💥", "../account", "%00"] {
        let answer = browser.post("/api/magic_auth/end_session", &[("id", odd)]).await;
        assert_eq!(answer.status, 404, "{odd:?}");
        assert!(!answer.body.contains("<script>alert"));
    }
    assert_eq!(browser.post("/api/magic_auth/end_session", NO_FIELDS).await.status, 404, "none at all");
    let twice = browser.post("/api/magic_auth/end_session", &[("id", &id), ("id", &id)]).await;
    assert_eq!(twice.status, 400, "two at once");
    assert!(browser.is_logged_in().await && other.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'authz_fail'").await, 0);
}

#[tokio::test]
async fn strangers_are_asked_to_log_in() {
    let site = Site::start().await;
    let other = logged_in(&site, ADA).await;
    let id = other.load(&site).await.session;
    for path in ["/api/magic_auth/end_session", "/api/magic_auth/end_other_sessions"] {
        let stranger = site.browser();
        let answer = stranger.post(path, &[("id", &id)]).await;
        assert_eq!(answer.location(), "/sessions/log_in?error=logged_out_meanwhile&return_to=/account");
        assert_eq!(stranger.cookie(SESSION), None);
    }
    assert!(other.is_logged_in().await);
}

#[tokio::test]
async fn what_a_browser_calls_itself_is_shown_in_our_words_or_not_at_all() {
    let site = Site::start().await;
    let mut odd = site.browser();
    odd.user_agent = "<script>alert(1)</script>\" onload=\"alert(2)";
    odd.log_in(&site, ADA).await;
    let page = odd.visit("/account").await;
    assert!(!page.body.contains("alert("), "{}", page.body);
    assert!(items(&page, "sessions")[0].starts_with("An unknown browser This one"), "{}", page.text());
}

/// Five hundred more of each kind: of the user's own doing, and of others.
const MANY_EVENTS: &str = "
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 500)
    INSERT INTO magic_auth_events (id, at, name, detail, user_id, proven, email, user_agent, client)
    SELECT randomblob(16), one.at - n, kind.name, '', magic_auth_users.id, kind.proven, magic_auth_users.email, one.user_agent,
           '198.51.100.' || (n % 250)
    FROM counted, magic_auth_users, (SELECT * FROM magic_auth_events ORDER BY id DESC LIMIT 1) AS one,
         (SELECT 'authn_login_fail' AS name, FALSE AS proven UNION SELECT 'authn_login_success', TRUE) AS kind";

#[tokio::test]
async fn of_many_events_the_last_twenty_of_ones_own_and_the_last_ten_of_others_are_shown() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    site.database.run(MANY_EVENTS).await;
    let page = browser.visit("/account").await;
    let shown = items(&page, "activity");
    let of_others = shown.iter().filter(|item| item.starts_with("Tried to log in in vain")).count();
    assert_eq!((shown.len(), of_others), (30, 10));
    assert!(page.body.len() < 64 * 1024, "{} bytes", page.body.len());
}

#[tokio::test]
async fn no_number_of_tries_hides_what_somebody_did_who_got_in() {
    let site = Site::start().await;
    let browser = logged_in(&site, ADA).await;
    for _ in 0..9 {
        let stranger = site.browser();
        stranger.ask(ADA).await;
        for _ in 0..5 {
            stranger.type_code("000000").await;
        }
    }
    let shown = items(&browser.visit("/account").await, "activity");
    assert!(shown.iter().any(|item| item.starts_with("Logged in")), "{shown:?}");
    assert!(shown.iter().any(|item| item.starts_with("Used up all tries")), "{shown:?}");
}

#[tokio::test]
async fn activity_stays_with_its_user_and_is_not_shown_to_the_next_one_who_has_the_address() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    let failing = site.browser();
    failing.ask(ADA).await;
    failing.type_code("000000").await;
    ada.change_email("grace@example.com").await;
    assert!(ada.type_code(&site.message("grace@example.com").code).await.logs_in());
    // Who still types the old address out of habit is Ada, as long as she can come back to it.
    let habit = site.browser();
    habit.ask(ADA).await;
    for _ in 0..5 {
        habit.type_code("000000").await;
    }
    let still = items(&ada.visit("/account").await, "activity");
    for words in ["Tried to log in in vain", "Used up all tries"] {
        assert!(still.iter().any(|item| item.starts_with(words)), "{still:?}");
    }

    // The address is free again after a week. She still types it, and then it is somebody else's.
    site.clock.advance(days(8));
    site.auth.prune().await.unwrap();
    site.browser().ask(ADA).await;
    site.clock.advance(days(1));
    let next = logged_in(&site, ADA).await;
    let shown = items(&next.visit("/account").await, "activity");
    let began: Vec<_> = shown.iter().map(|item| item.split(" F").next().unwrap().to_owned()).collect();
    assert_eq!(began, ["Logged in", "Account created", "Asked for an email"], "{shown:?}");
}

#[tokio::test]
async fn what_one_may_not_do_hides_nothing_that_one_did() {
    let site = Setup::new().with_limits().set("--codes-per-client", "100").start().await;
    let (thief, eve) = (logged_in(&site, ADA).await, logged_in(&site, EVE).await);
    let id = eve.load(&site).await.session;
    for _ in 0..150 {
        assert_eq!(thief.post("/api/magic_auth/end_session", &[("id", &id)]).await.status, 404);
    }
    let shown = items(&thief.visit("/account").await, "activity");
    assert!(shown.iter().any(|item| item.starts_with("Logged in")), "{shown:?}");
    assert!(shown.iter().any(|item| item.starts_with("Tried to end a session")), "{shown:?}");
    assert!(site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'authz_fail'").await <= 100);
}

#[tokio::test]
async fn whose_address_becomes_somebody_elses_has_no_emails_there_any_more() {
    let site = Setup::new().with_limits().start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email("grace@example.com").await;
    assert!(ada.type_code(&site.message("grace@example.com").code).await.logs_in());
    site.clock.advance(days(8));
    logged_in(&site, ADA).await;
    let devices = "SELECT COUNT(*) FROM magic_auth_devices WHERE email = 'ada@example.com'";
    assert_eq!(site.database.number(devices).await, 1, "that of the one who has it now");
    let answer = ada.twin().post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert_eq!(answer.status, 429, "a stranger like any other");
}

#[tokio::test]
async fn what_was_tried_while_an_address_could_be_taken_back_stays_with_who_had_it() {
    let site = Site::start().await;
    let ada = logged_in(&site, ADA).await;
    ada.change_email("grace@example.com").await;
    assert!(ada.type_code(&site.message("grace@example.com").code).await.logs_in());
    site.clock.advance(days(7) - minutes(5));
    let next = site.browser();
    next.ask(ADA).await;
    next.type_code(&site.message(ADA).wrong_code()).await;
    // The email outlives the week.
    site.clock.advance(minutes(6));
    assert!(next.type_code(&site.message(ADA).code).await.logs_in());
    for (browser, theirs) in [(&ada, true), (&next, false)] {
        let shown = items(&browser.visit("/account").await, "activity");
        assert_eq!(shown.iter().any(|item| item.starts_with("Tried to log in in vain")), theirs, "{shown:?}");
    }
}
