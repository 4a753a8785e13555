//! What crosses between browser and server: addresses, words for outcomes, paths.
//!
//! Small and without heavy dependencies, because both sides compile it.

mod account_id;
mod answer;
mod auth_error;
mod checkbox;
pub mod close_code;
mod email_address;
mod end_reason;
mod event_kind;
#[allow(dead_code, reason = "each side uses a part of it")]
pub mod functions;
mod invisible;
#[allow(dead_code, reason = "each side uses a part of it")]
pub mod live_protocol;
mod notice;
mod paths;
mod rejection;
mod tenant_id;
mod timestamp;
mod utc;
mod visit;
mod words;

pub use account_id::{AccountId, InvalidAccountId};
pub use answer::{Answer, EmailAsked, EmailChange, LogIn};
pub use auth_error::AuthError;
pub use checkbox::Checkbox;
pub use email_address::EmailAddress;
pub use end_reason::EndReason;
#[allow(unused_imports, reason = "the server keeps the security log")]
pub use event_kind::EventKind;
pub use invisible::is_invisible;
pub use notice::Notice;
pub use paths::Paths;
pub use rejection::Rejection;
pub use tenant_id::{InvalidTenantId, TenantId};
pub use timestamp::Timestamp;
#[allow(unused_imports, reason = "the server writes moments")]
pub(crate) use utc::Utc;
pub use visit::{PageSession, Visit, VisitPaths};
