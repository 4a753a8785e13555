//! The names of our tables in SQLite, which has no schemas: each bears `magic_auth_` before it, so that an application may
//! have tables in the same file. PostgreSQL has a schema of our own, and statements stand once for both.

use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr};
use std::{
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

const PREFIX: &str = "magic_auth_";

/// Our tables, by the names that statements have for them.
const TABLES: [&str; 14] = [
    "account_moves",
    "challenges",
    "devices",
    "email_changes",
    "epochs",
    "events",
    "failed_codes",
    "limits",
    "magic_links",
    "outbox",
    "sessions",
    "undo_tokens",
    "users",
    "write_probes",
];

/// Statements as they are asked, by how they are written: each is put into words once.
static ASKED: LazyLock<RwLock<HashMap<String, SqlStr>>> = LazyLock::new(RwLock::default);

/// Returns a statement as SQLite is asked it.
pub fn in_sqlite(sql: impl SqlSafeStr) -> SqlStr {
    let sql = sql.into_sql_str();
    if let Some(asked) = ASKED.read().unwrap_or_else(PoisonError::into_inner).get(sql.as_str()) {
        return asked.clone();
    }
    let asked = AssertSqlSafe(named(sql.as_str())).into_sql_str();
    ASKED.write().unwrap_or_else(PoisonError::into_inner).insert(sql.as_str().to_owned(), asked.clone());
    asked
}

/// Puts the prefix before each name of a table of ours, and of an index that is made. Texts in quotes, comments, columns and
/// what is called by such a word with `AS` stay as they are.
fn named(sql: &str) -> String {
    let (mut named, mut rest, mut before) = (String::with_capacity(sql.len() + 64), sql, "");
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => rest[1..].find('\'').map_or(rest.len(), |end| end + 2),
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            _ if is_of_word(first) => rest.find(|c| !is_of_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        let is_table = TABLES.contains(&word) && !named.ends_with('.') && before != "AS";
        if is_table || before == "INDEX" && is_of_word(first) {
            named.push_str(PREFIX);
        }
        named.push_str(word);
        if is_of_word(first) {
            before = word;
        }
        rest = behind;
    }
    named
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_indexes_bear_our_name_and_nothing_else_does() {
        for (sql, asked) in [
            (
                "SELECT users.id, (SELECT COUNT(*) FROM devices WHERE devices.email = $1) AS devices FROM users, events",
                "SELECT magic_auth_users.id, (SELECT COUNT(*) FROM magic_auth_devices WHERE magic_auth_devices.email = $1) AS \
                 devices FROM magic_auth_users, magic_auth_events",
            ),
            ("SELECT 'users', x.users FROM x", "SELECT 'users', x.users FROM x"),
            ("-- users' limits\nDELETE FROM limits", "-- users' limits\nDELETE FROM magic_auth_limits"),
            (
                "CREATE UNIQUE INDEX a_by_b ON outbox (b)",
                "CREATE UNIQUE INDEX magic_auth_a_by_b ON magic_auth_outbox (b)",
            ),
            ("INSERT INTO users (id)\nVALUES ('it''s')", "INSERT INTO magic_auth_users (id)\nVALUES ('it''s')"),
        ] {
            assert_eq!(named(sql), asked);
        }
    }

    #[test]
    fn each_table_that_is_made_is_ours() {
        let made = include_str!("../../../migrations/sqlite/0001_log_in.sql");
        let tables = made.split("CREATE TABLE ").skip(1).filter_map(|rest| rest.split([' ', '(']).next());
        for table in tables {
            assert!(TABLES.contains(&table), "{table}");
        }
    }
}
