//! The sites of an application with tenants: each request goes to the one whose URL has its host.

use super::tenants::{Finder, host_asked_for, host_of};
use crate::{
    app::{self, Assets, Scripts, Site},
    auth::{self, OfTenant},
    types::TenantId,
};
use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, Request},
    response::{IntoResponse, Response},
    routing::any,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tower::ServiceExt;

/// So many sites are held ready.
const MOST_SITES: usize = 1_000;

/// The sites of all tenants, made when they are first asked for.
pub(super) struct Tenancy {
    /// What is nobody's own.
    base: Site,
    scripts: Scripts,
    finder: Arc<Finder>,
    /// The emails of development, which are everybody's.
    mailbox: Router,
    made: Mutex<HashMap<TenantId, Arc<TenantSite>>>,
}

/// The site of one tenant.
pub(super) struct TenantSite {
    of: OfTenant,
    pub(super) site: Site,
    /// Its pages.
    pages: Router,
    /// Its server functions.
    pub(super) functions: Router,
}

/// Why a request has no site.
pub(super) enum NoSite {
    /// No tenant has the host that it names.
    Unknown,
    /// The application does not say.
    Unavailable(auth::Error),
}

impl Tenancy {
    pub(super) fn new(base: Site, scripts: Scripts, finder: Arc<Finder>) -> Self {
        let mailbox = app::host_pages(base.clone());
        Self { base, scripts, finder, mailbox, made: Mutex::default() }
    }

    /// Returns the site that a request is for.
    ///
    /// # Errors
    /// [`NoSite`] says why there is none.
    pub(super) fn of_request<'a>(
        &'a self,
        request: &Request,
    ) -> impl Future<Output = Result<Arc<TenantSite>, NoSite>> + Send + use<'a> {
        // The request itself cannot be looked at by several threads.
        let host = host_asked_for(request.uri(), request.headers());
        async move {
            match self.finder.by_host(&host.ok_or(NoSite::Unknown)?).await {
                Ok(Some(tenant)) => Ok(self.site_of(tenant)),
                Ok(None) => Err(NoSite::Unknown),
                Err(refused) => Err(NoSite::Unavailable(refused)),
            }
        }
    }

    /// Returns the site of the tenant with this id, or `None` where there is no such tenant.
    ///
    /// # Errors
    /// [`auth::Error::Host`] where the application does not say.
    pub(super) async fn of_id(&self, id: &TenantId) -> Result<Option<Arc<TenantSite>>, auth::Error> {
        Ok(self.finder.by_id(id).await?.map(|tenant| self.site_of(tenant)))
    }

    fn site_of(&self, tenant: OfTenant) -> Arc<TenantSite> {
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(&tenant.id).filter(|known| known.of == tenant) {
            return known.clone();
        }
        let site = Arc::new(TenantSite::new(&self.base, self.scripts, tenant));
        let mut made = made();
        if made.len() >= MOST_SITES {
            made.clear();
        }
        made.insert(site.of.id.clone(), site.clone());
        site
    }

    /// Answers a request for one of our pages.
    async fn pages(&self, mut request: Request) -> Response {
        let router = match self.of_request(&request).await {
            Ok(tenant) => tenant.pages.clone(),
            Err(NoSite::Unknown) if self.is_mailbox(&request) => self.mailbox.clone(),
            Err(why) => return self.without_site(why, request).await,
        };
        // The inner router finds its own.
        request.extensions_mut().remove::<MatchedPath>();
        answer(router, request).await
    }

    /// Whether the emails of development are asked for at the application's own URL.
    fn is_mailbox(&self, request: &Request) -> bool {
        let auth = &self.base.http.auth;
        request.uri().path().starts_with(&auth.paths().mailbox)
            && host_asked_for(request.uri(), request.headers()) == Some(host_of(auth.public_url()))
    }

    /// Answers a request of ours that has no site: nothing is looked up, written or sent.
    pub(super) async fn without_site(&self, why: NoSite, request: Request) -> Response {
        let refused = match why {
            NoSite::Unknown => None,
            NoSite::Unavailable(refused) => Some(refused),
        };
        answer(app::nowhere(self.base.clone(), refused), request).await
    }
}

impl TenantSite {
    fn new(base: &Site, scripts: Scripts, of: OfTenant) -> Self {
        let mut site = base.clone();
        site.http.auth = base.http.auth.of(of.clone());
        site.assets = Assets::embedded(&of.paths, scripts);
        let (pages, functions) = (app::host_pages(site.clone()), app::functions(site.clone()));
        Self { of, site, pages, functions }
    }
}

/// Returns the pages of every tenant, at the addresses that all of them have.
pub(super) fn pages(tenancy: &Arc<Tenancy>) -> Router {
    let base = &tenancy.base;
    let assets = Assets::embedded(base.http.auth.paths(), tenancy.scripts);
    app::host_paths(base, &assets).iter().fold(Router::new(), |router, path| {
        let tenancy = tenancy.clone();
        let find = move |request: Request| {
            let tenancy = tenancy.clone();
            async move { tenancy.pages(request).await }
        };
        router.route(path, any(find))
    })
}

/// Lets a router answer.
pub(super) async fn answer(router: Router, request: Request<Body>) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response.into_response(),
        Err(never) => match never {},
    }
}
