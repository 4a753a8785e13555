//! Settings, given to the program itself.

use crate::support::seconds;
use leptos_magic_auth::internals::config::Config;
use std::process::{Output, Stdio};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    time::timeout,
};

const NOWHERE: &str = "sqlite:///nowhere/at/all/magic-auth.db";

/// The program in an empty folder with these variables and no others.
fn program(folder: &TempDir, variables: &[(&str, &str)], flags: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_magic-auth"));
    command.env_clear().envs(variables.iter().copied()).args(flags).current_dir(folder.path());
    command.stdin(Stdio::null()).kill_on_drop(true);
    command
}

async fn run(variables: &[(&str, &str)], flags: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let output = timeout(seconds(30), program(&folder, variables, flags).output()).await;
    output.unwrap_or_else(|_| panic!("it runs with {variables:?} {flags:?}")).unwrap()
}

/// Starts with these and must end with code 2 and one line that names the variable and repeats no secret. The
/// database is nowhere, so that a wrong setting that were taken would end the start too, but with another name.
async fn refused(variables: &[(&str, &str)], named: &str) -> String {
    let with_database: Vec<_> = [("DATABASE_URL", NOWHERE)].iter().chain(variables).copied().collect();
    let output = run(&with_database, &[]).await;
    let (told, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(2), "{variables:?}: {error}");
    assert_eq!(told, "", "{variables:?}: it has not said that it is ready");
    assert_eq!(error.lines().count(), 1, "{variables:?}: {error}");
    assert!(error.starts_with(&format!("magic-auth: {named} ")), "{variables:?}: {error}");
    assert!(!error.contains("hunter2"), "{variables:?}: {error}");
    error
}

#[tokio::test]
async fn each_wrong_setting_ends_the_start_with_one_line_that_names_it() {
    for (variable, values) in [
        ("DATABASE_URL", &["", "magic-auth.db", "mysql://ada:hunter2@db/auth", "hunter2"][..]),
        ("DATABASE_URL", &["postgres://ada:hunter2@127.0.0.1:1/auth", "postgres://ada:hunter2@127.0.0.1:x/auth"]),
        (
            "PUBLIC_URL",
            &["", "localhost:3000", "http://notes.example", "ftp://localhost", "https://notes.example/hunter2"],
        ),
        ("PUBLIC_URL", &["https://notes.example?a=hunter2", "https://hunter2@notes.example", "https://", "hunter2"]),
        (
            "PUBLIC_URL",
            &["https://:hunter2@localhost", "http://127.0.0.1.evil.example", "http://localhost.evil.example"],
        ),
        ("MAILBOX_KEY", &["", "hunter2", "hunter2 hunter2", "hunter2/hunter2", "hunter2&hunter2", "hünter2hünter2"]),
        ("MAIL_FROM", &["", "hunter2", "Notes <hunter2>", "a@b@hunter2", "hünter2@notes.example", "a@bü cher.example"]),
        ("SMTP_EHLO", &["", "hunter2 hunter2", "-hunter2", "hunter2..example", "192.0.2.1", "[hunter2]", "a_hunter2"]),
        ("DKIM_SELECTOR", &["", "hunter2 hunter2", "-hunter2", "hunter2.", "hunter2..s1", "hünter2", "a_hunter2"]),
        ("CLIENT_IP_SOURCE", &["", "nonsense", "X-Forwarded-For"]),
        ("LEPTOS_SITE_ADDR", &["", "3000", "localhost:3000", "127.0.0.1", "127.0.0.1:hunter2", "127.0.0.1:65536"]),
        ("RUST_LOG", &["hunter2=hunter2=hunter2", "a=b"]),
        ("LOG_FORMAT", &["", "xml", "hunter2"]),
        ("CODE_DIGITS", &["", "5", "11", "-6", "six", "6.0", "hunter2"]),
        ("EMAIL_LIFETIME", &["", "0s", "11m", "601s", "10", "1ms", "hunter2", "-1s"]),
        ("EMAIL_PAUSE", &["", "0s", "401days", "hunter2"]),
        ("SESSION_LIFETIME", &["", "0s", "401days", "60"]),
        ("SESSION_IDLE", &["", "0s", "401days", "14"]),
        ("SESSION_LIFETIME_UNREMEMBERED", &["", "0s", "401days", "24"]),
        ("FRESH_LOG_IN", &["", "0s", "401days", "15", "-1m", "hunter2"]),
        ("EMAIL_UNDO_LIFETIME", &["", "0s", "401days", "7", "hunter2"]),
        ("EMAILS_PER_ADDRESS_HOUR", &["", "0", "-1", "5.0", "4294967296", "hunter2"]),
        ("EMAILS_PER_ADDRESS_DAY", &["", "0", "1", "-1", "4294967296", "hunter2"]),
        ("EMAILS_PER_CLIENT", &["", "0", "-1", "4294967296", "hunter2"]),
        ("EMAILS_PER_NETWORK", &["", "0", "-1", "4294967296", "hunter2"]),
        ("EMAILS_PER_DEVICE", &["", "0", "-1", "4294967296", "hunter2"]),
        ("EMAILS_IN_ALL", &["", "0", "-1", "4294967296", "hunter2"]),
        ("CODES_PER_CLIENT", &["", "0", "-1", "4294967296", "hunter2"]),
        ("CODES_PER_NETWORK", &["", "0", "-1", "4294967296", "hunter2"]),
        ("CONNECTIONS_PER_CLIENT", &["", "0", "7", "-8", "4294967296", "hunter2"]),
        ("DANGEROUSLY_WITHOUT_LIMITS", &["", "1", "yes", "TRUE", "hunter2"]),
        ("ARGON2_MEMORY", &["", "7", "65537", "1 MiB"]),
        ("ARGON2_PASSES", &["", "0", "17", "x"]),
        ("SMTP_TIMEOUT", &["", "0s", "x"]),
        ("HEADER_TIMEOUT", &["", "0s", "x"]),
        ("SHUTDOWN_TIMEOUT", &["", "0s", "x"]),
    ] {
        for value in values {
            refused(&[(variable, value)], variable).await;
        }
    }
}

#[tokio::test]
async fn a_mail_server_must_be_there_encrypted_and_with_a_sender_where_others_can_reach_us() {
    let https = ("PUBLIC_URL", "https://notes.example");
    refused(&[https], "SMTP_URL").await;
    refused(&[("LEPTOS_SITE_ADDR", "0.0.0.0:3000")], "SMTP_URL").await;
    refused(&[("LEPTOS_SITE_ADDR", "[::]:3000")], "SMTP_URL").await;
    refused(&[("LEPTOS_SITE_ADDR", "192.0.2.1:3000")], "SMTP_URL").await;
    let sender = ("MAIL_FROM", "Notes <notes@notes.example>");
    refused(&[https, ("SMTP_URL", "smtps://ada:hunter2@mail.example")], "MAIL_FROM").await;
    for bad in [
        "",
        "mail.example",
        "http://ada:hunter2@mail.example",
        "smtp://ada:hunter2@mail.example",
        "smtp://ada:hunter2@mail.example?tls=opportunistic",
        "smtps://ada:hunter2@",
        "smtp://hunter2@localhost",
        "smtp://:hunter2@localhost",
        "smtps://ada:hunter2@mail.example/hunter2",
        "smtps://ada:hunter2@mail.example:x",
        "smtp://ada:hunter2@mail.example?tls=hunter2",
        "smtp://ada:hunter2@mail.example?tls=opportunistic&tls=required",
    ] {
        refused(&[("SMTP_URL", bad), https, sender], "SMTP_URL").await;
    }
    let smtp = ("SMTP_URL", "smtps://ada:hunter2@mail.example");
    let (key, selector) = (("DKIM_KEY_FILE", "hunter2.pem"), ("DKIM_SELECTOR", "s1"));
    refused(&[https, smtp, sender, key], "DKIM_SELECTOR").await;
    refused(&[https, smtp, sender, selector], "DKIM_KEY_FILE").await;
    refused(&[https, smtp, sender, key, selector], "DKIM_KEY_FILE").await;
}

#[tokio::test]
async fn behind_https_it_must_be_said_where_clients_addresses_are_read_from() {
    let (https, sender) = (("PUBLIC_URL", "https://notes.example"), ("MAIL_FROM", "Notes <notes@notes.example>"));
    let smtp = ("SMTP_URL", "smtps://ada:hunter2@mail.example");
    let error = refused(&[https, smtp, sender], "CLIENT_IP_SOURCE").await;
    for word in ["ConnectInfo", "RightmostXForwardedFor", "proxy"] {
        assert!(error.contains(word), "{word} in {error}");
    }
    let here = [("PUBLIC_URL", "https://localhost"), ("LEPTOS_SITE_ADDR", "127.0.0.1:0")];
    refused(&here, "CLIENT_IP_SOURCE").await;
    for source in ["ConnectInfo", "XRealIp", "RightmostForwarded", "CloudFrontViewerAddress"] {
        // It comes as far as the database, which is nowhere.
        refused(&[https, smtp, sender, ("CLIENT_IP_SOURCE", source)], "DATABASE_URL").await;
    }
    refused(&[("PUBLIC_URL", "http://localhost:3000")], "DATABASE_URL").await;
}

#[tokio::test]
async fn a_wrong_mail_setting_teaches_how_to_write_it() {
    let sender = ("MAIL_FROM", "Notes <notes@notes.example>");
    for password in
        ["hunter2#x", "#hunter2", "hunter2/x", "12/hunter2", "hunter2?x", "hunter2@x", "hunter2:x", "hunter2%"]
    {
        let url = format!("smtps://ada:{password}@mail.example");
        let error = refused(&[("SMTP_URL", &url), sender], "SMTP_URL").await;
        assert!(error.contains("percent-encode"), "{error}");
    }
    for name in ["Notes, Inc.", "Notes (beta)", "Notes: beta", "Notes [beta]"] {
        let from = format!("{name} <hunter2@notes.example>");
        let error = refused(&[("SMTP_URL", "smtps://ada:x@mail.example"), ("MAIL_FROM", &from)], "MAIL_FROM").await;
        assert!(error.contains("in quotes"), "{error}");
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_told_in_one_line() {
    let error = refused(&[], "DATABASE_URL").await;
    assert!(error.contains("could not be opened"), "{error}");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nonsense.db");
    std::fs::write(&file, "nonsense ".repeat(1000)).unwrap();
    refused(&[("DATABASE_URL", &format!("sqlite://{}", file.display()))], "DATABASE_URL").await;
}

#[tokio::test]
async fn a_port_that_is_taken_is_told_in_one_line() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&[("LEPTOS_SITE_ADDR", &address)], &[]).await;
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with(&format!("magic-auth: LEPTOS_SITE_ADDR {address} could not be opened")), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_variable_that_is_no_text_is_named_too() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(&folder, &[], &[]);
    program.env("PUBLIC_URL", std::ffi::OsStr::from_bytes(b"http://\xff"));
    let output = timeout(seconds(30), program.output()).await.expect("an end").unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.lines().count()), (Some(2), 1), "{error}");
    assert!(error.starts_with("magic-auth: PUBLIC_URL "), "{error}");
}

#[tokio::test]
async fn an_unknown_flag_is_told_in_one_line() {
    let output = run(&[("PATH", "")], &["--pubic-url", "http://localhost"]).await;
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.lines().count()), (Some(2), 1), "{error}");
    assert!(error.starts_with("magic-auth: --pubic-url is not a setting"), "{error}");
}

#[tokio::test]
async fn help_lists_every_setting_with_its_variable_and_shows_no_value() {
    let output = run(&[("SMTP_URL", "smtps://ada:hunter2@mail.example")], &["--help"]).await;
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    assert!(!help.contains("hunter2"));
    for argument in Config::command().get_arguments().filter(|argument| argument.get_env().is_some()) {
        let variable = argument.get_env().unwrap().to_str().unwrap();
        assert!(help.contains(&format!("[env: {variable}]")), "{variable} in {help}");
        let flag = argument.get_long().unwrap();
        assert_eq!(flag.to_uppercase().replace('-', "_"), variable);
        assert!(help.contains(&format!("--{flag} ")), "{flag} in {help}");
    }
    for variable in ["DATABASE_URL", "PUBLIC_URL", "SMTP_URL", "MAIL_FROM", "CLIENT_IP_SOURCE", "LEPTOS_SITE_ADDR"] {
        assert!(help.contains(variable));
    }
    assert!(help.contains("RUST_LOG") && help.contains("LOG_FORMAT"));
}

#[tokio::test]
async fn version_says_which() {
    let output = run(&[], &["--version"]).await;
    assert!(output.status.success());
    let version = format!("magic-auth {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), version);
}

/// Starts the program and waits until it says that it is ready.
async fn ready(folder: &TempDir, variables: &[(&str, &str)]) -> (Child, String) {
    let variables: Vec<_> = [("LEPTOS_SITE_ADDR", "127.0.0.1:0")].iter().chain(variables).copied().collect();
    let mut child = program(folder, &variables, &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut told = String::new();
    while !told.contains("Stop it with Ctrl-C") {
        let line = timeout(seconds(30), lines.next_line()).await.expect("a line").unwrap();
        told += &line.unwrap_or_else(|| panic!("it ended after {told:?}"));
        told.push('\n');
    }
    (child, told)
}

#[tokio::test]
async fn with_its_settings_as_they_come_it_starts_and_says_where_it_is_and_where_the_emails_are() {
    let folder = tempfile::tempdir().unwrap();
    let (_child, told) = ready(&folder, &[]).await;
    assert!(
        told.contains("http://localhost:3000/") && told.contains("http://localhost:3000/dev/mailbox?key="),
        "{told}"
    );
    assert!(folder.path().join("magic-auth.db").is_file());
}

/// The key in the address of the mailbox that the start has printed.
fn printed_key(told: &str) -> &str {
    let (_, rest) = told.split_once("/dev/mailbox?key=").unwrap_or_else(|| panic!("no address: {told}"));
    rest.lines().next().unwrap().trim()
}

#[tokio::test]
async fn the_key_of_the_mailbox_is_printed_and_kept_from_start_to_start() {
    let folder = tempfile::tempdir().unwrap();
    let (child, told) = ready(&folder, &[]).await;
    let key = printed_key(&told).to_owned();
    assert!(key.len() >= 22, "128 bits: {key}");
    drop(child);
    let (_child, told) = ready(&folder, &[]).await;
    assert_eq!(printed_key(&told), key, "a page that is open goes on");
    let kept = std::fs::read_to_string(folder.path().join("magic-auth.db.mailbox-key")).unwrap();
    assert_eq!(kept.trim_end(), key);

    let other = tempfile::tempdir().unwrap();
    let (_child, told) = ready(&other, &[]).await;
    assert_ne!(printed_key(&told), key, "another database has another one");
}

#[tokio::test]
async fn a_key_that_is_set_is_kept_nowhere_and_one_of_a_database_in_memory_neither() {
    let folder = tempfile::tempdir().unwrap();
    let (_child, told) = ready(&folder, &[("MAILBOX_KEY", "a.key-of_my~own")]).await;
    assert_eq!(printed_key(&told), "a.key-of_my~own");
    let memory = tempfile::tempdir().unwrap();
    let (_child, told) = ready(&memory, &[("DATABASE_URL", "sqlite::memory:")]).await;
    assert!(printed_key(&told).len() >= 22);
    for folder in [folder, memory] {
        let names = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name());
        let keys: Vec<_> = names.filter(|name| name.to_string_lossy().contains("mailbox-key")).collect();
        assert!(keys.is_empty(), "{keys:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn told_to_terminate_as_soon_as_it_is_ready_it_ends_in_order() {
    for signal in ["TERM", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let (child, _) = ready(&folder, &[("LOG_FORMAT", "json"), ("RUST_LOG", "info")]).await;
        let pid = child.id().unwrap().to_string();
        let kill = format!("kill -{signal} {pid}");
        assert!(Command::new("sh").args(["-c", &kill]).status().await.unwrap().success());
        let output = timeout(seconds(30), child.wait_with_output()).await.expect("an end").unwrap();
        assert_eq!(output.status.code(), Some(0), "{signal}");
        let log = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(lines.iter().any(|line| line["message"] == "stopping"), "{log}");
        assert!(lines.iter().all(|line| line["timestamp"].as_str().unwrap().ends_with('Z')), "in UTC: {log}");
    }
}
