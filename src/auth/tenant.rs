//! Tenants: several sites of one application, each with accounts, sessions and limits of its own. [`Auth`] is always
//! that of one of them.

use super::{Auth, Error};
use crate::types::{Paths, TenantId};
use std::{pin::Pin, sync::Arc};
use url::Url;

/// What is a tenant's own besides its rows.
#[derive(Clone, PartialEq, Eq)]
pub struct OfTenant {
    /// The tenant.
    pub id: TenantId,
    /// What its links begin with.
    pub public_url: Url,
    /// Its name, for people to read.
    pub app_name: String,
    /// Whom its people may ask.
    pub support: Option<String>,
    /// Its addresses.
    pub paths: Paths,
}

/// The answer to a question about a tenant.
pub type Found<'a> = Pin<Box<dyn Future<Output = Result<Option<OfTenant>, Error>> + Send + 'a>>;

/// Knows the tenants, for what is done without a request.
pub trait Directory: Send + Sync {
    /// Finds a tenant by its id.
    fn find<'a>(&'a self, id: &'a TenantId) -> Found<'a>;
}

impl Auth {
    /// Whose accounts, sessions and limits these are.
    pub fn tenant(&self) -> &TenantId {
        &self.inner.tenant
    }

    /// Whether there are several tenants.
    pub(crate) fn has_tenants(&self) -> bool {
        self.inner.tenants.is_some()
    }

    /// Returns the rules of this tenant.
    pub(crate) fn of(&self, tenant: OfTenant) -> Self {
        let OfTenant { id, public_url, app_name, support, paths } = tenant;
        let store = self.inner.store.of(&id);
        Self {
            inner: Arc::new(super::Inner {
                tenant: id,
                store,
                public_url,
                app_name,
                support,
                paths,
                lately_good: Arc::default(),
                ..(*self.inner).clone()
            }),
        }
    }

    /// Returns the rules for the rows of a tenant that is gone: they are noted as its own, and nothing is sent in its name.
    pub(super) fn over_rows_of(&self, tenant: &TenantId) -> Self {
        let (tenant, store) = (tenant.clone(), self.inner.store.of(tenant));
        Self { inner: Arc::new(super::Inner { tenant, store, ..(*self.inner).clone() }) }
    }

    /// Returns the rules of the tenant that a row names, or `None` where there is no such tenant any more.
    ///
    /// # Errors
    /// [`Error::Host`] where the host does not say.
    pub(super) async fn of_row(&self, tenant: &TenantId) -> Result<Option<Self>, Error> {
        let Some(tenants) = self.inner.tenants.clone() else { return Ok(Some(self.clone())) };
        Ok(tenants.find(tenant).await?.map(|tenant| self.of(tenant)))
    }
}
