//! The line of a live page: kept alive, given up, closed, and shut to what is no page.

use crate::support::{ADA, Browser, NO_FIELDS, OVER, RESTART, SESSION, Setup, Site, days, hours, minutes, seconds};
use leptos_magic_auth::internals::{
    auth::{PageState, SessionToken},
    ids::SessionId,
    types::EndReason,
};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use tokio_tungstenite::tungstenite::Message;

const MILLISECOND: Duration = Duration::from_millis(1);

/// A ping and a dot, as they come over the line.
const BEAT: [u8; 5] = [0x89, 0, 0x81, 1, b'.'];

async fn logged_in(site: &Site) -> Browser {
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser
}

/// What comes until the server has hung up.
async fn rest(line: &mut TcpStream) -> Vec<u8> {
    let mut rest = Vec::new();
    // A server that hangs up while something is still unread resets the connection.
    let _ = timeout(seconds(10), line.read_to_end(&mut rest)).await.expect("an end");
    rest
}

#[tokio::test]
async fn a_page_that_answers_nothing_is_given_up_at_the_third_beat() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut dead = browser.open(&site).await.into_bare();
    for _ in 0..2 {
        site.clock.advance(seconds(30) - MILLISECOND);
        assert_eq!(browser.get("/healthz").await.status, 200);
        assert_eq!(site.auth.live_pages(), 1);
        site.clock.advance(MILLISECOND);
        let mut beat = [0; 5];
        timeout(seconds(10), dead.read_exact(&mut beat)).await.expect("a beat").unwrap();
        assert_eq!(beat, BEAT);
    }
    site.clock.advance(seconds(30));
    assert!(rest(&mut dead).await.is_empty(), "nothing more is said");
    assert_eq!(site.auth.live_pages(), 0);
    assert!(browser.is_logged_in().await, "a dead line ends no session");
}

#[tokio::test]
async fn what_is_too_long_or_no_frame_ends_the_line_and_nothing_else() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut witness = browser.open(&site).await;
    let mut too_long = vec![0x81, 0xFE, 0x01, 0x2C, 0, 0, 0, 0];
    too_long.extend([b'x'; 300]);
    let announced = [0x82, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0];
    for (bytes, what) in [
        (&too_long[..], "300 bytes"),
        (&announced, "all bytes there are"),
        (&[0x81, 0x01, b'x'], "no mask"),
        (&[0x83, 0x80, 0, 0, 0, 0], "an unknown kind"),
        (&[0xF1, 0x80, 0, 0, 0, 0], "unknown flags"),
        (&[0x81, 0x82, 0, 0, 0, 0, 0xFF, 0xFE], "no UTF-8"),
        (b"GET / HTTP/1.1\r\n\r\n", "no frame"),
    ] {
        let mut line = browser.open(&site).await.into_bare();
        line.write_all(bytes).await.unwrap();
        rest(&mut line).await;
        assert_eq!(site.auth.live_pages(), 1, "{what}");
    }
    assert!(witness.is_silent().await && browser.is_logged_in().await);
}

#[tokio::test]
async fn a_page_may_say_a_little_between_two_beats_and_again_after_each() {
    let site = Site::start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    for _ in 0..4 {
        for _ in 0..5 {
            page.say(Message::Text("hello".into())).await;
        }
        assert!(page.is_silent().await);
        site.clock.advance(seconds(30));
        assert!(matches!(page.next().await, Some(Message::Ping(_))));
    }
}

#[tokio::test]
async fn a_page_that_leaves_politely_gives_up_its_place() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let (mut page, _other) = (browser.open(&site).await, browser.open(&site).await);
    assert_eq!(site.auth.live_pages(), 2);
    page.say(Message::Close(None)).await;
    rest(&mut page.into_bare()).await;
    assert_eq!(site.auth.live_pages(), 1);
}

#[tokio::test]
async fn what_was_told_gives_up_its_place_also_when_it_does_not_say_good_bye() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let mut page = browser.open(&site).await.into_bare();
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let farewell = [&[0x88, 12, 0x0F, 0xA1], &b"logged_out"[..]].concat();
    assert_eq!(rest(&mut page).await, farewell, "and the server does not wait for long");
    assert_eq!(site.auth.live_pages(), 0);
}

#[tokio::test]
async fn who_connects_to_a_server_that_stops_is_sent_elsewhere_at_once() {
    let site = Site::start().await;
    let browser = logged_in(&site).await;
    let page = browser.load(&site).await;
    site.auth.stop_live_pages();
    assert_eq!(page.connect(&browser).await.told().await, (RESTART, String::new()));
    let stale = browser.twin();
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(page.connect(&stale).await.over().await, "logged_out", "what is over is over on every server");
}

#[tokio::test]
async fn every_one_of_two_hundred_pages_is_told() {
    let site = Site::start().await;
    let browsers = [logged_in(&site).await, logged_in(&site).await, logged_in(&site).await, logged_in(&site).await];
    let mut pages = Vec::new();
    for browser in &browsers {
        let page = browser.load(&site).await;
        for _ in 0..50 {
            pages.push(page.twin().connect(browser).await.alive().await);
        }
    }
    assert_eq!(site.auth.live_pages(), 200);
    browsers[0].post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    for mut page in pages {
        assert_eq!(page.told().await, (OVER, "logged_out_everywhere".to_owned()));
        rest(&mut page.into_bare()).await;
    }
    assert_eq!(site.auth.live_pages(), 0);
}

#[tokio::test]
async fn a_check_each_minute_and_one_at_the_very_end() {
    let site = Setup::new().set("--session-lifetime", "3h").set("--session-idle", "1h").start().await;
    let browser = logged_in(&site).await;
    let token = SessionToken::parse(&browser.cookie(SESSION).unwrap()).unwrap();
    let session = SessionId::parse(&browser.load(&site).await.session).unwrap();
    let page = site.auth.live_page(&token, session, None);
    let began = site.clock.now();
    let next_check = async || match page.check().await.unwrap() {
        PageState::Stays { check_at } => Ok(Duration::from_millis((check_at.0 - began) as u64)),
        PageState::Leaves(because) => Err(because),
    };
    assert_eq!(next_check().await, Ok(seconds(60)));
    site.clock.advance(hours(1) - MILLISECOND);
    assert_eq!(next_check().await, Ok(hours(1)), "the idle end, exactly");
    browser.get("/").await;
    assert_eq!(next_check().await, Ok(hours(1) - MILLISECOND + seconds(60)), "used meanwhile");
    for _ in 0..3 {
        site.clock.advance(minutes(39) + seconds(59));
        browser.get("/").await;
    }
    site.clock.advance(seconds(3));
    assert_eq!(next_check().await, Ok(hours(3)), "a millisecond before the end that never moves");
    site.clock.advance(MILLISECOND);
    assert_eq!(next_check().await, Err(EndReason::SessionExpired));
}

#[tokio::test]
async fn a_line_that_is_never_used_otherwise_stays_for_days() {
    let site = Site::start().await;
    let mut page = logged_in(&site).await.open(&site).await;
    for _ in 0..13 {
        site.clock.advance(days(1));
        assert!(page.is_silent().await);
    }
    site.clock.advance(days(1));
    assert_eq!(page.over().await, "session_expired");
}
