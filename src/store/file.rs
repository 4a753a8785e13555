//! The database's file, and who may read it.

use super::StoreError;
use sqlx::sqlite::SqliteConnectOptions;
use std::{
    fs::{File, OpenOptions},
    io,
    path::{Path, PathBuf},
    str::FromStr,
};

/// Returns the file of the database at this address, or `None` when it is in memory.
pub(super) fn file_of(url: &str) -> Result<Option<PathBuf>, StoreError> {
    let options = SqliteConnectOptions::from_str(url)?;
    let file = options.get_filename();
    // The first is what sqlx makes of `:memory:`; of the second it keeps no trace that could be asked for.
    let in_memory = file.to_string_lossy().starts_with("file:sqlx-in-memory-") || names_memory(url);
    Ok((!in_memory && !file.as_os_str().is_empty()).then(|| file.to_owned()))
}

fn names_memory(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    url::form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "mode" && value == "memory")
}

/// Makes a new file that its owner alone can read and write.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when there is one, or whatever else is in the way.
pub fn new_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes the database's file where there is none, so that its owner alone can read it. SQLite gives the files beside it
/// (`-wal`, `-shm`) the same mode. What is in the way SQLite meets too, and says it better.
pub(super) fn make_private(database: &Path) {
    let _ = new_private_file(database);
}

/// Names each file of an open database that others can read. It stays as it is, for somebody may have meant it so.
pub(super) fn name_what_others_can_read(database: &Path) {
    for file in ["", "-wal", "-shm"].map(|suffix| beside(database, suffix)) {
        if let Some(mode) = others_rights(&file) {
            tracing::warn!(
                "others on this machine can read the database's file {}, whose mode is {mode:o}: chmod 600 it",
                file.display()
            );
        }
    }
}

fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Returns the file's mode, when others than its owner can read or write it.
#[cfg(unix)]
fn others_rights(file: &Path) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let mode = file.metadata().ok()?.mode() & 0o777;
    (mode & 0o066 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn others_rights(_: &Path) -> Option<u32> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_known_however_the_address_is_written() {
        for (url, file) in [
            ("sqlite://magic-auth.db", Some("magic-auth.db")),
            ("sqlite:magic-auth.db?mode=rwc", Some("magic-auth.db")),
            ("sqlite:///var/lib/my%20notes/auth.db", Some("/var/lib/my notes/auth.db")),
            ("sqlite::memory:", None),
            ("sqlite://:memory:", None),
            ("sqlite://notes?cache=shared&mode=memory", None),
            ("sqlite://", None),
        ] {
            assert_eq!(file_of(url).unwrap(), file.map(PathBuf::from), "{url}");
        }
        assert!(file_of("sqlite://magic-auth.db?mode=nonsense").is_err());
    }
}
