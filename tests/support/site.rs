//! A server of one's own: a fresh database, a port of its own, a clock to set.

use super::{Browser, Database, EmailMessage, Members, OwnDatabase, Raw, SetClock};
use axum::Router;
use leptos_magic_auth::{
    MagicAuth, Paths,
    internals::{
        auth::{Auth, Random},
        config::{Config, ConfigError},
        mail::{self, Mailbox},
        server::{Server, ServerError},
    },
};
use std::{fs, net::SocketAddr, path::Path, time::Duration};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

/// What the stylesheet of every test's site holds.
pub const STYLESHEET: &str = "main { color: black }";

/// A running server.
pub struct Site {
    /// Its public address, without a slash at the end.
    pub url: String,
    pub address: SocketAddr,
    pub clock: SetClock,
    pub database: Database,
    /// The rules, for what no request asks for.
    pub auth: Auth,
    mailbox: Option<Mailbox>,
    /// Whether it asks a proxy where its clients are.
    behind_proxy: bool,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<Result<(), ServerError>>,
    folder: TempDir,
    /// Gone with the server, where it is nobody else's.
    _own: Option<OwnDatabase>,
}

/// A server about to be started.
pub struct Setup {
    settings: Vec<(&'static str, String)>,
    random: Random,
    hash_txt: Option<&'static str>,
    paths: Option<Paths>,
    around: Option<Around>,
    accounts: Option<(Members, Duration)>,
    clock: Option<SetClock>,
}

/// Makes an application of one's own around the log-in pages.
type Around = fn(&MagicAuth) -> Router;

impl Setup {
    pub fn new() -> Self {
        Self {
            settings: Vec::new(),
            random: Random::system(),
            hash_txt: None,
            paths: None,
            around: None,
            accounts: None,
            clock: None,
        }
    }

    /// With this flag set.
    pub fn set(mut self, flag: &'static str, value: &str) -> Self {
        self.settings.push((flag, value.to_owned()));
        self
    }

    /// With the limits that a server has.
    pub fn with_limits(self) -> Self {
        self.set("--dangerously-without-limits", "false")
    }

    /// With this source of chance.
    pub fn random(mut self, random: Random) -> Self {
        self.random = random;
        self
    }

    /// With names of files that bear their hashes, as this text lists them.
    pub fn hashes(mut self, hash_txt: &'static str) -> Self {
        self.hash_txt = Some(hash_txt);
        self
    }

    /// Below other addresses. It has the machine's clock then.
    pub fn paths(mut self, paths: Paths) -> Self {
        self.paths = Some(paths);
        self
    }

    /// With a clock that others have too.
    pub fn clock(mut self, clock: &SetClock) -> Self {
        self.clock = Some(clock.clone());
        self
    }

    /// Does not start, and says why.
    pub async fn fault(self) -> String {
        let settings = self.settings.into_iter().chain([("--mailbox-key", super::MAILBOX_KEY.to_owned())]);
        match Server::build(config(settings.collect())).await {
            Ok(_) => panic!("it started"),
            Err(error) => error.to_string(),
        }
    }

    /// Returns why the settings do not let the program start.
    pub fn refused(self) -> String {
        let flags = self.settings.into_iter().flat_map(|(flag, value)| [flag.to_owned(), value]);
        match Config::from_flags(flags) {
            Ok(_) => panic!("it starts"),
            Err(ConfigError::Wrong(line) | ConfigError::Asked(line)) => line,
        }
    }

    /// As a part of another application.
    pub fn around(mut self, around: Around) -> Self {
        self.around = Some(around);
        self
    }

    /// With accounts of a host's, which have so long to answer.
    pub fn accounts(mut self, members: &Members, patience: Duration) -> Self {
        self.accounts = Some((members.clone(), patience));
        self
    }

    /// On the database of this one, and an hour later: that one's process has died.
    pub fn after(mut self, dead: &Site) -> Self {
        let clock = SetClock::new();
        let since = u64::try_from(dead.clock.now() - clock.now()).expect("no way back");
        clock.advance(Duration::from_millis(since) + Duration::from_secs(3600));
        self.clock = Some(clock);
        self.set("--database-url", &dead.database.url()).set("--public-url", &dead.url)
    }

    pub async fn start(self) -> Site {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("site");
        write(&root.join("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        write(&root.join("pkg/magic-auth.css"), STYLESHEET);
        write(&root.join("pkg/magic-auth.abc.css"), STYLESHEET);
        write(&folder.path().join("outside.txt"), "outside of the site");
        if let Some(hash_txt) = self.hash_txt {
            write(&root.join("hash.txt"), hash_txt);
        }

        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the port's number");
        let own = match self.settings.iter().find(|(flag, _)| *flag == "--database-url") {
            Some(_) => None,
            None => Some(OwnDatabase::new_in(folder.path()).await),
        };
        let mut settings = vec![
            ("--database-url", own.as_ref().map(|own| own.url()).unwrap_or_default()),
            ("--public-url", format!("http://{address}")),
            ("--leptos-site-root", root.display().to_string()),
            ("--mailbox-key", super::MAILBOX_KEY.to_owned()),
            // Few, because each is a process of PostgreSQL's that has to be started.
            ("--database-connections", "6".to_owned()),
            // A test asks for more emails than a person: what limits do has tests of its own.
            ("--dangerously-without-limits", "true".to_owned()),
        ];
        for (flag, value) in self.settings {
            settings.retain(|(set, _)| *set != flag);
            settings.push((flag, value));
        }
        let database = settings.iter().find(|(flag, _)| *flag == "--database-url").map(|(_, url)| Database::at(url));
        let behind_proxy = settings.contains(&("--client-ip-source", "RightmostXForwardedFor".to_owned()));
        let config = config(settings);

        let url = config.public_url().origin().ascii_serialization();
        let clock = self.clock.unwrap_or_else(SetClock::new);
        let server = match (self.paths, &self.accounts) {
            (Some(paths), _) => Server::build_at(config, paths).await,
            (None, Some((members, patience))) => {
                Server::build_for_host(config, clock.clock(), self.random, members.clone(), *patience).await
            }
            (None, None) => Server::build_with(config, clock.clock(), self.random).await,
        };
        let server = server.expect("a server");
        if let Some((members, _)) = &self.accounts {
            members.know(server.auth());
        }
        let server = match self.around {
            Some(around) => {
                let router = around(server.magic_auth());
                server.with_router(router)
            }
            None => server,
        };
        let (auth, mailbox) = (server.auth().clone(), server.mailbox().cloned());
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(server.run_on(listener, async {
            let _ = stopped.await;
        }));
        let (database, stop) = (database.expect("a database"), Some(stop));
        Site { url, address, clock, database, auth, mailbox, behind_proxy, stop, running, folder, _own: own }
    }
}

impl Site {
    /// A server with every setting as it comes.
    pub async fn start() -> Self {
        Setup::new().start().await
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        let browser = Browser::new(&self.url, self.address, self.mailbox.is_some().then(|| self.auth.clone()));
        if self.behind_proxy { browser.behind_proxy("192.0.2.1") } else { browser }
    }

    /// A bare connection.
    pub async fn connect(&self) -> Raw {
        Raw::open(self.address).await
    }

    /// The newest email to this address, without those that only tell what has happened.
    pub fn message(&self, to: &str) -> EmailMessage {
        self.messages(to).into_iter().next().unwrap_or_else(|| panic!("no email to {to}"))
    }

    /// All emails to this address, newest first.
    pub fn messages(&self, to: &str) -> Vec<EmailMessage> {
        let messages = self.all_emails().into_iter().filter(|message| !is_notice(message));
        messages.filter(|message| message.to == to).map(|message| EmailMessage::read(message, &self.url)).collect()
    }

    /// All emails to this address that only tell of a change of address that has happened, newest first.
    pub fn notices(&self, to: &str) -> Vec<EmailMessage> {
        let messages = self.all_emails().into_iter().filter(tells_of_change);
        messages.filter(|message| message.to == to).map(|message| EmailMessage::read(message, &self.url)).collect()
    }

    /// All emails to this address about log-ins with new browsers, newest first.
    pub fn emails_of_new_browsers(&self, to: &str) -> Vec<EmailMessage> {
        let emails = self.all_emails().into_iter().filter(tells_of_browser);
        emails.filter(|email| email.to == to).map(|email| EmailMessage::read(email, &self.url)).collect()
    }

    fn all_emails(&self) -> Vec<mail::EmailMessage> {
        self.mailbox.as_ref().expect("a mailbox").messages()
    }

    /// The newest email of all, and to whom it went.
    pub fn newest_email(&self) -> (String, EmailMessage) {
        let messages = self.mailbox.as_ref().expect("a mailbox").messages();
        let newest = messages.into_iter().next().expect("an email");
        (newest.to.clone(), EmailMessage::read(newest, &self.url))
    }

    /// How many emails there are, to whomever.
    pub fn email_count(&self) -> usize {
        self.all_emails().into_iter().filter(|message| !is_notice(message)).count()
    }

    /// Where the site and its database are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Tells the server to stop, as SIGTERM would.
    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits until the server has stopped.
    pub async fn stopped(self) {
        self.running.await.expect("no panic").expect("an orderly end");
    }
}

/// Whether an email only tells what has happened.
fn is_notice(message: &mail::EmailMessage) -> bool {
    tells_of_change(message) || tells_of_browser(message)
}

fn tells_of_change(email: &mail::EmailMessage) -> bool {
    email.subject.starts_with("Your email address at")
}

fn tells_of_browser(email: &mail::EmailMessage) -> bool {
    email.subject.starts_with("A new browser logged in")
}

/// The program's settings, made of these flags alone: a variable in the environment of the tests changes nothing.
fn config(settings: Vec<(&'static str, String)>) -> Config {
    let flags = settings.into_iter().flat_map(|(flag, value)| [flag.to_owned(), value]);
    Config::from_flags(flags).expect("good settings")
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("the folder");
    fs::write(file, text).expect("the file");
}
