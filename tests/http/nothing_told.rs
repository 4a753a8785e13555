//! How long an answer takes tells nothing about an address.

use crate::support::{
    ADA, Answer, Browser, EVE, MailServer, Setup, Site, assert_alike as assert_same, minutes, seconds,
};
use reqwest::Method;
use std::time::{Duration, Instant};

/// Of each kind, taken in turns, so that whatever else the machine does is shared alike.
const SAMPLES: usize = 200;

/// How many standard errors the medians of two kinds may lie apart. By chance alone more than four would be seen once in
/// 16,000 runs.
const MOST_APART: f64 = 4.0;

/// A server that counts emails per address, and nothing else.
async fn site() -> Site {
    let setup = Setup::new().with_limits().set("--emails-per-client", "100000").set("--emails-in-all", "100000");
    setup.start().await
}

/// Makes users whose addresses are `known-1@example.com` and so on.
async fn make_users(site: &Site) {
    site.database
        .run(
            "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 200)
             INSERT INTO magic_auth_users (id, account, email, created_at)
             SELECT randomblob(16), 'known-' || n, 'known-' || n || '@example.com', 0 FROM counted",
        )
        .await;
}

async fn timed(browser: &Browser, path: &str, email: &str) -> (Duration, Answer) {
    let began = Instant::now();
    let answer = browser.request(Method::POST, path).form(&[("email", email)]).send_alone().await;
    (began.elapsed(), answer)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median in seconds, and its standard error by the spread of the samples: the median distance from it, which for
/// normal noise is 0.6745 standard deviations, and 1.2533 for the median instead of the mean.
fn median_and_error(times: &[Duration]) -> (f64, f64) {
    assert_eq!(times.len(), SAMPLES);
    let middle = median(times.iter().map(Duration::as_secs_f64));
    let spread = median(times.iter().map(|time| (time.as_secs_f64() - middle).abs())) / 0.6745;
    (middle, 1.2533 * spread / (SAMPLES as f64).sqrt())
}

/// How many standard errors the medians lie apart.
fn apart(one: &[Duration], other: &[Duration]) -> f64 {
    let ((one, error_of_one), (other, error_of_other)) = (median_and_error(one), median_and_error(other));
    (one - other).abs() / error_of_one.hypot(error_of_other)
}

fn assert_alike(what: &str, one: &[Duration], other: &[Duration]) {
    let apart = apart(one, other);
    assert!(apart < MOST_APART, "{what}: the medians lie {apart:.1} standard errors apart");
}

#[tokio::test]
async fn an_email_to_a_known_address_takes_as_long_as_one_to_a_new_one_and_so_do_refusals() {
    let site = site().await;
    make_users(&site).await;
    let browser = site.browser();
    let [mut known, mut new, mut known_refused, mut new_refused] = [const { Vec::new() }; 4];
    for number in 1..=SAMPLES {
        let emails = [format!("known-{number}@example.com"), format!("other-{number}@example.com")];
        // Who comes first changes, so that being second is no difference either.
        let order = if number % 2 == 0 { [0, 1] } else { [1, 0] };
        for kind in order {
            let (time, answer) = timed(&browser.twin(), "/api/magic_auth/request_log_in", &emails[kind]).await;
            assert_eq!(answer.status, 303);
            [&mut known, &mut new][kind].push(time);
        }
        for kind in order {
            let (time, answer) = timed(&browser.twin(), "/api/magic_auth/request_log_in", &emails[kind]).await;
            assert_eq!(answer.status, 429);
            [&mut known_refused, &mut new_refused][kind].push(time);
        }
    }
    let messages = site.database.number("SELECT COUNT(*) FROM magic_auth_magic_links").await;
    assert_eq!(messages, 2 * SAMPLES as i64);
    assert_alike("an email", &known, &new);
    assert_alike("a refusal", &known_refused, &new_refused);
}

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1], [1, 2, 0], [0, 2, 1]];

#[tokio::test]
async fn what_a_mail_server_says_to_an_address_is_told_by_no_answer_and_no_time() {
    let mail = MailServer::start().await;
    let site = Setup::new().set("--smtp-url", &mail.url).set("--mail-from", "Notes <notes@localhost>").start().await;
    make_users(&site).await;
    let [mut known, mut new, mut refused] = [const { Vec::new() }; 3];
    for number in 1..=SAMPLES {
        let emails = ["known", "other", "refused"].map(|kind| format!("{kind}-{number}@example.com"));
        let mut answers = Vec::new();
        // Each comes first, second and last, and after each of the others, equally often.
        for kind in ORDERS[number % ORDERS.len()] {
            let (time, answer) = timed(&site.browser(), "/api/magic_auth/request_log_in", &emails[kind]).await;
            answers.push(answer.shape(&[&emails[kind]]));
            [&mut known, &mut new, &mut refused][kind].push(time);
            // So that no email of one is on its way while another is timed.
            site.auth.finish_deliveries().await;
        }
        assert_same("the answers", &answers[0], &answers[1]);
        assert_same("the answers", &answers[0], &answers[2]);
    }
    let failed = site.database.number("SELECT COUNT(*) FROM magic_auth_magic_links WHERE delivery = 'refused'").await;
    assert_eq!(failed, SAMPLES as i64, "the mail server refuses, and what it refused is known");
    assert_alike("known and new", &known, &new);
    assert_alike("taken and refused", &new, &refused);
}

#[tokio::test]
async fn a_change_to_a_taken_address_takes_as_long_as_one_to_a_free_one() {
    let site = Setup::new().start().await;
    make_users(&site).await;
    let [mut taken, mut free] = [const { Vec::new() }; 2];
    for number in 1..=SAMPLES {
        let emails = [format!("known-{number}@example.com"), format!("free-{number}@example.com")];
        for kind in if number % 2 == 0 { [0, 1] } else { [1, 0] } {
            let browser = site.browser();
            browser.log_in(&site, &format!("changes-{kind}-{number}@example.com")).await;
            let (time, answer) = timed(&browser, "/api/magic_auth/change_email", &emails[kind]).await;
            assert_eq!(answer.location(), "/sessions/password");
            [&mut taken, &mut free][kind].push(time);
        }
    }
    assert_alike("a change", &taken, &free);
}

#[tokio::test]
async fn a_difference_would_be_noticed() {
    let site = Setup::new().start().await;
    let browser = site.browser();
    let [mut plain, mut more] = [const { Vec::new() }; 2];
    for _ in 0..SAMPLES {
        plain.push(timed(&browser.twin(), "/api/magic_auth/request_log_in", "ada@example.com").await.0);
        // As if twice as much were done for one kind of address.
        let again = timed(&browser.twin(), "/api/magic_auth/request_log_in", "ada@example.com").await.0;
        more.push(again + timed(&browser.twin(), "/api/magic_auth/request_log_in", "ada@example.com").await.0);
    }
    let apart = apart(&plain, &more);
    assert!(apart > MOST_APART, "{apart:.1} standard errors");
}

/// Two answers that must differ in nothing but the addresses that they are about, and the ids of their challenges.
fn assert_same_but_for(what: &str, one: (&Answer, &str), other: (&Answer, &str)) {
    let shape = |(answer, email): (&Answer, &str)| {
        let id = answer.field("challenge").map(|_| answer.value("challenge")).unwrap_or_default();
        answer.shape(&[email, &id])
    };
    assert_same(what, &shape(one), &shape(other));
}

#[tokio::test]
async fn a_change_to_a_taken_address_and_one_to_a_free_one_are_answered_alike_limited_or_not() {
    const FREE: &str = "grace@example.com";
    for limited in [false, true] {
        let site = Setup::new().with_limits().start().await;
        let [one, other, owner] = [site.browser(), site.browser(), site.browser()];
        owner.log_in(&site, EVE).await;
        one.log_in(&site, "one@example.com").await;
        other.log_in(&site, "two@example.com").await;
        if limited {
            site.clock.advance(seconds(31));
            for email in [EVE, FREE] {
                assert_eq!(
                    site.browser().post("/api/magic_auth/request_log_in", &[("email", email)]).await.status,
                    303
                );
            }
        } else {
            site.clock.advance(minutes(2));
        }
        let (taken, free) = (one.change_email(EVE).await, other.change_email(FREE).await);
        assert_eq!(taken.status, if limited { 429 } else { 303 });
        // A page that is live says whose it is.
        let blot = |answer: &Answer, email: &str| {
            let session = answer.live_session().unwrap_or_default();
            answer.shape(&[email, &session])
        };
        assert_same("the answers", &blot(&taken, EVE), &blot(&free, FREE));
        if !limited {
            let (taken, free) = (one.visit("/sessions/password").await, other.visit("/sessions/password").await);
            assert_same_but_for("the code pages", (&taken, EVE), (&free, FREE));
            site.clock.advance(seconds(30));
            assert_same_but_for("other emails", (&one.resend().await, EVE), (&other.resend().await, FREE));
            let guesses = (one.type_code("000000").await, other.type_code("000000").await);
            assert_same_but_for("guesses", (&guesses.0, EVE), (&guesses.1, FREE));
        }
    }
}

#[tokio::test]
async fn an_address_that_was_left_lately_is_answered_like_a_new_one() {
    let site = Setup::new().start().await;
    let ada = site.browser();
    ada.log_in(&site, ADA).await;
    ada.change_email("grace@example.com").await;
    assert!(ada.type_code(&site.message("grace@example.com").code).await.logs_in());
    let (left, new) = (site.browser(), site.browser());
    let asked = (
        left.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await,
        new.post("/api/magic_auth/request_log_in", &[("email", "bob@example.com")]).await,
    );
    assert_same_but_for("the answers", (&asked.0, ADA), (&asked.1, "bob@example.com"));
    let pages = (left.visit("/sessions/password").await, new.visit("/sessions/password").await);
    assert_same_but_for("the code pages", (&pages.0, ADA), (&pages.1, "bob@example.com"));
    let guesses = (left.type_code("000000").await, new.type_code("000000").await);
    assert_same_but_for("guesses", (&guesses.0, ADA), (&guesses.1, "bob@example.com"));
}
