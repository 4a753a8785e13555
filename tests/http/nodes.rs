//! Several nodes on one database: what happens on one holds on the others, and their live pages know at once.

use crate::support::{
    ADA, Answer, Browser, CHALLENGE, EVE, LINK, NO_FIELDS, OwnDatabase, SESSION, SetClock, Setup, Site, Socket,
    at_once, is_for_postgres, seconds,
};
use std::time::{Duration, Instant};
use tokio::time::timeout;

const GRACE: &str = "grace@example.com";
const ONE_NODE: &str = "SQLite has one node";

/// Two nodes. They have one clock.
struct Nodes {
    one: Site,
    other: Site,
    database: OwnDatabase,
}

impl Nodes {
    /// `None` on SQLite, which has one node.
    async fn start() -> Option<Self> {
        if !is_for_postgres(ONE_NODE) {
            return None;
        }
        let (database, clock) = (OwnDatabase::new().await, SetClock::new());
        let node = || Setup::new().clock(&clock).set("--database-url", &database.url()).start();
        Some(Self { one: node().await, other: node().await, database })
    }
}

/// The same browser, as it meets another node.
fn on(site: &Site, browser: &Browser) -> Browser {
    let here = site.browser();
    here.set_cookie(SESSION, &browser.cookie(SESSION).expect("a session"));
    here
}

/// What a page is told soon, without any time of the clock's that passes.
async fn told_soon(page: &mut Socket) -> String {
    timeout(seconds(5), page.over()).await.expect("word from the other node")
}

#[tokio::test]
async fn a_session_is_good_on_every_node_and_ends_on_every_node() {
    let Some(nodes) = Nodes::start().await else { return };
    let browser = nodes.one.browser();
    browser.log_in(&nodes.one, ADA).await;
    let there = on(&nodes.other, &browser);
    assert!(there.is_logged_in().await);
    let mut page = there.open(&nodes.other).await;
    assert_eq!(browser.post("/api/magic_auth/log_out", NO_FIELDS).await.status, 303);
    assert_eq!(told_soon(&mut page).await, "logged_out");
    assert!(!on_again(&nodes.other, &there).await);
}

async fn on_again(site: &Site, browser: &Browser) -> bool {
    let again = site.browser();
    if let Some(token) = browser.cookie(SESSION) {
        again.set_cookie(SESSION, &token);
    }
    again.is_logged_in().await
}

#[tokio::test]
async fn a_log_out_everywhere_reaches_the_pages_of_all_nodes_and_nobody_elses() {
    let Some(nodes) = Nodes::start().await else { return };
    let (ada, second, eve) = (nodes.one.browser(), nodes.one.browser(), nodes.one.browser());
    ada.log_in(&nodes.one, ADA).await;
    second.log_in(&nodes.one, ADA).await;
    eve.log_in(&nodes.one, EVE).await;
    let (own, others) = (on(&nodes.other, &ada), on(&nodes.other, &second));
    let mut acting = own.open(&nodes.other).await;
    let mut pages = [own.open(&nodes.other).await, others.open(&nodes.other).await, second.open(&nodes.one).await];
    let mut strangers = on(&nodes.other, &eve).open(&nodes.other).await;
    // The form comes to one node while its page is connected to the other.
    ada.post("/api/magic_auth/log_out_all", &[("page", &acting.page)]).await;
    for page in &mut pages {
        assert_eq!(told_soon(page).await, "logged_out_everywhere");
    }
    assert!(acting.is_silent().await, "it goes where its form leads");
    assert!(strangers.is_silent().await);
    nodes.other.clock.advance(seconds(10));
    assert_eq!(told_soon(&mut acting).await, "logged_out_everywhere", "at the latest then");
}

#[tokio::test]
async fn what_does_not_happen_is_told_to_nobody() {
    let Some(nodes) = Nodes::start().await else { return };
    let browser = nodes.one.browser();
    browser.log_in(&nodes.one, ADA).await;
    let there = on(&nodes.other, &browser);
    let mut page = there.open(&nodes.other).await;
    nodes.database.break_commits().await;
    assert_eq!(browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await.status, 503);
    nodes.database.mend().await;
    assert!(page.is_silent().await && there.is_logged_in().await);
    assert_eq!(browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await.status, 303);
    assert_eq!(told_soon(&mut page).await, "logged_out_everywhere");
}

#[tokio::test]
async fn what_ended_while_a_node_did_not_hear_it_finds_out_when_it_hears_again() {
    let Some(nodes) = Nodes::start().await else { return };
    let browser = nodes.one.browser();
    browser.log_in(&nodes.one, ADA).await;
    let there = on(&nodes.other, &browser);
    let (mut page, mut good) = (there.open(&nodes.other).await, {
        let eve = nodes.other.browser();
        eve.log_in(&nodes.other, EVE).await;
        eve.open(&nodes.other).await
    });
    // Both at once: what listens is cut off, and nobody says a word about the end.
    let ended = "UPDATE magic_auth_sessions SET ended_at = 1, ended_because = 'session_ended'
                 WHERE user_id = (SELECT id FROM magic_auth_users WHERE email = 'ada@example.com');
                 SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    nodes.database.run(ended).await;
    assert_eq!(told_soon(&mut page).await, "session_ended");
    assert!(good.is_silent().await);
    // And it does hear again.
    let browser = nodes.one.browser();
    browser.log_in(&nodes.one, ADA).await;
    let mut page = on(&nodes.other, &browser).open(&nodes.other).await;
    browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
    assert_eq!(told_soon(&mut page).await, "logged_out");
}

#[tokio::test]
async fn of_two_hundred_log_outs_ninety_nine_in_a_hundred_are_known_elsewhere_within_a_second() {
    let Some(nodes) = Nodes::start().await else { return };
    let mut took = Vec::new();
    for _ in 0..200 {
        let browser = nodes.one.browser();
        browser.log_in(&nodes.one, ADA).await;
        let mut page = on(&nodes.other, &browser).open(&nodes.other).await;
        let began = Instant::now();
        browser.post("/api/magic_auth/log_out", NO_FIELDS).await;
        assert_eq!(page.over().await, "logged_out");
        took.push(began.elapsed());
    }
    took.sort();
    let (median, p99) = (took[took.len() / 2], took[took.len() * 99 / 100 - 1]);
    println!("from the click on one node to the word on the other: median {median:?}, p99 {p99:?}");
    assert!(p99 < Duration::from_secs(1), "{p99:?}");
}

#[tokio::test]
async fn a_node_that_would_not_hear_does_not_start_and_names_the_setting() {
    if !is_for_postgres(ONE_NODE) {
        return;
    }
    // What is said in one database is heard in no other, as behind a pooler that gives each transaction another connection.
    let (database, elsewhere) = (OwnDatabase::new().await, OwnDatabase::new().await);
    let setup = Setup::new().set("--database-url", &database.url()).set("--database-listen-url", &elsewhere.url());
    let told = setup.fault().await;
    assert!(told.contains("DATABASE_LISTEN_URL"), "{told}");
}

#[tokio::test]
async fn of_one_link_on_two_nodes_one_good_session_comes_and_five_tries_are_compared() {
    let Some(nodes) = Nodes::start().await else { return };
    let asking = nodes.one.browser();
    asking.ask(ADA).await;
    let message = nodes.one.message(ADA);
    let cookie = asking.cookie(CHALLENGE).expect("a challenge");
    let guesses = (0..20).map(|number| {
        let browser = if number % 2 == 0 { nodes.one.browser() } else { nodes.other.browser() };
        browser.set_cookie(CHALLENGE, &cookie);
        let code = message.wrong_code();
        async move { browser.type_code(&code).await }
    });
    let answers = at_once(guesses.collect()).await;
    assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
    let compared = "SELECT COUNT(*) FROM magic_auth_events WHERE name LIKE 'authn_login_fail%' AND detail = 'code'";
    assert_eq!(nodes.database.number(compared).await, 5);

    asking.ask(EVE).await;
    let message = nodes.one.message(EVE);
    let cookie = asking.cookie(CHALLENGE).expect("a challenge");
    let uses = (0..20).map(|number| {
        let browser = if number % 2 == 0 { nodes.one.browser() } else { nodes.other.browser() };
        browser.set_cookie(CHALLENGE, &cookie);
        let code = message.code.clone();
        async move { browser.type_code(&code).await }
    });
    let answers = at_once(uses.collect()).await;
    assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
    assert_eq!(nodes.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 1);
}

#[tokio::test]
async fn of_twenty_clicks_on_one_link_on_two_nodes_one_logs_in() {
    let Some(nodes) = Nodes::start().await else { return };
    let asking = nodes.one.browser();
    asking.ask(ADA).await;
    asking.get(&nodes.one.message(ADA).path).await;
    let clicks = (0..20).map(|number| {
        let browser = if number % 2 == 0 { nodes.one.browser() } else { nodes.other.browser() };
        for cookie in [CHALLENGE, LINK] {
            browser.set_cookie(cookie, &asking.cookie(cookie).expect("a cookie"));
        }
        async move { browser.post("/api/magic_auth/log_in_with_link", NO_FIELDS).await }
    });
    let answers = at_once(clicks.collect()).await;
    assert!(answers.iter().all(|answer| answer.status == 303), "{answers:?}");
    assert_eq!(nodes.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, 1);
    // Who clicks again in the browser that asked gets another token of that session, and all but the last are dead.
    let mut good = 0;
    for answer in answers.iter().filter(|answer| answer.logs_in()) {
        let browser = nodes.other.browser();
        let token = answer.set_cookies().into_iter().find(|(name, ..)| name == SESSION).expect("a token");
        browser.set_cookie(SESSION, &token.1);
        good += usize::from(browser.is_logged_in().await);
    }
    assert_eq!(good, 1);
}

/// Waits until so many statements wait for a lock.
async fn until_waiting(nodes: &Nodes, count: i64) {
    let waiting = "SELECT COUNT(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                   WHERE NOT granted AND datname = current_database()";
    let all = async { while nodes.database.number(waiting).await < count {} };
    timeout(seconds(3), all).await.expect("they wait for a lock");
}

/// A code that somebody types on one node, while another waits.
fn types(browser: &Browser, code: &str) -> tokio::task::JoinHandle<Answer> {
    let (browser, code) = (browser.twin(), code.to_owned());
    tokio::spawn(async move { browser.type_code(&code).await })
}

#[tokio::test]
async fn an_address_that_is_just_being_left_on_one_node_makes_no_new_account_on_another() {
    let Some(nodes) = Nodes::start().await else { return };
    let (leaving, coming) = (nodes.one.browser(), nodes.other.browser());
    leaving.log_in(&nodes.one, ADA).await;
    leaving.change_email(GRACE).await;
    coming.ask(ADA).await;
    let (confirm, prove) = (nodes.one.message(GRACE).code, nodes.other.message(ADA).code);

    let holder = nodes.database.hold_ends().await;
    let leaves = types(&leaving, &confirm);
    until_waiting(&nodes, 1).await;
    let comes = types(&coming, &prove);
    until_waiting(&nodes, 2).await;
    holder.let_go().await;
    assert!(leaves.await.unwrap().logs_in());
    let led = comes.await.unwrap();
    assert!(led.location() == "/account/email/undo" && !led.logs_in(), "{led:?}");
    assert_eq!(nodes.database.number("SELECT COUNT(*) FROM magic_auth_users").await, 1);
}

#[tokio::test]
async fn of_two_changes_to_one_free_address_on_two_nodes_one_happens() {
    let Some(nodes) = Nodes::start().await else { return };
    let (ada, eve) = (nodes.one.browser(), nodes.other.browser());
    ada.log_in(&nodes.one, ADA).await;
    eve.log_in(&nodes.other, EVE).await;
    ada.change_email(GRACE).await;
    eve.change_email(GRACE).await;
    let (adas, eves) = (nodes.one.message(GRACE).code, nodes.other.message(GRACE).code);

    let holder = nodes.database.hold_ends().await;
    let first = types(&ada, &adas);
    until_waiting(&nodes, 1).await;
    let second = types(&eve, &eves);
    until_waiting(&nodes, 2).await;
    holder.let_go().await;
    assert!(first.await.unwrap().logs_in());
    let refused = second.await.unwrap();
    assert_eq!(refused.location(), "/sessions/password?error=change_refused");
    assert!(!refused.logs_in());
    let had = |email| format!("SELECT COUNT(*) FROM magic_auth_users WHERE email = '{email}'");
    for (email, count) in [(GRACE, 1), (EVE, 1), (ADA, 0)] {
        assert_eq!(nodes.database.number(&had(email)).await, count, "{email}");
    }
}
