//! Tenants: several sites of one application, told apart by the host of their URL.

use crate::{
    auth::{self, BoxError, Clock, Directory, FoundTenant, OfTenant, ask},
    settings::{public_url, support},
    types::{Paths, TenantId, Timestamp},
};
use axum::http::{HeaderMap, Uri, header};
use std::{
    collections::HashMap,
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use url::Url;

/// A tenant: a site of its own in one application, at a URL of its own. Accounts, sessions, known browsers, limits and events
/// are a tenant's own, and the same email address is another account in another tenant.
///
/// ```
/// use leptos_magic_auth::Tenant;
///
/// let acme = Tenant::new("acme", "https://acme.example").app_name("Acme").support("help@acme.example");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Tenant {
    id: String,
    url: String,
    app_name: Option<String>,
    support: Option<String>,
}

impl Tenant {
    /// Makes a tenant with this id, which stays the same as long as its rows are to be its own, at what people type to get
    /// there. An id is 1 to 63 lower-case letters, digits, `-` and `_`. What is wrong is told when the tenant is used.
    ///
    /// ```
    /// let acme = leptos_magic_auth::Tenant::new("acme", "https://acme.example");
    /// ```
    pub fn new(id: &str, url: &str) -> Self {
        Self { id: id.to_owned(), url: url.to_owned(), app_name: None, support: None }
    }

    /// Sets the tenant's name, on pages and in emails. Without it, it is the application's.
    ///
    /// ```
    /// let acme = leptos_magic_auth::Tenant::new("acme", "https://acme.example").app_name("Acme");
    /// ```
    pub fn app_name(mut self, name: &str) -> Self {
        self.app_name = Some(name.to_owned());
        self
    }

    /// Sets whom the tenant's people may ask: an email address, or a page that begins with `https://`. Without it, it is
    /// the application's.
    ///
    /// ```
    /// let acme = leptos_magic_auth::Tenant::new("acme", "https://acme.example").support("help@acme.example");
    /// ```
    pub fn support(mut self, support: &str) -> Self {
        self.support = Some(support.to_owned());
        self
    }

    /// Returns its URL, or `None` where that cannot be used.
    pub(super) fn url(&self) -> Option<Url> {
        public_url(&self.url).ok()
    }

    /// Reads what was given, or says what is wrong with it.
    pub(super) fn checked(&self, whole: &Whole) -> Result<OfTenant, String> {
        let Self { id, url, app_name, support: asked, .. } = self;
        let id = TenantId::new(id).map_err(|fault| format!("{id:?}: {fault}"))?;
        let public_url = public_url(url).map_err(|fault| format!("the URL of {id} {fault}"))?;
        let asked = asked.as_deref().map(support).transpose().map_err(|fault| format!("support of {id} {fault}"))?;
        let prefix = public_url.path().trim_end_matches('/').to_owned();
        Ok(OfTenant {
            id,
            public_url,
            app_name: app_name.clone().unwrap_or_else(|| whole.app_name.clone()),
            support: asked.or_else(|| whole.support.clone()),
            paths: Paths { prefix, ..whole.paths.clone() },
        })
    }
}

impl fmt::Debug for Tenant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tenant").field("id", &self.id).field("url", &self.url).finish_non_exhaustive()
    }
}

/// Finds tenants while the application runs, for [`Builder::tenants_from`](crate::Builder::tenants_from). What it answers is
/// remembered for a minute.
///
/// It has five seconds. An error, a panic or more time is answered with 503.
///
/// ```
/// use leptos_magic_auth::{self, BoxError, Tenant, TenantId, Tenants};
///
/// struct Customers;
///
/// impl Tenants for Customers {
///     async fn by_host(&self, host: &str) -> Result<Option<Tenant>, BoxError> {
///         // SELECT id, name FROM customers WHERE host = …
///         Ok((host == "acme.example").then(|| Tenant::new("acme", "https://acme.example")))
///     }
///
///     async fn by_id(&self, id: &TenantId) -> Result<Option<Tenant>, BoxError> {
///         Ok((id.as_str() == "acme").then(|| Tenant::new("acme", "https://acme.example")))
///     }
/// }
/// let builder = leptos_magic_auth::MagicAuth::builder().tenants_from(Customers);
/// ```
pub trait Tenants: Send + Sync + 'static {
    /// Finds the tenant whose URL has this host, in lower case and with its port where that is not the usual one.
    ///
    /// # Errors
    /// Any error means: try again later.
    fn by_host(&self, host: &str) -> impl Future<Output = Result<Option<Tenant>, BoxError>> + Send;

    /// Finds a tenant by its id: for emails that are sent later, and for what the application does by itself.
    ///
    /// # Errors
    /// Any error means: try again later.
    fn by_id(&self, id: &TenantId) -> impl Future<Output = Result<Option<Tenant>, BoxError>> + Send;
}

type Answer<'a> = Pin<Box<dyn Future<Output = Result<Option<Tenant>, BoxError>> + Send + 'a>>;

/// Any [`Tenants`], behind a pointer.
trait AnyTenants: Send + Sync {
    fn by_host<'a>(&'a self, host: &'a str) -> Answer<'a>;

    fn by_id<'a>(&'a self, id: &'a TenantId) -> Answer<'a>;
}

impl<T: Tenants> AnyTenants for T {
    fn by_host<'a>(&'a self, host: &'a str) -> Answer<'a> {
        Box::pin(Tenants::by_host(self, host))
    }

    fn by_id<'a>(&'a self, id: &'a TenantId) -> Answer<'a> {
        Box::pin(Tenants::by_id(self, id))
    }
}

/// Where tenants come from, as a builder is told.
#[derive(Clone)]
pub(super) enum Source {
    /// They are these.
    Listed(Vec<Tenant>),
    /// Somebody knows.
    Asked(Asked),
}

/// Whoever knows them.
#[derive(Clone)]
pub(super) struct Asked(Arc<dyn AnyTenants>);

impl Asked {
    pub(super) fn new(tenants: impl Tenants) -> Self {
        Self(Arc::new(tenants))
    }
}

/// What holds for every tenant that says nothing else.
#[derive(Clone)]
pub(super) struct Whole {
    pub(super) app_name: String,
    pub(super) support: Option<String>,
    pub(super) paths: Paths,
}

/// How long an answer is remembered.
const REMEMBERED: Duration = Duration::from_secs(60);

/// So many are remembered. Anybody may ask for any host.
const MOST_REMEMBERED: usize = 10_000;

/// Finds tenants by host and by id.
pub(super) struct Finder {
    source: Known,
    whole: Whole,
    patience: Duration,
    clock: Clock,
}

enum Known {
    Listed(Vec<OfTenant>),
    Asked(Asked, Mutex<HashMap<Key, Remembered>>),
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Host(String),
    Id(TenantId),
}

struct Remembered {
    tenant: Option<OfTenant>,
    until: Timestamp,
}

impl Finder {
    /// Reads the tenants that are listed.
    ///
    /// # Errors
    /// Says what is wrong with one of them.
    pub(super) fn new(source: Source, whole: Whole, patience: Duration, clock: Clock) -> Result<Self, String> {
        let source = match source {
            Source::Asked(asked) => Known::Asked(asked, Mutex::default()),
            Source::Listed(tenants) => {
                let tenants = tenants.iter().map(|tenant| tenant.checked(&whole)).collect::<Result<Vec<_>, _>>()?;
                for (number, tenant) in tenants.iter().enumerate() {
                    let is_same = |other: &OfTenant| {
                        other.id == tenant.id || host_of(&other.public_url) == host_of(&tenant.public_url)
                    };
                    if tenants[..number].iter().any(is_same) {
                        return Err(format!("{} has the id or the host of another one", tenant.id));
                    }
                }
                Known::Listed(tenants)
            }
        };
        Ok(Self { source, whole, patience, clock })
    }

    /// Finds the tenant that a request is for.
    ///
    /// # Errors
    /// [`auth::Error::Host`] where the application does not say.
    pub(super) async fn by_host(&self, host: &str) -> Result<Option<OfTenant>, auth::Error> {
        match &self.source {
            Known::Listed(tenants) => Ok(tenants.iter().find(|tenant| host_of(&tenant.public_url) == host).cloned()),
            Known::Asked(asked, _) => {
                let (asked, asked_for) = (asked.clone(), host.to_owned());
                let asking = async move { asked.0.by_host(&asked_for).await };
                let found = self.ask("Tenants::by_host", Key::Host(host.to_owned()), asking).await?;
                Ok(found.filter(|tenant| host_of(&tenant.public_url) == host))
            }
        }
    }

    /// Finds a tenant by its id.
    ///
    /// # Errors
    /// Those of [`by_host`](Self::by_host).
    pub(super) async fn by_id(&self, id: &TenantId) -> Result<Option<OfTenant>, auth::Error> {
        match &self.source {
            Known::Listed(tenants) => Ok(tenants.iter().find(|tenant| tenant.id == *id).cloned()),
            Known::Asked(asked, _) => {
                let (asked, asked_for) = (asked.clone(), id.clone());
                let asking = async move { asked.0.by_id(&asked_for).await };
                let found = self.ask("Tenants::by_id", Key::Id(id.clone()), asking).await?;
                Ok(found.filter(|tenant| tenant.id == *id))
            }
        }
    }

    async fn ask(
        &self,
        what: &'static str,
        key: Key,
        asking: impl Future<Output = Result<Option<Tenant>, BoxError>> + Send + 'static,
    ) -> Result<Option<OfTenant>, auth::Error> {
        let now = self.clock.now();
        let Known::Asked(_, remembered) = &self.source else { return Ok(None) };
        let remembered = || remembered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = remembered().get(&key).filter(|known| known.until > now) {
            return Ok(known.tenant.clone());
        }
        let tenant = match ask(what, self.patience, asking).await? {
            Some(tenant) => Some(tenant.checked(&self.whole).map_err(|fault| {
                tracing::error!("the application's {what} found a tenant that cannot be used: {fault}");
                auth::Error::Host(what)
            })?),
            None => None,
        };
        let mut remembered = remembered();
        if remembered.len() >= MOST_REMEMBERED {
            remembered.retain(|_, known| known.until > now);
            if remembered.len() >= MOST_REMEMBERED {
                remembered.clear();
            }
        }
        remembered.insert(key, Remembered { tenant: tenant.clone(), until: now + REMEMBERED });
        Ok(tenant)
    }
}

impl Directory for Finder {
    fn find<'a>(&'a self, id: &'a TenantId) -> FoundTenant<'a> {
        Box::pin(self.by_id(id))
    }
}

/// Returns the host of a URL as a browser says it: with the port where that is not the usual one.
pub(super) fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Returns the host that a request names, in lower case; `None` where it names none, or two.
pub(super) fn host_asked_for(uri: &Uri, headers: &HeaderMap) -> Option<String> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let said = hosts.next().map(|host| host.to_str().unwrap_or_default().to_ascii_lowercase());
    let authority = uri.authority().map(|authority| authority.as_str().to_ascii_lowercase());
    match (authority, said, hosts.next()) {
        (_, _, Some(_)) => None,
        (Some(authority), Some(said), _) if authority != said => None,
        (authority, said, _) => authority.or(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn asked_for(uri: &str, hosts: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, HeaderValue::from_str(host).unwrap());
        }
        host_asked_for(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_host_is_what_one_header_or_the_authority_says() {
        let acme = Some("acme.example:8443".to_owned());
        assert_eq!(asked_for("/", &["Acme.example:8443"]), acme);
        assert_eq!(asked_for("https://acme.example:8443/", &[]), acme);
        assert_eq!(asked_for("https://acme.example:8443/", &["acme.example:8443"]), acme);
        assert_eq!(asked_for("https://acme.example:8443/", &["globex.example"]), None);
        assert_eq!(asked_for("/", &["acme.example", "acme.example"]), None);
        assert_eq!(asked_for("/", &[]), None);
    }

    #[test]
    fn a_url_says_its_port_where_a_browser_does() {
        let host = |url: &str| host_of(&Url::parse(url).unwrap());
        assert_eq!(host("https://Acme.example:443/x"), "acme.example");
        assert_eq!(host("https://acme.example:8443"), "acme.example:8443");
        assert_eq!(host("http://acme.localhost:3000"), "acme.localhost:3000");
    }

    #[test]
    fn tenants_that_could_be_mistaken_for_each_other_are_refused() {
        let whole = Whole { app_name: "Notes".to_owned(), support: None, paths: Paths::default() };
        let fault = |tenants: Vec<Tenant>| {
            let source = Source::Listed(tenants);
            Finder::new(source, whole.clone(), Duration::from_secs(5), Clock::system()).err()
        };
        let acme = Tenant::new("acme", "https://acme.example");
        assert_eq!(fault(vec![acme.clone(), Tenant::new("globex", "https://globex.example")]), None);
        for (other, begins) in [
            (Tenant::new("acme", "https://globex.example"), "acme has the id or the host of another one"),
            (Tenant::new("globex", "https://ACME.example:443/x"), "globex has the id or the host of another one"),
            (Tenant::new("", "https://globex.example"), "\"\": a tenant's id has"),
            (Tenant::new("Globex", "https://globex.example"), "\"Globex\": a tenant's id has"),
            (Tenant::new("globex", "http://globex.example"), "the URL of globex must begin with https://"),
            (Tenant::new("globex", "https://globex.example").support("Bob"), "support of globex must be"),
        ] {
            let fault = fault(vec![acme.clone(), other]).unwrap();
            assert!(fault.starts_with(begins), "{fault}");
        }
    }
}
