//! For the tests of a host: the log-in in memory, with every email caught, a clock to set, and chance and limits as a test
//! wants them.

mod set_clock;

pub use set_clock::Clock;

use crate::{
    auth,
    door::{BuildError, Builder, MagicAuth},
    mail::EmailMessage,
    types::Paths,
};
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, header},
};
use std::net::SocketAddr;
use tower::ServiceExt;

/// How often emails may be asked for and codes be tried, for [`Builder::limits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits(bool);

impl Limits {
    /// Limits nothing.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.limits(leptos_magic_auth::Limits::off());
    /// ```
    pub fn off() -> Self {
        Self(false)
    }

    /// Limits as the settings say.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.limits(leptos_magic_auth::Limits::on());
    /// ```
    pub fn on() -> Self {
        Self(true)
    }
}

/// Where secrets come from, for [`Builder::random`].
#[derive(Clone)]
pub struct Random(auth::Random);

impl Random {
    /// Draws from this function, which fills the bytes that it is given.
    ///
    /// ```
    /// use leptos_magic_auth::{MagicAuth, Random};
    ///
    /// // Each code and link is the same then, which is of use in a test that compares whole emails.
    /// let builder = MagicAuth::builder().random(Random::from_fn(|bytes| bytes.fill(7)));
    /// ```
    pub fn from_fn(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(auth::Random::from_fn(fill))
    }
}

impl Builder {
    /// Sets whether limits hold. With it, [`build`](Self::build) refuses a public URL that is not this machine.
    ///
    /// ```
    /// use leptos_magic_auth::{Limits, MagicAuth};
    ///
    /// let builder = MagicAuth::builder().limits(Limits::off());
    /// ```
    pub fn limits(self, limits: Limits) -> Self {
        self.with_limits(limits.0).for_tests()
    }

    /// Sets the clock. With it, [`build`](Self::build) refuses a public URL that is not this machine.
    ///
    /// ```
    /// use leptos_magic_auth::{Clock, MagicAuth};
    ///
    /// let clock = Clock::new();
    /// let builder = MagicAuth::builder().clock(clock.clone());
    /// ```
    pub fn clock(self, clock: Clock) -> Self {
        self.with_clock(clock.for_the_rules()).for_tests()
    }

    /// Sets where secrets come from. With it, [`build`](Self::build) refuses a public URL that is not this machine.
    ///
    /// ```
    /// use leptos_magic_auth::{MagicAuth, Random};
    ///
    /// let builder = MagicAuth::builder().random(Random::from_fn(|bytes| bytes.fill(7)));
    /// ```
    pub fn random(self, random: Random) -> Self {
        self.with_random(random.0).for_tests()
    }
}

/// A log-in for tests: the database is in memory, emails are caught, time stands still until it is moved, and nothing is
/// limited.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// use axum::{Router, body::Body, http::Request, routing::get};
/// use leptos_magic_auth::{Session, TestKit};
/// use tower::ServiceExt;
///
/// let kit = TestKit::start().await;
/// let app: Router = Router::new()
///     .route("/notes", get(|session: Session| async move { format!("Notes of {}", session.email) }))
///     .layer(kit.auth().layer());
///
/// let cookie = kit.log_in("ada@example.com").await;
/// let request = Request::get("/notes").header("cookie", cookie).body(Body::empty()).unwrap();
/// assert_eq!(app.oneshot(request).await.unwrap().status(), 200);
/// # }
/// ```
pub struct TestKit {
    auth: MagicAuth,
    clock: Clock,
    /// What a browser would talk to.
    site: Router,
}

/// An email that was caught.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CaughtEmail {
    /// Whom it is for.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// The code in it, without the space in its middle; `None` where there is none.
    pub code: Option<String>,
    /// The link in it, whole; `None` where there is none.
    pub link: Option<String>,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

impl TestKit {
    /// Starts with everything as it comes.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let kit = leptos_magic_auth::TestKit::start().await;
    /// assert!(kit.emails().await.is_empty());
    /// # }
    /// ```
    #[expect(clippy::missing_panics_doc, reason = "nothing in it can be wrong")]
    pub async fn start() -> Self {
        Self::of(MagicAuth::builder()).await.unwrap_or_else(|error| panic!("a log-in for tests: {error}"))
    }

    /// Starts with the settings of this builder: your own accounts, paths, texts and limits. Database, clock and emails are
    /// those of the test whatever it says.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// use leptos_magic_auth::{MagicAuth, Paths, TestKit};
    ///
    /// let kit = TestKit::of(MagicAuth::builder().paths(Paths::scoped("/members"))).await.unwrap();
    /// kit.log_in("ada@example.com").await;
    /// assert!(kit.emails().await[0].link.as_ref().unwrap().contains("/members/verify?token="));
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of [`Builder::build`].
    pub async fn of(builder: Builder) -> Result<Self, BuildError> {
        let clock = Clock::new();
        let auth = builder.clock(clock.clone()).build_in_memory().await?;
        let site = Router::new().merge(auth.untold_pages()).layer(auth.layer());
        Ok(Self { auth, clock, site })
    }

    /// Returns the log-in, for the router that is tested.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let kit = leptos_magic_auth::TestKit::start().await;
    /// let app: axum::Router = axum::Router::new().merge(kit.auth().router()).layer(kit.auth().layer());
    /// # }
    /// ```
    pub fn auth(&self) -> &MagicAuth {
        &self.auth
    }

    /// Returns the clock, which stands still until it is moved.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// # use std::time::Duration;
    /// let kit = leptos_magic_auth::TestKit::start().await;
    /// kit.clock().advance(Duration::from_secs(60));
    /// # }
    /// ```
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Logs in with the code of an email, in a browser of its own, and returns the value of the header `Cookie` by which
    /// that browser is logged in from now on.
    ///
    /// # Panics
    /// Where the log-in is refused, with the answer: a test ends there.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let kit = leptos_magic_auth::TestKit::start().await;
    /// let cookie = kit.log_in("ada@example.com").await;
    /// assert!(cookie.starts_with("__Host-magic_auth"));
    /// # }
    /// ```
    pub async fn log_in(&self, email: &str) -> String {
        self.log_in_at(&self.auth, email).await
    }

    /// Does the same at the site of this tenant.
    ///
    /// # Panics
    /// Where the log-in is refused, or there is no such tenant.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// use leptos_magic_auth::{MagicAuth, Tenant, TestKit};
    ///
    /// let acme = Tenant::new("acme", "http://acme.localhost:3000");
    /// let kit = TestKit::of(MagicAuth::builder().tenant(acme)).await.unwrap();
    /// let cookie = kit.log_in_to("acme", "ada@example.com").await;
    /// # }
    /// ```
    pub async fn log_in_to(&self, tenant: &str, email: &str) -> String {
        let auth = self.auth.of_tenant(tenant).await.unwrap_or_else(|error| panic!("the tenant {tenant}: {error}"));
        self.log_in_at(&auth, email).await
    }

    async fn log_in_at(&self, auth: &MagicAuth, email: &str) -> String {
        let browser = cookies(&self.post(auth, "request_log_in", &[("email", email), ("remember", "true")], "").await);
        let caught = self.emails().await.into_iter().filter(|caught| caught.to.eq_ignore_ascii_case(email.trim()));
        let code = caught.filter_map(|caught| caught.code).next();
        let code = code.unwrap_or_else(|| panic!("no email was sent to {email}"));
        let answer = self.post(auth, "log_in_with_code", &[("code", &code)], &browser).await;
        let cookie = cookies(&answer);
        assert!(!cookie.is_empty(), "{email} was not logged in: {answer:?}");
        cookie
    }

    /// Waits until no email is on its way any more, and returns those that were sent, the newest first.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let kit = leptos_magic_auth::TestKit::start().await;
    /// kit.log_in("ada@example.com").await;
    /// let email = &kit.emails().await[0];
    /// assert_eq!((email.to.as_str(), email.code.as_ref().unwrap().len()), ("ada@example.com", 6));
    /// # }
    /// ```
    pub async fn emails(&self) -> Vec<CaughtEmail> {
        self.auth.site().http.auth.finish_deliveries().await;
        let mailbox = self.auth.site().http.mailbox.as_ref();
        mailbox.map(|locked| locked.mailbox.messages()).unwrap_or_default().into_iter().map(CaughtEmail::read).collect()
    }

    /// Posts a form as a page of ours would, and returns the headers of the answer.
    async fn post(&self, auth: &MagicAuth, function: &str, fields: &[(&str, &str)], cookie: &str) -> HeaderMap {
        let origin = auth.site().http.auth.public_url().origin().ascii_serialization();
        let host = origin.split_once("://").map_or("", |(_, host)| host);
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(Paths::api(function))
            .header(header::HOST, host)
            .header(header::ORIGIN, &origin)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookie)
            .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))))
            .body(Body::from(form));
        let request = request.unwrap_or_else(|fault| panic!("a request of our own: {fault}"));
        let Ok(response) = self.site.clone().oneshot(request).await;
        response.headers().clone()
    }
}

/// Returns the cookies that an answer sets, as a browser sends them back.
fn cookies(headers: &HeaderMap) -> String {
    let set = headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
    let kept = set.filter(|line| !line.contains("Max-Age=0")).filter_map(|line| line.split(';').next());
    kept.collect::<Vec<_>>().join("; ")
}

impl CaughtEmail {
    fn read(email: EmailMessage) -> Self {
        let EmailMessage { to, subject, text, html, .. } = email;
        let is_code = |line: &&str| !line.is_empty() && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
        let code = text.lines().map(str::trim).find(is_code).map(|code| code.replace(' ', ""));
        let link = text.lines().map(str::trim).find(|line| line.starts_with("http")).map(str::to_owned);
        Self { to, subject, code, link, text, html }
    }
}
