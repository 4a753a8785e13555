//! The log-in inside of another application: [`MagicAuth`] opens the database, sends the emails, and gives the host the
//! pages, a layer, guards and verbs.

mod builder;
mod error;
mod extract;
mod guard;
mod kept_key;
mod layer;
pub(crate) mod signals;
mod tenancy;
mod tenants;
mod verbs;

pub use builder::Builder;
pub use error::{BuildError, Error};
pub use extract::{Session, SessionRejection, session, session_if_any};
pub use layer::{AuthLayer, AuthService};
pub use tenants::{Tenant, Tenants};
pub use verbs::ListedSession;

use crate::{
    app::{self, Site},
    auth::Auth,
    types::TenantId,
};
use axum::Router;
use layer::Part;
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tenancy::Tenancy;

/// Log-in by email for an application. Cheap to clone: keep one in the application's state.
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use axum::{Router, routing::get};
/// use leptos_magic_auth::{MagicAuth, Session};
///
/// let auth = MagicAuth::from_env().await?;
/// let app: Router = Router::new()
///     .route("/notes", get(|session: Session| async move { format!("Notes of {}", session.email) }))
///     .route_layer(auth.require_session())
///     .merge(auth.router())
///     .layer(auth.layer());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct MagicAuth {
    site: Site,
    /// The sites of tenants, where there are any.
    tenancy: Option<Arc<Tenancy>>,
    /// Whether `site` is the site of one of them, to which the verbs belong.
    is_chosen: bool,
    /// Whether somebody has taken the pages already.
    pages_taken: Arc<AtomicBool>,
}

impl MagicAuth {
    /// Builds it from `MAGIC_AUTH_…` and `LEPTOS_…` in the environment: `MagicAuth::builder().env().build()`.
    ///
    /// # Errors
    /// [`BuildError`] names the first setting that is wrong or missing.
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let auth = leptos_magic_auth::MagicAuth::from_env().await?;
    /// # Ok(()) }
    /// ```
    pub async fn from_env() -> Result<Self, BuildError> {
        Self::builder().env().build().await
    }

    /// Begins with the settings as they come.
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// let auth = leptos_magic_auth::MagicAuth::builder().env().app_name("Notes").build().await?;
    /// # Ok(()) }
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Returns the pages that log in, out and manage the account, to be merged into the host's router before its
    /// fallback and before [`layer`](Self::layer).
    ///
    /// ```no_run
    /// # use axum::Router;
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().merge(auth.pages()).fallback(|| async { "nothing here" }).layer(auth.layer());
    /// # }
    /// ```
    pub fn pages<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        if self.pages_taken.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "the pages of Magic Auth were asked for a second time. Merge them into a router once, by `auth.pages()` or by \
                 `auth.router()`, which has them in it: where they meet axum says \"Overlapping method route\" and stops"
            );
        }
        self.untold_pages().with_state(())
    }

    /// The same, which nobody has to have asked for.
    pub(crate) fn untold_pages(&self) -> Router {
        match &self.tenancy {
            None => app::host_pages(self.site.clone()),
            Some(tenancy) => tenancy::pages(tenancy),
        }
    }

    /// Returns the pages and the server functions, for an application without Leptos: where `leptos_routes` is called, it
    /// mounts the server functions by itself.
    ///
    /// ```no_run
    /// # use axum::Router;
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().merge(auth.router()).layer(auth.layer());
    /// # }
    /// ```
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        self.pages().merge(app::function_routes(&self.site).with_state(()))
    }

    /// Returns the layer that finds out who visits, and stands before the server functions. Add it last: what is added to
    /// the router below it is not seen by it.
    ///
    /// ```no_run
    /// # use axum::{Router, routing::get};
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().route("/", get(|| async { "seen" })).merge(auth.router()).layer(auth.layer());
    /// # }
    /// ```
    pub fn layer(&self) -> AuthLayer {
        self.part(Part::Sessions(app::functions(self.site.clone())))
    }

    /// Returns a layer for routes that only people who are logged in may reach: a browser is sent to the log-in page and
    /// comes back afterwards, a program gets 401. It asks the database itself where [`layer`](Self::layer) is missing.
    ///
    /// ```no_run
    /// # use axum::{Router, routing::get};
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().route("/notes", get(|| async { "yours" })).route_layer(auth.require_session());
    /// # }
    /// ```
    pub fn require_session(&self) -> AuthLayer {
        self.part(Part::RequireSession)
    }

    /// Returns a layer for routes that are of no use to people who are logged in, such as a landing page: they are sent to
    /// where a log-in leads.
    ///
    /// ```no_run
    /// # use axum::{Router, routing::get};
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().route("/", get(|| async { "Welcome" })).route_layer(auth.redirect_if_logged_in());
    /// # }
    /// ```
    pub fn redirect_if_logged_in(&self) -> AuthLayer {
        self.part(Part::RedirectIfLoggedIn)
    }

    /// Returns a layer for routes that nobody else's page may call: an unsafe method that does not come from a page of
    /// this origin is answered with 403. [`layer`](Self::layer) alone lets it through without a session.
    ///
    /// ```no_run
    /// # use axum::{Router, routing::post};
    /// # fn run(auth: leptos_magic_auth::MagicAuth) {
    /// let app: Router = Router::new().route("/orders", post(|| async {})).route_layer(auth.same_origin_only());
    /// # }
    /// ```
    pub fn same_origin_only(&self) -> AuthLayer {
        self.part(Part::SameOriginOnly)
    }

    /// Returns the same with the verbs of one tenant: with tenants each verb needs to know whose accounts it is about.
    ///
    /// ```no_run
    /// # use leptos_magic_auth::{DisconnectSelf, Error, MagicAuth, Session};
    /// # async fn run(auth: MagicAuth) -> Result<(), Error> {
    /// auth.of_tenant("acme").await?.forget("7").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such tenant, [`Error::Unavailable`] where [`Tenants`] does not say.
    pub async fn of_tenant(&self, tenant: impl AsRef<str>) -> Result<Self, Error> {
        let (Some(tenancy), Ok(id)) = (&self.tenancy, TenantId::new(tenant)) else { return Err(Error::NotFound) };
        let found = tenancy.of_id(&id).await?.ok_or(Error::NotFound)?;
        Ok(Self { site: found.site.clone(), is_chosen: true, ..self.clone() })
    }

    fn new(site: Site, tenancy: Option<Tenancy>) -> Self {
        Self { site, tenancy: tenancy.map(Arc::new), is_chosen: false, pages_taken: Arc::default() }
    }

    fn part(&self, part: Part) -> AuthLayer {
        AuthLayer::new(self.site.clone(), self.tenancy.clone(), part)
    }

    /// Returns the rules for verbs, with tenants those of the one that was named.
    fn verbs(&self) -> Result<&Auth, Error> {
        if self.tenancy.is_some() && !self.is_chosen { Err(Error::NoTenant) } else { Ok(&self.site.http.auth) }
    }

    pub(crate) fn site(&self) -> &Site {
        &self.site
    }
}

impl fmt::Debug for MagicAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MagicAuth")
            .field("public_url", &self.site.http.auth.public_url().as_str())
            .finish_non_exhaustive()
    }
}
