//! Puts [`MagicAuth`] together from settings.

use super::{BuildError, MagicAuth, kept_key};
use crate::{
    app::{Assets, HostDocument, HostPage as Page, Scripts, Site, assets},
    auth::{self, Accounts, Auth, Background, Clock, EventHandler, HostAccounts, HostEvent as Event, Random, Rules},
    http::{BEFORE_SUFFIX, ClientIpSource, Csp, HttpState, IpReader, LockedMailbox, language::Decide, shed},
    languages::OwnWords,
    mail::{Emails, Mailbox, Mailer, Provider, SendEmail, Sender},
    settings::{LOCALHOST, ReadBy, SETTINGS, Settings, is_loopback},
    store::{self, Store},
    types::Paths,
};
use axum::http::request::Parts;
use leptos::{
    config::{LeptosOptions, get_configuration},
    prelude::IntoView,
};
use std::{
    net::SocketAddr,
    sync::{Arc, Once},
    time::Duration,
};
use url::Url;

/// What goes before a setting's name in the environment of a host.
const PREFIX: &str = "MAGIC_AUTH_";

/// What is wrong where a word is not heard.
const DOES_NOT_HEAR: &str = "is missing or wrong: a node does not hear what it says over DATABASE_URL, as with a pooler in \
                             transaction mode. Name the same database's own address, past the pooler";

/// Makes the provider once it is known whom emails are from.
type ProviderFor = Arc<dyn Fn(&Sender) -> Provider + Send + Sync>;

/// Collects the settings of a [`MagicAuth`]. What is set later counts; a text that is wrong is told by
/// [`build`](Self::build).
#[derive(Clone, Default)]
pub struct Builder {
    settings: Settings,
    /// The first setting that was wrong, told at the end.
    fault: Option<(String, String)>,
    leptos: Option<LeptosOptions>,
    paths: Paths,
    provider: Option<ProviderFor>,
    on_event: Option<EventHandler>,
    cookie_suffix: Arc<str>,
    csp: Csp,
    document: Option<HostDocument>,
    accounts: Option<HostAccounts>,
    emails: Option<Arc<dyn Emails>>,
    /// What the host says in place of ours.
    words: Vec<OwnWords>,
    language_of: Option<Decide>,
    clock: Option<Clock>,
    random: Option<Random>,
    /// Whether something is set that only tests may set.
    for_tests: bool,
    /// Whether limits hold, whatever the settings say.
    limits: Option<bool>,
}

impl Builder {
    /// Reads `MAGIC_AUTH_<NAME>` for each setting of the README, and `LEPTOS_SITE_ADDR`. Nothing else of the environment is
    /// read, and never the command line.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().env();
    /// ```
    pub fn env(mut self) -> Self {
        for setting in SETTINGS.iter().filter(|setting| setting.read_by == ReadBy::Everybody) {
            let variable = format!("{PREFIX}{}", setting.name);
            self = self.read(setting.name, &variable);
        }
        self.read("LEPTOS_SITE_ADDR", "LEPTOS_SITE_ADDR")
    }

    fn read(self, name: &'static str, variable: &str) -> Self {
        match std::env::var_os(variable) {
            None => self,
            Some(value) => match value.to_str() {
                Some(text) => self.set(name, text),
                None => self.wrong(name, "is no text: it must be UTF-8"),
            },
        }
    }

    fn set(mut self, name: &'static str, text: &str) -> Self {
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        match setting.map(|setting| (setting.set)(&mut self.settings, text)) {
            Some(Err(fault)) => self.wrong(name, &fault),
            _ => self,
        }
    }

    fn wrong(mut self, name: &str, fault: &str) -> Self {
        self.fault.get_or_insert_with(|| (name.to_owned(), fault.to_owned()));
        self
    }

    /// Takes where Leptos finds the browser's files from these options, and where the host listens.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// # fn run(leptos_options: leptos::config::LeptosOptions) {
    /// let builder = MagicAuth::builder().leptos(&leptos_options);
    /// # }
    /// ```
    pub fn leptos(mut self, options: &LeptosOptions) -> Self {
        self.settings.site_addr = options.site_addr;
        self.leptos = Some(options.clone());
        self
    }

    /// Sets where the database is, such as `sqlite://app.db`. The host's own may be in the same file.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().database_url("sqlite://app.db");
    /// ```
    pub fn database_url(self, url: &str) -> Self {
        self.set("DATABASE_URL", url)
    }

    /// Sets what people type to come here, such as `https://notes.example`. Its path, as in `https://example.com/notes`, is
    /// the one below which the application's router is nested.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().public_url("https://notes.example");
    /// ```
    pub fn public_url(self, url: &str) -> Self {
        self.set("PUBLIC_URL", url)
    }

    /// Sets the application's name, on pages and in emails.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().app_name("Notes");
    /// ```
    pub fn app_name(self, name: &str) -> Self {
        self.set("APP_NAME", name)
    }

    /// Sets whom people may ask, as pages and emails say: an email address, or a page that begins with `https://`.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().support("help@notes.example");
    /// ```
    pub fn support(self, support: &str) -> Self {
        self.set("SUPPORT", support)
    }

    /// Sets the language for whoever asks for none that there is, by its tag; without it that is English.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().default_language("de");
    /// ```
    pub fn default_language(self, tag: &str) -> Self {
        self.set("DEFAULT_LANGUAGE", tag)
    }

    /// Says messages differently, as Fluent, or adds a language: what it lacks is said in its nearest language or in
    /// English. The messages and their variables are those of `locales/en`.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().words("en", "log-in = Come in").words("nb", "log-in = Logg inn");
    /// ```
    pub fn words(mut self, tag: &str, ftl: &str) -> Self {
        let place = format!("for {tag}");
        self.words.push(OwnWords { tag: tag.to_owned(), place, ftl: ftl.to_owned() });
        self
    }

    /// Decides about the language of each request, by its tag, such as by a path or a profile of your own; `None` leaves it
    /// to whoever visits.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().language(|request| request.uri.path().starts_with("/de/").then(|| "de".to_owned()));
    /// ```
    pub fn language(mut self, decide: impl Fn(&Parts) -> Option<String> + Send + Sync + 'static) -> Self {
        self.language_of = Some(Arc::new(decide));
        self
    }

    /// Sets the mail server, such as `smtps://user:password@host`, and whom emails are from, such as
    /// `Notes <no-reply@notes.example>`.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().smtp("smtps://user:password@mail.example", "no-reply@notes.example");
    /// ```
    pub fn smtp(self, url: &str, from: &str) -> Self {
        self.set("SMTP_URL", url).set("MAIL_FROM", from)
    }

    /// Sends emails by a provider of the host's, in the name of this sender, such as `Notes <no-reply@notes.example>`.
    ///
    /// ```
    /// # use leptos_magic_auth::{Email, MagicAuth, SendEmail, SendError};
    /// struct Printed;
    /// impl SendEmail for Printed {
    ///     async fn send(&self, email: &Email) -> Result<(), SendError> {
    ///         println!("to {}: {}", email.to, email.subject);
    ///         Ok(())
    ///     }
    /// }
    /// let builder = MagicAuth::builder().mailer("Notes <no-reply@notes.example>", Printed);
    /// ```
    pub fn mailer(mut self, from: &str, send: impl SendEmail) -> Self {
        let send = Arc::new(send);
        self.provider = Some(Arc::new(move |from| Provider::new(from, send.clone())));
        self.set("MAIL_FROM", from)
    }

    /// Calls this with each event of the security log, one after the other in the order of their commits. An event that the
    /// process did not live to hand over is lost: it is for telling, not for keeping accounts in step.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.on_event(async |event| println!("{} {}", event.name, event.email));
    /// ```
    pub fn on_event<F>(mut self, handle: impl Fn(Event) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.on_event = Some(EventHandler::new(handle));
        self
    }

    /// Asks these whose an email address is that has proved itself: the host has accounts of its own, or lets only some
    /// people in. Without it everybody may log in, and our own table has the accounts.
    ///
    /// ```
    /// use leptos_magic_auth::{Access, Accounts, BoxError, EmailAddress, MagicAuth, TenantId};
    ///
    /// struct AllowList;
    ///
    /// impl Accounts for AllowList {
    ///     async fn log_in(&self, _: &TenantId, email: &EmailAddress) -> Result<Access, BoxError> {
    ///         Ok(if email.domain() == "example.com" { Access::Ours } else { Access::Deny })
    ///     }
    /// }
    /// let builder = MagicAuth::builder().accounts(AllowList);
    /// ```
    pub fn accounts(mut self, accounts: impl Accounts) -> Self {
        self.accounts = Some(HostAccounts::new(accounts));
        self
    }

    /// Writes emails in the application's own words, with its own subjects and looks. See [`Emails`] for what must be in
    /// them.
    ///
    /// ```
    /// use leptos_magic_auth::{CodeEmail, EmailText, Emails, MagicAuth};
    ///
    /// struct Ours;
    ///
    /// impl Emails for Ours {
    ///     fn code(&self, email: &CodeEmail) -> EmailText {
    ///         EmailText { subject: format!("Your way into {}", email.app), ..email.ours() }
    ///     }
    /// }
    /// let builder = MagicAuth::builder().emails(Ours);
    /// ```
    pub fn emails(mut self, emails: impl Emails) -> Self {
        self.emails = Some(Arc::new(emails));
        self
    }

    /// Sets where a client's IP address is read from: `ConnectInfo`, or the header that the host's proxy sets.
    ///
    /// ```
    /// # use leptos_magic_auth::MagicAuth;
    /// let builder = MagicAuth::builder().client_ip_source("RightmostXForwardedFor");
    /// ```
    pub fn client_ip_source(self, source: &str) -> Self {
        self.set("CLIENT_IP_SOURCE", source)
    }

    /// Sets where the pages are, and where a log-in leads.
    ///
    /// ```
    /// # use leptos_magic_auth::{MagicAuth, Paths};
    /// let builder = MagicAuth::builder().paths(Paths::scoped("/members"));
    /// ```
    pub fn paths(mut self, paths: Paths) -> Self {
        self.paths = paths;
        self
    }

    /// Shows our pages in a document of the application's, with its header, its footer and its stylesheets. It is rendered on
    /// the server and never hydrated, so its parts are links and forms. Where it leaves out the page's head or body, or
    /// panics, the page is shown in our own document, and the log says so once.
    ///
    /// ```
    /// use leptos::prelude::*;
    /// use leptos_magic_auth::{MagicAuth, Page};
    ///
    /// let builder = MagicAuth::builder().document(|page: Page| {
    ///     view! {
    ///         <html lang=page.lang>
    ///             <head>
    ///                 <meta name="viewport" content="width=device-width, initial-scale=1" />
    ///                 <link rel="stylesheet" href="/notes.css" />
    ///                 {page.head}
    ///             </head>
    ///             <body>
    ///                 <header><a href="/">"Notes"</a></header>
    ///                 {page.body}
    ///             </body>
    ///         </html>
    ///     }
    /// });
    /// ```
    pub fn document<V>(mut self, document: impl Fn(Page) -> V + Send + Sync + 'static) -> Self
    where
        V: IntoView + 'static,
    {
        self.document = Some(HostDocument::new(document));
        self
    }

    /// Adds sources to the Content-Security-Policy of our pages, for a look of the host's own.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.style("https://fonts.example").font("https://fonts.example"));
    /// ```
    pub fn csp(mut self, add: impl FnOnce(Csp) -> Csp) -> Self {
        self.csp = add(self.csp);
        match self.csp.fault() {
            Some(fault) => self.wrong("csp()", fault),
            None => self,
        }
    }

    /// Lets the names of cookies end with this, where two installations are on one host: the ports of a host share their
    /// cookies. Lower-case letters, digits and `_`.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.cookie_suffix("notes");
    /// ```
    pub fn cookie_suffix(mut self, suffix: &str) -> Self {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if suffix.is_empty() || suffix.len() > 32 || !suffix.chars().all(is_plain) {
            return self.wrong("cookie_suffix()", "must be 1 to 32 lower-case letters, digits and _");
        }
        self.cookie_suffix = format!("{BEFORE_SUFFIX}{suffix}").into();
        self
    }

    /// Sets the numbers of the rules. Write only what differs, and `..Rules::default()` behind it: a later version may
    /// have more of them. How many emails and codes there may be is set in the environment, as the README lists it.
    ///
    /// ```
    /// # use std::time::Duration;
    /// use leptos_magic_auth::{MagicAuth, Rules};
    ///
    /// let rules = Rules { code_digits: 8, fresh_for: Duration::from_secs(5 * 60), ..Rules::default() };
    /// let builder = MagicAuth::builder().rules(rules);
    /// ```
    pub fn rules(mut self, rules: Rules) -> Self {
        let digits = rules.code_digits.to_string();
        let lifetime = format!("{}s", rules.magic_link_lifetime.as_secs());
        let (memory, passes) = (rules.argon2_memory_kib.to_string(), rules.argon2_passes.to_string());
        self.settings.quotas.email_pause = rules.email_pause;
        self.settings.rules = rules;
        // Within the bounds of the settings of the same names.
        self.set("CODE_DIGITS", &digits)
            .set("EMAIL_LIFETIME", &lifetime)
            .set("ARGON2_MEMORY", &memory)
            .set("ARGON2_PASSES", &passes)
    }

    /// Makes it one for tests, which [`build`](Self::build) lets run on this machine alone.
    pub(crate) fn for_tests(mut self) -> Self {
        self.for_tests = true;
        self
    }

    pub(crate) fn with_limits(mut self, are_kept: bool) -> Self {
        self.limits = Some(are_kept);
        self
    }

    pub(crate) fn accounts_patience(mut self, patience: Duration) -> Self {
        self.settings.rules.accounts_patience = patience;
        self
    }

    pub(crate) fn of(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    pub(crate) fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    pub(crate) fn with_random(mut self, random: Random) -> Self {
        self.random = Some(random);
        self
    }

    /// Opens the database, brings its tables up to date, and starts what goes on in the background. Call it where a tokio
    /// runtime runs.
    ///
    /// # Errors
    /// [`BuildError`] names the setting that is wrong or missing. Without a mail server it is `MAGIC_AUTH_SMTP_URL`, unless
    /// the public URL and `LEPTOS_SITE_ADDR` are this machine: there emails go to a mailbox that
    /// [`MagicAuth::mailbox_url`] opens.
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let auth = leptos_magic_auth::MagicAuth::builder().database_url("sqlite://app.db").build().await?;
    /// # Ok(()) }
    /// ```
    pub async fn build(mut self) -> Result<MagicAuth, BuildError> {
        let (leptos, scripts) = match self.leptos.take().or_else(from_environment) {
            Some(options) => (options, Scripts::Host),
            None => {
                tracing::info!("LEPTOS_OUTPUT_NAME is not set: the pages of Magic Auth have no scripts");
                (LeptosOptions::builder().output_name("").site_addr(self.settings.site_addr).build(), Scripts::None)
            }
        };
        self.settings.site_addr = leptos.site_addr;
        // What Leptos tells people to open.
        if leptos.site_addr.ip().is_loopback() && leptos.site_addr.port() != 0 {
            self.settings.public_url.get_or_insert_with(|| at(leptos.site_addr));
        }
        let assets = self.embedded(scripts);
        if scripts == Scripts::Host {
            assets::tell_of_missing_bundle(&leptos);
        }
        let auth = self.finish(leptos, assets).await?;
        auth.tell_of_mailbox();
        Ok(auth)
    }

    /// The same for a test: whatever was set, the database is in memory, emails are caught, and nothing is read from the
    /// environment. Without limits, unless they were asked for.
    pub(crate) async fn build_in_memory(mut self) -> Result<MagicAuth, BuildError> {
        self.provider = None;
        self.limits.get_or_insert(false);
        let here = Settings::default();
        self.settings.database_url = "sqlite::memory:".to_owned();
        self.settings.smtp_url = None;
        self.settings.site_addr = here.site_addr;
        self.settings.client_ip_source = Some(ClientIpSource::ConnectInfo);
        // A test has nobody to keep away from its codes.
        self.settings.rules.argon2_memory_kib = 8;
        let options = LeptosOptions::builder().output_name("").site_addr(here.site_addr).build();
        let assets = self.embedded(Scripts::None);
        self.finish(options, assets).await
    }

    /// Sets the prefix of all paths, and returns the files of pages as they are found below it.
    fn embedded(&mut self, scripts: Scripts) -> Assets {
        self.paths.prefix = self.settings.prefix();
        Assets::embedded(&self.paths, scripts)
    }

    /// The same with files that are there already, and nothing told.
    pub(crate) async fn finish(self, options: LeptosOptions, assets: Assets) -> Result<MagicAuth, BuildError> {
        let Self {
            settings,
            fault,
            paths,
            provider,
            on_event,
            accounts,
            emails,
            cookie_suffix,
            csp,
            document,
            words,
            language_of,
            clock,
            random,
            for_tests,
            limits,
            ..
        } = self;
        if let Some((name, fault)) = fault {
            return Err(BuildError::setting(&name, fault));
        }
        let languages = settings.languages(&words).map_err(|error| match words.is_empty() {
            true => error.into(),
            false => BuildError::setting(if error.name == "LOCALES" { "words()" } else { error.name }, error.fault),
        })?;
        let limits = match limits {
            None => settings.limits(),
            Some(are_kept) => are_kept.then(|| auth::Limits::from(&settings.quotas)),
        };
        if for_tests && !is_loopback(&settings.public_url()) {
            return Err(BuildError::setting(
                "PUBLIC_URL",
                "must be this machine, such as http://localhost:3000, where limits, clock or chance are set: those are for tests",
            ));
        }
        let (clock, random) = (clock.unwrap_or_else(Clock::system), random.unwrap_or_else(Random::system));
        let provider = provider.zip(settings.mail_from.as_ref()).map(|(provider, from)| provider(from));
        let smtp = if provider.is_some() { None } else { settings.mail()? };
        let (mailer, mailbox) = match (provider, smtp) {
            (Some(provider), _) => (Mailer::Carrier(Arc::new(provider)), None),
            (None, Some(smtp)) => (Mailer::Carrier(Arc::new(smtp)), None),
            (None, None) => {
                let mailbox = Mailbox::default();
                (Mailer::Mailbox(mailbox.clone()), Some(mailbox))
            }
        };
        let source = settings.client_ip()?;
        let store = Store::open_with(
            &settings.database_url,
            settings.database_listen_url.as_deref(),
            settings.database_connections,
        )
        .await
        .map_err(BuildError::database)?;
        let file = store::file_of(&settings.database_url).map_err(BuildError::database)?;
        let kept = || kept_key::kept_key(file.as_deref(), &random);
        let locked =
            mailbox.map(|mailbox| LockedMailbox { mailbox, key: settings.mailbox_key.clone().unwrap_or_else(kept) });
        let auth = Auth::new(auth::Parts {
            store,
            mailer,
            rules: settings.rules(),
            limits,
            live_pages: settings.live_pages.clone(),
            clock,
            random: random.clone(),
            paths,
            public_url: settings.public_url(),
            app_name: settings.app_name.clone(),
            support: settings.support.clone(),
            languages,
            on_event,
            accounts,
            emails,
        })?;
        auth.set_clock_right().await.map_err(BuildError::database)?;
        if !auth.hears_itself().await.map_err(BuildError::database)? {
            return Err(BuildError::setting("DATABASE_LISTEN_URL", DOES_NOT_HEAR));
        }
        let http = HttpState {
            background: Arc::new(Background::start(&auth)),
            auth,
            mailbox: locked,
            mail_from: settings.sender().into(),
            cookie_suffix,
            language_of,
            csp: Arc::new(csp),
            client_ip: IpReader::new(source),
            told_of_host: Arc::new(Once::new()),
            live_tasks: Default::default(),
            socketless: Default::default(),
            in_work: shed::InWork::requests(),
            log_outs: shed::InWork::log_outs(),
        };
        Ok(MagicAuth::new(Site { http, options, assets, document }))
    }
}

/// Returns the URL of a server that listens there.
fn at(address: SocketAddr) -> Url {
    let mut url = LOCALHOST.clone();
    let _ = url.set_ip_host(address.ip());
    let _ = url.set_port(Some(address.port()));
    url
}

/// Leptos's options as `get_configuration(None)` reads them from `LEPTOS_…`; `None` where no bundle is named.
fn from_environment() -> Option<LeptosOptions> {
    std::env::var_os("LEPTOS_OUTPUT_NAME")?;
    get_configuration(None).ok().map(|configuration| configuration.leptos_options)
}
