//! The key of the development mailbox, kept beside the database: else the page would be shut after every save, when
//! `cargo leptos watch` starts the server anew.

use crate::{auth::Random, http::MailboxKey, store::new_private_file};
use std::{
    ffi::OsString,
    fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Returns the key that is kept beside this database; draws and keeps one where there is none. Without a file, or where
/// it cannot be kept, it is good until the server stops.
pub(super) fn kept_key(database: Option<&Path>, random: &Random) -> MailboxKey {
    let Some(file) = database.map(beside) else { return MailboxKey::generate(random) };
    read(&file).or_else(|| draw(&file, random)).unwrap_or_else(|| MailboxKey::generate(random))
}

/// `magic-auth.db` has its key in `magic-auth.db.mailbox-key`.
fn beside(database: &Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(".mailbox-key");
    name.into()
}

/// Returns the key in this file, if it holds one. What others can read is no secret, and is drawn anew.
fn read(file: &Path) -> Option<MailboxKey> {
    if !is_private(&fs::symlink_metadata(file).ok()?) {
        return None;
    }
    MailboxKey::parse(fs::read_to_string(file).ok()?.trim_end()).ok()
}

fn draw(file: &Path, random: &Random) -> Option<MailboxKey> {
    let key = MailboxKey::generate(random);
    match keep(file, &key) {
        Ok(()) => Some(key),
        // Another server of the same database was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => read(file),
        Err(error) => {
            tracing::warn!("the mailbox's key could not be kept, and ends with this server: {error}");
            None
        }
    }
}

/// Writes the key into a new file, in place of one that is of no use. It appears under its name with the whole key in it,
/// for another server may be about to read it.
fn keep(file: &Path, key: &MailboxKey) -> io::Result<()> {
    if file.symlink_metadata().is_ok() {
        fs::remove_file(file)?;
    }
    let mut unfinished = OsString::from(file);
    unfinished.push(format!(".{}", std::process::id()));
    let unfinished = PathBuf::from(unfinished);
    let written = new_private_file(&unfinished)
        .and_then(|mut new| writeln!(new, "{}", key.reveal()))
        .and_then(|()| fs::hard_link(&unfinished, file));
    let _ = fs::remove_file(&unfinished);
    written
}

#[cfg(unix)]
fn is_private(file: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.is_file() && file.mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(file: &fs::Metadata) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(database: &Path) -> String {
        kept_key(Some(database), &Random::system()).reveal().to_owned()
    }

    #[test]
    fn it_stays_the_same_from_start_to_start_and_is_the_databases_own() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one.db"), folder.path().join("other.db"));
        let key = key_of(&one);
        assert_eq!(key_of(&one), key);
        assert_ne!(key_of(&other), key);
        let files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(files.len(), 2, "and nothing else is left behind: {files:?}");
    }

    #[test]
    fn without_a_file_or_where_nothing_can_be_written_each_start_has_its_own() {
        let random = Random::system();
        assert_ne!(kept_key(None, &random).reveal(), kept_key(None, &random).reveal());
        let nowhere = Path::new("/nowhere/at/all/magic-auth.db");
        assert_ne!(key_of(nowhere), key_of(nowhere));
    }

    #[test]
    fn what_is_no_key_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("magic-auth.db");
        for broken in ["", "\n", "two words", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"] {
            fs::write(beside(&database), broken).unwrap();
            let key = key_of(&database);
            assert_eq!(key_of(&database), key, "{broken:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it_and_one_that_others_could_read_is_replaced() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("magic-auth.db");
        let file = beside(&database);
        let key = key_of(&database);
        let mode = || fs::symlink_metadata(&file).unwrap().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        let new = key_of(&database);
        assert_ne!(new, key);
        assert_eq!(mode(), 0o600);

        let elsewhere = folder.path().join("elsewhere");
        fs::rename(&file, &elsewhere).unwrap();
        symlink(&elsewhere, &file).unwrap();
        assert_ne!(key_of(&database), new, "what somebody else points to is not followed");
        assert_eq!(fs::read_to_string(&elsewhere).unwrap().trim_end(), new, "nor written to");
    }
}
