//! Puts it all together. Building and running are separate, so that a test can listen on a port of its own.

mod clients;
mod handles;
mod log;
mod serve;

pub use log::start_log;

use crate::{
    app::{self, Assets},
    auth::{Accounts, Auth, Clock, Random},
    config::Config,
    door::{BuildError, Builder, MagicAuth, signals},
    mail::Mailbox,
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

/// Why the server did not start, or stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// A setting is wrong, or the database could not be opened.
    #[error("{0}")]
    Setting(String),
    /// The port could not be opened.
    #[error("LEPTOS_SITE_ADDR {0} could not be opened: {1}")]
    Listen(SocketAddr, io::Error),
}

impl From<BuildError> for ServerError {
    /// Under the program's own names of the settings.
    fn from(error: BuildError) -> Self {
        Self::Setting(error.to_string().trim_start_matches("MAGIC_AUTH_").to_owned())
    }
}

/// A server that is ready to run.
pub struct Server {
    config: Config,
    auth: MagicAuth,
    router: Router,
    handles: Handles,
}

impl Server {
    /// Opens the database, brings its tables up to date, and puts everything together.
    pub async fn build(config: Config) -> Result<Self, ServerError> {
        Self::build_with(config, Clock::system(), Random::system()).await
    }

    /// The same below addresses of one's own.
    pub async fn build_at(config: Config, paths: Paths) -> Result<Self, ServerError> {
        Self::assemble(config, paths, Clock::system(), Random::system(), |builder| builder).await
    }

    /// The same with a clock and a source of chance of one's own, for tests.
    pub async fn build_with(config: Config, clock: Clock, random: Random) -> Result<Self, ServerError> {
        Self::assemble(config, Paths::default(), clock, random, |builder| builder).await
    }

    /// The same for a host with accounts of its own, which have so long to answer.
    pub async fn build_for_host(
        config: Config,
        clock: Clock,
        random: Random,
        accounts: impl Accounts,
        patience: Duration,
    ) -> Result<Self, ServerError> {
        let with_accounts = |builder: Builder| builder.accounts(accounts).accounts_patience(patience);
        Self::assemble(config, Paths::default(), clock, random, with_accounts).await
    }

    async fn assemble(
        config: Config,
        paths: Paths,
        clock: Clock,
        random: Random,
        more: impl FnOnce(Builder) -> Builder,
    ) -> Result<Self, ServerError> {
        if config.settings.without_limits {
            tracing::warn!("DANGEROUSLY_WITHOUT_LIMITS is set: anybody can send any number of emails");
        }
        let mut settings = config.settings.clone();
        let handles = Handles::raise();
        settings.live_pages.in_all = handles.for_live_pages();
        let (options, assets) = files(&config);
        let builder = more(Builder::of(settings).paths(paths).with_clock(clock).with_random(random));
        let auth = builder.finish(options, assets).await?;
        let router = app::routes(auth.site().clone());
        Ok(Self { config, auth, router, handles })
    }

    /// Returns the log-in that this server serves.
    pub fn magic_auth(&self) -> &MagicAuth {
        &self.auth
    }

    /// Returns the application as it is served, for a test that calls it without a connection.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Serves this router instead of the stand-alone application: an application's own, with the log-in in it.
    pub fn with_router(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// Returns the rules, for whoever wants to call them directly.
    pub fn auth(&self) -> &Auth {
        &self.auth.site().http.auth
    }

    /// Returns the emails, when there is no mail server.
    pub fn mailbox(&self) -> Option<&Mailbox> {
        self.auth.site().http.mailbox.as_ref().map(|locked| &locked.mailbox)
    }

    /// Listens where the settings say and serves until the process is told to stop.
    pub async fn run(self) -> Result<(), ServerError> {
        let address = self.config.site_addr();
        let listener = TcpListener::bind(address).await.map_err(|error| ServerError::Listen(address, error))?;
        let stop = signals::asked_to_stop();
        println!("\n  Magic Auth is ready at {}", self.config.public_url());
        if let Some(mailbox) = self.auth.mailbox_url() {
            println!("  Its emails are at      {mailbox}");
        }
        println!("  Stop it with Ctrl-C\n");
        self.run_on(listener, stop).await
    }

    /// Serves on this listener until `stop` is ready; then finishes what was begun, within the time that the settings
    /// give it.
    pub async fn run_on(self, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<(), ServerError> {
        self.handles.log();
        self.tell_of_missing_files();
        let bounds = serve::Bounds {
            headers: self.config.settings.header_timeout,
            unread: self.config.settings.header_timeout,
            shutdown: self.config.settings.shutdown_timeout,
            per_client: self.config.settings.per_client(),
        };
        let (auth, delay) = (self.auth.clone(), self.config.settings.shutdown_delay);
        let stop = async move {
            stop.await;
            auth.site().http.auth.tell_of_stop();
            tokio::time::sleep(delay).await;
            auth.stop_live_pages();
        };
        let stopped_at = serve::serve(listener, self.router, bounds, stop).await;
        self.auth.close(stopped_at + bounds.shutdown).await;
        Ok(())
    }
}

impl Server {
    /// Tells of a stylesheet that is not there: nothing of the site was built, or it is elsewhere.
    fn tell_of_missing_files(&self) {
        let site = self.auth.site();
        let (root, stylesheet) = (&site.options.site_root, &site.assets.stylesheet);
        if !Path::new(&**root).join(stylesheet.trim_start_matches('/')).is_file() {
            tracing::warn!(
                "the stylesheet {stylesheet} is not in {root}: build the site by `cargo leptos build`, or set LEPTOS_SITE_ROOT \
                 to the folder that has `pkg` in it"
            );
        }
    }
}

/// Returns where Leptos finds its files. With `hash.txt` among them, or beside the program, their names bear their
/// hashes.
fn files(config: &Config) -> (LeptosOptions, Assets) {
    let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
    let root = config.settings.site_root.clone().unwrap_or_else(|| {
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
        .site_addr(config.site_addr())
        .reload_port(reload_port)
        .hash_files(hash_file.is_some())
        .hash_file(Arc::<str>::from(hash_file.unwrap_or_default().to_string_lossy().as_ref()))
        .build();
    let public_url = config.public_url();
    let host = public_url.host_str().unwrap_or("localhost");
    let reload = watched.then(|| format!("ws://{host}:{reload_port}"));
    (options, Assets::of_build(&stylesheet, reload.as_deref()))
}
