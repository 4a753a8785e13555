//! Two of one person's verbs at the same time, in both orders: what comes of it is what comes of one after the other.

use crate::support::{ADA, Answer, Browser, EVE, Setup, Site, minutes, on_postgres};
use std::time::Duration;
use tokio::{task::JoinHandle, time::sleep};

const NEW: &str = "grace@example.com";

/// What proves an email address and begins a session.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Begins {
    /// The code of a log-in.
    LogIn,
    /// The code that confirms a new email address.
    Confirm,
    /// The code that proves the present one, before it is changed.
    Prove,
}

/// What ends sessions.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ends {
    LogOutAll,
    /// One session, from the list.
    One,
    Change,
    Confirm,
    Undo,
}

const ALL_BEGIN: [Begins; 3] = [Begins::LogIn, Begins::Confirm, Begins::Prove];

/// An owner, and somebody who has come by the owner's mailbox, each about to do something.
struct Scene {
    site: Site,
    begins: Box<dyn Fn() -> JoinHandle<Answer>>,
    ends: Box<dyn Fn() -> JoinHandle<Answer>>,
}

/// A form that a browser is about to post.
fn post(
    browser: &Browser,
    path: &'static str,
    fields: Vec<(&'static str, String)>,
) -> Box<dyn Fn() -> JoinHandle<Answer>> {
    let browser = browser.twin();
    Box::new(move || {
        let (browser, fields) = (browser.twin(), fields.clone());
        tokio::spawn(async move {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            browser.post(path, &fields).await
        })
    })
}

fn code(browser: &Browser, code: &str) -> Box<dyn Fn() -> JoinHandle<Answer>> {
    post(browser, "/api/magic_auth/log_in_with_code", vec![("code", code.to_owned())])
}

async fn scene(begins: Begins, ends: Ends) -> Scene {
    let site = Setup::new().start().await;
    let (owner, other, thief) = (site.browser(), site.browser(), site.browser());
    // A change that has happened, and can be undone.
    let before = if ends == Ends::Undo { EVE } else { ADA };
    owner.log_in(&site, before).await;
    if ends == Ends::Undo {
        owner.change_email(ADA).await;
        assert!(owner.type_code(&site.message(ADA).code).await.logs_in());
    }
    site.clock.advance(minutes(16));
    other.log_in(&site, ADA).await;
    let begins = match begins {
        Begins::LogIn => {
            thief.ask(ADA).await;
            code(&thief, &site.message(ADA).code)
        }
        Begins::Confirm => {
            thief.log_in(&site, ADA).await;
            thief.change_email(NEW).await;
            code(&thief, &site.message(NEW).code)
        }
        Begins::Prove => {
            thief.log_in(&site, ADA).await;
            site.clock.advance(minutes(16));
            thief.change_email(NEW).await;
            code(&thief, &site.message(ADA).code)
        }
    };
    // A change that is asked for ends every session, and the owner comes again.
    let (owner, other) = (site.browser(), site.browser());
    owner.log_in(&site, ADA).await;
    other.log_in(&site, ADA).await;
    let ends = match ends {
        Ends::LogOutAll => post(&owner, "/api/magic_auth/log_out_all", vec![("page", String::new())]),
        Ends::One => {
            let id = other.load(&site).await.session;
            post(&owner, "/api/magic_auth/end_session", vec![("id", id)])
        }
        Ends::Change => post(&owner, "/api/magic_auth/change_email", vec![("email", "later@example.com".to_owned())]),
        Ends::Confirm => {
            let asking = site.browser();
            asking.log_in(&site, ADA).await;
            asking.change_email("later@example.com").await;
            let confirm = site.message("later@example.com");
            code(&asking, &confirm.code)
        }
        Ends::Undo => {
            let undoing = site.browser();
            undoing.get(&site.notices(EVE).into_iter().next().expect("word to the old address").path).await;
            post(&undoing, "/api/magic_auth/undo_email_change", vec![("sure", "true".to_owned())])
        }
    };
    Scene { site, begins, ends }
}

/// What is there afterwards, without ids and times.
async fn outcome(scene: &Scene, first: Answer, second: Answer) -> Vec<String> {
    let database = &scene.site.database;
    let mut told =
        vec![format!("{} {}", first.status, first.location()), format!("{} {}", second.status, second.location())];
    for count in [
        "SELECT COUNT(*) FROM magic_auth_sessions WHERE ended_at IS NULL",
        "SELECT COUNT(*) FROM magic_auth_sessions",
        "SELECT COUNT(*) FROM magic_auth_users",
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'grace@example.com'",
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'ada@example.com'",
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'eve@example.com'",
        "SELECT COUNT(*) FROM magic_auth_users WHERE email = 'later@example.com'",
        "SELECT COUNT(*) FROM magic_auth_email_changes WHERE confirmed_at IS NOT NULL",
        "SELECT COUNT(*) FROM magic_auth_email_changes WHERE cancelled_at IS NOT NULL",
        "SELECT COUNT(*) FROM magic_auth_challenges WHERE used_at IS NOT NULL",
        "SELECT COUNT(*) FROM magic_auth_devices",
    ] {
        told.push(format!("{count}: {}", database.number(count).await));
    }
    told
}

/// Does both, the second once the first is through.
async fn one_after_the_other(begins: Begins, ends: Ends, begins_first: bool) -> Vec<String> {
    let scene = scene(begins, ends).await;
    let [first, second] = if begins_first { [&scene.begins, &scene.ends] } else { [&scene.ends, &scene.begins] };
    let first = first().await.expect("an answer");
    let second = second().await.expect("an answer");
    outcome(&scene, first, second).await
}

/// Does both, the second while the first is about to become final.
async fn at_the_same_time(begins: Begins, ends: Ends, begins_first: bool) -> Vec<String> {
    let scene = scene(begins, ends).await;
    let [first, second] = if begins_first { [&scene.begins, &scene.ends] } else { [&scene.ends, &scene.begins] };
    let holder = scene.site.database.hold_ends().await;
    let first = first();
    until(&scene.site, 1).await;
    let second = second();
    until(&scene.site, 2).await;
    holder.let_go().await;
    let (first, second) = (first.await.expect("an answer"), second.await.expect("an answer"));
    outcome(&scene, first, second).await
}

/// Waits until so many have come as far as they get.
async fn until(site: &Site, count: i64) {
    if !on_postgres() {
        // The first holds the writer's place, and others wait behind it.
        let behind = usize::try_from(count - 1).expect("a count");
        for _ in 0..5 {
            site.browser().get("/sessions/log_in").await;
        }
        while site.auth.waiting() < behind {
            sleep(Duration::from_millis(1)).await;
        }
        return;
    }
    site.database.until_blocked(count).await;
}

async fn comes_to_the_same(ends: Ends) {
    for begins in ALL_BEGIN {
        // A proof is followed by the change that it was for, in a unit of work of its own, and the other verb may come in
        // between. So of that only what is good in the end is compared, and that may be as if the other had been first.
        let compared = |outcome: Vec<String>| match begins {
            Begins::Prove => outcome[2..3].iter().chain(&outcome[4..9]).cloned().collect(),
            Begins::LogIn | Begins::Confirm => outcome,
        };
        for begins_first in [true, false] {
            let expected = compared(one_after_the_other(begins, ends, begins_first).await);
            let happened = compared(at_the_same_time(begins, ends, begins_first).await);
            if happened == expected {
                continue;
            }
            let other = compared(one_after_the_other(begins, ends, !begins_first).await);
            if on_postgres() {
                assert!(begins == Begins::Prove, "{begins:?}, {ends:?}, {begins_first}:\n{happened:#?}\n{expected:#?}");
                assert_eq!(happened, other, "{begins:?}, {ends:?}, {begins_first}: {expected:#?}");
                continue;
            }
            // Which of two was first is not known of SQLite, and who was recognised before is served all the same: but no
            // session is good that neither order leaves.
            let good = |outcome: &[String]| {
                let count = outcome.iter().find(|line| line.contains("ended_at IS NULL")).expect("a count");
                count.rsplit(' ').next().expect("a number").parse::<u32>().expect("a number")
            };
            let most = good(&expected).max(good(&other));
            assert!(good(&happened) <= most, "{begins:?}, {ends:?}, {begins_first}:\n{happened:#?}\n{expected:#?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_a_log_out_everywhere() {
    comes_to_the_same(Ends::LogOutAll).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_the_end_of_one_session() {
    comes_to_the_same(Ends::One).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_a_change_of_email_address() {
    comes_to_the_same(Ends::Change).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_the_confirmation_of_another_change() {
    comes_to_the_same(Ends::Confirm).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn beside_an_undo() {
    comes_to_the_same(Ends::Undo).await;
}
