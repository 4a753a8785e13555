//! Many at the same time: one session begins, one token of it is good, and no more codes are compared than there are tries.

use crate::support::{ADA, Answer, Browser, EmailMessage, SESSION, Setup, Site, at_once};

const SESSIONS: &str = "SELECT COUNT(*) FROM magic_auth_sessions";
/// Each comparison that fails leaves one of these.
const COMPARED: &str = "SELECT COUNT(*) FROM magic_auth_events WHERE name LIKE 'authn_login_fail%' AND detail IN ('code', 'link_with_code')";

/// A browser that has asked and opened its link, and the email.
async fn asked(site: &Site) -> (Browser, EmailMessage) {
    let browser = site.browser();
    browser.ask(ADA).await;
    let message = site.message(ADA);
    browser.get(&message.path).await;
    (browser, message)
}

/// Of these uses one begins a session. Others of the browser that asked may bring it another token, as far as there are
/// tries; of all tokens one is good.
async fn one_session_with_one_good_token_of(site: &Site, uses: Vec<impl Future<Output = Answer> + Send + 'static>) {
    let answers = at_once(uses).await;
    assert!(answers.iter().all(|answer| answer.status == 303), "nobody gets an error page");
    let cookies = answers.iter().filter(|answer| answer.logs_in()).flat_map(Answer::set_cookies);
    let tokens: Vec<_> = cookies.filter(|(name, ..)| name == SESSION).map(|(_, token, _)| token).collect();
    assert!((1..=6).contains(&tokens.len()), "five tries, and a link needs none: {}", tokens.len());
    let mut good = 0;
    for token in &tokens {
        let holder = site.browser();
        holder.set_cookie(SESSION, token);
        good += usize::from(holder.is_logged_in().await);
    }
    assert_eq!(good, 1, "of {} tokens", tokens.len());
    assert_eq!(site.database.number(SESSIONS).await, 1);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
    assert_eq!(
        site.database.number("SELECT COUNT(*) FROM magic_auth_events WHERE name = 'authn_login_success'").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_wrong_guesses_five_are_compared() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let guess = |_| {
        let (browser, code) = (browser.twin(), message.wrong_code());
        async move { browser.type_code(&code).await }
    };
    let answers = at_once((0..50).map(guess).collect()).await;

    let wrong = answers.iter().filter(|answer| answer.location() == "/sessions/password?error=wrong_code").count();
    let spent = answers.iter().filter(|answer| answer.location() == "/sessions/password?error=tries_used_up").count();
    assert_eq!((wrong, spent), (4, 46));
    assert_eq!(site.database.number(COMPARED).await, 5);
    assert_eq!(site.database.number("SELECT tries FROM magic_auth_challenges").await, 5);
    assert_eq!(site.database.number("SELECT failures FROM magic_auth_failed_codes").await, 5);
    let answer = browser.type_code(&message.code).await;
    assert_eq!(answer.location(), "/sessions/password?error=tries_used_up", "even the right one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_wrong_guesses_with_a_link_five_are_compared() {
    let site = Site::start().await;
    let (_asking, message) = asked(&site).await;
    let other = site.browser();
    other.get(&message.path).await;
    let guess = |_| {
        let (other, code) = (other.twin(), message.wrong_code());
        async move { other.click_link_with(&code).await }
    };
    let answers = at_once((0..50).map(guess).collect()).await;

    let wrong = answers.iter().filter(|answer| answer.location() == "/sessions/verify?error=wrong_code").count();
    assert_eq!(wrong, 4);
    assert_eq!(site.database.number(COMPARED).await, 5);
    assert_eq!(site.database.number("SELECT link_tries FROM magic_auth_challenges").await, 5);
    let answer = other.click_link_with(&message.code).await;
    assert_eq!(answer.location(), "/sessions/verify?error=tries_used_up");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_uses_of_a_code_comes_one_session_with_one_good_token() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let use_code = |_| {
        let (browser, code) = (browser.twin(), message.code.clone());
        async move { browser.type_code(&code).await }
    };
    one_session_with_one_good_token_of(&site, (0..20).map(use_code).collect()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_uses_of_a_link_comes_one_session_with_one_good_token() {
    let site = Site::start().await;
    let (browser, _message) = asked(&site).await;
    let use_link = |_| {
        let browser = browser.twin();
        async move { browser.click_link().await }
    };
    one_session_with_one_good_token_of(&site, (0..20).map(use_link).collect()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_uses_of_a_code_and_ten_of_its_link_comes_one_session_with_one_good_token() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let use_either = |number: usize| {
        let (browser, code) = (browser.twin(), message.code.clone());
        async move { if number.is_multiple_of(2) { browser.type_code(&code).await } else { browser.click_link().await } }
    };
    one_session_with_one_good_token_of(&site, (0..20).map(use_either).collect()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_link_used_here_and_with_its_code_elsewhere_comes_one_session_with_one_good_token() {
    let site = Site::start().await;
    let (browser, message) = asked(&site).await;
    let other = site.browser();
    other.get(&message.path).await;
    let use_either = |number: usize| {
        let here = number.is_multiple_of(2);
        let (browser, code) = (if here { browser.twin() } else { other.twin() }, message.code.clone());
        async move { if here { browser.click_link().await } else { browser.click_link_with(&code).await } }
    };
    one_session_with_one_good_token_of(&site, (0..20).map(use_either).collect()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_clicks_for_another_email_one_sends_it() {
    let site = Site::start().await;
    let (browser, _message) = asked(&site).await;
    site.clock.advance(crate::support::seconds(30));
    let resend = |_| {
        let browser = browser.twin();
        async move { browser.resend().await }
    };
    let answers = at_once((0..20).map(resend).collect()).await;
    let sent = answers.iter().filter(|answer| answer.location() == "/sessions/password?notice=email_again").count();
    assert_eq!((sent, site.email_count()), (1, 2));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_magic_links").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_new_browsers_of_one_new_address_make_one_user() {
    let site = Site::start().await;
    let mut log_ins = Vec::new();
    for _ in 0..10 {
        let browser = site.browser();
        browser.ask(ADA).await;
        let code = site.message(ADA).code;
        log_ins.push(async move { browser.type_code(&code).await });
    }
    let answers = at_once(log_ins).await;
    assert!(answers.iter().all(Answer::logs_in));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
    assert_eq!(site.database.number(SESSIONS).await, 10);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_strangers_who_ask_for_one_address_one_gets_an_email() {
    let site = Setup::new().with_limits().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    let ask = |number| {
        let browser = site.browser();
        async move {
            let request = browser.request(reqwest::Method::POST, "/api/magic_auth/request_log_in");
            request.header("x-forwarded-for", &format!("10.0.0.{number}")).form(&[("email", ADA)]).send().await
        }
    };
    let answers = at_once((0..20).map(ask).collect()).await;
    let sent = answers.iter().filter(|answer| answer.status == 303).count();
    let refused = answers.iter().filter(|answer| answer.status == 429).count();
    assert_eq!((sent, refused, site.email_count()), (1, 19, 1));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_challenges").await, 1);
    let clients = "SELECT COUNT(*) FROM magic_auth_limits WHERE key LIKE 'emails by %'";
    assert_eq!(site.database.number(clients).await, 1, "who was refused has lost nothing");
}
