//! What a host is told that is put together wrong: each is a sentence that says what to write where.

use super::log::Log;
use axum::Router;
use leptos::config::LeptosOptions;
use leptos_magic_auth::{
    Builder, Limits, MagicAuth, Paths, TestKit,
    internals::{config::Config, server::Server},
};
use reqwest::{Client, redirect::Policy};
use sqlx::Connection;
use std::{net::SocketAddr, panic::catch_unwind};
use tempfile::TempDir;
use tokio::net::TcpListener;

fn builder(folder: &TempDir) -> Builder {
    MagicAuth::builder().database_url(&format!("sqlite://{}", folder.path().join("app.db").display()))
}

#[tokio::test]
async fn a_server_that_hands_no_connection_over_says_so_and_lets_nobody_share_a_limit() {
    let (log, _log) = Log::start(false);
    let (folder, good) = (tempfile::tempdir().unwrap(), TcpListener::bind("127.0.0.1:0").await.unwrap());
    let forgetful = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let [good_url, url] = [&good, &forgetful].map(|listener| format!("http://{}", listener.local_addr().unwrap()));
    let auth = builder(&folder).public_url(&good_url).build().await.unwrap();
    let app: Router = Router::new().merge(auth.router()).layer(auth.layer());
    let served = app.clone().into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(good, served).await });
    // As a template has it: without where connections come from.
    tokio::spawn(async move { axum::serve(forgetful, app.into_make_service()).await });

    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let post = |to: &str, name: &str, form: &'static str| {
        let post = client.post(format!("{to}{}", Paths::api(name))).header("origin", &good_url);
        post.header("content-type", "application/x-www-form-urlencoded").body(form)
    };
    let asked = post(&good_url, "request_log_in", "email=ada@example.com").header("accept", "text/html").send();
    let cookie = asked.await.unwrap().headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    assert!(!log.text().contains("into_make_service"), "{}", log.text());
    for _ in 0..2 {
        for (name, form) in [("request_log_in", "email=eve@example.com"), ("log_in_with_code", "code=123456")] {
            for accept in ["text/html", "application/json"] {
                let answer = post(&url, name, form).header("accept", accept).header("cookie", &cookie).send();
                let answer = answer.await.unwrap();
                assert_eq!(answer.status(), 500, "{name}");
                assert!(!answer.headers().contains_key("retry-after"));
                let text = answer.text().await.unwrap();
                assert!(text.contains("into_make_service_with_connect_info"), "{name}: {text}");
                assert!(text.contains("MAGIC_AUTH_CLIENT_IP_SOURCE"), "{name}: {text}");
            }
        }
    }
    let page = client.get(format!("{url}/sessions/log_in")).send().await.unwrap();
    assert!(page.status().as_u16() < 400, "other pages work");
    assert_eq!(log.text().matches("into_make_service_with_connect_info").count(), 1, "{}", log.text());
}

#[tokio::test]
async fn pages_that_are_merged_twice_are_explained_before_axum_stops() {
    let (log, _log) = Log::start(false);
    let folder = tempfile::tempdir().unwrap();
    let auth = builder(&folder).build().await.unwrap();
    let once: Router = Router::new().merge(auth.pages());
    assert!(!log.text().contains("Overlapping method route"), "{}", log.text());
    let twice = catch_unwind(std::panic::AssertUnwindSafe(|| once.merge(auth.router())));
    assert!(twice.is_err(), "axum takes no path twice");
    let said = log.text();
    assert!(said.contains("Merge them into a router once") && said.contains("Overlapping method route"), "{said}");
}

#[tokio::test]
async fn tables_of_a_newer_version_are_left_alone_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let auth = builder(&folder).build().await.unwrap();
    auth.finished(std::time::Duration::from_secs(10)).await;
    drop(auth);
    let mut connection =
        sqlx::SqliteConnection::connect(&format!("sqlite://{}", folder.path().join("app.db").display())).await.unwrap();
    let tables: Vec<(String,)> =
        sqlx::query_as("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%migrations'")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let later = format!(
        "INSERT INTO {} (version, description, success, checksum, execution_time) VALUES (9999, 'later', TRUE, x'00', 0)",
        tables[0].0
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(later)).execute(&mut connection).await.unwrap();
    let fault = builder(&folder).build().await.unwrap_err().to_string();
    assert!(fault.starts_with("MAGIC_AUTH_DATABASE_URL could not be opened: "), "{fault}");
    assert!(fault.contains("newer version of Magic Auth") && fault.contains("9999"), "{fault}");
}

#[tokio::test]
async fn a_bundle_that_is_not_there_is_told_once_with_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    let options = |hashed| {
        LeptosOptions::builder()
            .output_name("notes")
            .site_root(root.display().to_string())
            .hash_files(hashed)
            .hash_file(std::sync::Arc::from("no-such-hash.txt"))
            .build()
    };
    let (log, _log) = Log::start(false);
    builder(&folder).leptos(&options(false)).build().await.unwrap();
    let file = root.join("pkg/notes.js");
    assert!(log.text().contains(&format!("{} is not there: LEPTOS_SITE_ROOT", file.display())), "{}", log.text());
    builder(&folder).leptos(&options(true)).build().await.unwrap();
    assert!(log.text().contains("LEPTOS_HASH_FILES is set, and there is no no-such-hash.txt"), "{}", log.text());

    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "").unwrap();
    let (log, _log) = Log::start(false);
    builder(&folder).leptos(&options(false)).build().await.unwrap();
    assert!(!log.text().contains("is not there"), "{}", log.text());
}

#[tokio::test]
async fn a_program_without_its_stylesheet_says_how_that_is_made() {
    let (log, _log) = Log::start(false);
    let folder = tempfile::tempdir().unwrap();
    let (database, root) = (folder.path().join("app.db"), folder.path().join("site"));
    let flags = [
        "--database-url".to_owned(),
        format!("sqlite://{}", database.display()),
        "--leptos-site-root".to_owned(),
        root.display().to_string(),
    ];
    let Ok(server) = Server::build(Config::from_flags(flags).unwrap()).await else { panic!("no server") };
    server.run_on(TcpListener::bind("127.0.0.1:0").await.unwrap(), async {}).await.unwrap();
    assert!(log.text().contains("build the site by `cargo leptos build`, or set LEPTOS_SITE_ROOT"), "{}", log.text());
}

#[tokio::test]
async fn a_page_of_ours_says_in_the_console_what_a_bundle_without_us_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let options = LeptosOptions::builder().output_name("notes").build();
    let auth = builder(&folder).leptos(&options).public_url(&url).build().await.unwrap();
    let app: Router = Router::new().merge(auth.pages()).layer(auth.layer());
    tokio::spawn(async move { axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await });
    let page = reqwest::get(format!("{url}/sessions/log_in")).await.unwrap().text().await.unwrap();
    assert!(page.contains("bundle.magic_auth ? bundle.magic_auth() : console.error("), "{page}");
    assert!(page.contains("leptos-magic-auth/hydrate") && page.contains("leptos_magic_auth::start();"), "{page}");
}

#[tokio::test]
async fn what_is_for_tests_alone_is_refused_where_others_can_come() {
    for builder in [
        MagicAuth::builder().limits(Limits::off()),
        MagicAuth::builder().limits(Limits::on()),
        MagicAuth::builder().clock(leptos_magic_auth::Clock::new()),
        MagicAuth::builder().random(leptos_magic_auth::Random::from_fn(|bytes| bytes.fill(7))),
    ] {
        let builder = builder
            .public_url("https://notes.example")
            .smtp("smtps://mail.example", "a@notes.example")
            .client_ip_source("ConnectInfo");
        let fault = builder.clone().build().await.unwrap_err().to_string();
        assert!(fault.starts_with("MAGIC_AUTH_PUBLIC_URL must be this machine"), "{fault}");
        let fault = TestKit::of(builder).await.map(|_| ()).unwrap_err().to_string();
        assert!(fault.starts_with("MAGIC_AUTH_PUBLIC_URL must be this machine"), "{fault}");
    }
}
