//! A stranger who burns every limit keeps nobody out.

use crate::support::{ADA, Browser, EVE, NO_FIELDS, Setup, Site, days, hours, minutes, seconds};
use std::time::Duration;

const DEVICE: &str = "__Host-magic_auth_device";

async fn site() -> Site {
    Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await
}

/// From as many clients as it takes: all emails of the address, and wrong codes for each.
async fn do_ones_worst(site: &Site) {
    for number in 0..40_u32 {
        let stranger = site.browser();
        let client = format!("10.0.{}.{}", number / 200, number % 200);
        let ask = stranger
            .request(reqwest::Method::POST, "/api/magic_auth/request_log_in")
            .header("x-forwarded-for", &client);
        if ask.form(&[("email", ADA)]).send().await.status == 303 {
            for _ in 0..5 {
                let guess = stranger.request(reqwest::Method::POST, "/api/magic_auth/log_in_with_code");
                guess.header("x-forwarded-for", &client).form(&[("code", "000000")]).send().await;
            }
        }
        site.clock.advance(seconds(15));
    }
}

async fn asks(browser: &Browser, email: &str) -> u16 {
    asks_from(browser, "203.0.113.50", email).await
}

async fn asks_from(browser: &Browser, client: &str, email: &str) -> u16 {
    let request = browser.request(reqwest::Method::POST, "/api/magic_auth/request_log_in");
    request.header("x-forwarded-for", client).form(&[("email", email)]).send().await.status
}

#[tokio::test]
async fn a_browser_that_has_logged_in_before_has_emails_of_its_own() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert!(browser.cookie(DEVICE).is_some(), "it stays after a log-out");
    site.clock.advance(minutes(20));
    do_ones_worst(&site).await;
    assert_eq!(asks(&site.browser(), ADA).await, 429, "others are out of emails");

    for message in 0..5 {
        let window = browser.twin();
        assert_eq!(asks(&window, ADA).await, 303, "{message}");
        if message == 4 {
            window.get(&site.message(ADA).path).await;
            assert!(window.click_link().await.logs_in());
        }
    }
    assert_eq!(asks(&browser.twin(), ADA).await, 429, "five in an hour, for it too");
    site.clock.advance(minutes(12));
    assert_eq!(asks(&browser.twin(), ADA).await, 303);
}

#[tokio::test]
async fn in_a_new_browser_the_newest_email_with_its_code_works_whoever_asked_for_it() {
    let site = site().await;
    let old = site.browser();
    old.log_in(&site, ADA).await;
    site.clock.advance(minutes(20));
    do_ones_worst(&site).await;
    let phone = site.browser();
    let request = phone
        .request(reqwest::Method::POST, "/api/magic_auth/request_log_in")
        .header("x-forwarded-for", "203.0.113.50");
    let page = request.form(&[("email", ADA)]).send().await;
    assert_eq!(page.status, 429);
    assert!(page.says("open its link in this browser, and type its code"));
    let message = site.message(ADA);
    phone.get(&message.path).await;
    assert!(phone.click_link_with(&message.code).await.logs_in());
}

/// A stranger takes every email of the address as soon as there is one, and guesses with each; for so long at the
/// least, and up to an email that has just been taken.
async fn take_all_emails(site: &Site, number: &mut u32, time: Duration) {
    let until = site.clock.now() + i64::try_from(time.as_millis()).unwrap();
    loop {
        *number += 1;
        let (stranger, client) = (site.browser(), format!("10.{}.{}.1", *number >> 8, *number & 255));
        let ask = stranger
            .request(reqwest::Method::POST, "/api/magic_auth/request_log_in")
            .header("x-forwarded-for", &client);
        let answer = ask.form(&[("email", ADA)]).send().await;
        if let Some(wait) = answer.header("retry-after") {
            site.clock.advance(seconds(wait.parse().unwrap()));
            continue;
        }
        for _ in 0..5 {
            let guess = stranger.request(reqwest::Method::POST, "/api/magic_auth/log_in_with_code");
            guess.header("x-forwarded-for", &client).form(&[("code", "000000")]).send().await;
        }
        if site.clock.now() >= until {
            return;
        }
    }
}

#[tokio::test]
async fn who_reads_the_mailbox_gets_an_email_in_a_new_browser_however_long_the_stranger_goes_on() {
    let site = site().await;
    let mut number = 0;
    for so_far in [hours(3), hours(21), days(2)] {
        take_all_emails(&site, &mut number, so_far).await;
        // Well after the stranger's newest email, and before the next.
        site.clock.advance(minutes(11));
        let phone = site.browser();
        let request = phone.request(reqwest::Method::POST, "/api/magic_auth/request_log_in");
        let page = request.header("x-forwarded-for", "203.0.113.50").form(&[("email", ADA)]).send().await;
        assert_eq!(page.status, 429, "after {so_far:?}");
        assert!(page.says("Open its link all the same, then ask here again."));

        let newest = site.message(ADA);
        let page = phone.visit(&newest.path).await;
        assert_eq!(page.heading(), "This link has expired");
        assert!(
            page.form("/api/magic_auth/request_log_in").is_none(),
            "a scanner that presses buttons sends itself no emails"
        );
        let page = phone.visit("/sessions/log_in").await;
        let answer = phone.submit(&page, "/api/magic_auth/request_log_in", &[("email", ADA)]).await;
        assert_eq!(answer.location(), "/sessions/password", "after {so_far:?}");
        assert_ne!(site.message(ADA).id, newest.id);
        let message = site.message(ADA);
        // A hundred wrong codes may have been tried by now: the link is good in any case.
        phone.get(&message.path).await;
        assert!(phone.click_link().await.logs_in());
        phone.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
    }
}

#[tokio::test]
async fn an_ended_link_has_five_emails_an_hour_for_its_own_address_alone() {
    let site = site().await;
    site.browser().ask(ADA).await;
    let link = site.message(ADA).path;
    site.clock.advance(minutes(11));
    site.browser().ask(EVE).await;
    let reader = site.browser();
    reader.get(&link).await;
    assert_eq!(asks(&reader.twin(), EVE).await, 429, "somebody else's address");
    for _ in 0..5 {
        assert_eq!(asks(&reader.twin(), ADA).await, 303);
    }
    assert_eq!(asks(&reader.twin(), ADA).await, 429);
    assert_eq!(asks(&site.browser(), ADA).await, 303, "and the address has its own still");
    let made_up = site.browser();
    made_up.set_cookie(crate::support::LINK, &"A".repeat(43));
    assert_eq!(asks(&made_up, ADA).await, 429);
}

#[tokio::test]
async fn the_device_cookie_is_kept_for_long_and_only_its_hash_is_stored() {
    let site = site().await;
    let browser = site.browser();
    let answer = browser.log_in(&site, ADA).await;
    let attributes = answer.cookie_attributes(DEVICE).unwrap();
    assert_eq!(attributes, format!("HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age={}", days(400).as_secs()));
    let value = browser.cookie(DEVICE).unwrap();
    assert!(!site.database.dump().await.join("\n").contains(&value));
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    site.clock.advance(minutes(1));
    browser.log_in(&site, ADA).await;
    assert_eq!(browser.cookie(DEVICE).unwrap(), value, "one browser, one cookie");
}

#[tokio::test]
async fn the_device_cookie_is_good_for_its_own_addresses_alone() {
    let site = site().await;
    let eve = site.browser();
    eve.log_in(&site, EVE).await;
    assert_eq!(asks(&site.browser(), ADA).await, 303);
    for cookie in [eve.cookie(DEVICE).unwrap(), "A".repeat(43), "x".to_owned(), "A".repeat(9000)] {
        let stranger = site.browser();
        stranger.set_cookie(DEVICE, &cookie);
        assert_eq!(asks(&stranger, ADA).await, 429, "{cookie:.50}");
    }
}

#[tokio::test]
async fn its_emails_cost_the_address_nothing() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    site.clock.advance(minutes(20));
    for _ in 0..5 {
        assert_eq!(asks(&browser.twin(), ADA).await, 303);
    }
    assert_eq!(asks(&site.browser(), ADA).await, 303);
}

#[tokio::test]
async fn devices_are_forgotten_after_four_hundred_days() {
    let site = site().await;
    site.browser().log_in(&site, ADA).await;
    site.clock.advance(days(401));
    site.auth.prune().await.unwrap();
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_devices").await, 0);
}

#[tokio::test]
async fn a_browser_that_has_logged_in_before_gets_twenty_emails_a_day() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    let mut came = Vec::new();
    for _ in 0..(2 * 24 * 4) {
        if asks(&browser.twin(), ADA).await == 303 {
            came.push(site.clock.now());
        }
        site.clock.advance(minutes(15));
    }
    let day = i64::try_from(days(1).as_millis()).unwrap();
    for (at, first) in came.iter().enumerate() {
        let within = came[at..].iter().filter(|later| **later - first < day).count();
        assert!(within <= 20, "{within} in a day");
    }
    assert!(came.len() >= 20, "and not much less: {}", came.len());
}

#[tokio::test]
async fn an_opened_link_counts_until_a_day_after_its_email_was_sent() {
    let site = site().await;
    assert_eq!(asks_from(&site.browser(), "203.0.113.1", ADA).await, 303);
    let (reader, late) = (site.browser(), site.browser());
    for browser in [&reader, &late] {
        browser.get(&site.message(ADA).path).await;
    }
    // A stranger takes what anybody may have just now.
    site.clock.advance(hours(24) - Duration::from_millis(1));
    assert_eq!(asks_from(&site.browser(), "203.0.113.2", ADA).await, 303);
    assert_eq!(asks_from(&site.browser(), "203.0.113.3", ADA).await, 429);
    assert_eq!(asks_from(&reader, "203.0.113.4", ADA).await, 303, "who has opened the link reads the mailbox");
    site.clock.advance(Duration::from_millis(1));
    assert_eq!(asks_from(&late, "203.0.113.5", ADA).await, 429, "the cookie alone does not");
}
