//! Ending everything that a restored backup has brought back: what had ended since it was made is good again in it.

use super::{SCHEMES, StoreError, challenge_is_open, file_of, postgres, session_is_good, sqlite, why_not_open};
use sqlx::{Executor, PgConnection, SqliteConnection, query};
use std::time::SystemTime;

/// Why nothing has ended.
#[derive(Debug, thiserror::Error)]
pub enum RevokeError {
    /// It is none of ours.
    #[error("DATABASE_URL must be sqlite:… of a file that is there, or postgres:…")]
    NotThese,
    /// The database cannot be opened, or not be changed.
    #[error("the database: {}. On SQLite no server may run meanwhile", why_not_open(.0))]
    Store(#[from] StoreError),
}

/// What ends, and the statement that ends it at the time `$1`. What has expired stays expired.
const ENDS: [(&str, &str); 3] = [
    (
        "sessions",
        concat!(
            "UPDATE magic_auth_sessions SET ended_at = $1, ended_because = 'logged_out_everywhere' WHERE ",
            session_is_good!("$1")
        ),
    ),
    ("challenges", concat!("UPDATE magic_auth_challenges SET ends_at = $1 WHERE ", challenge_is_open!("$1"))),
    (
        "email changes",
        "UPDATE magic_auth_email_changes SET cancelled_at = $1 WHERE confirmed_at IS NULL AND cancelled_at IS NULL",
    ),
];

/// Makes every browser unknown: one that was thrown out since would else have emails of its own again.
const FORGET: &str = "DELETE FROM magic_auth_devices";

/// Ends every good session, every open challenge and every change of address that waits, forgets every known device, and
/// returns how many of each there were. It all happens, or nothing. Servers on PostgreSQL may run meanwhile: from then on
/// they refuse what has ended, and open pages leave within a minute.
///
/// # Errors
/// [`RevokeError`] says why nothing has ended.
pub async fn revoke_all(url: &str) -> Result<Vec<(String, i64)>, RevokeError> {
    if url.starts_with(SCHEMES[0]) {
        if !file_of(url).is_ok_and(|file| file.is_some_and(|file| file.is_file())) {
            return Err(RevokeError::NotThese);
        }
        let mut database = sqlite::alone(url).await?;
        database.execute("BEGIN EXCLUSIVE").await?;
        return Ok(in_sqlite(&mut database).await?);
    }
    if !SCHEMES.iter().any(|scheme| url.starts_with(scheme)) {
        return Err(RevokeError::NotThese);
    }
    let mut database = postgres::alone(url).await?;
    database.execute("BEGIN").await?;
    // Every unit of work about an account locks its user first: those that were begun end, and others wait.
    database.execute("LOCK TABLE magic_auth_users IN EXCLUSIVE MODE").await?;
    Ok(in_postgres(&mut database).await?)
}

async fn in_sqlite(database: &mut SqliteConnection) -> Result<Vec<(String, i64)>, StoreError> {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX);
    let mut counts = Vec::new();
    for (what, end) in ENDS {
        counts.push(counted(what, query(end).bind(now).execute(&mut *database).await?.rows_affected()));
    }
    counts.push(counted("devices", database.execute(FORGET).await?.rows_affected()));
    database.execute("COMMIT").await?;
    Ok(counts)
}

async fn in_postgres(database: &mut PgConnection) -> Result<Vec<(String, i64)>, StoreError> {
    let (now,): (i64,) = sqlx::query_as(postgres::TIME).fetch_one(&mut *database).await?;
    let mut counts = Vec::new();
    for (what, end) in ENDS {
        counts.push(counted(what, query(end).bind(now).execute(&mut *database).await?.rows_affected()));
    }
    counts.push(counted("devices", database.execute(FORGET).await?.rows_affected()));
    database.execute("COMMIT").await?;
    Ok(counts)
}

fn counted(what: &str, rows: u64) -> (String, i64) {
    (what.to_owned(), i64::try_from(rows).unwrap_or(i64::MAX))
}
