//! Live pages: told of the end of their session, whatever the reason.

use crate::support::{
    ADA, Browser, EVE, NO_FIELDS, OVER, REPLACED, RESTART, Setup, Site, connect, days, minutes, seconds,
};
use reqwest::Method;
use std::time::Duration;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

#[tokio::test]
async fn the_other_tab_of_a_browser_that_logs_out_is_told() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site).await, logged_in(&site).await);
    let (mut tab, mut other_page) = (browser.open(&site).await, other.open(&site).await);
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(tab.over().await, "logged_out");
    assert!(other_page.is_silent().await, "another session goes on");
}

#[tokio::test]
async fn the_page_that_acts_is_left_to_go_its_way_for_ten_seconds() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let (mut acting, mut tab) = (browser.open(&site).await, browser.open(&site).await);
    browser.post_from(&acting.page, "/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(tab.over().await, "logged_out");
    assert!(acting.is_silent().await);
    site.clock.advance(seconds(10) - Duration::from_millis(1));
    assert!(acting.is_silent().await);
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(acting.over().await, "logged_out");
}

#[tokio::test]
async fn logging_in_anew_ends_the_pages_of_the_browsers_old_session() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut tab = browser.open(&site).await;
    // The log-in page sends on who is logged in, so the email is asked for as from a page left open.
    browser.post("/api/magic_auth/request_log_in", &[("email", EVE)]).await;
    let answer = browser.type_code(&site.message(EVE).code).await;
    assert!(answer.logs_in(), "{answer:?}");
    assert_eq!(tab.over().await, "session_replaced");
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends_to_the_millisecond_though_its_page_is_open() {
    let site = Site::start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    site.clock.advance(days(14) - Duration::from_millis(1));
    assert!(page.is_silent().await);
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(page.over().await, "session_expired");
}

#[tokio::test]
async fn use_in_another_tab_moves_the_end() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut page = browser.open(&site).await;
    site.clock.advance(days(13));
    assert!(browser.is_logged_in().await);
    site.clock.advance(days(13));
    assert!(page.is_silent().await, "a day is left");
    site.clock.advance(days(1));
    assert_eq!(page.over().await, "session_expired");
}

#[tokio::test]
async fn the_absolute_end_is_told_too() {
    let site = Setup::new().set("--session-lifetime", "1h").start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    site.clock.advance(minutes(60) - Duration::from_millis(1));
    assert!(page.is_silent().await);
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(page.over().await, "session_expired");
}

#[tokio::test]
async fn an_end_that_another_process_wrote_is_found_within_a_minute() {
    let site = Site::start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    site.database.run("UPDATE magic_auth_sessions SET ended_at = 1, ended_because = 'session_ended'").await;
    assert!(page.is_silent().await, "nobody has said anything");
    site.clock.advance(minutes(1));
    assert_eq!(page.over().await, "session_ended");
}

#[tokio::test]
async fn an_open_page_is_no_use_of_its_session() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    let before = site.database.number("SELECT idle_ends_at + last_seen_at FROM magic_auth_sessions").await;
    site.clock.advance(minutes(5));
    let mut socket = page.connect(&browser).await.alive().await;
    site.clock.advance(minutes(5));
    assert!(socket.is_silent().await);
    assert_eq!(site.database.number("SELECT idle_ends_at + last_seen_at FROM magic_auth_sessions").await, before);
}

#[tokio::test]
async fn only_our_own_pages_may_connect() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    let own = site.url.as_str();
    let (secure, longer, look_alike) =
        (own.replace("http:", "https:"), format!("{own}1"), own.replace("127.0.0.1", "127.0.0.1.evil.example"));
    for origin in
        [None, Some("null"), Some(""), Some("https://evil.example"), Some(&secure), Some(&longer), Some(&look_alike)]
    {
        assert_eq!(page.refused(&browser, &[("origin", origin)]).await, 403, "{origin:?}");
    }
    for site_word in ["cross-site", "same-site", "none", "Same-Origin"] {
        let headers = [("origin", Some(own)), ("sec-fetch-site", Some(site_word))];
        assert_eq!(page.refused(&browser, &headers).await, 403, "{site_word}");
    }
    assert_eq!(page.refused(&browser, &[("origin", Some(own)), ("origin", Some(own))]).await, 403);
    assert_eq!(page.refused(&browser, &[("origin", Some(own)), ("sec-fetch-site", Some("same-origin"))]).await, 101);
}

#[tokio::test]
async fn what_is_no_page_of_ours_gets_a_clear_answer() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let session = browser.load(&site).await.session;
    let own = [("origin", Some(site.url.as_str()))];
    for query in ["", "?session=", "?session=x", "?page=x", &format!("?session={session}&page=x")] {
        let answer = connect(site.address, &format!("/sessions/live{query}"), &own).await.expect_err("no socket");
        assert_eq!(answer.status(), 400, "{query}");
    }
    let plain = browser.get(&format!("/sessions/live?session={session}")).await;
    assert!((400..500).contains(&plain.status), "{}", plain.status);
    for method in [Method::POST, Method::DELETE] {
        assert_eq!(browser.request(method, "/sessions/live").send().await.status, 405);
    }
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn a_page_has_one_connection() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    let mut earlier = page.connect(&browser).await.alive().await;
    let mut other = browser.open(&site).await;
    let mut later = page.connect(&browser).await.alive().await;
    assert_eq!(earlier.told().await.0, REPLACED);
    assert!(later.is_silent().await && other.is_silent().await);
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(later.over().await, "logged_out");
}

#[tokio::test]
async fn the_same_id_in_another_session_is_another_page() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site).await, logged_in(&site).await);
    let page = browser.load(&site).await;
    let mut same_id = other.load(&site).await;
    same_id.id = page.id.clone();
    let mut socket = page.connect(&browser).await.alive().await;
    let mut elsewhere = same_id.connect(&other).await.alive().await;
    assert!(socket.is_silent().await && elsewhere.is_silent().await);
    other.post_from(&page.id, "/api/magic_auth/log_out_all", NO_FIELDS).await;
    // Only in its own session is the page that acts spared: this is the price of an id that somebody else has copied.
    assert!(elsewhere.is_silent().await);
}

#[tokio::test]
async fn a_server_that_stops_tells_its_pages_to_come_back_and_does_not_wait_for_them() {
    let mut site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut page = browser.open(&site).await;
    site.tell_to_stop();
    assert_eq!(page.told().await.0, RESTART);
    timeout(seconds(8), site.stopped()).await.expect("an end soon");
}

#[tokio::test]
async fn a_page_that_does_not_say_good_bye_does_not_keep_the_server_from_stopping() {
    let mut site = Site::start().await;
    let _silent = logged_in(&site).await.open(&site).await;
    site.tell_to_stop();
    timeout(seconds(8), site.stopped()).await.expect("an end soon");
}

#[tokio::test]
async fn every_half_minute_the_server_says_that_it_is_there_and_asks_whether_the_page_is() {
    let site = Site::start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    for _ in 0..5 {
        site.clock.advance(seconds(30));
        assert!(matches!(page.next().await, Some(Message::Ping(_))));
        assert!(matches!(page.next().await, Some(Message::Text(_))));
        // Reading has answered the ping; this sends the answer on its way.
        assert!(page.is_silent().await);
    }
}

#[tokio::test]
async fn a_page_that_talks_too_much_is_cut_off() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut page = browser.open(&site).await;
    for _ in 0..20 {
        page.say(Message::Text("hello".into())).await;
    }
    assert_eq!(page.told().await.0, 1008);
    assert!(browser.is_logged_in().await);
}

#[tokio::test]
async fn the_place_of_a_page_that_has_gone_is_given_up() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.open(&site).await;
    assert_eq!(site.auth.live_pages(), 1);
    drop(page);
    let gone = async {
        while site.auth.live_pages() > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(seconds(10), gone).await.expect("the place is given up");
}

#[tokio::test]
async fn whoever_hangs_up_after_asking_has_logged_out_all_the_same() {
    let site = Site::start().await;
    let (browser, other) = (logged_in(&site).await, logged_in(&site).await);
    let mut page = other.open(&site).await;
    let mut connection = site.connect().await;
    let cookie = browser.cookie(crate::support::SESSION).unwrap();
    connection
        .send(format!(
            "POST /api/magic_auth/log_out_all HTTP/1.1\r\nHost: {}\r\nOrigin: {}\r\nAccept: text/html\r\nCookie: {}={cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n",
            site.address,
            site.url,
            crate::support::SESSION,
        ))
        .await;
    drop(connection);
    assert_eq!(page.told().await, (OVER, "logged_out_everywhere".to_owned()));
}

#[tokio::test]
async fn every_page_of_somebody_logged_in_is_live_and_no_other_page_is() {
    let site = Setup::new().with_limits().start().await;
    let (browser, stranger) = (logged_in(&site).await.with_mailbox_key(), site.browser().with_mailbox_key());
    site.clock.advance(minutes(16));
    browser.change_email("grace@example.com").await;
    let (prove, other) = (site.message(ADA), site.browser());
    other.ask(EVE).await;
    let session = browser.load(&site).await.session;
    for path in [
        "/",
        "/account",
        "/account?page=2",
        "/sessions/password",
        "/sessions/log_out/all/get",
        "/account/email/undo",
        "/dev/mailbox",
    ] {
        let page = browser.bare(Method::GET, path).header("accept", "text/html").send().await;
        assert_eq!((page.status, page.live_session()), (200, Some(session.clone())), "{path}");
    }
    for path in [&prove.path, &site.message(EVE).path] {
        let page = browser.visit(path).await;
        assert_eq!((page.status, page.live_session()), (200, Some(session.clone())), "{path}");
    }
    other.ask("limited@example.com").await;
    let limited = browser.post("/api/magic_auth/request_log_in", &[("email", "limited@example.com")]).await;
    assert_eq!((limited.status, limited.live_session()), (429, Some(session)));
    for path in ["/", "/sessions/log_in", "/sessions/verify", "/dev/mailbox"] {
        assert_eq!(stranger.get(path).await.live_session(), None, "{path}");
    }
}
