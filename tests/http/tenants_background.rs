//! What is done for tenants without a request: emails that must arrive, what a host has not answered, and open pages.

use super::tenants::{ACME, ADA, GLOBEX, Host, two};
use crate::support::Socket;
use leptos_magic_auth::{
    Access, AccountId, Accounts, BoxError, Builder, Email, EmailAddress, EmailChange, Limits, SendEmail, SendError,
    Tenant, TenantId,
};
use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, task::yield_now, time::timeout};
use tokio_tungstenite::tungstenite::Message;

const NEW: &str = "grace@example.com";

/// A mail provider, which may refuse for now what tells of a change.
#[derive(Clone, Default)]
struct Post {
    taken: Arc<Mutex<Vec<Email>>>,
    refuses_notices: bool,
}

impl SendEmail for Post {
    async fn send(&self, email: &Email) -> Result<(), SendError> {
        if self.refuses_notices && email.text.contains("/account/email/undo") {
            return Err(SendError::Temporary("away".to_owned()));
        }
        self.taken.lock().unwrap().push(email.clone());
        Ok(())
    }
}

impl Post {
    fn by(self, builder: Builder) -> Builder {
        builder.mailer("Notes <no-reply@notes.example>", self)
    }

    /// The newest email to this address.
    fn newest(&self, to: &str) -> Option<Email> {
        self.taken.lock().unwrap().iter().rev().find(|email| email.to == to).cloned()
    }

    /// The code of the newest email to this address.
    fn code(&self, to: &str) -> String {
        let email = self.newest(to).expect("an email");
        let code = email.text.lines().map(str::trim).find(|line| line.len() == 6 && line.parse::<u32>().is_ok());
        code.expect("a code").to_owned()
    }
}

/// Logs in, asks for another email address, and returns the browser's cookies.
async fn changing(host: &Host, post: &Post) -> String {
    let asked = host.post(ACME, "request_log_in", "", &[("email", ADA)]).await;
    host.auth.finished(Duration::from_secs(10)).await;
    let answer = host.post(ACME, "log_in_with_code", &asked.cookies(), &[("code", &post.code(ADA))]).await;
    assert_eq!((answer.status, answer.location()), (303, "/account"), "{}", answer.text);
    let browser = kept(&asked.cookies(), &answer.cookies());
    let asked = host.post(ACME, "change_email", &browser, &[("email", NEW)]).await;
    assert_eq!(asked.status, 303, "{}", asked.text);
    host.auth.finished(Duration::from_secs(10)).await;
    kept(&browser, &asked.cookies())
}

/// A browser's cookies after an answer that sets these.
fn kept(before: &str, set: &str) -> String {
    let name = |cookie: &str| cookie.split('=').next().unwrap_or_default().to_owned();
    let set: Vec<_> = set.split("; ").collect();
    let before = before.split("; ").filter(|old| set.iter().all(|new| name(new) != name(old)));
    before.chain(set.iter().copied()).collect::<Vec<_>>().join("; ")
}

/// Waits until a statement counts so many.
async fn until(host: &Host, sql: &str, count: i64) {
    let waits = async {
        while host.number(sql).await != count {
            yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), waits).await.unwrap_or_else(|_| panic!("{sql} is not {count}"));
}

const WAITING: &str = "SELECT COUNT(*) FROM magic_auth_outbox";

#[tokio::test]
async fn an_email_that_must_arrive_is_sent_in_the_name_of_the_tenant_whose_it_is() {
    let post = Post { refuses_notices: true, ..Post::default() };
    let by = post.clone();
    let host = Host::start(|builder| by.by(two(builder))).await;
    changing(&host, &post).await;
    assert_eq!((host.number(WAITING).await, post.newest(ADA).unwrap().subject.as_str()), (1, "Log in to Acme"));
    host.clock.advance(Duration::from_secs(60 * 60));
    let (post, other) = (Post::default(), Post::default());
    let by = post.clone();
    let host = host.after(|builder| by.by(two(builder))).await;
    until(&host, WAITING, 0).await;
    let notice = post.newest(ADA).unwrap();
    assert!(notice.text.contains(&format!("http://{ACME}/account/email/undo?token=")), "{}", notice.text);
    assert!(notice.subject.contains("Acme") && notice.text.contains("help@acme.example"), "{}", notice.subject);
    assert!(other.newest(ADA).is_none());
}

#[tokio::test]
async fn an_email_of_a_tenant_that_is_gone_is_given_up_and_sent_by_nobody_else() {
    let post = Post { refuses_notices: true, ..Post::default() };
    let by = post.clone();
    let host = Host::start(|builder| by.by(two(builder))).await;
    changing(&host, &post).await;
    host.clock.advance(Duration::from_secs(60 * 60));
    let post = Post::default();
    let by = post.clone();
    let globex = |builder: Builder| builder.tenant(Tenant::new("globex", &format!("http://{GLOBEX}")));
    let host = host.after(|builder| by.by(globex(builder))).await;
    until(&host, WAITING, 0).await;
    assert!(post.newest(ADA).is_none());
    let given_up = "SELECT COUNT(*) FROM magic_auth_events WHERE detail = 'given_up' AND tenant = ";
    assert_eq!(host.number(&format!("{given_up}'acme'")).await, 1);
    assert_eq!(host.number(&format!("{given_up}'default'")).await, 0);
}

/// Accounts that do not answer a change, or note for which tenant they were asked.
#[derive(Clone, Default)]
struct Members {
    changed: Arc<Mutex<Vec<String>>>,
    fails: bool,
}

impl Accounts for Members {
    async fn log_in(&self, _: &TenantId, _: &EmailAddress) -> Result<Access, BoxError> {
        Ok(Access::Allow(AccountId::from(7_i64)))
    }

    async fn change_email(&self, of: &TenantId, id: &AccountId, new: &EmailAddress) -> Result<EmailChange, BoxError> {
        if self.fails {
            return Err("away".into());
        }
        self.changed.lock().unwrap().push(format!("{of} {id} {new}"));
        Ok(EmailChange::Done)
    }
}

#[tokio::test]
async fn a_change_that_was_begun_is_asked_for_again_in_the_name_of_its_tenant() {
    let (post, members) = (Post::default(), Members { fails: true, ..Members::default() });
    let by = post.clone();
    let host = Host::start(|builder| by.by(two(builder)).accounts(members)).await;
    let browser = changing(&host, &post).await;
    let answer = host.post(ACME, "log_in_with_code", &browser, &[("code", &post.code(NEW))]).await;
    assert_eq!(answer.status, 503, "{}", answer.text);
    let begun = "SELECT COUNT(*) FROM magic_auth_account_moves";
    assert_eq!(host.number(begun).await, 1);
    host.clock.advance(Duration::from_secs(60 * 60));

    // Without its tenant nobody is asked.
    let members = Members::default();
    let (by, asked) = (Post::default(), members.clone());
    let globex = |builder: Builder| builder.tenant(Tenant::new("globex", &format!("http://{GLOBEX}")));
    let host = host.after(|builder| by.by(globex(builder)).accounts(asked)).await;
    for _ in 0..20 {
        host.get(GLOBEX, "/sessions/log_in", "").await;
        yield_now().await;
    }
    assert_eq!((host.number(begun).await, members.changed.lock().unwrap().len()), (1, 0));
    host.clock.advance(Duration::from_secs(60 * 60));

    let (by, asked) = (Post::default(), members.clone());
    let host = host.after(|builder| by.by(two(builder)).accounts(asked)).await;
    until(&host, begun, 0).await;
    assert_eq!(*members.changed.lock().unwrap(), [format!("acme 7 {NEW}")]);
    assert_eq!(host.database.text("SELECT email FROM magic_auth_users WHERE tenant = 'acme'").await, NEW);
}

#[tokio::test]
async fn an_open_page_is_told_what_happens_in_its_own_tenant_alone() {
    let host = Host::start(two).await;
    let (acme, globex) = (host.log_in(ACME, ADA).await, host.log_in(GLOBEX, ADA).await);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let app = host.app.clone().into_make_service_with_connect_info::<SocketAddr>();
    let serving = tokio::spawn(async move { axum::serve(listener, app).await });
    let mut sessions = Vec::new();
    for (name, cookie) in [(ACME, &acme), (GLOBEX, &globex)] {
        let page = host.get(name, "/account", cookie).await.text;
        let session = page.split(" data-session=\"").nth(1).and_then(|rest| rest.split('"').next());
        sessions.push(session.expect("a live page").to_owned());
    }
    let foreign = Socket::at_host(at, GLOBEX, &sessions[0], &acme).await.next().await;
    assert!(matches!(foreign, Some(Message::Close(_))), "a cookie of another tenant shows nobody: {foreign:?}");
    let of_acme = Socket::at_host(at, ACME, &sessions[0], &acme).await.alive().await;
    let of_globex = Socket::at_host(at, GLOBEX, &sessions[1], &globex).await.alive().await;
    let (mut of_acme, mut of_globex) = (of_acme, of_globex);
    assert_eq!(host.post(ACME, "log_out_all", &acme, &[]).await.status, 303);
    assert_eq!(of_acme.over().await, "logged_out_everywhere");
    assert!(of_globex.is_silent().await);
    serving.abort();
}

#[tokio::test]
async fn a_browser_that_is_known_in_one_tenant_is_a_stranger_in_another() {
    let host = Host::start(|builder| two(builder).limits(Limits::on())).await;
    let acme = host.log_in(ACME, ADA).await;
    host.log_in(GLOBEX, ADA).await;
    host.clock.advance(Duration::from_secs(60 * 60));
    for (name, known) in [(ACME, 1), (GLOBEX, 0)] {
        let asked = host.post(name, "request_log_in", &acme, &[("email", ADA)]).await;
        assert_eq!(asked.status, 303, "{}", asked.text);
        let tenant = name.split('.').next().unwrap();
        let by_device =
            format!("SELECT COUNT(*) FROM magic_auth_limits WHERE key LIKE 'of {tenant}: emails 0 of device%'");
        assert_eq!(host.number(&by_device).await, known, "{tenant}");
    }
}
