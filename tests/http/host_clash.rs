//! A host that has names of its own wherever ours could meet them: variables, tables, migrations, a file's bits, standard
//! output, a subscriber, signals. It is a process of its own, because most of that is there once a process.
//!
//! Its routes, headers and `/api` are in `host`, its stylesheet is in end2end/tests/parts.spec.ts.

use axum::{Router, routing::get};
use leptos_magic_auth::{MagicAuth, Paths, Session};
use reqwest::{Client, redirect::Policy};
use sqlx::{Connection, SqliteConnection};
use std::{
    env, fs,
    net::SocketAddr,
    os::unix::{fs::PermissionsExt, process::ExitStatusExt},
    path::Path,
    process::{ExitStatus, Stdio},
    time::Duration,
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
    task::JoinHandle,
    time::timeout,
};

/// What everything begins with that the host writes to standard output.
const OWN: &str = "HOST ";

/// Variables that are the host's own business, with what would be an error for us.
const VARIABLES: [(&str, &str); 16] = [
    ("DATABASE_URL", "mysql://of-the-host"),
    ("DATABASE_CONNECTIONS", "many"),
    ("PUBLIC_URL", "not a URL"),
    ("SMTP_URL", "not a mail server"),
    ("MAIL_FROM", "nobody"),
    ("MAILBOX_KEY", ""),
    ("APP_NAME", "The name of something else"),
    ("CLIENT_IP_SOURCE", "the moon"),
    ("CODE_DIGITS", "1"),
    ("SESSION_LIFETIME", "never"),
    ("DANGEROUSLY_WITHOUT_LIMITS", "perhaps"),
    ("LOG_FORMAT", "of the host"),
    ("RUST_LOG", "trace"),
    ("HEADER_TIMEOUT", "x"),
    ("SHUTDOWN_TIMEOUT", "x"),
    ("ARGON2_MEMORY", "0"),
];

/// Tables whose names others like too, the one of the host's own migrations among them.
const TABLES: &str = "
    CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL, role TEXT NOT NULL);
    INSERT INTO users (email, role) VALUES ('ada@example.com', 'admin');
    CREATE TABLE sessions (id TEXT PRIMARY KEY, cart TEXT NOT NULL);
    INSERT INTO sessions VALUES ('a', 'three pears');
    CREATE TABLE events (name TEXT NOT NULL);
    CREATE TABLE devices (name TEXT NOT NULL);
    CREATE INDEX events_by_name ON events (name);
    CREATE TABLE _sqlx_migrations (
        version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
        success BOOLEAN NOT NULL, checksum BLOB NOT NULL, execution_time BIGINT NOT NULL
    );
    INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (1, 'users', TRUE, x'00', 1);
";

/// Everything of the host's in its file.
async fn contents(file: &Path) -> Vec<String> {
    let mut connection = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let mut contents = Vec::new();
    for sql in [
        "PRAGMA journal_mode",
        "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'magic_auth_%' AND tbl_name NOT LIKE 'magic_auth_%' AND sql IS NOT NULL",
        "SELECT id || email || role FROM users",
        "SELECT id || cart FROM sessions",
        "SELECT name FROM events",
        "SELECT name FROM devices",
        "SELECT version || description FROM _sqlx_migrations",
    ] {
        let rows: Vec<(String,)> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
        contents.push(format!("{sql}: {rows:?}"));
    }
    contents
}

fn mode_of(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

struct Host {
    child: Child,
    url: String,
    mailbox: String,
    /// What it writes to standard output after it is ready.
    rest: JoinHandle<String>,
    folder: TempDir,
}

impl Host {
    /// Starts the host, with tables of its own. `stops` says whether it asks when it is told to stop.
    async fn start(stops: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.db");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        let mut connection = SqliteConnection::connect(&url).await.unwrap();
        sqlx::raw_sql(TABLES).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();

        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "host_clash::the_host_itself", "--ignored", "--nocapture", "--test-threads", "1"]);
        command.envs(VARIABLES).env("CLASHING_HOST", if stops { "stops" } else { "dies" });
        command.env("MAGIC_AUTH_DATABASE_URL", format!("sqlite://{}", file.display()));
        command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.kill_on_drop(true).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut told = async |word: &str| loop {
            let line = timeout(Duration::from_secs(30), lines.next_line()).await.unwrap().unwrap();
            let line = line.unwrap_or_else(|| panic!("it ends before it says {word}"));
            // The first line of the test itself has no end of its own.
            let said = line.split_once(OWN).map(|(harness, said)| (harness.to_owned(), said.to_owned()));
            let (harness, said) = said.unwrap_or((line, String::new()));
            assert!(harness.is_empty() || harness.starts_with("running ") || harness.starts_with("test "), "{harness}");
            if let Some(value) = said.strip_prefix(word) {
                break value.trim().to_owned();
            }
        };
        let (mailbox, url) = (told("mailbox").await, told("ready").await);
        let rest = tokio::spawn(async move {
            let mut rest = Vec::new();
            while let Ok(Some(line)) = lines.next_line().await {
                rest.push(line);
            }
            rest.join("\n")
        });
        Self { child, url, mailbox, rest, folder }
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("app.db")
    }

    /// Logs in by the code, and returns the cookies.
    async fn log_in(&self, client: &Client) -> String {
        let post = async |name: &str, cookie: &str, form: String| {
            let post = client.post(format!("{}{}", self.url, Paths::api(name))).header("origin", &self.url);
            let post = post.header("accept", "text/html").header("cookie", cookie);
            post.header("content-type", "application/x-www-form-urlencoded").body(form).send().await.unwrap()
        };
        let cookies = |answer: &reqwest::Response| {
            let set = answer.headers().get_all("set-cookie").iter();
            set.map(|set| set.to_str().unwrap().split(';').next().unwrap()).collect::<Vec<_>>().join("; ")
        };
        let asked = post("request_log_in", "", "email=ada@example.com".to_owned()).await;
        assert_eq!(asked.status(), 303);
        let digits = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
        let code = loop {
            let emails = reqwest::get(&self.mailbox).await.unwrap().text().await.unwrap();
            if let Some(code) = emails.split(|c: char| !c.is_ascii_alphanumeric()).find(digits) {
                break code.to_owned();
            }
        };
        let logged_in = post("log_in_with_code", &cookies(&asked), format!("code={code}")).await;
        assert_eq!(logged_in.status(), 303);
        cookies(&logged_in)
    }

    /// Tells it to stop, as a service manager does; how it ends, and what it has written to standard error.
    async fn stop(mut self) -> (ExitStatus, String) {
        let id = self.child.id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let mut errors = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).await.unwrap();
        let status = timeout(Duration::from_secs(20), self.child.wait()).await.unwrap().unwrap();
        let rest = self.rest.await.unwrap();
        assert!(!rest.to_lowercase().contains("magic") && !rest.contains("http"), "{rest}");
        (status, errors)
    }
}

/// The host. It is no test: [`Host::start`] starts it.
#[tokio::test]
#[ignore = "another test starts it"]
async fn the_host_itself() {
    let Ok(how) = env::var("CLASHING_HOST") else { return };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let auth = MagicAuth::builder().env().public_url(&url).build().await.unwrap();
    // The process's subscriber is the host's own to set.
    assert!(!tracing::dispatcher::has_been_set());
    tracing::subscriber::set_global_default(tracing::subscriber::NoSubscriber::new()).unwrap();
    let who = async |session: Option<Session>| session.map_or_else(String::new, |session| session.email.to_string());
    let app = Router::new().route("/", get(who)).merge(auth.router()).layer(auth.layer());
    println!("{OWN}mailbox {}", auth.mailbox_url().unwrap().replace("/dev/mailbox?", "/dev/mailbox.json?"));
    println!("{OWN}ready {url}");
    let served = axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>());
    match &*how {
        "stops" => served.with_graceful_shutdown(auth.shutdown_signal()).await.unwrap(),
        _ => served.await.unwrap(),
    }
}

#[tokio::test]
async fn what_is_the_hosts_own_stays_as_it_was() {
    let host = Host::start(false).await;
    let file = host.file();
    let before = contents(&file).await;
    assert!(before[0].contains("delete"), "{before:?}");
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let page = client.get(format!("{}/sessions/log_in", host.url)).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Log in to Magic Auth") && !page.contains("The name of something else"), "{page}");
    let cookies = host.log_in(&client).await;
    let home = client.get(&host.url).header("cookie", cookies).send().await.unwrap().text().await.unwrap();
    assert_eq!(home, "ada@example.com");
    assert_eq!(contents(&file).await, before);
    assert_eq!(mode_of(&file), 0o664, "others of the group may go on to read it");

    let mailbox = host.mailbox.replace("mailbox.json?", "mailbox?");
    let (status, errors) = host.stop().await;
    assert_eq!(status.signal(), Some(15), "signals are the host's own: {status}");
    assert_eq!(errors, format!("Magic Auth: emails are at {mailbox}\n"));
}

#[tokio::test]
async fn who_asks_when_the_process_is_told_to_stop_is_told() {
    let host = Host::start(true).await;
    let (status, _) = host.stop().await;
    assert!(status.success(), "{status}");
}
