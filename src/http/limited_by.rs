//! How a server function tells the page around it that a limit has refused.

use crate::auth::Limited;
use std::sync::{Arc, OnceLock};

/// Which limit has refused a request, for the page that says so: it is made around the server function. An extension of
/// the request.
#[derive(Clone, Default)]
pub struct LimitedBy(Arc<OnceLock<Limited>>);

impl LimitedBy {
    /// Notes it. The first one counts.
    pub(super) fn set(&self, limited: Limited) {
        let _ = self.0.set(limited);
    }

    /// The limit, if one has refused.
    pub fn get(&self) -> Option<Limited> {
        self.0.get().copied()
    }
}
