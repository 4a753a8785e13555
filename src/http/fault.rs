//! Why a request was not served, where its status alone does not say what to do.

use axum::http::Extensions;
use std::sync::{Arc, OnceLock};

/// A reason that the page of a failure puts into words of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not say which page the request comes from.
    OriginMissing,
    /// What a limit guards was asked for by a client of which nobody knows where it is.
    ClientUnknown,
    /// The request comes from our own page, opened at another address than the public one.
    OtherAddress,
}

/// Where the reason is noted, deep inside, for the page that is made around it. An extension of the request.
#[derive(Clone, Default)]
pub struct FaultNote(Arc<OnceLock<Fault>>);

impl FaultNote {
    /// Notes the reason. The first one counts.
    pub(super) fn set(extensions: &Extensions, fault: Fault) {
        if let Some(note) = extensions.get::<Self>() {
            note.note(fault);
        }
    }

    /// The same where the note itself is at hand.
    pub(super) fn note(&self, fault: Fault) {
        let _ = self.0.set(fault);
    }

    /// Returns the reason, or `None` where the status says enough.
    pub fn get(&self) -> Option<Fault> {
        self.0.get().copied()
    }
}
