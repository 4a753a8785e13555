//! A service of axum alone: pages without scripts, a guard, and a route for programs.

use axum::{Router, response::Html, routing::get};
use leptos_magic_auth::{MagicAuth, Session};
use std::{env, error::Error, net::SocketAddr};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let auth = MagicAuth::from_env().await?;
    let app = app(&auth).into_make_service_with_connect_info::<SocketAddr>();

    // The same variable as Leptos reads, so that links in emails lead here without another setting.
    let addr = env::var("LEPTOS_SITE_ADDR").unwrap_or("127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(addr).await?;
    println!("listening on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).with_graceful_shutdown(auth.shutdown_signal()).await?)
}

fn app(auth: &MagicAuth) -> Router {
    let members = Router::new()
        .route("/notes", get(|session: Session| async move { format!("The notes of {}", session.email) }))
        .route_layer(auth.require_session());
    Router::new().route("/", get(home)).merge(members).merge(auth.router()).layer(auth.layer())
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        body::{Body, to_bytes},
        http::{Request, StatusCode},
    };
    use leptos_magic_auth::TestKit;
    use std::time::Duration;
    use tower::ServiceExt;

    /// What the service answers to somebody with this cookie.
    async fn asked(kit: &TestKit, path: &str, cookie: &str) -> (StatusCode, String) {
        let request = Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap();
        let answer = app(kit.auth()).oneshot(request).await.unwrap();
        let (status, body) = (answer.status(), to_bytes(answer.into_body(), 10_000).await.unwrap());
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn everybody_sees_their_own_notes_and_nobody_elses() {
        let kit = TestKit::start().await;
        let (ada, eve) = (kit.log_in("ada@example.com").await, kit.log_in("eve@example.com").await);
        assert_eq!(asked(&kit, "/notes", &ada).await.1, "The notes of ada@example.com");
        assert_eq!(asked(&kit, "/notes", &eve).await.1, "The notes of eve@example.com");
        assert_eq!(asked(&kit, "/notes", "").await.0, StatusCode::UNAUTHORIZED);
        assert!(asked(&kit, "/", "").await.1.contains("Log in"));
    }

    #[tokio::test]
    async fn a_session_ends_that_nobody_uses() {
        let kit = TestKit::start().await;
        let ada = kit.log_in("ada@example.com").await;
        kit.clock().advance(Duration::from_secs(15 * 24 * 60 * 60));
        assert_eq!(asked(&kit, "/notes", &ada).await.0, StatusCode::UNAUTHORIZED);
    }
}
