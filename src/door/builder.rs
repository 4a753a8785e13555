//! Puts [`MagicAuth`] together from settings.

use super::{BuildError, MagicAuth, kept_key};
use crate::{
    app::{Assets, Scripts, Site},
    auth::{self, Auth, Background, Clock, EventHandler, HostEvent as Event, Random, Rules},
    http::{HttpState, IpReader, LockedMailbox, shed},
    mail::{Mailbox, Mailer, Provider, SendEmail, Sender},
    settings::{ReadBy, SETTINGS, Settings},
    store::{self, Store},
    types::Paths,
};
use leptos::config::{LeptosOptions, get_configuration};
use std::sync::{Arc, Once};

/// What goes before a setting's name in the environment of a host.
const PREFIX: &str = "MAGIC_AUTH_";

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
    clock: Option<Clock>,
    random: Option<Random>,
}

impl Builder {
    /// Reads `MAGIC_AUTH_<NAME>` for each setting of the README, and `LEPTOS_SITE_ADDR`. Nothing else of the environment is
    /// read, and never the command line.
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
    pub fn leptos(mut self, options: &LeptosOptions) -> Self {
        self.settings.site_addr = options.site_addr;
        self.leptos = Some(options.clone());
        self
    }

    /// Sets where the database is, such as `sqlite://app.db`. The host's own may be in the same file.
    pub fn database_url(self, url: &str) -> Self {
        self.set("DATABASE_URL", url)
    }

    /// Sets what people type to come here, such as `https://notes.example`.
    pub fn public_url(self, url: &str) -> Self {
        self.set("PUBLIC_URL", url)
    }

    /// Sets the application's name, on pages and in emails.
    pub fn app_name(self, name: &str) -> Self {
        self.set("APP_NAME", name)
    }

    /// Sets the mail server, such as `smtps://user:password@host`, and whom emails are from, such as
    /// `Notes <no-reply@notes.example>`.
    pub fn smtp(self, url: &str, from: &str) -> Self {
        self.set("SMTP_URL", url).set("MAIL_FROM", from)
    }

    /// Sends emails by a provider of the host's, in the name of this sender, such as `Notes <no-reply@notes.example>`.
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

    /// Sets where a client's IP address is read from: `ConnectInfo`, or the header that the host's proxy sets.
    pub fn client_ip_source(self, source: &str) -> Self {
        self.set("CLIENT_IP_SOURCE", source)
    }

    /// Sets where the pages are, and where a log-in leads.
    pub fn paths(mut self, paths: Paths) -> Self {
        self.paths = paths;
        self
    }

    /// Sets the numbers of the rules. Limits are kept as the settings say.
    pub fn rules(mut self, rules: Rules) -> Self {
        self.settings.rules = rules;
        self
    }

    pub(crate) fn of(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    pub(crate) fn clock(mut self, clock: Clock) -> Self {
        self.clock = Some(clock);
        self
    }

    pub(crate) fn random(mut self, random: Random) -> Self {
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
    pub async fn build(mut self) -> Result<MagicAuth, BuildError> {
        let (leptos, scripts) = match self.leptos.take().or_else(from_environment) {
            Some(options) => (options, Scripts::Host),
            None => {
                tracing::info!("LEPTOS_OUTPUT_NAME is not set: the pages of Magic Auth have no scripts");
                (LeptosOptions::builder().output_name("").site_addr(self.settings.site_addr).build(), Scripts::None)
            }
        };
        self.settings.site_addr = leptos.site_addr;
        let assets = Assets::embedded(&self.paths, scripts);
        let auth = self.finish(leptos, assets).await?;
        auth.tell_of_mailbox();
        Ok(auth)
    }

    /// The same with files that are there already, and nothing told.
    pub(crate) async fn finish(self, options: LeptosOptions, assets: Assets) -> Result<MagicAuth, BuildError> {
        let Self { settings, fault, paths, provider, on_event, clock, random, .. } = self;
        if let Some((name, fault)) = fault {
            return Err(BuildError::setting(&name, fault));
        }
        let (clock, random) = (clock.unwrap_or_else(Clock::system), random.unwrap_or_else(Random::system));
        let provider = provider.zip(settings.mail_from.as_ref()).map(|(provider, from)| provider(from));
        let smtp = if provider.is_some() { None } else { settings.mail()? };
        let (mailer, mailbox) = match (provider, smtp) {
            (Some(provider), _) => (Mailer::Provider(provider), None),
            (None, Some(smtp)) => (Mailer::Smtp(smtp), None),
            (None, None) => {
                let mailbox = Mailbox::default();
                (Mailer::Mailbox(mailbox.clone()), Some(mailbox))
            }
        };
        let source = settings.client_ip()?;
        let store = Store::open(&settings.database_url).await?;
        let file = store::file_of(&settings.database_url)?;
        let kept = || kept_key::kept_key(file.as_deref(), &random);
        let locked =
            mailbox.map(|mailbox| LockedMailbox { mailbox, key: settings.mailbox_key.clone().unwrap_or_else(kept) });
        let auth = Auth::new(auth::Parts {
            store,
            mailer,
            rules: settings.rules(),
            clock,
            random: random.clone(),
            paths,
            public_url: settings.public_url(),
            app_name: settings.app_name.clone(),
            on_event,
        })?;
        let http = HttpState {
            background: Arc::new(Background::start(&auth)),
            auth,
            mailbox: locked,
            mail_from: settings.sender().into(),
            client_ip: IpReader::new(source),
            told_of_host: Arc::new(Once::new()),
            live_tasks: Default::default(),
            socketless: Default::default(),
            in_work: shed::InWork::requests(),
            log_outs: shed::InWork::log_outs(),
        };
        Ok(MagicAuth { site: Site { http, options, assets } })
    }
}

/// Leptos's options as `get_configuration(None)` reads them from `LEPTOS_…`; `None` where no bundle is named.
fn from_environment() -> Option<LeptosOptions> {
    std::env::var_os("LEPTOS_OUTPUT_NAME")?;
    get_configuration(None).ok().map(|configuration| configuration.leptos_options)
}
