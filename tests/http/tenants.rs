//! Several sites of one application: what is one's is nothing in another, and a host that nobody has is nowhere.

use super::log::Log;
use crate::support::OwnDatabase;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
    routing::get,
};
use leptos_magic_auth::{
    Access, AccountId, Accounts, BoxError, Builder, Clock, DisconnectSelf, EmailAddress, Error, Limits, MagicAuth,
    Paths, Session, Tenant, TenantId, Tenants, TestKit,
    internals::{http::state, mail::EmailMessage},
};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use tower::ServiceExt;

pub(super) const ADA: &str = "ada@example.com";
pub(super) const ACME: &str = "acme.localhost:3000";
pub(super) const GLOBEX: &str = "globex.localhost:3000";

/// An application with two tenants.
pub(super) struct Host {
    pub(super) auth: MagicAuth,
    pub(super) app: Router,
    pub(super) clock: Clock,
    pub(super) database: OwnDatabase,
}

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: HeaderMap,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }

    /// The cookies that it sets, as a browser sends them back.
    pub(super) fn cookies(&self) -> String {
        let set = self.headers.get_all(header::SET_COOKIE).iter().map(|line| line.to_str().unwrap());
        let kept = set.filter(|line| !line.contains("Max-Age=0")).filter_map(|line| line.split(';').next());
        kept.collect::<Vec<_>>().join("; ")
    }
}

pub(super) fn two(builder: Builder) -> Builder {
    builder
        .app_name("Notes")
        .support("help@notes.example")
        .tenant(Tenant::new("acme", &format!("http://{ACME}")).app_name("Acme").support("help@acme.example"))
        .tenant(Tenant::new("globex", &format!("http://{GLOBEX}")))
}

async fn who(session: Option<Session>) -> String {
    session.map_or_else(|| "nobody".to_owned(), |session| format!("{} of {}", session.email, session.tenant))
}

impl Host {
    pub(super) async fn start(more: impl FnOnce(Builder) -> Builder) -> Self {
        Self::on(OwnDatabase::new().await, Clock::new(), more).await
    }

    /// Another one on the database of this one, whose process has died.
    pub(super) async fn after(self, more: impl FnOnce(Builder) -> Builder) -> Self {
        let Self { auth, app, clock, database } = self;
        drop((auth, app));
        Self::on(database, clock, more).await
    }

    async fn on(database: OwnDatabase, clock: Clock, more: impl FnOnce(Builder) -> Builder) -> Self {
        let builder = MagicAuth::builder().database_url(&database.url()).clock(clock.clone()).limits(Limits::off());
        let auth = more(builder).build().await.unwrap();
        let guarded = Router::new().route("/guarded", get(who)).route_layer(auth.require_session());
        let own = Router::new().route("/who", get(who).post(who)).route("/strict", get(who).post(who));
        let strict = Router::new().route("/orders", get(who).post(who)).route_layer(auth.same_origin_only());
        let app = own.merge(guarded).merge(strict).merge(auth.router()).layer(auth.layer());
        Self { auth, app, clock, database }
    }

    pub(super) async fn send(
        &self,
        method: Method,
        host: &str,
        path: &str,
        cookie: &str,
        form: &[(&str, &str)],
    ) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::builder().method(method).uri(path).header("host", host).header("accept", "text/html");
        let request = request
            .header("origin", format!("http://{host}"))
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie)
            .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))));
        self.answer(request.body(Body::from(form)).unwrap()).await
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        let text = to_bytes(body, 1_000_000).await.unwrap();
        let text = String::from_utf8(text.to_vec()).unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    pub(super) async fn get(&self, host: &str, path: &str, cookie: &str) -> Answer {
        self.send(Method::GET, host, path, cookie, &[]).await
    }

    pub(super) async fn post(&self, host: &str, function: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, host, &format!("/api/magic_auth/{function}"), cookie, form).await
    }

    /// All emails, newest first.
    async fn emails(&self) -> Vec<EmailMessage> {
        self.auth.finished(Duration::from_secs(10)).await;
        state(&self.auth).mailbox.as_ref().unwrap().mailbox.messages()
    }

    /// Asks for an email, and returns the browser's cookies, the code and the path of the link.
    async fn ask(&self, host: &str, email: &str) -> (String, String, String) {
        let asked = self.post(host, "request_log_in", "", &[("email", email)]).await;
        assert_eq!(asked.status, 303, "{}", asked.text);
        let emails = self.emails().await;
        let text = &emails.iter().find(|sent| sent.to == email && sent.text.contains("/verify?")).unwrap().text;
        let code = text.lines().map(str::trim).find(|line| line.len() == 6 && line.parse::<u32>().is_ok()).unwrap();
        let link = text.lines().map(str::trim).find(|line| line.starts_with("http")).unwrap();
        assert!(link.starts_with(&format!("http://{host}/")), "{link}");
        (asked.cookies(), code.to_owned(), link.strip_prefix(&format!("http://{host}")).unwrap().to_owned())
    }

    /// Logs in, and returns the browser's cookies.
    pub(super) async fn log_in(&self, host: &str, email: &str) -> String {
        let (browser, code, _) = self.ask(host, email).await;
        let answer = self.post(host, "log_in_with_code", &browser, &[("code", &code)]).await;
        assert_eq!((answer.status, answer.location()), (303, "/account"), "{}", answer.text);
        self.clock.advance(Duration::from_secs(60));
        format!("{browser}; {}", answer.cookies())
    }

    pub(super) async fn who(&self, host: &str, cookie: &str) -> String {
        self.get(host, "/who", cookie).await.text
    }

    pub(super) async fn number(&self, sql: &str) -> i64 {
        self.database.number(sql).await
    }
}

/// A request whose `Host` is this, and that says more.
fn forged(host: &str, method: Method, path: &str, more: &[(&str, &str)]) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("host", host);
    let request = request
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))));
    let request = more.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(Body::from("email=ada%40example.com")).unwrap()
}

#[tokio::test]
async fn the_same_email_address_is_another_account_in_another_tenant() {
    let host = Host::start(two).await;
    let (acme, globex) = (host.log_in(ACME, ADA).await, host.log_in(GLOBEX, ADA).await);
    assert_eq!(host.who(ACME, &acme).await, "ada@example.com of acme");
    assert_eq!(host.who(GLOBEX, &globex).await, "ada@example.com of globex");
    assert_eq!(host.number("SELECT COUNT(*) FROM magic_auth_users").await, 2);
    let ended = host.post(ACME, "log_out_all", &acme, &[]).await;
    assert_eq!(ended.status, 303);
    assert_eq!(host.who(ACME, &acme).await, "nobody");
    assert_eq!(host.who(GLOBEX, &globex).await, "ada@example.com of globex");
    let events = host.get(GLOBEX, "/account", &globex).await.text;
    assert!(!events.contains("Logged out everywhere"), "{events}");
}

#[tokio::test]
async fn a_cookie_of_one_tenant_is_nothing_in_another_on_every_path() {
    let host = Host::start(two).await;
    let (acme, globex) = (host.log_in(ACME, ADA).await, host.log_in(GLOBEX, ADA).await);
    let id = host.database.text("SELECT account FROM magic_auth_users WHERE tenant = 'acme'").await;
    let before: Vec<_> = host.database.dump().await.into_iter().filter(|row| row.starts_with("sessions")).collect();
    for path in [
        "/account",
        "/sessions/log_in",
        "/sessions/password",
        "/sessions/verify",
        "/sessions/waiting",
        "/sessions/log_out/all/get",
        "/account/email/undo",
        "/sessions/live/look?session=unknown",
        "/api/magic_auth/visit",
        "/who",
        "/guarded",
    ] {
        let [stranger, foreign] = [host.get(GLOBEX, path, "").await, host.get(GLOBEX, path, &acme).await];
        assert_eq!((foreign.status, foreign.location()), (stranger.status, stranger.location()), "{path}");
        assert!(!foreign.text.contains(ADA) && !foreign.text.contains(&id), "{path}: {}", foreign.text);
    }
    for path in ["/sessions/log_out", "/sessions/log_out/all"] {
        host.send(Method::DELETE, GLOBEX, path, &acme, &[]).await;
    }
    for function in
        ["log_out", "log_out_all", "end_other_sessions", "change_email", "cancel_email_change", "send_undo_email"]
    {
        let form = [("email", "eve@example.com")];
        let answer = host.post(GLOBEX, function, &acme, &form).await;
        assert!(!answer.text.contains(ADA), "{function}");
    }
    let after: Vec<_> = host.database.dump().await.into_iter().filter(|row| row.starts_with("sessions")).collect();
    assert_eq!(before, after, "nothing was ended, moved or used");
    assert_eq!(host.who(ACME, &acme).await, "ada@example.com of acme");
    assert_eq!(host.who(GLOBEX, &globex).await, "ada@example.com of globex");
}

#[tokio::test]
async fn codes_links_and_undoings_of_one_tenant_are_nothing_in_another() {
    let host = Host::start(two).await;
    let (browser, code, link) = host.ask(ACME, ADA).await;
    let answer = host.post(GLOBEX, "log_in_with_code", &browser, &[("code", &code)]).await;
    assert!(answer.location().starts_with("/sessions/log_in"), "{} {}", answer.location(), answer.text);
    let opened = host.get(GLOBEX, &link, &browser).await;
    let browser_there = format!("{browser}; {}", opened.cookies());
    let page = host.get(GLOBEX, opened.location(), &browser_there).await;
    assert!(!page.text.contains(ADA), "{}", page.text);
    let answer = host.post(GLOBEX, "log_in_with_link", &browser_there, &[("code", &code)]).await;
    assert!(!answer.cookies().contains("__Host-magic_auth="), "{:?}", answer.headers);
    assert_eq!(host.number("SELECT COUNT(*) FROM magic_auth_users").await, 0);

    let answer = host.post(ACME, "log_in_with_code", &browser, &[("code", &code)]).await;
    assert_eq!(answer.location(), "/account");
    let acme = format!("{browser}; {}", answer.cookies());
    let asked = host.post(ACME, "change_email", &acme, &[("email", "grace@example.com")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    let emails = host.emails().await;
    let undo = emails.iter().find(|email| email.to == ADA && email.text.contains("/account/email/undo")).unwrap();
    assert!(undo.text.contains("Acme") && undo.text.contains("help@acme.example"), "{}", undo.text);
    let link = undo.text.lines().find(|line| line.contains("/undo?token=")).unwrap();
    let path = link.strip_prefix(&format!("http://{ACME}")).expect("the tenant's own URL");
    let opened = host.get(GLOBEX, path, "").await;
    let answer = host.post(GLOBEX, "undo_email_change", &opened.cookies(), &[("sure", "true")]).await;
    assert!(answer.location().contains("error=bad_undo_link"), "{}", answer.location());
    let opened = host.get(ACME, path, "").await;
    let answer = host.post(ACME, "undo_email_change", &opened.cookies(), &[("sure", "true")]).await;
    assert!(answer.location().contains("notice=change_undone"), "{}", answer.location());
}

#[tokio::test]
async fn pages_and_emails_bear_the_tenants_name() {
    let host = Host::start(two).await;
    let (acme, globex) = (host.get(ACME, "/sessions/log_in", "").await, host.get(GLOBEX, "/sessions/log_in", "").await);
    assert!(acme.text.contains("<title>Log in · Acme</title>") && acme.text.contains("help@acme.example"));
    assert!(globex.text.contains("<title>Log in · Notes</title>") && globex.text.contains("help@notes.example"));
    host.ask(ACME, ADA).await;
    host.ask(GLOBEX, ADA).await;
    let subjects: Vec<_> = host.emails().await.into_iter().map(|email| email.subject).collect();
    assert_eq!(subjects, ["Log in to Notes", "Log in to Acme"]);
}

#[tokio::test]
async fn each_page_is_there_for_each_tenant_and_nothing_else_is() {
    let host = Host::start(two).await;
    let acme = host.log_in(ACME, ADA).await;
    let not_ours = ["home", "signed_in", "signed_out", "healthz"];
    let paths = Paths::default().all().into_iter().filter(|(name, _)| !not_ours.contains(&name.as_str()));
    for (name, path) in paths {
        let method = match name.as_str() {
            "log_out" | "log_out_all" => Method::DELETE,
            _ if name.starts_with("api/") => Method::POST,
            _ => Method::GET,
        };
        let answer = host.send(method, ACME, &path, &acme, &[]).await;
        assert!(![404, 405, 421].contains(&answer.status) || name == "mailbox", "{name} {path}: {}", answer.status);
    }
    let page = host.get(GLOBEX, "/sessions/log_in", "").await.text;
    let files: Vec<_> = page.split('"').filter(|text| text.ends_with(".css") || text.ends_with(".svg")).collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        assert_eq!(host.get(GLOBEX, file, "").await.status, 200, "{file}");
    }
    for path in ["/", "/healthz", "/nowhere", "/api/nowhere"] {
        assert_eq!(host.get(ACME, path, "").await.status, 404, "{path} is not ours");
    }
}

#[tokio::test]
async fn a_host_that_no_tenant_has_is_nowhere() {
    let host = Host::start(two).await;
    let acme = host.log_in(ACME, ADA).await;
    let (before, emails) = (host.database.dump().await, host.emails().await.len());
    let of_acme = [("origin", "http://acme.localhost:3000"), ("sec-fetch-site", "same-origin"), ("cookie", &*acme)];
    let pretends =
        [("x-forwarded-host", ACME), ("forwarded", "host=acme.localhost:3000"), of_acme[0], of_acme[1], of_acme[2]];
    for name in
        ["evil.example", "acme.localhost", "acme.localhost:3001", "sub.acme.localhost:3000", "localhost:3000", ""]
    {
        for more in [&of_acme[..], &pretends] {
            for path in
                ["/sessions/log_in", "/account", "/account/email/undo?token=x", "/sessions/live", "/dev/mailbox"]
            {
                let answer = host.answer(forged(name, Method::GET, path, more)).await;
                assert_eq!(answer.status, 421, "{name} {path}");
            }
            for function in ["request_log_in", "log_in_with_code", "log_out_all", "change_email"] {
                let path = format!("/api/magic_auth/{function}");
                assert_eq!(host.answer(forged(name, Method::POST, &path, more)).await.status, 421, "{name} {path}");
            }
            assert_eq!(host.answer(forged(name, Method::GET, "/who", more)).await.text, "nobody", "{name}");
            assert_eq!(host.answer(forged(name, Method::GET, "/guarded", more)).await.status, 421);
            assert_eq!(host.answer(forged(name, Method::POST, "/orders", more)).await.status, 421);
            assert_eq!(host.answer(forged(name, Method::GET, "/orders", more)).await.text, "nobody");
        }
    }
    assert_eq!((host.database.dump().await, host.emails().await.len()), (before, emails), "nothing written or sent");
    let page = host.answer(forged("evil.example", Method::GET, "/sessions/log_in", &[])).await;
    assert!(page.text.contains("There is no site at this address"), "{}", page.text);
    // Nobody reads what a proxy is said to have been asked for.
    let answer = host.answer(forged(ACME, Method::GET, "/who", &[("x-forwarded-host", GLOBEX), of_acme[2]])).await;
    assert_eq!(answer.text, "ada@example.com of acme");
}

#[tokio::test]
async fn each_tenants_limits_are_its_own_and_all_together_have_one() {
    let host = Host::start(|builder| two(builder).limits(Limits::on())).await;
    let mut refused = false;
    for number in 0..200 {
        let form = [("email", &*format!("user{number}@example.com"))];
        refused |= host.post(ACME, "request_log_in", "", &form).await.status == 429;
    }
    assert!(refused, "one client has asked acme for too many");
    host.ask(GLOBEX, ADA).await;
    let [own, shared] = ["'site: acme: %'", "'site: ~ every tenant'"]
        .map(|key| format!("SELECT COUNT(*) FROM magic_auth_limits WHERE key LIKE {key}"));
    assert_eq!((host.number(&own).await, host.number(&shared).await), (1, 1));
    let others = "SELECT COUNT(*) FROM magic_auth_limits WHERE key NOT LIKE 'of %' AND key NOT LIKE 'site: %'";
    assert_eq!(host.number(others).await, 0, "none is shared besides");
}

#[tokio::test]
async fn verbs_are_one_tenants() {
    let host = Host::start(two).await;
    let (acme, globex) = (host.log_in(ACME, ADA).await, host.log_in(GLOBEX, ADA).await);
    for error in [
        host.auth.is_kept_free(ADA).await.unwrap_err(),
        host.auth.forget("7").await.unwrap_err(),
        host.auth.log_out_all("7", None, DisconnectSelf::Yes).await.unwrap_err(),
    ] {
        assert!(matches!(error, Error::NoTenant), "{error}");
    }
    for unknown in ["initech", "", "Acme"] {
        assert!(matches!(host.auth.of_tenant(unknown).await, Err(Error::NotFound)), "{unknown}");
    }
    let account = host.database.text("SELECT account FROM magic_auth_users WHERE tenant = 'acme'").await;
    let foreign = host.auth.of_tenant("globex").await.unwrap();
    assert_eq!(foreign.log_out_all(&account, None, DisconnectSelf::Yes).await.unwrap(), 0);
    foreign.forget(&account).await.unwrap();
    assert_eq!(host.who(ACME, &acme).await, "ada@example.com of acme");
    let own = host.auth.of_tenant("acme").await.unwrap();
    own.send_log_in("eve@example.com", "/welcome").await.unwrap();
    assert!(host.emails().await[0].text.contains(&format!("http://{ACME}/")));
    assert_eq!(own.log_out_all(&account, None, DisconnectSelf::Yes).await.unwrap(), 1);
    assert_eq!(
        (host.who(ACME, &acme).await, host.who(GLOBEX, &globex).await.as_str()),
        ("nobody".to_owned(), "ada@example.com of globex")
    );
}

/// Accounts whose ids are the same in each tenant.
#[derive(Clone, Default)]
struct Same(Arc<Mutex<Vec<String>>>);

impl Accounts for Same {
    async fn log_in(&self, tenant: &TenantId, _: &EmailAddress) -> Result<Access, BoxError> {
        self.0.lock().unwrap().push(tenant.to_string());
        Ok(Access::Allow(AccountId::from(7_i64)))
    }
}

#[tokio::test]
async fn a_hosts_accounts_are_asked_for_a_tenant_and_may_have_the_same_ids_in_each() {
    let (accounts, events) = (Same::default(), Arc::new(Mutex::new(Vec::new())));
    let (asked, told) = (accounts.clone(), events.clone());
    let host = Host::start(|builder| {
        two(builder).accounts(asked).on_event(move |event| {
            told.lock().unwrap().push(format!("{} {}", event.tenant, event.name));
            async {}
        })
    })
    .await;
    let (acme, globex) = (host.log_in(ACME, ADA).await, host.log_in(GLOBEX, ADA).await);
    assert_eq!(*accounts.0.lock().unwrap(), ["acme", "globex"]);
    host.auth.of_tenant("acme").await.unwrap().forget("7").await.unwrap();
    assert_eq!(
        (host.who(ACME, &acme).await, host.who(GLOBEX, &globex).await),
        ("nobody".to_owned(), "ada@example.com of globex".to_owned())
    );
    host.auth.finished(Duration::from_secs(10)).await;
    let events = events.lock().unwrap();
    for event in ["acme authn_login_success", "globex authn_login_success", "acme sensitive_delete"] {
        assert!(events.iter().any(|told| told == event), "{event} in {events:?}");
    }
}

/// Customers that are found while the application runs.
#[derive(Clone, Default)]
struct Customers {
    asked: Arc<Mutex<Vec<String>>>,
    fails: Arc<Mutex<bool>>,
}

impl Tenants for Customers {
    async fn by_host(&self, host: &str) -> Result<Option<Tenant>, BoxError> {
        self.asked.lock().unwrap().push(host.to_owned());
        if *self.fails.lock().unwrap() {
            return Err("no such table: customers".into());
        }
        Ok(match host {
            "acme.localhost:3000" => Some(Tenant::new("acme", "http://acme.localhost:3000")),
            // What it answers has to be what was asked for.
            "alias.localhost:3000" => Some(Tenant::new("acme", "http://acme.localhost:3000")),
            "wrong.localhost:3000" => Some(Tenant::new("wrong", "http://wrong.example")),
            "panics.localhost:3000" => panic!("at the host's"),
            _ => None,
        })
    }

    async fn by_id(&self, id: &TenantId) -> Result<Option<Tenant>, BoxError> {
        Ok((id.as_str() == "acme").then(|| Tenant::new("acme", "http://acme.localhost:3000")))
    }
}

#[tokio::test]
async fn tenants_are_found_while_the_application_runs_and_remembered_for_a_minute() {
    let customers = Customers::default();
    let known = customers.clone();
    let host = Host::start(|builder| builder.public_url("http://localhost:3000").tenants_from(known)).await;
    for _ in 0..3 {
        assert_eq!(host.get(ACME, "/sessions/log_in", "").await.status, 200);
        assert_eq!(host.get("initech.localhost:3000", "/sessions/log_in", "").await.status, 421);
    }
    assert_eq!(*customers.asked.lock().unwrap(), [ACME, "initech.localhost:3000"], "once each");
    *customers.fails.lock().unwrap() = true;
    assert_eq!(host.get(ACME, "/sessions/log_in", "").await.status, 200, "remembered");
    host.clock.advance(Duration::from_secs(61));
    let (log, _log) = Log::start(false);
    let answer = host.get(ACME, "/sessions/log_in", "").await;
    assert_eq!((answer.status, answer.headers.contains_key("retry-after")), (503, true));
    assert_eq!(host.get(ACME, "/guarded", "").await.status, 503);
    assert_eq!(host.get(ACME, "/who", "").await.status, 503, "nobody is taken for logged out");
    assert!(log.text().contains("Tenants::by_host failed: no such table: customers"), "{}", log.text());
    *customers.fails.lock().unwrap() = false;
    assert_eq!(host.get(ACME, "/sessions/log_in", "").await.status, 200);
    for (name, status) in [("alias.localhost:3000", 421), ("wrong.localhost:3000", 503), ("panics.localhost:3000", 503)]
    {
        assert_eq!(host.get(name, "/sessions/log_in", "").await.status, status, "{name}");
    }
    let acme = host.log_in(ACME, ADA).await;
    assert_eq!(host.who(ACME, &acme).await, "ada@example.com of acme");
    host.auth.of_tenant("acme").await.unwrap().send_log_in("eve@example.com", "/").await.unwrap();
    assert!(host.emails().await[0].text.contains(&format!("http://{ACME}/")));
}

#[tokio::test]
async fn what_is_wrong_with_a_tenant_is_told_at_the_start() {
    let fault = async |builder: Builder| builder.build().await.unwrap_err().to_string();
    let builder = || MagicAuth::builder().database_url("sqlite::memory:");
    let twice = builder().tenant(Tenant::new("a", "http://a.localhost")).tenant(Tenant::new("a", "http://b.localhost"));
    assert!(fault(twice).await.starts_with("tenant() a has the id or the host of another one"));
    let nowhere = fault(builder().tenants_from(Customers::default())).await;
    assert!(nowhere.starts_with("MAGIC_AUTH_PUBLIC_URL is missing"), "{nowhere}");
    let elsewhere =
        builder().tenant(Tenant::new("a", "http://a.localhost")).tenant(Tenant::new("b", "https://b.example"));
    assert!(fault(elsewhere).await.starts_with("MAGIC_AUTH_SMTP_URL is missing"), "one tenant is no laptop's");
}

#[tokio::test]
async fn the_test_kit_logs_in_to_a_tenant() {
    let kit = TestKit::of(two(MagicAuth::builder())).await.unwrap();
    let (acme, globex) = (kit.log_in_to("acme", ADA).await, kit.log_in_to("globex", ADA).await);
    let app: Router = Router::new().route("/who", get(who)).layer(kit.auth().layer());
    for (host, cookie, says) in [
        (ACME, &acme, "ada@example.com of acme"),
        (GLOBEX, &globex, "ada@example.com of globex"),
        (ACME, &globex, "nobody"),
    ] {
        let request = Request::get("/who").header("host", host).header("cookie", cookie).body(Body::empty()).unwrap();
        let answer = app.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(to_bytes(answer.into_body(), 1_000).await.unwrap(), says);
    }
}
