//! How the database finds what it is asked for: on large tables by an index, whatever a person does.

use crate::support::{ADA, EVE, NO_FIELDS, OwnDatabase, Setup, is_for_postgres, minutes, postgres_log};

const NEW: &str = "grace@example.com";

/// Rows of others, as many as an installation has that people use.
const ROWS: &str = "
    INSERT INTO magic_auth_users (id, account, email, created_at)
        SELECT gen_random_uuid(), 'user' || n, 'user' || n || '@example.com', 1 FROM generate_series(1, 20000) AS n;
    INSERT INTO magic_auth_sessions
        SELECT gen_random_uuid(), id, sha256(email::bytea), 1, 1, 9e15, 9e15, TRUE, NULL, NULL, 'x', 'x', gen_random_uuid()
        FROM magic_auth_users;
    INSERT INTO magic_auth_email_changes
        SELECT gen_random_uuid(), id, 'old-' || email, email, 1, 9e15, NULL, NULL, NULL FROM magic_auth_users;
    INSERT INTO magic_auth_undo_tokens SELECT sha256(id::text::bytea), id FROM magic_auth_email_changes;
    INSERT INTO magic_auth_challenges
        SELECT gen_random_uuid(), sha256(email::bytea), email, 1, 9e15, 0, 0, NULL, TRUE, NULL, 'x', 'x', NULL, NULL, 0 FROM magic_auth_users;
    INSERT INTO magic_auth_magic_links SELECT gen_random_uuid(), id, sha256(id::text::bytea), 'x', 'x', 1, 9e15, 'sent' FROM magic_auth_challenges;
    INSERT INTO magic_auth_failed_codes SELECT email, 1, 9e15 FROM magic_auth_users;
    INSERT INTO magic_auth_events SELECT gen_random_uuid(), 9e15, 'x', '', id, TRUE, email, 'x', 'x' FROM magic_auth_users;
    INSERT INTO magic_auth_limits SELECT 'emails by ' || email, 9e15 FROM magic_auth_users;
    INSERT INTO magic_auth_devices SELECT sha256(email::bytea), email, 1, 9e15 FROM magic_auth_users;
    ANALYZE";

/// Lets the server write down how it does each statement of this database.
const EXPLAINED: &str = "DO $$BEGIN
        EXECUTE format('ALTER DATABASE %I SET session_preload_libraries = auto_explain', current_database());
        EXECUTE format('ALTER DATABASE %I SET auto_explain.log_min_duration = 0', current_database());
    END$$";

#[tokio::test]
async fn nothing_that_a_person_does_looks_through_a_large_table() {
    if !is_for_postgres("SQLite's plans are looked at where its statements stand") {
        return;
    }
    let database = OwnDatabase::new().await;
    database.run(ROWS).await;
    database.run(EXPLAINED).await;
    let site = Setup::new().with_limits().set("--database-url", &database.url()).start().await;
    // More often than the plan is made anew for each time.
    for round in 0..7 {
        let (browser, other) = (site.browser(), site.browser());
        let email = &format!("{round}{ADA}");
        browser.log_in(&site, email).await;
        other.ask(&format!("{round}{EVE}")).await;
        other.type_code(&site.message(&format!("{round}{EVE}")).wrong_code()).await;
        site.clock.advance(minutes(1));
        other.resend().await;
        browser.visit("/account").await;
        let new = &format!("{round}{NEW}");
        browser.change_email(new).await;
        browser.type_code(&site.message(new).code).await;
        browser.visit("/account").await;
        browser.post("/api/magic_auth/end_other_sessions", NO_FIELDS).await;
        site.browser().undo_by(&site.notices(email)[0]).await;
        browser.log_in(&site, email).await;
        browser.post("/api/magic_auth/log_out_all", NO_FIELDS).await;
        site.clock.advance(minutes(60));
    }
    site.auth.prune().await.unwrap();
    let log = postgres_log(&database.url()).await;
    let plans = log.matches("Query Text:").count();
    assert!(plans > 300, "{plans} plans were written down");
    // Of those that nobody fills, a look at all is quickest.
    let small = ["pg_namespace", "migrations", "outbox", "write_probes", "account_moves", "epochs"];
    let through: Vec<_> = log
        .split("duration: ")
        .filter(|plan| {
            let mut tables = plan.split("Seq Scan on ").skip(1).filter_map(|rest| rest.split_whitespace().next());
            tables.any(|table| !small.contains(&table.trim_start_matches("magic_auth_")))
        })
        .collect();
    assert!(through.is_empty(), "{} of {plans}: {}", through.len(), through.join("\n"));
}
