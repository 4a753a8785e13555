//! A PostgreSQL of the tests' own: made and started once a run, reached over a socket, and gone with the run.

use leptos_magic_auth::internals::store::Store;
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, postgres::PgConnectOptions};
use std::{
    env, fs,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::{sync::OnceCell, time::sleep};

/// Runs the server until the tests are gone, however they end: their end closes its standard input.
const UNTIL_WE_END: &str = "trap '' INT TERM HUP
    \"$1\" -D \"$0/data\" -k \"$0\" -c listen_addresses= -c max_connections=300 -c fsync=off -c synchronous_commit=off \
        -c full_page_writes=off -c autovacuum=off -c log_line_prefix='[%d] ' >\"$0/log\" 2>&1 &
    read -r _
    kill -QUIT $!
    wait
    rm -rf \"$0\"";

const TEMPLATE: &str = "magic_auth_template";

static SERVER: OnceCell<Server> = OnceCell::const_new();
/// Databases of tests that have ended, and when.
static LEFT: Mutex<Vec<(Instant, String)>> = Mutex::new(Vec::new());
/// How long a test's server may live on after the test.
const LIVES_ON: Duration = Duration::from_millis(500);

struct Server {
    folder: PathBuf,
    next: Mutex<u32>,
    /// Its standard input is open as long as this process lives.
    _until: Child,
}

/// Returns the URL of a database for one test, with the tables in it and nothing in them.
pub async fn new_database() -> String {
    let server = SERVER.get_or_init(Server::start).await;
    let left = {
        let mut left = locked(&LEFT);
        left.iter().position(|(since, _)| since.elapsed() > LIVES_ON).map(|at| left.remove(at))
    };
    if let Some((_, url)) = left {
        empty(&url).await;
        return url;
    }
    server.create(&format!("TEMPLATE {TEMPLATE}")).await
}

/// Returns the URL of a database without tables.
pub async fn bare_database() -> String {
    SERVER.get_or_init(Server::start).await.create("").await
}

/// Keeps a database for the next test. One in which a test has failed is left as it is.
pub fn leave(url: &str) {
    if !std::thread::panicking() {
        locked(&LEFT).push((Instant::now(), url.to_owned()));
    }
}

/// What the server has written down, of the database at this URL.
pub async fn log_of(url: &str) -> String {
    let server = SERVER.get_or_init(Server::start).await;
    let log = fs::read_to_string(server.folder.join("log")).expect("the server's log");
    let mark = format!("[{}] ", name_of(url));
    // A line of its own begins with the database's name; what follows it is indented.
    let mut ours = false;
    let lines = log.lines().filter(|line| {
        if line.starts_with('[') {
            ours = line.starts_with(&mark);
        }
        ours
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn locked<T>(value: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name_of(url: &str) -> &str {
    let (_, rest) = url.rsplit_once('/').expect("a database's name");
    rest.split_once('?').map_or(rest, |(name, _)| name)
}

/// Lets nobody work with the database any more, and takes out what is in it.
async fn empty(url: &str) {
    let options: PgConnectOptions = url.parse().expect("a URL");
    let mut connection = options.connect().await.expect("the database");
    loop {
        let others = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                      WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let others: i64 = sqlx::query_scalar(others).fetch_one(&mut connection).await.expect("a number");
        if others == 0 {
            break;
        }
    }
    let empty = "DO $$DECLARE name text; BEGIN
                     FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'magic_auth'
                                 AND tablename <> '_sqlx_migrations' ORDER BY tablename IN ('users', 'email_changes') LOOP
                         EXECUTE format('DELETE FROM magic_auth.%I', name);
                     END LOOP;
                 END$$";
    run(&mut connection, empty.to_owned()).await;
}

async fn run(connection: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.expect("a statement of the tests' own");
}

impl Server {
    async fn start() -> Self {
        let programs = programs();
        let folder = tempfile::tempdir().expect("a temporary folder").keep();
        let user = user();
        if let Some(user) = user {
            chown(&folder, Some(user), None).expect("a folder of that user's");
        }
        let command = |program: &Path| {
            let mut command = Command::new(program);
            command.current_dir(&folder).stdin(Stdio::null());
            if let Some(user) = user {
                command.uid(user);
            }
            command
        };
        let made = command(&programs.join("initdb"))
            .args(["--no-sync", "--username=magic_auth", "--auth=trust", "--encoding=UTF8", "--locale=C", "--pgdata"])
            .arg(folder.join("data"))
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let until = command(Path::new("/bin/sh"))
            .args(["-c", UNTIL_WE_END])
            .args([&folder, &programs.join("postgres")])
            .stdin(Stdio::piped())
            .spawn()
            .expect("a shell");
        let server = Self { folder, next: Mutex::new(0), _until: until };
        let mut connection = server.connect().await;
        run(&mut connection, format!("CREATE DATABASE {TEMPLATE}")).await;
        // The tables are made once, by the server's own hand.
        Store::open(&server.url(TEMPLATE)).await.expect("the tables").close().await;
        server
    }

    async fn create(&self, with: &str) -> String {
        let name = {
            let mut next = locked(&self.next);
            *next += 1;
            format!("test_{next}")
        };
        let mut connection = self.connect().await;
        run(&mut connection, format!("CREATE DATABASE {name} {with}")).await;
        self.url(&name)
    }

    fn url(&self, name: &str) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://magic_auth@localhost/{name}?host={folder}")
    }

    /// Connects to the server itself, which may still be starting.
    async fn connect(&self) -> PgConnection {
        let options: PgConnectOptions = self.url("postgres").parse().expect("a URL");
        let began = Instant::now();
        loop {
            match options.connect().await {
                Ok(connection) => return connection,
                Err(error) if began.elapsed() > Duration::from_secs(60) => {
                    let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                    panic!("PostgreSQL does not answer: {error}\n{log}");
                }
                Err(_) => sleep(Duration::from_millis(20)).await,
            }
        }
    }
}

/// The folder that holds `postgres` and `initdb`: of PATH, where pg_config says, or where Debian keeps them.
fn programs() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let told = Command::new("pg_config").arg("--bindir").output().ok();
    let told = told.map(|told| PathBuf::from(String::from_utf8_lossy(&told.stdout).trim()));
    let mut debians: Vec<_> = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().collect();
    debians.sort_by_key(|version| std::cmp::Reverse(version.file_name().to_string_lossy().parse::<u32>().ok()));
    env::split_paths(&path)
        .chain(told)
        .chain(debians.iter().map(|version| version.path().join("bin")))
        .find(|folder| ["postgres", "initdb"].iter().all(|program| folder.join(program).is_file()))
        .and_then(|folder| fs::canonicalize(folder.join("postgres")).ok()?.parent().map(Path::to_path_buf))
        .expect("no PostgreSQL found: install it (Debian: apt-get install postgresql), or put `postgres` on your PATH")
}

/// Whom to become, where we are root, whom PostgreSQL refuses.
fn user() -> Option<u32> {
    let own = Command::new("id").arg("-u").output().expect("id runs").stdout;
    if String::from_utf8_lossy(&own).trim() != "0" {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let id_of = |name| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        line.split(':').nth(2)?.parse().ok()
    };
    Some(id_of("postgres").or_else(|| id_of("nobody")).expect("a user postgres or nobody"))
}
