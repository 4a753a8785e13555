//! Every address of the application in one place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands unescaped in a query value.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Makes `Paths` with an accessor for each path: `paths.log_in(&[])` is `/sessions/log_in`,
/// `paths.log_in(&[("return_to", "/notes")])` is `/sessions/log_in?return_to=/notes`.
macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident = $default:literal,)*) => {
        /// The application's addresses. Each can be set; each has an accessor that takes a query.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Paths { $($(#[$doc])* pub $name: String,)* }

        impl Default for Paths {
            fn default() -> Self {
                Self { $($name: $default.to_owned(),)* }
            }
        }

        impl Paths {
            $(
                $(#[$doc])*
                ///
                /// The names and values of `query` are escaped; an empty one adds nothing.
                pub fn $name(&self, query: &[(&str, &str)]) -> String {
                    with_query(&self.$name, query)
                }
            )*

            /// Every path with its name, for introspection; those of server functions under the functions' names, which
            /// begin with `api/`.
            pub fn all(&self) -> Vec<(String, String)> {
                let pages = [$((stringify!($name), self.$name.as_str()),)*];
                let pages = pages.into_iter().map(|(name, path)| (name.to_owned(), path.to_owned()));
                pages.chain(FUNCTIONS.map(|name| (format!("api/{name}"), Self::api(name)))).collect()
            }
        }
    };
}

paths! {
    /// Home: says what this is, or greets who is logged in.
    home = "/",
    /// Where a log-in leads when no other page was asked for.
    signed_in = "/account",
    /// Asks for the address.
    log_in = "/sessions/log_in",
    /// Asks for the code.
    password = "/sessions/password",
    /// Where the email's link leads.
    verify = "/sessions/verify",
    /// Tells a waiting code page, in one word, how things stand.
    waiting = "/sessions/waiting",
    /// The account page.
    account = "/account",
    /// Where the email to a user's old address leads.
    undo = "/account/email/undo",
    /// `DELETE` ends this session.
    log_out = "/sessions/log_out",
    /// `DELETE` ends every session of the user.
    log_out_all = "/sessions/log_out/all",
    /// `GET`, from one of our own pages, ends every session of the user.
    log_out_all_get = "/sessions/log_out/all/get",
    /// The WebSocket of a live page.
    live = "/sessions/live",
    /// Tells a live page whose WebSocket does not come up, in one word, whether it may stay.
    live_check = "/sessions/live/look",
    /// Whether the database answers.
    healthz = "/healthz",
    /// The emails of development.
    mailbox = "/dev/mailbox",
}

/// Where server functions live: below a name of our own, because `/api` belongs to the application that mounts them.
/// Fixed, because their paths are made when the crate is compiled.
pub const API: &str = "/api/magic_auth";

/// Where a page asks that was made in the browser and does not know who visits it.
const VISIT: &str = "visit";

/// Those server functions that end sessions.
const ENDING: [&str; 4] = ["log_out", "log_out_all", "end_session", "end_other_sessions"];

/// The server functions, in the order of the verbs that they call.
pub const FUNCTIONS: [&str; 12] = [
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
];

impl Paths {
    /// The addresses below `scope` (default `/sessions`) instead.
    pub fn scoped(scope: &str) -> Self {
        let mut paths = Self::default();
        let scope = scope.trim_end_matches('/');
        for path in [
            &mut paths.log_in,
            &mut paths.password,
            &mut paths.verify,
            &mut paths.waiting,
            &mut paths.log_out,
            &mut paths.log_out_all,
            &mut paths.log_out_all_get,
            &mut paths.live,
            &mut paths.live_check,
        ] {
            *path = path.replacen("/sessions", scope, 1);
        }
        paths
    }

    /// The path of a server function, which no setting changes: `Paths::api("log_out")` is `/api/magic_auth/log_out`.
    pub fn api(name: &str) -> String {
        format!("{API}/{name}")
    }

    /// Whether a server function of ours is at this path.
    pub fn is_function(path: &str) -> bool {
        path.strip_prefix(API)
            .and_then(|path| path.strip_prefix('/'))
            .is_some_and(|name| name == VISIT || FUNCTIONS.contains(&name))
    }

    /// Whether what is sent to this path ends sessions that are there.
    pub fn ends_sessions(&self, path: &str) -> bool {
        [&self.log_out, &self.log_out_all, &self.log_out_all_get].iter().any(|own| *own == path)
            || path.strip_prefix(API).and_then(|path| path.strip_prefix('/')).is_some_and(|name| ENDING.contains(&name))
    }

    /// Whether this is a path of logging in or out, where nobody is sent after a log-in.
    pub fn is_of_log_in_or_out(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/').to_ascii_lowercase();
        let ours = [
            &self.log_in,
            &self.password,
            &self.verify,
            &self.waiting,
            &self.undo,
            &self.log_out,
            &self.log_out_all,
            &self.log_out_all_get,
            &self.live,
            &self.live_check,
        ];
        // A mangled link is understood, so it is no way around either: `/sessions/verify%3Ftoken=…`
        let is_at = |own: String| {
            let behind = path.strip_prefix(&own);
            behind.is_some_and(|behind| {
                !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            })
        };
        // Below `/api` no page is found, ours or another's: Leptos puts server functions there.
        ours.iter().any(|own| is_at(own.to_ascii_lowercase())) || path == "/api" || path.starts_with("/api/")
    }
}

fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (position, (name, value)) in query.iter().enumerate() {
        address.push(if position == 0 { '?' } else { '&' });
        address.extend(utf8_percent_encode(name, QUERY));
        address.push('=');
        address.extend(utf8_percent_encode(value, QUERY));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_escaped() {
        let paths = Paths::default();
        assert_eq!(paths.log_in(&[]), "/sessions/log_in");
        assert_eq!(paths.log_in(&[("return_to", "/a?b=c&d")]), "/sessions/log_in?return_to=/a%3Fb%3Dc%26d");
    }

    #[test]
    fn the_scope_can_be_set() {
        let paths = Paths::scoped("/members/");
        assert_eq!(paths.verify(&[("token", "x")]), "/members/verify?token=x");
        assert_eq!(paths.account(&[]), "/account");
        assert_eq!(paths.log_out_all_get(&[]), "/members/log_out/all/get");
        assert!(paths.is_of_log_in_or_out("/members/log_out"));
        assert!(!paths.is_of_log_in_or_out("/sessions/log_out"));
        assert!(paths.is_of_log_in_or_out("/members/verify%3Ftoken=x"));
        assert!(paths.is_of_log_in_or_out("/members/verify)"));
        assert!(!paths.is_of_log_in_or_out("/members/verify-by-phone"));
    }

    #[test]
    fn introspection_lists_every_path() {
        let paths = Paths::default();
        for own in [
            ("log_out", "/sessions/log_out"),
            ("log_out_all", "/sessions/log_out/all"),
            ("log_out_all_get", "/sessions/log_out/all/get"),
            ("live", "/sessions/live"),
            ("live_check", "/sessions/live/look"),
            ("undo", "/account/email/undo"),
            ("api/log_out", "/api/magic_auth/log_out"),
            ("api/log_out_all", "/api/magic_auth/log_out_all"),
        ] {
            assert!(paths.all().contains(&(own.0.to_owned(), own.1.to_owned())), "{own:?}");
            assert!(paths.is_of_log_in_or_out(own.1));
        }
    }
}
