//! What an application of somebody else's builds from: settings in code, a server of its own, files that come along.

use axum::{Router, extract::ConnectInfo, routing::get};
use leptos_magic_auth::{BuildError, Builder, MagicAuth, Paths, Session};
use reqwest::redirect::Policy;
use std::net::SocketAddr;
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
