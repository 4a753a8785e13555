//! Units of work that another one gets in the way of: they begin anew, and nobody is told but the log.

use crate::{
    log::Log,
    support::{ADA, Setup, Site, is_for_postgres, seconds},
};
use std::time::Duration;
use tokio::time::{sleep, timeout};

const SERIALIZATION_FAILURE: &str = "40001";
const DEADLOCK: &str = "40P01";
const UNIQUE_VIOLATION: &str = "23505";

/// A site on which the first so many sessions that are stored meet this error, as if another unit of work were in the way.
/// What a sequence has given it gives no more, whatever is rolled back.
async fn in_the_way(times: u32, error: &str) -> Site {
    let site = Setup::new().start().await;
    let sql = format!(
        "CREATE SEQUENCE met;
         CREATE FUNCTION is_in_the_way() RETURNS trigger LANGUAGE plpgsql AS
             $$BEGIN
                 IF nextval('met') <= {times} THEN RAISE EXCEPTION 'in the way' USING ERRCODE = '{error}'; END IF;
                 RETURN NEW;
             END$$;
         CREATE TRIGGER in_the_way BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION is_in_the_way()"
    );
    site.database.run(&sql).await;
    site
}

/// What comes of the code, and how often the log says within a minute that a unit of work began anew.
async fn outcome(times: u32, error: &str) -> (u16, Option<u32>) {
    let (log, _guard) = Log::start(true);
    let site = in_the_way(times, error).await;
    let browser = site.browser();
    browser.ask(ADA).await;
    let code = site.message(ADA).code;
    let answer = browser.type_code(&code).await;
    if answer.status == 503 {
        assert!(browser.type_code(&code).await.logs_in(), "nothing was used up");
    }
    site.clock.advance(seconds(60));
    let told = async {
        loop {
            let text = log.text();
            if let Some(line) = text.lines().find(|line| line.contains("units of work began anew")) {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                assert_eq!(line["level"], "INFO", "whoever runs it sees it");
                return line["times"].as_u64().and_then(|times| u32::try_from(times).ok()).unwrap();
            }
            sleep(Duration::from_millis(10)).await;
        }
    };
    let limit = if times == 0 { Duration::from_millis(500) } else { seconds(5) };
    (answer.status, timeout(limit, told).await.ok())
}

#[tokio::test]
async fn what_is_in_the_way_four_times_is_told_to_nobody_but_the_log_and_five_times_is_503() {
    if !is_for_postgres("SQLite has one writer") {
        return;
    }
    for error in [SERIALIZATION_FAILURE, DEADLOCK] {
        assert_eq!(outcome(1, error).await, (303, Some(1)));
        assert_eq!(outcome(4, error).await, (303, Some(4)));
        assert_eq!(outcome(5, error).await, (503, Some(4)), "the first run is none that began anew");
    }
    assert_eq!(outcome(1, UNIQUE_VIOLATION).await, (303, Some(1)));
    assert_eq!(outcome(2, UNIQUE_VIOLATION).await, (503, Some(1)), "in the way again, it is a fault and no chance");
    assert_eq!(outcome(0, DEADLOCK).await, (303, None), "where nothing is in the way nothing is said");
}
