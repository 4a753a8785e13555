//! Boxes in a form of one's own, ticked in every way that a browser or a program knows.

use crate::support::{ADA, EVE, Setup, Site};

const YES: [&str; 6] = ["on", "true", "1", "ON", "checked", "y"];
const NO: [&str; 5] = ["off", "false", "0", "", "False"];

/// Logs a new browser in with this field: whether the session is kept.
async fn is_kept(site: &Site, fields: &[(&str, &str)]) -> bool {
    let (browser, before) = (site.browser(), site.email_count());
    let answer = browser.post("/api/magic_auth/request_log_in", &[&[("email", ADA)], fields].concat()).await;
    assert_eq!(answer.location(), "/sessions/password", "{fields:?}");
    assert_eq!(site.email_count(), before + 1);
    let answer = browser.type_code(&site.message(ADA).code).await;
    answer.cookie_attributes(crate::support::SESSION).expect("a session").contains("Max-Age")
}

#[tokio::test]
async fn keep_me_logged_in_is_understood_from_any_form() {
    let site = Site::start().await;
    for yes in YES {
        assert!(is_kept(&site, &[("remember", yes)]).await, "{yes}");
    }
    for no in NO {
        assert!(!is_kept(&site, &[("remember", no)]).await, "{no}");
    }
    assert!(!is_kept(&site, &[]).await, "a box that is not ticked is not sent");
    // A hidden field in front of the box, as frameworks write it: the last one counts.
    assert!(is_kept(&site, &[("remember", "false"), ("remember", "true")]).await);
    assert!(is_kept(&site, &[("remember", "on"), ("remember", "on")]).await);
    assert!(!is_kept(&site, &[("remember", "1"), ("remember", "0")]).await);
}

#[tokio::test]
async fn the_same_where_a_link_is_clicked_in_another_browser() {
    let site = Site::start().await;
    for (value, kept) in YES.map(|yes| (yes, true)).into_iter().chain(NO.map(|no| (no, false))) {
        site.browser().ask(ADA).await;
        let (message, other) = (site.message(ADA), site.browser());
        other.get(&message.path).await;
        let answer =
            other.post("/api/magic_auth/log_in_with_link", &[("code", &message.code), ("remember", value)]).await;
        let attributes = answer.cookie_attributes(crate::support::SESSION).expect("a session");
        assert_eq!(attributes.contains("Max-Age"), kept, "{value}");
    }
}

#[tokio::test]
async fn to_be_sure_is_understood_from_any_form_too() {
    let site = Setup::new().start().await;
    for (number, (value, sure)) in YES.map(|yes| (yes, true)).into_iter().chain(NO.map(|no| (no, false))).enumerate() {
        let (browser, email) = (site.browser(), format!("user-{number}@example.com"));
        browser.log_in(&site, &email).await;
        browser.change_email(&format!("new-{number}@example.com")).await;
        browser.get(&site.message(&email).path).await;
        let answer = browser.post("/api/magic_auth/undo_email_change", &[("sure", value)]).await;
        let undone = "/sessions/log_in?notice=change_undone";
        let expected = if sure { undone } else { "/account/email/undo?error=not_sure" };
        assert_eq!(answer.location(), expected, "{value}");
    }
}

#[tokio::test]
async fn what_is_neither_yes_nor_no_is_a_bad_request_and_does_nothing() {
    let site = Site::start().await;
    let browser = site.browser();
    let long = "on".repeat(1000);
    for odd in ["maybe", "2", "on,off", "tru", "\0", &long] {
        let answer = browser.post("/api/magic_auth/request_log_in", &[("email", EVE), ("remember", odd)]).await;
        assert_eq!(answer.status, 400, "{odd}");
    }
    for twice in [
        [("email", EVE), ("email", EVE), ("remember", "on")],
        [("email", EVE), ("remember", "on"), ("remember", "maybe")],
    ] {
        assert_eq!(browser.post("/api/magic_auth/request_log_in", &twice).await.status, 400, "{twice:?}");
    }
    assert_eq!(site.email_count(), 0);
}
