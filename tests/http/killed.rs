//! Programs that are killed in the middle of everything: what was answered holds, and nothing is used twice.

use crate::support::{Browser, Database, OwnDatabase, Program, SESSION, on_postgres};
use reqwest::Method;
use std::{path::Path, sync::Arc};
use tokio::{
    sync::mpsc::{self, UnboundedSender},
    task::JoinSet,
};

/// People who log in and out all the time.
const PEOPLE: usize = 4;

/// What somebody was told.
#[derive(Clone, Debug)]
enum Told {
    /// A session with this token has begun.
    LoggedIn(String),
    /// Nothing yet: somebody is about to end it.
    LeavesWith(String),
    /// It has ended.
    LoggedOut(String),
}

/// Logs in and out until the program is gone.
async fn comes_and_goes(program: &Program, email: String, told: UnboundedSender<Told>) -> Option<()> {
    loop {
        let browser = program.browser();
        post(&browser, "request_log_in", &[("email", &email)]).await?;
        let code = program.code(&email).await?;
        if !post(&browser, "log_in_with_code", &[("code", &code)]).await?.1 {
            // The email before was the newest still.
            continue;
        }
        let token = browser.cookie(SESSION)?;
        told.send(Told::LoggedIn(token.clone())).ok()?;
        if token.as_bytes()[0] % 3 == 0 {
            continue;
        }
        told.send(Told::LeavesWith(token.clone())).ok()?;
        let (status, _) = post(&browser, "log_out", &[]).await?;
        assert_eq!(status, 303);
        told.send(Told::LoggedOut(token)).ok()?;
    }
}

/// Posts a form. `None` where the program is gone.
async fn post(browser: &Browser, function: &str, fields: &[(&str, &str)]) -> Option<(u16, bool)> {
    let path = format!("/api/magic_auth/{function}");
    let answer = browser.request(Method::POST, &path).form(fields).try_send().await?;
    Some((answer.status, answer.logs_in()))
}

/// Lets people come and go, kills the program after so many answers, and returns what they were told.
async fn killed_after(answers: usize, program: Program, round: usize) -> Vec<Told> {
    let (tell, mut hear) = mpsc::unbounded_channel();
    let program = Arc::new(program);
    let mut people = JoinSet::new();
    for number in 0..PEOPLE {
        let (program, tell) = (program.clone(), tell.clone());
        people.spawn(async move { comes_and_goes(&program, format!("{round}-{number}@example.com"), tell).await });
    }
    drop(tell);
    let mut told = Vec::new();
    while told.len() < answers {
        told.push(hear.recv().await.expect("people who come and go"));
    }
    // No goodbye: it is in the middle of whatever it does.
    program.signal("KILL");
    while let Some(last) = hear.recv().await {
        told.push(last);
    }
    people.join_all().await;
    told
}

/// Finds that what people were told is so.
async fn holds(told: &[Told], program: &Program, database: &Database) {
    for said in told {
        let browser = program.browser();
        match said {
            Told::LoggedOut(token) => {
                browser.set_cookie(SESSION, token);
                assert!(!browser.is_logged_in().await, "who was told to be logged out is");
            }
            Told::LoggedIn(token) => {
                let leaves = |said: &Told| matches!(said, Told::LeavesWith(leaving) if leaving == token);
                if !told.iter().any(leaves) {
                    browser.set_cookie(SESSION, token);
                    assert!(browser.is_logged_in().await, "who was told to be logged in is");
                }
            }
            Told::LeavesWith(_) => {}
        }
    }
    let used = database.number("SELECT COUNT(*) FROM magic_auth_challenges WHERE used_at IS NOT NULL").await;
    assert_eq!(database.number("SELECT COUNT(*) FROM magic_auth_sessions").await, used, "one session of each proof");
    let users = "SELECT COUNT(*) FROM magic_auth_users WHERE NOT EXISTS (SELECT 1 FROM magic_auth_sessions WHERE user_id = magic_auth_users.id)";
    assert_eq!(database.number(users).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_was_answered_holds_over_fifty_kills() {
    let folder = tempfile::tempdir().unwrap();
    let database = OwnDatabase::new().await;
    let start = async |folder: &Path| Program::start(folder, &[("DATABASE_URL", &database.url())]).await;
    // Of two nodes the other goes on.
    let other = if on_postgres() { Some(start(folder.path()).await) } else { None };
    let mut program = start(folder.path()).await;
    for round in 0..50 {
        let told = killed_after(3 + round % 11, program, round).await;
        program = start(folder.path()).await;
        holds(&told, other.as_ref().unwrap_or(&program), &database).await;
    }
}
