//! What an application of somebody else's builds from: settings in code, a server of its own, files that come along.

use axum::{Router, extract::ConnectInfo, routing::get};
use leptos_magic_auth::{BuildError, Builder, Email, Event, MagicAuth, Paths, Rules, SendEmail, SendError, Session};
use reqwest::redirect::Policy;
use std::{net::SocketAddr, time::Duration};
use tempfile::TempDir;
use tokio::net::TcpListener;

/// A builder whose database is in this folder.
fn builder(folder: &TempDir) -> Builder {
    let file = folder.path().join("app.db");
    MagicAuth::builder().database_url(&format!("sqlite://{}", file.display()))
}

/// Why this does not build.
async fn fault(builder: Builder) -> String {
    match builder.build().await {
        Ok(_) => panic!("it builds"),
        Err(error) => {
            assert_eq!(format!("{error}"), format!("{error:?}"), "unwrap() says it in words");
            assert!(!error.to_string().contains("hunter2"), "{error}");
            error.to_string()
        }
    }
}

#[tokio::test]
async fn what_is_wrong_names_the_variable_that_sets_it() {
    let folder = tempfile::tempdir().unwrap();
    for (builder, begins) in [
        (builder(&folder).public_url("hunter2"), "MAGIC_AUTH_PUBLIC_URL is no URL"),
        (builder(&folder).public_url("http://hunter2.example"), "MAGIC_AUTH_PUBLIC_URL must begin with https://"),
        (builder(&folder).smtp("hunter2", "a@notes.example"), "MAGIC_AUTH_SMTP_URL "),
        (builder(&folder).smtp("smtp://localhost", "hunter2"), "MAGIC_AUTH_MAIL_FROM "),
        (builder(&folder).database_url("hunter2"), "MAGIC_AUTH_DATABASE_URL must begin with sqlite:"),
        (builder(&folder).database_url("sqlite:///nowhere/at/all.db"), "MAGIC_AUTH_DATABASE_URL could not be opened"),
        (builder(&folder).client_ip_source("hunter2"), "MAGIC_AUTH_CLIENT_IP_SOURCE is no source"),
        (builder(&folder).public_url("https://notes.example"), "MAGIC_AUTH_SMTP_URL is missing"),
        (
            builder(&folder).public_url("https://notes.example").smtp("smtps://mail.example", "a@notes.example"),
            "MAGIC_AUTH_CLIENT_IP_SOURCE is missing",
        ),
    ] {
        let fault = fault(builder).await;
        assert!(fault.starts_with(begins), "{fault}");
    }
    let mut twice = Paths::scoped("/members");
    twice.account = twice.log_in.clone();
    for (paths, begins) in [
        (twice, "paths() account and log_in must be two paths: both are /members/log_in"),
        (Paths::scoped("members"), "paths() log_in must be a path that begins with one slash"),
        (Paths::scoped("/{tenant}"), "paths() log_in must be a path"),
        (Paths::default().after_log_in("https://notes.example"), "paths() signed_in must be a path"),
        (Paths::default().after_log_out("//notes.example"), "paths() signed_out must be a path"),
    ] {
        let fault = fault(builder(&folder).paths(paths)).await;
        assert!(fault.starts_with(begins), "{fault}");
    }
    for (rules, begins) in [
        (Rules { code_digits: 3, ..Rules::default() }, "MAGIC_AUTH_CODE_DIGITS "),
        (Rules { magic_link_lifetime: Duration::from_secs(601), ..Rules::default() }, "MAGIC_AUTH_EMAIL_LIFETIME "),
        (Rules { argon2_memory_kib: 0, ..Rules::default() }, "MAGIC_AUTH_ARGON2_MEMORY "),
    ] {
        let fault = fault(builder(&folder).rules(rules)).await;
        assert!(fault.starts_with(begins), "{fault}");
    }
    let BuildError::Setting { name, .. } = builder(&folder).public_url("x").build().await.unwrap_err() else {
        panic!("a setting")
    };
    assert_eq!(name, "MAGIC_AUTH_PUBLIC_URL");
}

async fn who(session: Option<Session>, ConnectInfo(_): ConnectInfo<SocketAddr>) -> String {
    session.map_or_else(|| "nobody".to_owned(), |session| session.email.to_string())
}

/// Serves a host by `axum::serve`, at the scope `/members`.
async fn serve(folder: &TempDir) -> (MagicAuth, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let auth =
        builder(folder).public_url(&url).app_name("Notes").paths(Paths::scoped("/members")).build().await.unwrap();
    let app = Router::new().route("/", get(who)).merge(auth.router()).layer(auth.layer());
    tokio::spawn(async move { axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await });
    (auth, url)
}

fn attribute<'a>(page: &'a str, begin: &str) -> &'a str {
    page.split_once(begin).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_else(|| panic!("{begin} in {page}"))
}

#[tokio::test]
async fn people_log_in_to_a_host_that_axum_serves() {
    let folder = tempfile::tempdir().unwrap();
    let (auth, url) = serve(&folder).await;
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let text = |path: String| {
        let asked = client.get(path).send();
        async { asked.await.unwrap().text().await.unwrap() }
    };
    assert_eq!(text(format!("{url}/")).await, "nobody");
    let page = text(format!("{url}/members/log_in")).await;
    assert!(page.contains("Notes"), "{page}");
    let asked = client
        .post(format!("{url}{}", Paths::api("request_log_in")))
        .header("origin", &url)
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .body("email=ada@example.com")
        .send()
        .await
        .unwrap();
    assert_eq!(asked.status(), 303);
    assert_eq!(asked.headers()["location"], "/members/password");
    let mailbox = auth.mailbox_url().unwrap().replace("/dev/mailbox?", "/dev/mailbox.json?");
    let emails = text(mailbox).await;
    assert!(emails.contains("/members/verify?token="), "{emails}");
}

#[tokio::test]
async fn the_pages_bring_their_files_along() {
    let folder = tempfile::tempdir().unwrap();
    let (_auth, url) = serve(&folder).await;
    let page = reqwest::get(format!("{url}/members/log_in")).await.unwrap().text().await.unwrap();
    for (begin, kind) in [
        ("rel=\"stylesheet\" href=\"", "text/css; charset=utf-8"),
        ("rel=\"icon\" href=\"", "image/svg+xml"),
        ("<img src=\"", "image/svg+xml"),
    ] {
        let path = attribute(&page, begin);
        assert!(path.starts_with("/members/"), "{path}");
        let file = reqwest::get(format!("{url}{path}")).await.unwrap();
        assert_eq!((file.status().as_u16(), file.headers()["content-type"].to_str().unwrap()), (200, kind), "{path}");
        assert_eq!(file.headers()["cache-control"], "public, max-age=31536000, immutable");
    }
    assert!(!page.contains("/pkg/"), "without a bundle there is nothing to load");
}

/// A provider that does what it is told, and keeps what it was given.
struct Provider {
    given: std::sync::Arc<std::sync::Mutex<Vec<Email>>>,
    answer: fn() -> Result<(), SendError>,
}

impl SendEmail for Provider {
    async fn send(&self, email: &Email) -> Result<(), SendError> {
        self.given.lock().unwrap().push(email.clone());
        (self.answer)()
    }
}

/// Asks for an email in a host with such a provider; what the provider was given, what the code page says, and what the
/// host was told.
async fn asked(answer: fn() -> Result<(), SendError>) -> (Vec<Email>, String, Vec<Event>) {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (given, told) = (std::sync::Arc::default(), std::sync::Arc::new(std::sync::Mutex::new(Vec::new())));
    let telling = told.clone();
    let auth = builder(&folder)
        .public_url(&url)
        .mailer("Notes <no-reply@notes.example>", Provider { given: std::sync::Arc::clone(&given), answer })
        .on_event(move |event| {
            let telling = telling.clone();
            async move {
                telling.lock().unwrap().push(event);
                panic!("a host's handler breaks");
            }
        })
        .build()
        .await
        .unwrap();
    assert_eq!(auth.mailbox_url(), None);
    let app: Router = Router::new().merge(auth.router()).layer(auth.layer());
    tokio::spawn(async move { axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await });
    let browser = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let answer = browser
        .post(format!("{url}{}", Paths::api("request_log_in")))
        .header("origin", &url)
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .body("email=ada@example.com")
        .send()
        .await
        .unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let page = browser.get(format!("{url}/sessions/password")).header("cookie", cookie).send().await.unwrap();
    let page = page.text().await.unwrap();
    auth.finished(std::time::Duration::from_secs(10)).await;
    let (given, told) = (given.lock().unwrap().clone(), told.lock().unwrap().clone());
    (given, page, told)
}

#[tokio::test]
async fn a_provider_of_the_hosts_gets_each_email_and_the_host_each_event() {
    let (given, page, told) = asked(|| Ok(())).await;
    let [email] = &given[..] else { panic!("one email") };
    assert_eq!((email.from.as_str(), email.to.as_str()), ("Notes <no-reply@notes.example>", "ada@example.com"));
    assert!(email.text.contains("/sessions/verify?token=") && email.html.contains("/sessions/verify?token="));
    let debug = format!("{email:?}");
    assert!(!debug.contains("token") && !debug.contains("verify"), "{debug}");
    assert!(page.contains("Check your email"), "{page}");
    let [event] = &told[..] else { panic!("one event, though the handler breaks: {told:?}") };
    assert_eq!(
        (event.name, event.email.as_str(), event.ip.as_str()),
        ("authn_token_created", "ada@example.com", "127.0.0.1")
    );
}

#[tokio::test]
async fn a_provider_that_fails_is_told_on_the_code_page() {
    type Answer = fn() -> Result<(), SendError>;
    let failing: [(Answer, &str); 3] = [
        (|| Err(SendError::Permanent("no such mailbox".to_owned())), "We couldn't send your email"),
        (|| Err(SendError::Temporary("try later".to_owned())), "We couldn't send your email"),
        (|| panic!("a provider breaks"), "It may still come"),
    ];
    for (answer, said) in failing {
        let (given, page, _) = asked(answer).await;
        assert_eq!(given.len(), 1);
        assert!(page.contains(said), "{said} in {page}");
    }
}

#[tokio::test]
async fn a_provider_needs_a_sender() {
    let folder = tempfile::tempdir().unwrap();
    let provider = Provider { given: Default::default(), answer: || Ok(()) };
    let fault = fault(builder(&folder).mailer("hunter2", provider)).await;
    assert!(fault.starts_with("MAGIC_AUTH_MAIL_FROM "), "{fault}");
}
