//! A PostgreSQL of the tests' own: made and started once a run, reached over a socket, and gone with the run.

use super::Database;
use leptos_magic_auth::internals::store::Store;
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, postgres::PgConnectOptions};
use std::{
    env, fs,
    io::Write,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::{net::UnixStream, sync::OnceCell, time::sleep};

/// Runs the server until the tests are gone, however they end: their end closes its standard input. A line on that starts it
/// again, once it has ended.
const UNTIL_WE_END: &str = "trap '' INT TERM HUP
    run() {
        \"$1\" -D \"$0/data\" -k \"$0\" -c listen_addresses= -c max_connections=$2 -c fsync=off \
            -c synchronous_commit=$3 -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
            -c shared_buffers=32MB -c autovacuum=off -c jit=off -c log_line_prefix='[%d] ' \
            >>\"$0/log\" 2>&1 &
    }
    run \"$@\"
    while read -r _; do
        wait
        run \"$@\"
    done
    kill -QUIT $!
    wait
    rm -rf \"$0\"";

const TEMPLATE: &str = "magic_auth_template";

static SERVER: OnceCell<Server> = OnceCell::const_new();
/// Databases of tests that have ended, and when.
static LEFT: Mutex<Vec<(Instant, String)>> = Mutex::new(Vec::new());
/// How long a test's server may live on after the test.
const LIVES_ON: Duration = Duration::from_millis(500);

/// A new database has 8 MB.
const LARGE: i64 = 12_000_000;

struct Server {
    folder: PathBuf,
    next: Mutex<u32>,
    /// Its standard input is open as long as this process lives.
    until: Child,
}

/// A PostgreSQL for one test, which stops it, kills it, and lets it freeze. It keeps what it has confirmed.
pub struct OwnPostgres {
    server: Server,
}

/// Connections that an [`OwnPostgres`] has.
const FEW: u32 = 24;

impl OwnPostgres {
    pub async fn start() -> Self {
        Self { server: Server::start(FEW, "on").await }
    }

    /// A new database of it, without tables.
    pub async fn database(&self) -> Database {
        Database::Postgres(self.server.create("").await)
    }

    /// Ends it in order, as for a new version of it.
    pub async fn stop(&self) {
        // SIGINT ends connections.
        send("INT", &[self.postmaster()]);
        self.ended().await;
    }

    /// Ends every process of it at once.
    pub async fn kill(&self) {
        send("KILL", &self.processes());
        self.ended().await;
    }

    /// Starts it again, and waits until it answers.
    pub async fn start_again(&mut self) {
        let until = self.server.until.stdin.as_mut().expect("its standard input");
        until.write_all(b"again\n").expect("a shell that reads");
        self.server.connect().await;
    }

    /// Lets every process of it stand still.
    pub fn freeze(&self) {
        send("STOP", &self.processes());
    }

    /// Lets them go on.
    pub fn thaw(&self) {
        send("CONT", &self.processes());
    }

    /// Takes every connection that there is, those of others too, for as long as what is answered lives.
    pub async fn exhaust(&self) -> Vec<PgConnection> {
        let options: PgConnectOptions = self.server.url("postgres").parse().expect("a URL");
        let mut taken = vec![self.server.connect().await];
        let others = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                      WHERE backend_type = 'client backend' AND datname <> 'postgres'";
        let mut refused = 0;
        // Those that are ended go one after the other, and whoever they belonged to comes again.
        while refused < 50 {
            let ended: i64 = sqlx::query_scalar(others).fetch_one(&mut taken[0]).await.expect("a number");
            match options.connect().await {
                Ok(connection) => taken.push(connection),
                Err(_) if ended == 0 => refused += 1,
                Err(_) => refused = 0,
            }
        }
        taken
    }

    fn postmaster(&self) -> u32 {
        let file = fs::read_to_string(self.server.folder.join("data/postmaster.pid")).expect("the server's own file");
        file.lines().next().and_then(|line| line.trim().parse().ok()).expect("its number")
    }

    /// The first process, and those that it has started.
    fn processes(&self) -> Vec<u32> {
        let first = self.postmaster();
        let numbers = fs::read_dir("/proc").expect("processes").flatten();
        let numbers = numbers.filter_map(|process| process.file_name().to_str()?.parse().ok());
        let is_child = |number: &u32| {
            // The parent's number is the second word after the name, which stands in brackets.
            let stat = fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
            let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
            parent == Some(first)
        };
        std::iter::once(first).chain(numbers.filter(is_child)).collect()
    }

    /// Waits until nothing is left of it.
    async fn ended(&self) {
        let socket = self.server.folder.join(".s.PGSQL.5432");
        while UnixStream::connect(&socket).await.is_ok() {
            sleep(Duration::from_millis(10)).await;
        }
    }
}

fn send(signal: &str, processes: &[u32]) {
    let numbers = processes.iter().map(ToString::to_string);
    // One that has just ended by itself needs none.
    Command::new("kill").arg(format!("-{signal}")).args(numbers).stderr(Stdio::null()).status().expect("kill runs");
}

/// The one for all tests. What it has confirmed may be lost, which costs less.
async fn shared() -> &'static Server {
    let start = async {
        let server = Server::start(300, "off").await;
        server.make_template().await;
        server
    };
    SERVER.get_or_init(|| start).await
}

/// Returns the URL of a database for one test, with the tables in it and nothing in them.
pub async fn new_database() -> String {
    let server = shared().await;
    let left = {
        let mut left = locked(&LEFT);
        left.iter().position(|(since, _)| since.elapsed() > LIVES_ON).map(|at| left.remove(at))
    };
    if let Some((_, url)) = left
        && empty(&url).await
    {
        return url;
    }
    server.create(&format!("TEMPLATE {TEMPLATE}")).await
}

/// Returns the URL of a database without tables.
pub async fn bare_database() -> String {
    shared().await.create("").await
}

/// Keeps a database for the next test. One in which a test has failed is left as it is.
pub fn leave(url: &str) {
    if !std::thread::panicking() {
        locked(&LEFT).push((Instant::now(), url.to_owned()));
    }
}

/// What the server has written down, of the database at this URL.
pub async fn log_of(url: &str) -> String {
    let server = shared().await;
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

/// Lets nobody work with the database any more, and takes out what is in it. Answers whether it is as good as a new one: one
/// in which there was much is not, as the place of what is removed is still looked through.
async fn empty(url: &str) -> bool {
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
                                 AND tablename <> 'magic_auth_migrations'
                                 ORDER BY tablename IN ('magic_auth_users', 'magic_auth_email_changes') LOOP
                         EXECUTE format('DELETE FROM magic_auth.%I', name);
                     END LOOP;
                 END$$";
    run(&mut connection, empty.to_owned()).await;
    let size: i64 = sqlx::query_scalar("SELECT pg_database_size(current_database())")
        .fetch_one(&mut connection)
        .await
        .expect("a number");
    size < LARGE
}

async fn run(connection: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.expect("a statement of the tests' own");
}

impl Server {
    async fn start(connections: u32, synchronous_commit: &str) -> Self {
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
            .args([&connections.to_string(), synchronous_commit])
            .stdin(Stdio::piped())
            .spawn()
            .expect("a shell");
        let server = Self { folder, next: Mutex::new(0), until };
        server.connect().await;
        server
    }

    /// Makes the tables once, by a server's own hand.
    async fn make_template(&self) {
        run(&mut self.connect().await, format!("CREATE DATABASE {TEMPLATE}")).await;
        Store::open(&self.url(TEMPLATE)).await.expect("the tables").close().await;
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
