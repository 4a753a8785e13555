//! A service of axum alone: pages without scripts, a guard, and a route for programs.

use axum::{Router, response::Html, routing::get};
use leptos_magic_auth::{MagicAuth, Session};
use std::{env, error::Error, net::SocketAddr};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let auth = MagicAuth::from_env().await?;
    let members = Router::new()
        .route("/notes", get(|session: Session| async move { format!("The notes of {}", session.email) }))
        .route_layer(auth.require_session());
    let app = Router::new()
        .route("/", get(home))
        .merge(members)
        .merge(auth.router())
        .layer(auth.layer())
        .into_make_service_with_connect_info::<SocketAddr>();

    // The same variable as Leptos reads, so that links in emails lead here without another setting.
    let addr = env::var("LEPTOS_SITE_ADDR").unwrap_or("127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(addr).await?;
    println!("listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(auth.shutdown_signal()).await?)
}

async fn home(session: Option<Session>) -> Html<String> {
    Html(match session {
        Some(session) => format!(
            "<!DOCTYPE html><title>Notes</title>\
             <p>You are {}. <a href=\"/notes\">Your notes</a> · <a href=\"/account\">Account</a></p>\
             <form method=\"post\" action=\"/api/magic_auth/log_out\"><button>Log out</button></form>",
            session.email
        ),
        None => "<!DOCTYPE html><title>Notes</title><p><a href=\"/sessions/log_in\">Log in</a></p>".to_owned(),
    })
}
