//! The migrations, one list for each database. A file that has been released stays as it is.

use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType::Simple, Migrator},
};

/// Lists a folder's files: number and name of each, without `.sql`.
macro_rules! files {
    ($folder:literal: $($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!(
            "../../migrations/",
            $folder,
            "/",
            $file,
            ".sql"
        ))),)*]
    };
}

/// Returns those of SQLite.
pub(super) fn of_sqlite() -> Migrator {
    migrator(&files!(
        "sqlite":
        "0001_log_in",
        "0002_log_out_everywhere",
        "0003_limits",
        "0004_who_did_it",
        "0005_several_challenges_a_browser",
        "0020_devices_first_seen",
        "0030_undo_tokens",
        "0031_outbox",
        "0050_write_probes",
        "0051_pruning",
        "0052_refusals",
        "0075_renewable_sessions",
        "0080_devices_by_email",
        "0081_accounts",
        "0090_languages",
    ))
}

/// Returns those of PostgreSQL.
#[cfg(feature = "postgres")]
pub(super) fn of_postgres() -> Migrator {
    migrator(&files!("postgres": "0001_log_in", "0002_accounts", "0003_languages"))
}

/// The number of a migration that there never is: no version of the program starts on a database that has it.
pub(super) const MOVED: i64 = i64::MAX;

/// Marks a database of SQLite as moved to another one.
#[cfg(feature = "postgres")]
pub(super) const MARK_AS_MOVED: &str = "
    INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
    VALUES (9223372036854775807, 'moved to another database', TRUE, x'', 0)";

fn migrator(files: &[(&'static str, &'static str)]) -> Migrator {
    let migration = |(file, sql): &(&'static str, &'static str)| {
        let (version, name) = file.split_once('_').unwrap_or((file, ""));
        let version = version.parse().unwrap_or_default();
        Migration::new(version, name.replace('_', " ").into(), Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(files.iter().map(migration).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a list is what lies in its folder.
    fn is_whole(folder: &str, migrator: &Migrator) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
        let mut files: Vec<_> = files.map(|file| file.to_string_lossy().into_owned()).collect();
        files.sort();
        let name = |listed: &Migration| format!("{:04}_{}.sql", listed.version, listed.description.replace(' ', "_"));
        assert_eq!(files, migrator.iter().map(name).collect::<Vec<_>>());
    }

    #[test]
    fn each_file_is_listed() {
        is_whole("sqlite", &of_sqlite());
        #[cfg(feature = "postgres")]
        is_whole("postgres", &of_postgres());
    }
}
