//! Limits of wider networks, of many people behind one address, and of those who have shown to read their mailbox.

use crate::support::{ADA, Answer, Browser, NO_FIELDS, Setup, Site, days, hours, seconds};
use reqwest::Method;

const DEVICE: &str = "__Host-magic_auth_device";

fn setup() -> Setup {
    Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor")
}

async fn ask_as(browser: &Browser, client: &str, email: &str) -> Answer {
    let request = browser.request(Method::POST, "/api/magic_auth/request_log_in").header("x-forwarded-for", client);
    request.form(&[("email", email)]).send().await
}

/// Asks as somebody new for an address that nobody else asks for.
async fn ask_anew(site: &Site, client: &str, number: usize) -> u16 {
    ask_as(&site.browser(), client, &format!("p{number}@example.com")).await.status
}

/// How many of so many get their email, each from the client with this number.
async fn served(site: &Site, first: usize, count: usize, client: impl Fn(usize) -> String) -> usize {
    let mut served = 0;
    for number in first..first + count {
        served += usize::from(ask_anew(site, &client(number), number).await == 303);
    }
    served
}

#[tokio::test]
async fn a_class_of_forty_gets_in_behind_one_address() {
    let site = setup().start().await;
    for number in 0..40 {
        let (browser, email) = (site.browser(), format!("pupil{number}@school.example"));
        assert_eq!(ask_as(&browser, "203.0.113.5", &email).await.status, 303, "{number}");
        let request =
            browser.request(Method::POST, "/api/magic_auth/log_in_with_code").header("x-forwarded-for", "203.0.113.5");
        assert!(request.form(&[("code", &site.message(&email).code)]).send().await.logs_in(), "{number}");
    }
}

#[tokio::test]
async fn one_address_takes_no_more_than_a_tenth_of_all_in_any_hour() {
    let site = setup().start().await;
    let mut taken = 0;
    for number in 0..240 {
        taken += usize::from(ask_anew(&site, "203.0.113.5", number).await == 303);
        site.clock.advance(seconds(15));
    }
    assert!((50..=100).contains(&taken), "{taken} of 1,000 in an hour");
}

#[tokio::test]
async fn a_wider_network_takes_a_tenth_of_all_at_once_and_a_neighbour_has_its_own() {
    let site = setup().set("--emails-in-all", "60").set("--emails-per-client", "3").start().await;
    let (v4, v6) = (|number: usize| format!("203.0.113.{number}"), |number: usize| format!("2001:db8:1:{number:x}::1"));
    assert_eq!(served(&site, 0, 40, v4).await, 6, "a /24");
    assert_eq!(served(&site, 100, 40, v6).await, 6, "a /56");
    assert_eq!(served(&site, 300, 40, |number| format!("2001:db8:2:{:x}::1", number << 8 & 0xffff)).await, 6, "a /48");
    assert_eq!(served(&site, 400, 3, |_| "203.0.114.1".to_owned()).await, 3);
    assert_eq!(served(&site, 500, 3, |_| "2001:db8:3::1".to_owned()).await, 3);
    let refused = ask_as(&site.browser(), "203.0.113.77", "late@example.com").await;
    assert!(
        refused.status == 429 && refused.says("Many emails were asked for from your network"),
        "{}",
        refused.text()
    );
    assert_eq!(refused.header("retry-after"), Some("600"));
}

#[tokio::test]
async fn ten_networks_still_use_up_the_whole() {
    let site = setup().set("--emails-in-all", "60").set("--emails-per-client", "3").start().await;
    assert_eq!(served(&site, 0, 100, |number| format!("10.{}.1.{number}", number % 10)).await, 60);
    let refused = ask_as(&site.browser(), "203.0.113.77", "late@example.com").await;
    assert!(refused.status == 429 && refused.says("Very many people"), "{}", refused.text());
}

#[tokio::test]
async fn a_network_can_be_set_and_is_never_less_than_a_client() {
    let site = setup().set("--emails-per-network", "2").set("--emails-per-client", "5").start().await;
    assert_eq!(served(&site, 0, 9, |_| "203.0.113.5".to_owned()).await, 5);
    let site = setup().set("--emails-per-network", "7").set("--emails-per-client", "5").start().await;
    assert_eq!(served(&site, 0, 20, |number| format!("203.0.113.{number}")).await, 7);
}

#[tokio::test]
async fn codes_have_limits_of_wider_networks_too() {
    let site = setup().set("--codes-per-client", "3").set("--codes-per-network", "8").start().await;
    let (mut tried, mut refused) = (0, 0);
    for number in 0..4 {
        let browser = site.browser();
        browser.ask(&format!("p{number}@example.com")).await;
        for _ in 0..3 {
            let request = browser.request(Method::POST, "/api/magic_auth/log_in_with_code");
            let client = format!("2001:db8:1:{number}::1");
            let answer = request.header("x-forwarded-for", &client).form(&[("code", "000000")]).send().await;
            match answer.status {
                303 => tried += 1,
                429 => refused += 1,
                other => panic!("{other}"),
            }
        }
    }
    assert_eq!((tried, refused), (8, 4));
    assert_eq!(
        site.database.number("SELECT SUM(tries) FROM magic_auth_challenges").await,
        8,
        "what is refused costs no try"
    );
}

#[tokio::test]
async fn a_refusal_by_a_network_takes_from_no_other_bucket() {
    let site = setup().set("--emails-per-network", "2").set("--emails-per-client", "2").start().await;
    assert_eq!(served(&site, 0, 2, |number| format!("203.0.113.{number}")).await, 2);
    let before = site.database.dump().await;
    for number in 0..10 {
        assert_eq!(ask_as(&site.browser(), &format!("203.0.113.{number}"), ADA).await.status, 429);
    }
    assert_eq!(site.database.dump().await, before);
}

/// A browser that has logged this address in, from this client.
async fn known(site: &Site, email: &str, client: &str) -> Browser {
    let browser = site.browser();
    assert_eq!(ask_as(&browser, client, email).await.status, 303, "{email}");
    let request = browser.request(Method::POST, "/api/magic_auth/log_in_with_code").header("x-forwarded-for", client);
    assert!(request.form(&[("code", &site.message(email).code)]).send().await.logs_in());
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert!(browser.cookie(DEVICE).is_some());
    browser
}

#[tokio::test]
async fn emails_of_their_own_count_per_client_and_network_at_three_times_the_first_limits() {
    let setup = setup().set("--emails-per-client", "4").set("--emails-per-network", "6");
    let site = setup.set("--dangerously-without-limits", "false").start().await;
    let mut browsers = Vec::new();
    for number in 0..20 {
        // Far apart, so that no first limit has a say in it.
        let client = format!("10.{number}.1.1");
        browsers.push((known(&site, &format!("p{number}@catchall.example"), &client).await, number));
        site.clock.advance(seconds(30));
    }
    site.clock.advance(hours(2));
    let mut came = [0, 0];
    for (at, client) in ["203.0.113.1", "203.0.113.2"].into_iter().enumerate() {
        for (browser, number) in &browsers {
            for _ in 0..2 {
                let answer = ask_as(&browser.twin(), client, &format!("p{number}@catchall.example")).await;
                came[at] += usize::from(answer.status == 303);
            }
        }
    }
    assert_eq!(came, [12, 6], "three times four, and three times six for both together");
}

#[tokio::test]
async fn new_browsers_have_an_in_all_of_their_own_that_never_stops_one_that_comes_back() {
    let site = setup().set("--emails-in-all", "10").start().await;
    let old = known(&site, ADA, "203.0.113.1").await;
    site.clock.advance(days(30));
    let mut new = Vec::new();
    for number in 0..5 {
        new.push((known(&site, &format!("p{number}@example.com"), &format!("10.{number}.1.1")).await, number));
        site.clock.advance(hours(1));
    }
    site.clock.advance(hours(2));
    // Strangers use up what is for strangers.
    assert_eq!(served(&site, 100, 30, |number| format!("10.{number}.2.1")).await, 10);
    let mut came = 0;
    for (browser, number) in &new {
        for _ in 0..4 {
            let answer = ask_as(&browser.twin(), &format!("10.{number}.1.1"), &format!("p{number}@example.com")).await;
            came += usize::from(answer.status == 303);
        }
    }
    assert_eq!(came, 10, "and new browsers what is for new browsers");
    for _ in 0..5 {
        assert_eq!(
            ask_as(&old.twin(), "203.0.113.1", ADA).await.status,
            303,
            "who has come back for a month needs neither"
        );
    }
}

#[tokio::test]
async fn a_browser_is_new_for_thirty_days_to_the_millisecond() {
    let site = setup().set("--emails-in-all", "1").start().await;
    let browser = known(&site, ADA, "203.0.113.1").await;
    let other = site.browser();
    // The only one for new browsers is taken by somebody else.
    site.clock.advance(days(1));
    let new = known(&site, "new@example.com", "203.0.113.9").await;
    site.clock.advance(days(29) - std::time::Duration::from_millis(1));
    assert_eq!(ask_as(&new.twin(), "203.0.113.9", "new@example.com").await.status, 303);
    assert_eq!(ask_as(&browser.twin(), "203.0.113.1", ADA).await.status, 429, "a millisecond is missing");
    site.clock.advance(std::time::Duration::from_millis(1));
    assert_eq!(ask_as(&browser.twin(), "203.0.113.1", ADA).await.status, 303);
    assert_eq!(ask_as(&other, "203.0.113.3", "stranger@example.com").await.status, 303, "strangers have theirs");
}

#[tokio::test]
async fn who_opens_a_link_counts_per_client_like_a_new_browser() {
    let site = setup().set("--emails-per-client", "2").set("--emails-per-network", "2").start().await;
    let mut readers = Vec::new();
    for number in 0..5 {
        let email = format!("p{number}@catchall.example");
        assert_eq!(ask_as(&site.browser(), &format!("10.{number}.1.1"), &email).await.status, 303);
        let reader = site.browser();
        reader.get(&site.message(&email).path).await;
        readers.push((reader, email));
    }
    let mut came = 0;
    for (reader, email) in &readers {
        for _ in 0..3 {
            came += usize::from(ask_as(&reader.twin(), "203.0.113.1", email).await.status == 303);
        }
    }
    assert_eq!(came, 6, "three times two");
}
