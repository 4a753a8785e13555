//! What a host's own tests have: the log-in in memory.

use axum::{Router, body::Body, http::Request, routing::get};
use leptos_magic_auth::{Limits, MagicAuth, Session, TestKit};
use std::time::{Duration, Instant};
use tower::ServiceExt;

async fn who(app: &Router, cookie: &str) -> String {
    let request = Request::get("/who").header("cookie", cookie).body(Body::empty()).unwrap();
    let answer = app.clone().oneshot(request).await.unwrap();
    String::from_utf8(axum::body::to_bytes(answer.into_body(), 1_000).await.unwrap().to_vec()).unwrap()
}

fn app(kit: &TestKit) -> Router {
    let who = async |session: Option<Session>| session.map_or_else(String::new, |session| session.email.to_string());
    Router::new().route("/who", get(who)).layer(kit.auth().layer())
}

#[tokio::test]
async fn a_cookie_is_somebody_and_each_kit_is_a_world_of_its_own() {
    let (kit, other) = (TestKit::start().await, TestKit::start().await);
    let (ada, eve) = (kit.log_in("ada@example.com").await, kit.log_in("eve@example.com").await);
    assert_eq!(who(&app(&kit), &ada).await, "ada@example.com");
    assert_eq!(who(&app(&kit), &eve).await, "eve@example.com");
    assert_eq!(who(&app(&kit), "").await, "");
    assert_eq!(who(&app(&other), &ada).await, "");
}

#[tokio::test]
async fn emails_are_caught_with_code_and_link() {
    let kit = TestKit::start().await;
    kit.log_in("ada@example.com").await;
    let emails = kit.emails().await;
    let email = emails.iter().find(|email| email.code.is_some()).unwrap();
    assert_eq!(email.to, "ada@example.com");
    assert!(email.code.as_ref().is_some_and(|code| code.len() == 6 && code.parse::<u32>().is_ok()), "{email:?}");
    let link = email.link.as_ref().unwrap();
    assert!(link.starts_with("http://localhost:3000/sessions/verify?token="), "{link}");
    assert!(email.text.contains(link) && email.html.contains("verify?token="));
}

#[tokio::test]
async fn time_passes_when_a_test_says_so() {
    let kit = TestKit::start().await;
    let cookie = kit.log_in("ada@example.com").await;
    kit.clock().advance(Duration::from_secs(13 * 24 * 60 * 60));
    assert_eq!(who(&app(&kit), &cookie).await, "ada@example.com");
    kit.clock().advance(Duration::from_secs(15 * 24 * 60 * 60));
    assert_eq!(who(&app(&kit), &cookie).await, "", "unused for longer than two weeks");
}

#[tokio::test]
async fn nothing_is_limited_unless_it_is_asked_for() {
    let kit = TestKit::start().await;
    for _ in 0..10 {
        kit.log_in("ada@example.com").await;
    }
    let kit = TestKit::of(MagicAuth::builder().limits(Limits::on())).await.unwrap();
    kit.log_in("ada@example.com").await;
    let again = tokio::spawn(async move { kit.log_in("ada@example.com").await }).await;
    assert!(again.is_err(), "the second email comes too soon");
}

#[tokio::test]
async fn many_at_once_write_and_read() {
    let kit = std::sync::Arc::new(TestKit::start().await);
    let mut all = tokio::task::JoinSet::new();
    for number in 0..20 {
        let kit = kit.clone();
        all.spawn(async move {
            let cookie = kit.log_in(&format!("ada{number}@example.com")).await;
            assert_eq!(who(&app(&kit), &cookie).await, format!("ada{number}@example.com"));
        });
    }
    while let Some(done) = all.join_next().await {
        done.unwrap();
    }
}

#[tokio::test]
async fn it_is_there_within_milliseconds() {
    let begun = Instant::now();
    for _ in 0..10 {
        TestKit::start().await;
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?} for ten", begun.elapsed());
}

#[tokio::test]
async fn links_bear_the_path_below_which_a_host_is_nested() {
    let kit = TestKit::of(MagicAuth::builder().public_url("http://localhost:3000/x")).await.unwrap();
    let cookie = kit.log_in("ada@example.com").await;
    let link = kit.emails().await[0].link.clone().unwrap();
    assert!(link.starts_with("http://localhost:3000/x/sessions/verify?token="), "{link}");
    assert_eq!(who(&app(&kit), &cookie).await, "ada@example.com");
}

/// The name of the cookie that holds the session.
fn session_cookie(cookies: &str) -> &str {
    let names: Vec<_> = cookies.split("; ").filter_map(|pair| pair.split('=').next()).collect();
    names.into_iter().min_by_key(|name| name.len()).unwrap()
}

#[tokio::test]
async fn a_suffix_makes_no_cookie_of_another_installation() {
    let plain = TestKit::start().await;
    let others = plain.log_in("ada@example.com").await;
    for word in ["device", "challenge", "link", "undo", "typed", "mailbox"] {
        let kit = TestKit::of(MagicAuth::builder().cookie_suffix(word)).await.unwrap();
        let cookie = kit.log_in("eve@example.com").await;
        assert_eq!(session_cookie(&cookie), format!("__Host-magic_auth-{word}"));
        // One browser has both, as two ports of one host share their cookies.
        let both = format!("{others}; {cookie}");
        assert_eq!(who(&app(&kit), &both).await, "eve@example.com", "{word}");
        assert_eq!(who(&app(&plain), &both).await, "ada@example.com", "{word}");

        // A cookie that is good no more is removed by the name that it bears.
        kit.clock().advance(Duration::from_secs(100 * 24 * 60 * 60));
        let guarded = Router::new().route("/who", get(async || "")).route_layer(kit.auth().require_session());
        let request = Request::get("/who").header("cookie", &both).header("accept", "text/html");
        let answer = guarded.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let removed: Vec<_> =
            answer.headers().get_all("set-cookie").iter().map(|set| set.to_str().unwrap().to_owned()).collect();
        assert!(removed.iter().any(|set| set.starts_with(&format!("__Host-magic_auth-{word}=;"))), "{removed:?}");
        assert!(!removed.iter().any(|set| set.starts_with("__Host-magic_auth=")), "{removed:?}");
    }
}
