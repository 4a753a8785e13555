//! A change of email address and its undoing where a host has accounts of its own: two tables that agree in the end,
//! whatever fails between them.

use crate::support::{ADA, Answer, Browser, EVE, Members, Once, Setup, Site, minutes};
use std::{sync::Arc, time::Duration};
use tokio::task::{JoinHandle, yield_now};

const NEW: &str = "grace@example.com";
const PATIENCE: Duration = Duration::from_secs(60);

async fn start(members: &Members) -> Site {
    Setup::new().accounts(members, PATIENCE).start().await
}

async fn email_of(site: &Site, account: i64) -> String {
    site.database.text(&format!("SELECT email FROM magic_auth_users WHERE account = '{account}'")).await
}

async fn begun(site: &Site) -> i64 {
    site.database.number("SELECT COUNT(*) FROM magic_auth_account_moves").await
}

/// Ada is logged in as account 1, and has asked for the change. Returns her browser and the code for the new address.
async fn changing(site: &Site, members: &Members) -> (Arc<Browser>, String) {
    members.put(ADA, 1);
    let browser = site.browser();
    browser.log_in(site, ADA).await;
    browser.change_email(NEW).await;
    let code = site.message(NEW).code;
    (Arc::new(browser), code)
}

/// The same, confirmed.
async fn changed(site: &Site, members: &Members) -> Arc<Browser> {
    let (browser, code) = changing(site, members).await;
    assert!(browser.type_code(&code).await.logs_in());
    browser
}

/// Types a code in the background: nobody answers for now.
fn typing(browser: &Arc<Browser>, code: &str) -> JoinHandle<Answer> {
    let (browser, code) = (browser.clone(), code.to_owned());
    tokio::spawn(async move { browser.type_code(&code).await })
}

/// Waits until everything that was begun is answered.
async fn settled(site: &Site) {
    while begun(site).await > 0 {
        yield_now().await;
    }
}

#[tokio::test]
async fn the_host_is_asked_once_and_both_tables_agree() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    assert_eq!(members.asked().len(), 1, "nobody asks before the new address is proved");
    let answer = browser.type_code(&code).await;
    assert_eq!(answer.location(), "/account?notice=new_address");
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
    assert_eq!((members.whose(NEW), members.whose(ADA), email_of(&site, 1).await.as_str()), (Some(1), None, NEW));
    assert_eq!(members.asked()[1..], [format!("change_email 1 {NEW}")]);

    let notice = site.messages(ADA)[0].clone();
    let answer = site.browser().undo_by(&notice).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=change_undone");
    assert_eq!((members.whose(ADA), members.whose(NEW), email_of(&site, 1).await.as_str()), (Some(1), None, ADA));
    assert_eq!(members.asked()[2..], [format!("undo_email_change 1 {ADA}")]);
    assert!(!browser.is_logged_in().await);
    assert_eq!(begun(&site).await, 0);
}

#[tokio::test]
async fn an_undo_of_what_has_not_happened_asks_nobody() {
    let members = Members::new();
    let site = start(&members).await;
    changing(&site, &members).await;
    let notice = site.messages(ADA)[0].clone();
    assert_eq!(site.browser().undo_by(&notice).await.status, 303);
    assert_eq!(members.asked().len(), 1);
}

#[tokio::test]
async fn a_host_that_fails_is_asked_again_by_the_same_code() {
    for once in [Once::Fail, Once::Panic] {
        let members = Members::new();
        let site = start(&members).await;
        let (browser, code) = changing(&site, &members).await;
        let meanwhile = site.browser();
        site.clock.advance(minutes(1));
        meanwhile.log_in(&site, ADA).await;
        members.change_once([once]);
        assert_eq!(browser.type_code(&code).await.status, 503);
        assert_eq!((begun(&site).await, email_of(&site, 1).await.as_str()), (1, ADA));
        assert!(!meanwhile.is_logged_in().await, "sessions end before the host is asked");
        assert!(browser.type_code(&code).await.logs_in());
        assert_eq!((begun(&site).await, email_of(&site, 1).await.as_str()), (0, NEW));
    }
}

#[tokio::test]
async fn what_was_begun_is_asked_again_every_minute() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.fail_changes(true);
    assert_eq!(browser.type_code(&code).await.status, 503);
    site.clock.advance(minutes(1));
    members.was_asked(3).await;
    members.fail_changes(false);
    while begun(&site).await > 0 {
        site.clock.advance(minutes(1));
        yield_now().await;
    }
    assert_eq!((email_of(&site, 1).await.as_str(), members.whose(NEW)), (NEW, Some(1)));
    site.auth.finish_deliveries().await;
    assert!(!browser.is_logged_in().await);
    assert!(!site.notices(ADA).is_empty(), "the old address was told");
}

#[tokio::test]
async fn the_browser_that_asked_goes_on_although_somebody_else_was_told_the_answer() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.change_once([Once::Fail]);
    assert_eq!(browser.type_code(&code).await.status, 503);
    site.clock.advance(minutes(1));
    settled(&site).await;
    assert_eq!(browser.type_code(&code).await.location(), "/account?notice=new_address");
    assert_eq!(browser.logged_in_as().await.as_deref(), Some(NEW));
}

#[tokio::test]
async fn while_it_is_begun_neither_address_logs_in_as_somebody_new() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.fail_changes(true);
    assert_eq!(browser.type_code(&code).await.status, 503);
    for email in [ADA, NEW] {
        let other = site.browser();
        other.ask(email).await;
        let answer = other.type_code(&site.message(email).code).await;
        assert_eq!(answer.status, 503, "{email}");
    }
    assert_eq!(members.count(), 1, "no account was made");
    members.fail_changes(false);
    site.clock.advance(minutes(1));
    settled(&site).await;
    let left = site.browser();
    left.ask(ADA).await;
    let answer = left.type_code(&site.message(ADA).code).await;
    assert_eq!(answer.location(), "/account/email/undo", "as after any change");
}

#[tokio::test]
async fn an_address_that_another_account_has_is_left_to_it() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.put(NEW, 9);
    let answer = browser.type_code(&code).await;
    assert_eq!(answer.location(), "/sessions/password?error=email_taken");
    let page = browser.follow(answer).await;
    assert!(page.text().contains("ask the people who run this site"), "{}", page.text());
    assert_eq!((email_of(&site, 1).await.as_str(), members.whose(ADA), members.whose(NEW)), (ADA, Some(1), Some(9)));
    assert_eq!(begun(&site).await, 0);
    site.clock.advance(minutes(1));
    browser.log_in(&site, ADA).await;
    assert!(!browser.visit("/account").await.says("waits for a proof"));
}

#[tokio::test]
async fn an_old_address_that_another_account_has_stays_with_it_and_sessions_end_all_the_same() {
    let members = Members::new();
    let site = start(&members).await;
    let browser = changed(&site, &members).await;
    members.put(ADA, 9);
    let undoing = site.browser();
    let answer = undoing.undo_by(&site.messages(ADA)[0]).await;
    assert_eq!(answer.location(), "/account/email/undo?error=email_taken");
    let page = undoing.follow(answer).await;
    assert!(page.text().contains("ask the people who run this site"), "{}", page.text());
    assert_eq!((email_of(&site, 1).await.as_str(), members.whose(NEW)), (NEW, Some(1)));
    assert!(!browser.is_logged_in().await);
    assert_eq!(begun(&site).await, 0);
}

#[tokio::test]
async fn an_undo_that_the_host_does_not_answer_goes_on_by_the_same_link() {
    let members = Members::new();
    let site = start(&members).await;
    let browser = changed(&site, &members).await;
    members.change_once([Once::Fail]);
    let notice = site.messages(ADA)[0].clone();
    let undoing = site.browser();
    assert_eq!(undoing.undo_by(&notice).await.status, 503);
    assert!(!browser.is_logged_in().await, "sessions end whatever the host says");
    assert_eq!(undoing.undo_by(&notice).await.location(), "/sessions/log_in?notice=change_undone");
    assert_eq!((email_of(&site, 1).await.as_str(), members.whose(ADA)), (ADA, Some(1)));
}

/// The process dies at each step of a change: before the host has done it, or after it and before we hear of it.
#[tokio::test]
async fn a_change_is_done_although_the_process_dies() {
    for once in [Once::Silence, Once::DoneInSilence] {
        let members = Members::new();
        let site = start(&members).await;
        let (browser, code) = changing(&site, &members).await;
        members.change_once([once]);
        let waits = typing(&browser, &code);
        members.was_asked(2).await;
        while begun(&site).await == 0 {
            yield_now().await;
        }
        let again = Setup::new().accounts(&members, PATIENCE).after(&site).start().await;
        settled(&again).await;
        assert_eq!((email_of(&again, 1).await.as_str(), members.whose(NEW), members.count()), (NEW, Some(1), 1));
        let other = again.browser();
        other.log_in(&again, NEW).await;
        assert_eq!(account(&again).await, ["1"]);
        waits.abort();
    }
}

/// The same at each step of an undo.
#[tokio::test]
async fn an_undo_is_done_although_the_process_dies() {
    for once in [Once::Silence, Once::DoneInSilence] {
        let members = Members::new();
        let site = start(&members).await;
        changed(&site, &members).await;
        members.change_once([once]);
        let (notice, undoing) = (site.messages(ADA)[0].clone(), site.browser());
        let asked = members.asked().len();
        let waits = tokio::spawn(async move { undoing.undo_by(&notice).await });
        members.was_asked(asked + 1).await;
        let again = Setup::new().accounts(&members, PATIENCE).after(&site).start().await;
        settled(&again).await;
        assert_eq!((email_of(&again, 1).await.as_str(), members.whose(ADA), members.count()), (ADA, Some(1), 1));
        again.browser().log_in(&again, ADA).await;
        assert_eq!(account(&again).await, ["1"]);
        waits.abort();
    }
}

async fn account(site: &Site) -> Vec<String> {
    site.database.texts("SELECT account FROM magic_auth_users").await
}

/// Somebody undoes a change of which the host has not said yet that it is done.
#[tokio::test]
async fn an_undo_takes_the_place_of_a_change_that_is_begun() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.change_once([Once::DoneInSilence]);
    let waits = typing(&browser, &code);
    members.was_asked(3).await;
    let notice = site.messages(ADA)[0].clone();
    let again = Setup::new().accounts(&members, PATIENCE).after(&site).start().await;
    settled(&again).await;
    assert_eq!(members.whose(NEW), Some(1));
    let answer = site.browser().at(&again).undo_by(&notice).await;
    assert_eq!(answer.location(), "/sessions/log_in?notice=change_undone");
    assert_eq!((email_of(&again, 1).await.as_str(), members.whose(ADA)), (ADA, Some(1)));
    waits.abort();
}

#[tokio::test]
async fn an_undo_while_the_host_is_asked_waits_for_its_turn() {
    let members = Members::new();
    let site = start(&members).await;
    let (browser, code) = changing(&site, &members).await;
    members.change_once([Once::DoneInSilence]);
    let waits = typing(&browser, &code);
    members.was_asked(3).await;
    let notice = site.messages(ADA)[0].clone();
    let undoing = site.browser();
    assert_eq!(undoing.undo_by(&notice).await.status, 503, "two questions at once could overtake each other");
    site.clock.advance(minutes(2));
    settled(&site).await;
    assert_eq!((email_of(&site, 1).await.as_str(), members.whose(ADA)), (ADA, Some(1)));
    waits.abort();
}

#[tokio::test]
async fn a_host_that_changes_no_addresses_shows_no_form() {
    use leptos_magic_auth::{Access, Accounts, BoxError, EmailAddress, MagicAuth, TenantId};
    struct OnlyLogIn;
    impl Accounts for OnlyLogIn {
        async fn log_in(&self, _: &TenantId, _: &EmailAddress) -> Result<Access, BoxError> {
            Ok(Access::Ours)
        }
    }
    let auth = MagicAuth::builder().database_url("sqlite::memory:").accounts(OnlyLogIn).build().await.unwrap();
    assert!(!leptos_magic_auth::internals::http::state(&auth).auth.changes_emails());
    let site = Setup::new().accounts(&Members::new(), PATIENCE).start().await;
    let browser = site.browser();
    browser.log_in(&site, EVE).await;
    assert!(browser.get("/account").await.form("/api/magic_auth/change_email").is_some());
}
