//! The database fails in the middle: either all of a step has happened, or nothing.

use crate::support::{ADA, Answer, Browser, Letter, Site, minutes};
use sqlx::AssertSqlSafe;
use std::time::Duration;

const NEW: &str = "grace@example.com";

/// A step of a change, and what leads up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Ask,
    AskToProve,
    ProveAndGoOn,
    ConfirmByCode,
    ConfirmByLink,
    UndoBefore,
    UndoAfter,
    LogOutEverywhere,
    EndOthers,
}

const STEPS: [Step; 9] = [
    Step::Ask,
    Step::AskToProve,
    Step::ProveAndGoOn,
    Step::ConfirmByCode,
    Step::ConfirmByLink,
    Step::UndoBefore,
    Step::UndoAfter,
    Step::LogOutEverywhere,
    Step::EndOthers,
];

/// Everything up to this step. The letter is what it needs.
async fn before(step: Step, site: &Site) -> (Browser, Option<Letter>) {
    let (browser, other) = (site.browser(), site.browser());
    browser.log_in(site, ADA).await;
    other.log_in(site, ADA).await;
    match step {
        Step::Ask | Step::LogOutEverywhere | Step::EndOthers => (browser, None),
        Step::AskToProve | Step::ProveAndGoOn => {
            site.clock.advance(minutes(15) + Duration::from_millis(1));
            // Used now, so that noting its use is no part of the step.
            assert!(browser.is_logged_in().await);
            if step == Step::AskToProve {
                return (browser, None);
            }
            browser.change_email(NEW).await;
            (browser, Some(site.letter(ADA)))
        }
        Step::ConfirmByCode => {
            browser.change_email(NEW).await;
            (browser, Some(site.letter(NEW)))
        }
        Step::ConfirmByLink => {
            browser.change_email(NEW).await;
            browser.get(&site.letter(NEW).path).await;
            (browser, Some(site.letter(NEW)))
        }
        Step::UndoBefore | Step::UndoAfter => {
            browser.change_email(NEW).await;
            let notice = site.letter(ADA);
            if step == Step::UndoAfter {
                assert!(browser.type_code(&site.letter(NEW).code).await.logs_in());
            } else {
                other.log_in(site, ADA).await;
            }
            browser.get(&notice.path).await;
            (browser, Some(notice))
        }
    }
}

async fn take(step: Step, browser: &Browser, letter: Option<&Letter>) -> Answer {
    let code = letter.map(|letter| letter.code.as_str()).unwrap_or_default();
    match step {
        Step::Ask | Step::AskToProve => browser.change_email(NEW).await,
        Step::ProveAndGoOn | Step::ConfirmByCode => browser.type_code(code).await,
        Step::ConfirmByLink => browser.click_link().await,
        Step::UndoBefore | Step::UndoAfter => browser.post("/api/undo_email_change", &[("sure", "true")]).await,
        Step::LogOutEverywhere => browser.post("/api/log_out_all", &[("page", "")]).await,
        Step::EndOthers => browser.post("/api/end_other_sessions", &[("page", "")]).await,
    }
}

async fn run(site: &Site, sql: String) {
    let mut connection = site.database.connect().await;
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
}

/// The dump without what a try costs that was counted before it was compared.
async fn dump(site: &Site) -> Vec<String> {
    let rows = site.database.dump().await.into_iter();
    rows.filter(|row| !row.starts_with("failed_codes:") && !row.starts_with("challenges:")).collect()
}

#[tokio::test]
async fn at_whichever_table_it_is_cut_nothing_of_the_step_has_happened_and_it_works_afterwards() {
    let tables = ["users", "sessions", "challenges", "letters", "events", "email_changes"];
    let mut cut = Vec::new();
    for step in STEPS {
        for (table, change) in tables.iter().flat_map(|table| [(*table, "INSERT"), (*table, "UPDATE")]) {
            let site = Site::start().await;
            let (browser, letter) = before(step, &site).await;
            let (rows, letters) = (dump(&site).await, site.letter_count());
            let trigger =
                format!("CREATE TRIGGER cut BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'cut'); END");
            run(&site, trigger).await;
            let twin = browser.twin();
            let answer = take(step, &twin, letter.as_ref()).await;
            run(&site, "DROP TRIGGER cut".to_owned()).await;
            if answer.status != 503 {
                assert_eq!(answer.status, 303, "{step:?}, {change} {table}: {answer:?}");
                continue;
            }
            cut.push((step, table));
            // To prove oneself and to go on are two steps: the first is done and stays.
            let went_half =
                step == Step::ProveAndGoOn && site.database.number("SELECT COUNT(*) FROM sessions").await > 2;
            if went_half {
                assert_eq!(site.database.number("SELECT COUNT(*) FROM email_changes").await, 0);
                assert!(twin.is_logged_in().await, "{change} {table}");
                assert!(site.letters(NEW).is_empty());
                continue;
            }
            assert_eq!(dump(&site).await, rows, "{step:?}, {change} {table}");
            assert_eq!(site.letter_count(), letters, "{step:?}, {change} {table}");
            let answer = take(step, &browser, letter.as_ref()).await;
            assert_eq!(answer.status, 303, "{step:?} works afterwards: {answer:?}");
            assert!(!answer.location().contains("error"), "{step:?} after {change} {table}: {}", answer.location());
        }
    }
    // That the cuts have cut: each step writes at least these.
    for must in [
        (Step::Ask, "sessions"),
        (Step::Ask, "email_changes"),
        (Step::Ask, "challenges"),
        (Step::Ask, "letters"),
        (Step::Ask, "events"),
        (Step::AskToProve, "letters"),
        (Step::ProveAndGoOn, "email_changes"),
        (Step::ConfirmByCode, "users"),
        (Step::ConfirmByCode, "email_changes"),
        (Step::ConfirmByLink, "sessions"),
        (Step::UndoBefore, "email_changes"),
        (Step::UndoAfter, "users"),
        (Step::LogOutEverywhere, "sessions"),
        (Step::EndOthers, "events"),
    ] {
        assert!(cut.contains(&must), "{must:?} in {cut:?}");
    }
}
