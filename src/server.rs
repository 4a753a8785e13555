//! Puts it all together. Building and running are separate, so that a test can listen on a port of its own.

mod clients;
mod handles;
mod log;
mod mailbox_key;
mod serve;

pub use log::start_log;

use crate::{
    app::{self, Site},
    auth::{self, Auth, Clock, HashError, Random},
    config::{Config, ConfigError},
    http::{HttpState, IpReader, LockedMailbox, shed},
    mail::{Mailbox, Mailer},
    store::{self, Store, StoreError},
    types::Paths,
};
use axum::Router;
use handles::Handles;
use leptos::config::LeptosOptions;
use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::net::TcpListener;

/// How often what has ended is removed.
const PRUNE_EVERY: Duration = Duration::from_secs(10 * 60);

/// How often the log is told how much was refused since it was last told.
const TELL_EVERY: Duration = Duration::from_secs(60);

/// Why the server did not start, or stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// A setting is wrong.
    #[error("{0}")]
    Setting(String),
    /// The database could not be opened.
    #[error("DATABASE_URL could not be opened: {0}")]
    Store(#[from] StoreError),
    /// Argon2 refuses its cost.
    #[error("ARGON2_MEMORY: {0}")]
    Hash(#[from] HashError),
    /// The port could not be opened.
    #[error("LEPTOS_SITE_ADDR {0} could not be opened: {1}")]
    Listen(SocketAddr, io::Error),
}

impl From<ConfigError> for ServerError {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Wrong(line) | ConfigError::Asked(line) => Self::Setting(line),
        }
    }
}

/// A server that is ready to run.
pub struct Server {
    config: Config,
    store: Store,
    auth: Auth,
    site: Site,
    router: Router,
    mailbox: Option<Mailbox>,
    handles: Handles,
}

impl Server {
    /// Opens the database, brings its tables up to date, and puts everything together.
    pub async fn build(config: Config) -> Result<Self, ServerError> {
        Self::build_with(config, Clock::system(), Random::system()).await
    }

    /// The same below addresses of one's own.
    pub async fn build_at(config: Config, paths: Paths) -> Result<Self, ServerError> {
        Self::assemble(config, paths, Clock::system(), Random::system()).await
    }

    /// The same with a clock and a source of chance of one's own, for tests.
    pub async fn build_with(config: Config, clock: Clock, random: Random) -> Result<Self, ServerError> {
        Self::assemble(config, Paths::default(), clock, random).await
    }

    async fn assemble(config: Config, paths: Paths, clock: Clock, random: Random) -> Result<Self, ServerError> {
        let (mailer, mailbox) = match config.mail()? {
            Some(smtp) => (Mailer::Smtp(smtp), None),
            None => {
                let mailbox = Mailbox::default();
                (Mailer::Mailbox(mailbox.clone()), Some(mailbox))
            }
        };
        if config.dangerously_without_limits {
            tracing::warn!("DANGEROUSLY_WITHOUT_LIMITS is set: anybody can send any number of letters");
        }
        let store = Store::open(&config.database_url).await?;
        let locked = match &mailbox {
            Some(mailbox) => {
                let file = store::file_of(&config.database_url)?;
                let kept = || mailbox_key::kept_key(file.as_deref(), &random);
                Some(LockedMailbox { mailbox: mailbox.clone(), key: config.mailbox_key.clone().unwrap_or_else(kept) })
            }
            None => None,
        };
        let mut rules = config.rules();
        let handles = Handles::raise();
        rules.live_pages.in_all = handles.for_live_pages();
        let auth = Auth::new(auth::Parts {
            store: store.clone(),
            mailer,
            rules,
            clock,
            random,
            paths,
            public_url: config.public_url.clone(),
            app_name: config.app_name.clone(),
        })?;
        let http = HttpState {
            auth: auth.clone(),
            mailbox: locked,
            mail_from: config.sender().into(),
            client_ip: IpReader::new(config.client_ip()?),
            live_tasks: Default::default(),
            socketless: Default::default(),
            in_work: shed::InWork::requests(),
            log_outs: shed::InWork::log_outs(),
        };
        let site = site(&config, http);
        let router = app::routes(site.clone());
        Ok(Self { config, store, auth, site, router, mailbox, handles })
    }

    /// What pages need, for an application that mounts [`app::auth_routes`] beside its own.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Serves this router instead of the stand-alone application: an application's own with [`app::auth_routes`] in it.
    pub fn with_router(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// The rules, for whoever wants to call them directly.
    pub fn auth(&self) -> &Auth {
        &self.auth
    }

    /// The letters, when there is no mail server.
    pub fn mailbox(&self) -> Option<&Mailbox> {
        self.mailbox.as_ref()
    }

    /// The address of the development mailbox with its key: for who starts the server, and for nobody else.
    fn mailbox_address(&self) -> Option<String> {
        let locked = self.site.http.mailbox.as_ref()?;
        let path = self.auth.paths().mailbox(&[("key", locked.key.reveal())]);
        self.config.public_url.join(&path).ok().map(String::from)
    }

    /// Listens where the settings say and serves until the process is told to stop.
    pub async fn run(self) -> Result<(), ServerError> {
        let address = self.config.leptos_site_addr;
        let listener = TcpListener::bind(address).await.map_err(|error| ServerError::Listen(address, error))?;
        let stop = serve::told_to_stop();
        println!("\n  Magic Auth is ready at {}", self.config.public_url);
        if let Some(mailbox) = self.mailbox_address() {
            println!("  Its emails are at      {mailbox}");
        }
        println!("  Stop it with Ctrl-C\n");
        self.run_on(listener, stop).await
    }

    /// Serves on this listener until `stop` is ready; then finishes what was begun, within the time that the settings
    /// give it.
    pub async fn run_on(self, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<(), ServerError> {
        self.handles.log();
        let auth = self.auth.clone();
        let pruning = tokio::spawn(async move {
            loop {
                if let Err(refused) = auth.prune().await {
                    tracing::error!("what has ended could not be removed: {refused}");
                }
                tokio::time::sleep(PRUNE_EVERY).await;
            }
        });
        let auth = self.auth.clone();
        let outbox = self.auth.clone();
        let sending = tokio::spawn(async move { outbox.keep_sending().await });
        let refusals = tokio::spawn(async move {
            loop {
                auth.clock().until(auth.clock().now() + TELL_EVERY).await;
                auth.tell_of_refusals();
            }
        });
        let limits = serve::Limits {
            headers: self.config.header_timeout,
            unread: self.config.header_timeout,
            shutdown: self.config.shutdown_timeout,
            per_client: self.config.per_client(),
        };
        let (live, sockets) = (self.auth.clone(), self.site.http.live_tasks.clone());
        let stop = async move {
            stop.await;
            live.stop_live_pages();
        };
        let told = serve::serve(listener, self.router, limits, stop).await;
        pruning.abort();
        refusals.abort();
        sending.abort();
        sockets.close();
        let _ = tokio::time::timeout_at(told + limits.shutdown, sockets.wait()).await;
        let _ = tokio::time::timeout_at(told + limits.shutdown, self.auth.finish_carried()).await;
        let _ = tokio::time::timeout_at(told + limits.shutdown, self.auth.finish_deliveries()).await;
        self.store.close().await;
        Ok(())
    }
}

/// Where Leptos finds its files. With `hash.txt` among them, or beside the program, their names bear their hashes.
fn site(config: &Config, http: HttpState) -> Site {
    let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
    let root = config.leptos_site_root.clone().unwrap_or_else(|| {
        let distributed = beside.as_ref().map(|folder| folder.join("site")).filter(|folder| folder.is_dir());
        distributed.unwrap_or_else(|| PathBuf::from("target/site"))
    });
    let hash_file = [Some(root.join("hash.txt")), beside.map(|folder| folder.join("hash.txt"))]
        .into_iter()
        .flatten()
        .find(|file| file.is_file())
        .and_then(|file| fs::canonicalize(file).ok())
        .filter(|_| std::env::var_os("LEPTOS_WATCH").is_none());
    let hashes = hash_file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    let hash = hashes.lines().find_map(|line| line.strip_prefix("css:")).map(str::trim);
    let stylesheet = match hash {
        Some(hash) => format!("/pkg/magic-auth.{hash}.css"),
        None => "/pkg/magic-auth.css".to_owned(),
    };

    let reload_port = std::env::var("LEPTOS_RELOAD_PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3001);
    let watched = std::env::var_os("LEPTOS_WATCH").is_some();
    let options = LeptosOptions::builder()
        .output_name("magic-auth")
        .site_root(root.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.leptos_site_addr)
        .reload_port(reload_port)
        .hash_files(hash_file.is_some())
        .hash_file(Arc::<str>::from(hash_file.unwrap_or_default().to_string_lossy().as_ref()))
        .build();
    let host = config.public_url.host_str().unwrap_or("localhost");
    let reload = watched.then(|| Arc::from(format!("ws://{host}:{reload_port}").as_str()));
    Site { http, options, stylesheet: Arc::from(stylesheet.as_str()), reload }
}
