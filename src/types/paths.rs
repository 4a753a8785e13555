//! Every address of the application in one place.

use super::functions::{self, FUNCTIONS};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands unescaped in a query value.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The application's addresses, as its router sees them. Begin with [`Paths::default`] or [`Paths::scoped`], and change what is to be different.
///
/// ```
/// let mut paths = leptos_magic_auth::Paths::scoped("/members");
/// paths.signed_in = "/notes".to_owned();
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paths {
    /// Home: says what this is, or greets who is logged in.
    pub home: String,
    /// Where a log-in leads when no other page was asked for.
    pub signed_in: String,
    /// Where a log-out leads. Empty: the log-in page, which says what has happened.
    pub signed_out: String,
    /// Asks for the address.
    pub log_in: String,
    /// Asks for the code.
    pub code: String,
    /// Where the email's link leads.
    pub verify: String,
    /// Tells a waiting code page, in one word, how things stand.
    pub waiting: String,
    /// The account page.
    pub account: String,
    /// Where the email to a user's old address leads.
    pub undo: String,
    /// `DELETE` ends this session.
    pub log_out: String,
    /// `DELETE` ends every session of the user.
    pub log_out_all: String,
    /// `GET`, from one of our own pages, ends every session of the user.
    pub log_out_all_get: String,
    /// The WebSocket of a live page.
    pub live: String,
    /// Tells a live page whose WebSocket does not come up, in one word, whether it may stay.
    pub live_check: String,
    /// Whether the database answers.
    pub healthz: String,
    /// The emails of development.
    pub mailbox: String,
    /// What stands before each of them in a browser, where the application is nested below a path. Empty otherwise.
    pub(crate) prefix: String,
}

/// Sets each path where nothing else is said, and gives it an accessor: `paths.log_in(&[])` is `/sessions/log_in`,
/// `paths.log_in(&[("return_to", "/notes")])` is `/sessions/log_in?return_to=/notes`.
macro_rules! defaults {
    ($($name:ident = $default:literal,)*) => {
        impl Default for Paths {
            fn default() -> Self {
                Self { $($name: $default.to_owned(),)* prefix: String::new() }
            }
        }

        impl Paths {
            $(
                #[allow(dead_code, reason = "to some of them no page leads")]
                /// Returns the path of this name as browsers see it, with a query. Names and values are escaped; an empty query adds nothing.
                pub(crate) fn $name(&self, query: &[(&str, &str)]) -> String {
                    with_query(format!("{}{}", self.prefix, self.$name), query)
                }
            )*

            /// Returns every path with its name; those of server functions under the functions' names, which begin with
            /// `api/`.
            ///
            /// ```
            /// for (name, path) in leptos_magic_auth::Paths::default().all() {
            ///     println!("{name} is at {path}");
            /// }
            /// ```
            pub fn all(&self) -> Vec<(String, String)> {
                let pages = [$((stringify!($name), self.$name.as_str()),)*];
                let pages = pages.into_iter().map(|(name, path)| (name.to_owned(), path.to_owned()));
                pages.chain(FUNCTIONS.map(|name| (format!("api/{name}"), Self::api(name)))).collect()
            }
        }
    };
}

defaults! {
    home = "/",
    signed_in = "/account",
    signed_out = "",
    log_in = "/sessions/log_in",
    code = "/sessions/password",
    verify = "/sessions/verify",
    waiting = "/sessions/waiting",
    account = "/account",
    undo = "/account/email/undo",
    log_out = "/sessions/log_out",
    log_out_all = "/sessions/log_out/all",
    log_out_all_get = "/sessions/log_out/all/get",
    live = "/sessions/live",
    live_check = "/sessions/live/look",
    healthz = "/healthz",
    mailbox = "/dev/mailbox",
}

impl Paths {
    /// Returns the addresses with those of logging in and out below `scope` instead of `/sessions`.
    ///
    /// ```
    /// let paths = leptos_magic_auth::Paths::scoped("/members");
    /// assert_eq!(paths.log_in, "/members/log_in");
    /// ```
    pub fn scoped(scope: &str) -> Self {
        let mut paths = Self::default();
        let scope = scope.trim_end_matches('/');
        for path in [
            &mut paths.log_in,
            &mut paths.code,
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

    /// Sets where a log-in leads when no other page was asked for.
    ///
    /// ```
    /// let paths = leptos_magic_auth::Paths::default().after_log_in("/notes");
    /// assert_eq!(paths.signed_in, "/notes");
    /// ```
    pub fn after_log_in(mut self, path: &str) -> Self {
        self.signed_in = path.to_owned();
        self
    }

    /// Sets where a log-out leads, instead of the log-in page.
    ///
    /// ```
    /// use leptos_magic_auth::Paths;
    ///
    /// let paths = Paths::scoped("/members").after_log_in("/notes").after_log_out("/");
    /// assert_eq!(paths.log_in, "/members/log_in");
    /// ```
    pub fn after_log_out(mut self, path: &str) -> Self {
        self.signed_out = path.to_owned();
        self
    }

    /// Returns where a log-out leads, after which `notice` is to be told where that is the log-in page.
    pub(crate) fn logged_out(&self, notice: &str) -> String {
        match &*self.signed_out {
            "" => self.log_in(&[("notice", notice)]),
            _ => self.signed_out(&[]),
        }
    }

    /// Returns where browsers find a server function.
    pub(crate) fn function(&self, name: &str) -> String {
        format!("{}{}", self.prefix, Self::api(name))
    }

    /// Returns the path of a server function, which no setting changes, for a form of your own.
    ///
    /// ```
    /// assert_eq!(leptos_magic_auth::Paths::api("log_out"), "/api/magic_auth/log_out");
    /// ```
    pub fn api(name: &str) -> String {
        functions::path(name)
    }

    /// Whether this is the address of a page of ours that only shows something, as browsers have it: one can come back to it.
    pub(crate) fn only_shows(&self, asked: &str) -> bool {
        let path = asked.split('?').next().unwrap_or_default();
        let pages = [
            self.home(&[]),
            self.log_in(&[]),
            self.code(&[]),
            self.verify(&[]),
            self.account(&[]),
            self.undo(&[]),
            self.mailbox(&[]),
        ];
        let is_plain = asked.len() <= 2048 && asked.bytes().all(|b| b.is_ascii_graphic());
        is_plain && pages.iter().any(|page| page == path)
    }

    /// Whether this is where one logs out of this browser, other than by a link.
    pub(crate) fn is_log_out(&self, path: &str) -> bool {
        path == self.log_out || path == Self::api("log_out")
    }

    /// Whether what is sent to this path ends sessions that are there.
    pub(crate) fn ends_sessions(&self, path: &str) -> bool {
        [&self.log_out, &self.log_out_all, &self.log_out_all_get].iter().any(|own| *own == path)
            || functions::ends_sessions(path)
    }

    /// Whether this is a path of logging in or out, where nobody is sent after a log-in.
    pub(crate) fn is_of_log_in_or_out(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/').to_ascii_lowercase();
        let ours = [
            self.log_in(&[]),
            self.code(&[]),
            self.verify(&[]),
            self.waiting(&[]),
            self.undo(&[]),
            self.log_out(&[]),
            self.log_out_all(&[]),
            self.log_out_all_get(&[]),
            self.live(&[]),
            self.live_check(&[]),
        ];
        // A mangled link is understood, so it is no way around either: `/sessions/verify%3Ftoken=…`
        let is_at = |own: String| {
            let behind = path.strip_prefix(&own);
            behind.is_some_and(|behind| {
                !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            })
        };
        // Below `/api` no page is found, ours or another's: Leptos puts server functions there.
        let below_prefix = path.strip_prefix(&self.prefix.to_ascii_lowercase()).unwrap_or(&path);
        ours.iter().any(|own| is_at(own.to_ascii_lowercase()))
            || below_prefix == "/api"
            || below_prefix.starts_with("/api/")
    }
}

fn with_query(mut address: String, query: &[(&str, &str)]) -> String {
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
    fn only_pages_that_show_something_are_come_back_to() {
        let paths = Paths::default();
        for (asked, shown) in [
            ("/", true),
            ("/sessions/log_in?return_to=/notes", true),
            ("/account?page=2", true),
            ("/sessions/log_out/all/get", false),
            ("/api/magic_auth/log_out", false),
            ("//evil.example/account", false),
            ("https://evil.example/account", false),
            ("/account\\@evil.example", false),
            ("/sessions/log_in/../log_out", false),
            ("/account?\r\nx", false),
            ("", false),
        ] {
            assert_eq!(paths.only_shows(asked), shown, "{asked}");
        }
    }

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
