//! A service with users and roles of its own, in the same database as the log-in, for two customers. Each has a host name
//! of its own; its people see a layout, emails and addresses of this service.

mod emails;
mod layout;
mod users;

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{Html, IntoResponse},
    routing::get,
};
use emails::Words;
use leptos_magic_auth::{BoxError, MagicAuth, Paths, Session, Tenant};
use std::{env, net::SocketAddr, path::Path};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use users::Users;

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let addr: SocketAddr = env::var("LEPTOS_SITE_ADDR").unwrap_or("127.0.0.1:3000".to_owned()).parse()?;
    let database = env::var("MAGIC_AUTH_DATABASE_URL").unwrap_or("sqlite://notes.db".to_owned());
    let users = Users::open(&database).await?;
    let at = |customer: &str| format!("http://{customer}.localhost:{}", addr.port());
    let auth = MagicAuth::builder()
        .env()
        .database_url(&database)
        .app_name("Notes")
        .support("help@notes.example")
        .paths(Paths::scoped("/members").after_log_in("/notes").after_log_out("/"))
        .accounts(users.clone())
        .emails(Words)
        .document(layout::document)
        .tenant(Tenant::new("acme", &at("acme")).app_name("Acme Notes"))
        .tenant(Tenant::new("globex", &at("globex")).app_name("Globex Notes"))
        .build()
        .await?;

    let members =
        Router::new().route("/notes", get(notes)).route("/people", get(people)).route_layer(auth.require_session());
    // What brings our pages to life, where `cargo leptos build` has made it.
    let bundle = env::var("LEPTOS_SITE_ROOT").map(|root| Path::new(&root).join("pkg")).unwrap_or("pkg".into());
    let app = Router::new()
        .route("/", get(home))
        .route("/notes.css", get(|| async { ([(header::CONTENT_TYPE, "text/css")], layout::STYLES) }))
        .nest_service("/pkg", ServeDir::new(bundle))
        .merge(members)
        .merge(auth.router())
        .layer(auth.layer())
        .with_state(users)
        .into_make_service_with_connect_info::<SocketAddr>();

    let listener = TcpListener::bind(addr).await?;
    println!("listening at {} and {}", at("acme"), at("globex"));
    Ok(axum::serve(listener, app).with_graceful_shutdown(auth.shutdown_signal()).await?)
}

async fn home(session: Option<Session>) -> Html<String> {
    layout::page(&match session {
        Some(session) => format!("You are {} of {}. <a href=\"/notes\">Your notes</a>", session.email, session.tenant),
        None => "<a href=\"/members/log_in\">Log in</a>".to_owned(),
    })
}

async fn notes(session: Session, State(users): State<Users>) -> Result<Html<String>, StatusCode> {
    let roles = users.roles(&session.account).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let text = format!(
        "The notes of {}, who is {}. <a href=\"/members/account\">Account</a> <a href=\"/people\">People</a>",
        session.email,
        roles.join(" and ")
    );
    Ok(layout::page(&text))
}

/// For owners alone: the roles are this service's own.
async fn people(session: Session, State(users): State<Users>) -> Result<impl IntoResponse, StatusCode> {
    let fault = |_| StatusCode::INTERNAL_SERVER_ERROR;
    if !users.roles(&session.account).await.map_err(fault)?.iter().any(|role| role == "owner") {
        return Err(StatusCode::FORBIDDEN);
    }
    let emails = users.of_customer(session.tenant.as_str()).await.map_err(fault)?;
    Ok(layout::page(&format!("People of {}: {}", session.tenant, emails.join(", "))))
}
