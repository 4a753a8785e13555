//! The server functions: their names, and where they are.

/// Where they live: below a name of our own, because `/api` belongs to the application that mounts them. Fixed, because
/// their paths are made when the crate is compiled.
const API: &str = "/api/magic_auth";

/// Where a page asks that was made in the browser and does not know who visits it. Stands beside them.
pub const VISIT: &str = "visit";

/// Their names, in the order of the verbs that they call.
pub const FUNCTIONS: [&str; 13] = [
    "request_log_in",
    "resend_email",
    "log_in_with_code",
    "log_in_with_link",
    "log_out",
    "log_out_all",
    "end_session",
    "end_other_sessions",
    "change_email",
    "cancel_email_change",
    "send_undo_email",
    "undo_email_change",
    "choose_language",
];

/// Those that end sessions.
const ENDING: [&str; 4] = ["log_out", "log_out_all", "end_session", "end_other_sessions"];

/// Returns the path of one.
pub fn path(name: &str) -> String {
    format!("{API}/{name}")
}

/// Whether one of them is at this path, or what stands beside them.
pub fn is_function(path: &str) -> bool {
    name(path).is_some_and(|name| name == VISIT || FUNCTIONS.contains(&name))
}

/// Whether one is at this path that ends sessions.
pub fn ends_sessions(path: &str) -> bool {
    name(path).is_some_and(|name| ENDING.contains(&name))
}

fn name(path: &str) -> Option<&str> {
    path.strip_prefix(API)?.strip_prefix('/')
}
