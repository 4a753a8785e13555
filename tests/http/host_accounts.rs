//! Logging in to a host with accounts of its own: it is asked whose an address is, and may fail, refuse, or change its mind.

use crate::support::{ADA, Browser, EVE, Meanwhile, Members, Once, Setup, Site, at_once, minutes};
use leptos_magic_auth::{
    DisconnectSelf, Error,
    internals::auth::{Acting, Auth, Client},
};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);
/// For a host that never answers.
const NO_PATIENCE: Duration = Duration::from_millis(20);

async fn start(members: &Members) -> Site {
    Setup::new().accounts(members, PATIENCE).start().await
}

/// A browser that has asked for an email, and its code.
async fn asked(site: &Site, email: &str) -> (Browser, String) {
    let browser = site.browser();
    browser.ask(email).await;
    let code = site.message(email).code;
    (browser, code)
}

/// Something that happens once the host has answered, before that is used.
fn meanwhile<F>(happens: impl FnOnce(Auth) -> F + Send + 'static) -> Once
where
    F: Future<Output = ()> + Send + 'static,
{
    let happens: Meanwhile = Box::new(move |auth| Box::pin(happens(auth)));
    Once::Meanwhile(happens)
}

fn log_out_all(account: &'static str) -> Once {
    meanwhile(move |auth| async move {
        let acting = Acting { client: &Client::new("", "the application"), page: None };
        auth.log_out_all(account, acting, DisconnectSelf::Yes).await.unwrap();
    })
}

/// The account that has this email address here.
async fn account_of(site: &Site, email: &str) -> String {
    site.database.text(&format!("SELECT account FROM magic_auth_users WHERE email = '{email}'")).await
}

#[tokio::test]
async fn sessions_are_kept_by_the_hosts_account() {
    let members = Members::new();
    let site = start(&members).await;
    members.put(ADA, 41);
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, "41");
    site.browser().log_in(&site, EVE).await;
    assert_eq!((members.whose(EVE), account_of(&site, EVE).await), (Some(42), "42".to_owned()));
    assert_eq!(members.asked(), [format!("log_in {ADA}"), format!("log_in {EVE}")], "once for each");
    let acting = Acting { client: &Client::new("", ""), page: None };
    assert_eq!(site.auth.log_out_all("41", acting, DisconnectSelf::Yes).await.unwrap().sessions.len(), 1);
    assert!(!browser.is_logged_in().await);
}

#[tokio::test]
async fn a_host_that_fails_uses_nothing_up() {
    for (once, patience) in [(Once::Fail, PATIENCE), (Once::Panic, PATIENCE), (Once::Silence, NO_PATIENCE)] {
        let members = Members::new();
        let site = Setup::new().accounts(&members, patience).start().await;
        members.log_in_once([once]);
        let (browser, code) = asked(&site, ADA).await;
        let before = site.database.dump().await;
        let answer = browser.type_code(&code).await;
        assert_eq!((answer.status, answer.header("retry-after")), (503, Some("5")));
        assert_eq!(site.database.dump().await, before, "nothing was used up");
        assert!(browser.type_code(&code).await.logs_in(), "the same code works a moment later");
    }
}

#[tokio::test]
async fn a_link_is_not_used_up_either() {
    let members = Members::new();
    let site = start(&members).await;
    members.log_in_once([Once::Fail, Once::Fail]);
    let (browser, _) = asked(&site, ADA).await;
    assert_eq!(browser.click_link_of(&site).await.status, 503);
    let other = site.browser();
    let message = site.message(ADA);
    other.get(&message.path).await;
    assert_eq!(other.click_link_with(&message.code).await.status, 503);
    assert!(other.click_link_with(&message.code).await.logs_in());
    assert_eq!(browser.click_link().await.location(), "/sessions/verify?error=used");
}

#[tokio::test]
async fn somebody_without_access_is_told_so_once_the_mailbox_is_proved() {
    let members = Members::new();
    let site = start(&members).await;
    members.log_in_once([Once::Deny, Once::Deny]);
    let (browser, code) = asked(&site, EVE).await;
    let wrong = site.message(EVE).wrong_code();
    assert!(browser.type_code(&wrong).await.location().contains("wrong_code"), "nobody else learns anything");
    assert!(members.asked().is_empty(), "a wrong code asks nobody");
    let answer = browser.type_code(&code).await;
    assert_eq!(answer.location(), "/sessions/log_in?error=no_access");
    let page = browser.follow(answer).await;
    assert!(page.messages()[0].contains("has no access here"), "{:?}", page.messages());
    assert!(!browser.is_logged_in().await);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 0);
    assert_eq!(browser.type_code(&code).await.location(), "/sessions/password?error=used", "the proof is used");

    site.clock.advance(minutes(1));
    let (browser, code) = asked(&site, EVE).await;
    let answer = browser.post_for_json("/api/magic_auth/log_in_with_code", &[("code", &code)]).await;
    assert_eq!((answer.status, answer.body.as_str()), (403, "\"no_access\""));
}

#[tokio::test]
async fn a_host_may_leave_accounts_to_our_own_table() {
    let members = Members::new();
    let site = start(&members).await;
    members.log_in_once([Once::Ours, Once::Ours]);
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let account = account_of(&site, ADA).await;
    assert!(uuid::Uuid::try_parse(&account).is_ok(), "{account}");
    assert_eq!(members.count(), 0);
    site.clock.advance(minutes(1));
    site.browser().log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, account);
}

#[tokio::test]
async fn two_first_log_ins_at_once_make_one_account() {
    let members = Members::new();
    let site = start(&members).await;
    let mut asked_for = Vec::new();
    for _ in 0..4 {
        asked_for.push(asked(&site, ADA).await);
        site.clock.advance(minutes(1));
    }
    let log_ins = asked_for.into_iter().map(|(browser, code)| async move { browser.type_code(&code).await }).collect();
    let answers = at_once(log_ins).await;
    assert!(answers.iter().all(|answer| answer.logs_in()), "{answers:?}");
    assert_eq!((members.count(), site.database.number("SELECT COUNT(*) FROM magic_auth_users").await), (1, 1));
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 4);
}

#[tokio::test]
async fn an_account_that_is_logged_out_everywhere_meanwhile_is_asked_for_again() {
    let members = Members::new();
    let site = start(&members).await;
    members.put(ADA, 1);
    // At the first log-in, of which nothing was known before, and at a later one.
    for log_ins in 1..=2 {
        members.log_in_once([log_out_all("1")]);
        let browser = site.browser();
        browser.log_in(&site, ADA).await;
        assert_eq!(members.asked().len(), 2 * log_ins);
        assert!(browser.is_logged_in().await, "by the second answer");
        site.clock.advance(minutes(1));
    }
    members.log_in_once([log_out_all("1"), log_out_all("1"), log_out_all("1")]);
    let (browser, code) = asked(&site, ADA).await;
    assert_eq!(browser.type_code(&code).await.status, 503, "three times are enough");
    assert!(browser.type_code(&code).await.logs_in(), "and nothing was used up");
}

#[tokio::test]
async fn the_last_answer_counts() {
    let members = Members::new();
    let site = start(&members).await;
    members.put(ADA, 1);
    members.log_in_once([log_out_all("1"), Once::Allow(2)]);
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, "2");
    site.clock.advance(minutes(1));
    // Another account has the address now: what the former one had open ends.
    let mut page = browser.open(&site).await;
    members.log_in_once([Once::Allow(3)]);
    let other = site.browser();
    other.log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, "3");
    assert_eq!(page.over().await, "address_changed");
    assert!(other.is_logged_in().await);
}

#[tokio::test]
async fn no_session_begins_of_an_account_that_is_forgotten_meanwhile() {
    let members = Members::new();
    let site = start(&members).await;
    let forget = |members: Members| {
        meanwhile(move |auth| async move {
            auth.forget("1", &Client::new("", "")).await.unwrap();
            members.remove(ADA);
            members.put(ADA, 7);
        })
    };
    members.put(ADA, 1);
    members.log_in_once([forget(members.clone())]);
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, "7", "the account that has the address then");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
}

#[tokio::test]
async fn an_address_that_a_host_gives_away_meanwhile_is_asked_for_again() {
    let members = Members::new();
    let site = start(&members).await;
    members.put(ADA, 1);
    site.browser().log_in(&site, ADA).await;
    site.clock.advance(minutes(1));
    let host = members.clone();
    members.log_in_once([meanwhile(move |auth| async move {
        host.remove(ADA);
        host.put("grace@example.com", 1);
        auth.email_changed("1", ADA, "grace@example.com", &Client::new("", "")).await.unwrap();
    })]);
    site.browser().log_in(&site, ADA).await;
    assert_eq!(account_of(&site, "grace@example.com").await, "1");
    assert_eq!(account_of(&site, ADA).await, "2", "somebody new");
}

#[tokio::test]
async fn an_address_that_somebody_comes_to_meanwhile_is_asked_for_again() {
    let (members, grace) = (Members::new(), "grace@example.com");
    let site = start(&members).await;
    members.put(grace, 1);
    site.browser().log_in(&site, grace).await;
    members.put(ADA, 9);
    let host = members.clone();
    members.log_in_once([meanwhile(move |auth| async move {
        host.remove(grace);
        host.put(ADA, 1);
        auth.email_changed("1", grace, ADA, &Client::application()).await.unwrap();
    })]);
    site.browser().log_in(&site, ADA).await;
    assert_eq!(account_of(&site, ADA).await, "1", "not by the answer from before");
}

#[tokio::test]
async fn without_a_host_nothing_is_kept_for_one() {
    let site = Site::start().await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    browser.post("/api/magic_auth/log_out_all", &[("page", "")]).await;
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_epochs").await, 0);
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users WHERE account = ''").await, 0);
}

#[tokio::test]
async fn an_invitation_logs_in_any_browser_by_its_link_and_code_and_leads_where_the_host_says() {
    let site = Setup::new().with_limits().start().await;
    site.auth.send_log_in(EVE, "/account?page=2").await.unwrap();
    site.auth.finish_deliveries().await;
    let message = site.message(EVE);
    assert!(
        message.text.contains("You are invited") && !message.text.contains("in which you asked"),
        "{}",
        message.text
    );
    let browser = site.browser();
    let page = browser.visit(&message.path).await;
    assert!(!page.says("another browser"), "{}", page.text());
    let answer = browser.click_link_with(&message.code).await;
    assert!(answer.logs_in());
    assert_eq!(answer.location(), "/account?page=2");
    assert!(site.auth.send_log_in("no address", "/").await.is_err());
    let refused = site.auth.send_log_in(EVE, "/").await;
    assert!(matches!(refused, Err(leptos_magic_auth::internals::auth::Error::Limited(_))), "an address has its limit");
}

#[tokio::test]
async fn a_host_lists_an_accounts_sessions_and_ends_one_and_no_session_of_another_account() {
    let members = Members::new();
    let site = start(&members).await;
    let auth = &site.door;
    let (first, second, eve) = (site.browser(), site.browser(), site.browser());
    members.put(ADA, 41);
    first.log_in(&site, ADA).await;
    site.clock.advance(minutes(1));
    second.log_in(&site, ADA).await;
    eve.log_in(&site, EVE).await;
    let listed = auth.sessions("41").await.unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed[0].logged_in_at > listed[1].logged_in_at, "used last first");
    let mut page = first.open(&site).await;
    for (account, id) in [("42", &*listed[1].id), ("41", "no-session"), ("never-here", &*listed[1].id)] {
        assert!(matches!(auth.end_session(account, id).await, Err(Error::NotFound)), "{account} {id}");
    }
    assert!(first.is_logged_in().await);
    auth.end_session("41", &listed[1].id).await.unwrap();
    assert_eq!(page.over().await, "session_ended");
    assert!(second.is_logged_in().await && eve.is_logged_in().await);
    assert_eq!(auth.sessions("41").await.unwrap().len(), 1);
    assert!(auth.sessions("never-here").await.unwrap().is_empty());
    assert!(matches!(auth.sessions("not an id").await, Err(Error::NotFound)));
}

/// The process dies after the host has made the account and before we hear of it.
#[tokio::test]
async fn a_first_log_in_after_which_the_process_dies_makes_one_account_all_the_same() {
    let members = Members::new();
    let site = Setup::new().accounts(&members, Duration::from_secs(60)).start().await;
    let (browser, code) = asked(&site, ADA).await;
    members.log_in_once([Once::DoneInSilence]);
    let waits = tokio::spawn(async move { browser.type_code(&code).await });
    members.was_asked(2).await;
    assert_eq!(members.whose(ADA), Some(1), "the host has it");
    assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 0, "and we have not");
    let after = Setup::new().accounts(&members, PATIENCE).after(&site).start().await;
    after.browser().log_in(&after, ADA).await;
    assert_eq!((members.count(), account_of(&after, ADA).await), (1, "1".to_owned()));
    waits.abort();
}

#[tokio::test]
async fn a_forgotten_account_leaves_nothing_behind() {
    let members = Members::new();
    let site = start(&members).await;
    let browser = site.browser();
    browser.log_in(&site, ADA).await;
    let mut page = browser.open(&site).await;
    site.auth.forget("1", &Client::application()).await.unwrap();
    assert_eq!(page.over().await, "logged_out_everywhere");
    let left = site.database.dump().await;
    let left: Vec<_> = left.iter().filter(|row| row.contains(ADA) && !row.starts_with("challenges")).collect();
    assert_eq!(left, [] as [&String; 0]);
    assert!(site.auth.forget("", &Client::application()).await.is_err());
    site.auth.forget("never here", &Client::application()).await.unwrap_err();
    site.auth.forget("never-here", &Client::application()).await.unwrap();
}
