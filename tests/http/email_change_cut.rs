//! The database fails in the middle: either all of a step has happened, or nothing.

use crate::support::{ADA, Answer, Browser, EmailMessage, Site, Socket, minutes};
use std::time::Duration;

const NEW: &str = "grace@example.com";

/// A step of a change, and what leads up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Ask,
    /// While another change waits.
    AskAgain,
    AskToProve,
    ProveAndGoOn,
    ConfirmByCode,
    ConfirmByLink,
    UndoBefore,
    UndoAfter,
    LogOutEverywhere,
    EndOthers,
}

const STEPS: [Step; 10] = [
    Step::Ask,
    Step::AskAgain,
    Step::AskToProve,
    Step::ProveAndGoOn,
    Step::ConfirmByCode,
    Step::ConfirmByLink,
    Step::UndoBefore,
    Step::UndoAfter,
    Step::LogOutEverywhere,
    Step::EndOthers,
];

/// Everything up to this step. The email is what it needs, the page one that must hear nothing of what has not happened.
async fn before(step: Step, site: &Site) -> (Browser, Option<EmailMessage>, Option<Socket>) {
    let (browser, other) = (site.browser(), site.browser());
    browser.log_in(site, ADA).await;
    other.log_in(site, ADA).await;
    let (browser, message) = before_with(step, site, browser, &other).await;
    // That a token comes back for the first time is noted, and no part of the step.
    browser.get("/").await;
    let page = if other.is_logged_in().await { Some(other.open(site).await) } else { None };
    (browser, message, page)
}

async fn before_with(step: Step, site: &Site, browser: Browser, other: &Browser) -> (Browser, Option<EmailMessage>) {
    match step {
        Step::Ask | Step::LogOutEverywhere | Step::EndOthers => (browser, None),
        Step::AskAgain => {
            browser.change_email("another@example.com").await;
            browser.log_in(site, ADA).await;
            other.log_in(site, ADA).await;
            (browser, None)
        }
        Step::AskToProve | Step::ProveAndGoOn => {
            site.clock.advance(minutes(15) + Duration::from_millis(1));
            // Used now, so that noting its use is no part of the step.
            assert!(browser.is_logged_in().await);
            if step == Step::AskToProve {
                return (browser, None);
            }
            browser.change_email(NEW).await;
            (browser, Some(site.message(ADA)))
        }
        Step::ConfirmByCode => {
            browser.change_email(NEW).await;
            // So that there are wrong codes to be forgotten.
            browser.type_code(&site.message(NEW).wrong_code()).await;
            (browser, Some(site.message(NEW)))
        }
        Step::ConfirmByLink => {
            browser.change_email(NEW).await;
            browser.get(&site.message(NEW).path).await;
            (browser, Some(site.message(NEW)))
        }
        Step::UndoBefore | Step::UndoAfter => {
            browser.change_email(NEW).await;
            let notice = site.message(ADA);
            if step == Step::UndoAfter {
                assert!(browser.type_code(&site.message(NEW).code).await.logs_in());
            } else {
                other.log_in(site, ADA).await;
            }
            browser.get(&notice.path).await;
            (browser, Some(notice))
        }
    }
}

async fn take(step: Step, browser: &Browser, message: Option<&EmailMessage>) -> Answer {
    let code = message.map(|message| message.code.as_str()).unwrap_or_default();
    match step {
        Step::Ask | Step::AskAgain | Step::AskToProve => browser.change_email(NEW).await,
        Step::ProveAndGoOn | Step::ConfirmByCode => browser.type_code(code).await,
        Step::ConfirmByLink => browser.click_link().await,
        Step::UndoBefore | Step::UndoAfter => {
            browser.post("/api/magic_auth/undo_email_change", &[("sure", "true")]).await
        }
        Step::LogOutEverywhere => browser.post("/api/magic_auth/log_out_all", &[("page", "")]).await,
        Step::EndOthers => browser.post("/api/magic_auth/end_other_sessions", &[("page", "")]).await,
    }
}

/// The dump without what a try costs, which is counted before it is compared.
async fn dump(site: &Site) -> Vec<String> {
    let (tries, link_tries) = (5, 6);
    let without_tries = |row: String| match row.strip_prefix("challenges: ") {
        Some(columns) => {
            let columns = columns.split(" | ").enumerate().filter(|(at, _)| ![tries, link_tries].contains(at));
            columns.map(|(_, column)| column).collect::<Vec<_>>().join(" | ")
        }
        None => row,
    };
    let rows = site.database.dump().await.into_iter().filter(|row| !row.starts_with("failed_codes:"));
    rows.map(without_tries).collect()
}

/// Where the database fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cut {
    /// At the first statement of this kind on this table.
    At(&'static str, &'static str),
    /// Only when everything is to be made final.
    AtTheEnd,
}

const TABLES: [&str; 9] =
    ["users", "sessions", "challenges", "magic_links", "events", "email_changes", "outbox", "devices", "failed_codes"];

impl Cut {
    /// Every change that this step makes, and the end.
    async fn all_of(step: Step) -> Vec<Self> {
        let site = Site::start().await;
        let (browser, message, _page) = before(step, &site).await;
        let of_table = |table| ["INSERT", "UPDATE", "DELETE"].map(|change| (change, table));
        let changes: Vec<_> = TABLES.into_iter().flat_map(of_table).collect();
        site.database.note_changes(&changes).await;
        assert_eq!(take(step, &browser, message.as_ref()).await.status, 303);
        let noted = site.database.noted_changes().await;
        let made = |(change, table): &(&str, &str)| noted.contains(&format!("{change} {table}"));
        let cuts = changes.into_iter().filter(made).map(|(change, table)| Self::At(change, table));
        cuts.chain([Self::AtTheEnd]).collect()
    }

    async fn begin(self, site: &Site) {
        match self {
            Self::At(change, table) => site.database.break_writes(change, table).await,
            Self::AtTheEnd => site.database.break_commits().await,
        }
    }
}

#[tokio::test]
async fn wherever_it_is_cut_nothing_of_the_step_has_happened_no_page_was_told_and_it_works_afterwards() {
    let mut made = Vec::new();
    for step in STEPS {
        for cut in Cut::all_of(step).await {
            let site = Site::start().await;
            let (browser, message, mut page) = before(step, &site).await;
            let (rows, messages) = (dump(&site).await, site.email_count());
            cut.begin(&site).await;
            let twin = browser.twin();
            let answer = take(step, &twin, message.as_ref()).await;
            site.database.mend().await;
            if answer.status != 503 {
                assert_eq!(answer.status, 303, "{step:?}, {cut:?}: {answer:?}");
                continue;
            }
            made.push((step, cut));
            // To prove oneself and to go on are two steps: the first is done and stays.
            let went_half = step == Step::ProveAndGoOn
                && site.database.number("SELECT COUNT(*) FROM magic_auth_sessions").await > 2;
            if went_half {
                assert_eq!(site.database.number("SELECT COUNT(*) FROM magic_auth_email_changes").await, 0);
                assert!(twin.is_logged_in().await, "{cut:?}");
                assert!(site.messages(NEW).is_empty());
                continue;
            }
            assert_eq!(dump(&site).await, rows, "{step:?}, {cut:?}");
            assert_eq!(site.email_count(), messages, "{step:?}, {cut:?}");
            if let Some(page) = &mut page {
                assert!(page.is_silent().await, "{step:?}, {cut:?}");
            }
            let answer = take(step, &browser, message.as_ref()).await;
            assert_eq!(answer.status, 303, "{step:?} works afterwards: {answer:?}");
            assert!(!answer.location().contains("error"), "{step:?} after {cut:?}: {}", answer.location());
        }
    }
    // That the cuts have cut: each step is cut at its end, and writes at least these.
    for step in STEPS {
        assert!(made.contains(&(step, Cut::AtTheEnd)), "{step:?} in {made:?}");
    }
    for (step, change, table) in [
        (Step::Ask, "UPDATE", "sessions"),
        (Step::Ask, "INSERT", "email_changes"),
        (Step::Ask, "INSERT", "outbox"),
        (Step::Ask, "INSERT", "challenges"),
        (Step::Ask, "INSERT", "magic_links"),
        (Step::Ask, "INSERT", "events"),
        (Step::AskAgain, "UPDATE", "email_changes"),
        (Step::AskAgain, "UPDATE", "challenges"),
        (Step::AskToProve, "INSERT", "magic_links"),
        (Step::ProveAndGoOn, "INSERT", "email_changes"),
        (Step::ConfirmByCode, "UPDATE", "users"),
        (Step::ConfirmByCode, "UPDATE", "email_changes"),
        (Step::ConfirmByCode, "INSERT", "outbox"),
        (Step::ConfirmByCode, "INSERT", "devices"),
        (Step::ConfirmByCode, "DELETE", "failed_codes"),
        (Step::ConfirmByLink, "INSERT", "sessions"),
        (Step::UndoBefore, "UPDATE", "email_changes"),
        (Step::UndoAfter, "UPDATE", "users"),
        (Step::UndoAfter, "INSERT", "outbox"),
        (Step::LogOutEverywhere, "UPDATE", "sessions"),
        (Step::LogOutEverywhere, "DELETE", "devices"),
        (Step::EndOthers, "INSERT", "events"),
    ] {
        assert!(made.contains(&(step, Cut::At(change, table))), "{step:?}, {change} {table} in {made:?}");
    }
}
