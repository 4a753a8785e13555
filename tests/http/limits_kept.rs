//! What a limit refuses is not lost, and what fails for another reason costs no limit.

use crate::support::{ADA, Answer, Browser, EVE, Setup, Site, days, minutes, seconds};

const NEW: &str = "grace@example.com";

async fn site() -> Site {
    Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await
}

/// Asks as somebody new, from a client that nobody else has.
async fn ask_anew(site: &Site, number: u32, email: &str) -> Answer {
    ask_from(&site.browser(), &format!("10.{}.{}.{}", number >> 16, number >> 8 & 255, number & 255), email).await
}

async fn ask_from(browser: &Browser, client: &str, email: &str) -> Answer {
    let request =
        browser.request(reqwest::Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", client);
    request.form(&[("email", email)]).send().await
}

#[tokio::test]
async fn who_has_proved_the_present_address_stays_logged_in_when_the_new_one_has_had_its_emails() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    site.clock.advance(minutes(20));
    browser.change_email(NEW).await;
    ask_anew(&site, 7, NEW).await;
    let answer = browser.type_code(&site.message(ADA).code).await;
    assert!(answer.logs_in(), "the code has done its work: {answer:?}");
    let page = browser.follow(answer).await;
    assert_eq!(page.path, "/account?error=change_limited");
    assert_eq!(page.value("email"), NEW);
    assert!(page.field_error("email").unwrap().starts_with("You can't change to that address just now"));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 0);
    site.clock.advance(seconds(30));
    let answer = browser.submit(&page, "/api/magic_auth/change_email", &[]).await;
    assert_eq!(answer.location(), "/sessions/password", "and it goes on without another proof");
}

#[tokio::test]
async fn a_change_that_is_limited_is_not_told_what_helps_who_logs_in() {
    let site = site().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    ask_anew(&site, 7, NEW).await;
    let page = browser.change_email(NEW).await;
    assert_eq!((page.status, page.header("retry-after")), (429, Some("30")));
    assert!(page.says("You can't change to that address just now"), "{}", page.text());
    assert!(!page.says("open its link in this browser"), "that would make an account of it");
    assert_eq!(page.form("/api/magic_auth/change_email").unwrap(), [("email".to_owned(), NEW.to_owned())]);
    assert!(page.says("Change address") && page.says("Keep the address as it is"));
}

#[tokio::test]
async fn an_email_that_could_not_be_stored_costs_nothing() {
    let site = site().await;
    site.database.break_writes("INSERT", "magic_links").await;
    assert_eq!(ask_anew(&site, 1, ADA).await.status, 503);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_limits").await, 0);
    site.database.mend().await;
    assert_eq!(ask_anew(&site, 1, ADA).await.status, 303);
}

#[tokio::test]
async fn each_limit_says_what_is_true_of_it() {
    let site = Setup::new()
        .with_limits()
        .set("--client-ip-source", "RightmostXForwardedFor")
        .set("--emails-per-client", "2")
        .set("--emails-in-all", "3")
        .start()
        .await;
    let browser = site.browser();
    for email in ["one@example.com", "two@example.com"] {
        assert_eq!(ask_from(&site.browser(), "203.0.113.7", email).await.status, 303);
    }
    let network = ask_from(&browser, "203.0.113.7", "three@example.com").await;
    assert!(network.status == 429 && network.says("Many emails were asked for from your network."));
    assert_eq!(ask_from(&browser.twin(), "203.0.114.8", "three@example.com").await.status, 303);
    let all = ask_from(&browser, "203.0.115.9", "four@example.com").await;
    assert!(all.status == 429 && all.says("Very many people are asking for emails right now."), "{}", all.text());
}

#[tokio::test]
async fn tags_are_no_way_around_the_cap_of_a_day() {
    let site = site().await;
    let came = async |number: u32| {
        let status = ask_anew(&site, number, &format!("ada+{number}@example.com")).await.status;
        site.clock.advance(minutes(1));
        status == 303
    };
    let mut messages = 0;
    for number in 0..120 {
        messages += u32::from(came(number).await);
    }
    assert!((10..=20).contains(&messages), "{messages} emails in two hours");
    assert_eq!(ask_anew(&site, 999, ADA).await.status, 429, "they all went to her");

    // Whoever opens any of them reads the mailbox, and gets one to the address itself.
    let reader = site.browser();
    let tagged = site.newest_email();
    assert!(tagged.0.starts_with("ada+"), "{}", tagged.0);
    reader.get(&tagged.1.path).await;
    assert_eq!(ask_from(&reader, "203.0.113.50", ADA).await.location(), "/sessions/password");
    assert!(reader.type_code(&site.message(ADA).code).await.logs_in());
    assert_eq!(reader.logged_in_as().await.as_deref(), Some(ADA));
    assert_eq!(ask_anew(&site, 999, EVE).await.status, 303, "nobody else has to wait");
}

#[tokio::test]
async fn emails_without_a_link_do_not_use_up_those_that_have_one() {
    let site = site().await;
    let owner = site.browser();
    owner.log_in(&site, EVE).await;
    site.clock.advance(days(1));
    // Somebody with an account wants to change to her address, again and again.
    let mut without = 0;
    for number in 0..48 {
        let stranger = site.browser();
        stranger.log_in(&site, &format!("stranger-{number}@example.com")).await;
        without += u32::from(stranger.change_email(EVE).await.status == 303);
        site.clock.advance(minutes(30));
    }
    assert!((4..=8).contains(&without), "{without} in a day");
    assert_eq!(ask_anew(&site, 1, EVE).await.status, 303, "there are others left");
    assert!(!site.message(EVE).link.is_empty());
}

#[tokio::test]
async fn emails_that_replace_failed_ones_need_not_wait_but_count_for_the_day() {
    let site = site().await;
    let browser = site.browser();
    ask_from(&browser, "203.0.113.7", ADA).await;
    let mut sent = 1;
    for number in 0..40 {
        site.database.run("UPDATE magic_auth_magic_links SET delivery = 'failed'").await;
        let again = browser.request(reqwest::Method::POST, "/api/magic_auth/resend_email");
        let client = format!("10.1.1.{number}");
        let answer = again.header("x-forwarded-for", &client).form(crate::support::NO_FIELDS).send().await;
        sent += u32::from(answer.status == 303);
    }
    assert_eq!(sent, 10, "at once: half of a day's");
}

#[tokio::test]
async fn codes_for_what_is_over_count_too_so_nobody_fills_the_list_of_events() {
    let site = Setup::new().with_limits().set("--codes-per-client", "8").start().await;
    let stranger = site.browser();
    stranger.ask(ADA).await;
    for _ in 0..5 {
        assert_eq!(stranger.type_code("000000").await.status, 303);
    }
    let mut refused = 0;
    for _ in 0..30 {
        refused += u32::from(stranger.type_code("000000").await.status == 429);
    }
    assert_eq!(refused, 27);
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name LIKE 'authn_login_fail%'").await,
        8
    );

    // The same for a link that is over.
    stranger.get(&site.message(ADA).path).await;
    site.clock.advance(minutes(11));
    let mut refused = 0;
    for _ in 0..30 {
        refused += u32::from(stranger.click_link().await.status == 429);
    }
    assert_eq!(refused, 22);
    // Five wrong codes, and of all refusals ten.
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name LIKE 'authn_login_fail%'").await,
        15
    );
}

#[tokio::test]
async fn codes_for_a_link_whose_tries_are_used_up_count_too() {
    let site = Setup::new().with_limits().set("--codes-per-client", "8").start().await;
    site.browser().ask(ADA).await;
    let other = site.browser();
    other.get(&site.message(ADA).path).await;
    let mut refused = 0;
    for _ in 0..12 {
        refused += u32::from(other.click_link_with("000000").await.status == 429);
    }
    assert_eq!(refused, 4);
}

#[tokio::test]
async fn a_second_click_writes_nothing() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let before = site.database.dump().await;
    for _ in 0..3 {
        browser.post("/api/magic_auth/request_log_in", &[("email", ADA), ("remember", "true")]).await;
    }
    assert_eq!(site.database.dump().await, before);
}

#[tokio::test]
async fn devices_together_have_a_cap_of_their_own() {
    let site = site().await;
    let mut devices = vec![site.browser()];
    devices[0].log_in(&site, ADA).await;
    // Each log-in without the cookie makes another device.
    for _ in 0..12 {
        let (newest, new) = (devices.last().unwrap().twin(), site.browser());
        assert_eq!(ask_from(&newest, "203.0.113.50", ADA).await.status, 303);
        let message = site.message(ADA);
        new.get(&message.path).await;
        assert!(new.click_link_with(&message.code).await.logs_in());
        devices.push(new);
    }
    let before = site.email_count();
    for device in &devices {
        for _ in 0..5 {
            ask_from(&device.twin(), "203.0.113.50", ADA).await;
        }
    }
    assert_eq!(site.email_count() - before, 30 - 12, "by {} devices at once: half of a day's", devices.len());
}

#[tokio::test]
async fn to_log_out_everywhere_forgets_all_devices_but_the_one_that_acts() {
    let site = site().await;
    let (acting, other) = (site.browser(), site.browser());
    acting.log_in(&site, ADA).await;
    site.clock.advance(minutes(12));
    ask_from(&other, "203.0.113.50", ADA).await;
    assert!(other.type_code(&site.message(ADA).code).await.logs_in());
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_devices").await, 2);
    acting.post("/api/magic_auth/log_out_all", crate::support::NO_FIELDS).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_devices").await, 1);
    site.clock.advance(seconds(30));
    assert_eq!(ask_anew(&site, 1, ADA).await.status, 303);
    assert_eq!(ask_from(&other.twin(), "203.0.113.50", ADA).await.status, 429, "a stranger again");
    assert_eq!(ask_from(&acting.twin(), "203.0.113.51", ADA).await.status, 303);
}

#[tokio::test]
async fn codes_typed_with_a_link_come_out_of_the_clients_budget_too() {
    let site = Setup::new().with_limits().set("--codes-per-client", "3").start().await;
    site.browser().ask(ADA).await;
    let (other, message) = (site.browser(), site.message(ADA));
    other.get(&message.path).await;
    for _ in 0..3 {
        assert_eq!(other.click_link_with(&message.wrong_code()).await.status, 303);
    }
    assert_eq!(other.click_link_with(&message.code).await.status, 429);
    assert_eq!(
        site.database.number("SELECT link_tries FROM magic_auth_challenges").await,
        3,
        "and that has cost no try"
    );
    site.clock.advance(seconds(20));
    assert!(other.click_link_with(&message.code).await.logs_in());
}
