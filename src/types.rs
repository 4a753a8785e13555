//! What crosses between browser and server: addresses, words for outcomes, paths.
//!
//! Small and without heavy dependencies, because both sides compile it.

mod answer;
mod checkbox;
pub mod close_code;
mod email_address;
mod invisible;
mod notice;
mod paths;
mod rejection;
mod session_info;
mod timestamp;
mod utc;
mod visit;

pub use answer::{Answer, EmailAsked, EmailChange, LogIn};
pub use checkbox::Checkbox;
pub use email_address::EmailAddress;
pub use invisible::is_invisible;
pub use notice::{AuthError, Notice};
#[allow(unused_imports, reason = "the server mounts them")]
pub use paths::FUNCTIONS;
pub use paths::Paths;
pub use rejection::Rejection;
#[allow(unused_imports, reason = "the server knows whom a session is of")]
pub use session_info::SessionInfo;
pub use timestamp::Timestamp;
#[allow(unused_imports, reason = "the server writes moments")]
pub(crate) use utc::Utc;
pub use visit::{PageSession, Visit, VisitPaths};
