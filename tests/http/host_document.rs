//! Our pages in the document of a host, and what becomes of them where that forgets something.

use super::log::Log;
use axum::{Router, body::Body, http::Request};
use leptos::prelude::*;
use leptos_magic_auth::{LoggedIn, MagicAuth, Page, TestKit};
use tower::ServiceExt;

/// A page that has arrived.
struct Shown {
    status: u16,
    policy: String,
    html: String,
}

async fn show(kit: &TestKit, request: Request<Body>) -> Shown {
    let app: Router = Router::new().merge(kit.auth().router()).layer(kit.auth().layer());
    let answer = app.oneshot(request).await.unwrap();
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    let status = answer.status().as_u16();
    let html = axum::body::to_bytes(answer.into_body(), 1_000_000).await.unwrap();
    Shown { status, policy, html: String::from_utf8(html.to_vec()).unwrap() }
}

fn get(path: &str, cookie: &str) -> Request<Body> {
    let request = Request::get(path).header("host", "localhost:3000").header("accept", "text/html");
    request.header("cookie", cookie).body(Body::empty()).unwrap()
}

async fn kit<V: IntoView + 'static>(document: impl Fn(Page) -> V + Send + Sync + 'static) -> TestKit {
    TestKit::of(MagicAuth::builder().app_name("Notes").support("help@notes.example").document(document)).await.unwrap()
}

fn whole(page: Page) -> impl IntoView {
    view! {
        <html lang=page.lang id="notes">
            <head>
                <script nonce=page.nonce>"shake()"</script>
                {page.head}
            </head>
            <body>
                <header>"Notes for " <LoggedIn let:session>{session.email}</LoggedIn></header>
                {page.body}
            </body>
        </html>
    }
}

#[tokio::test]
async fn our_pages_stand_in_the_hosts_document() {
    let kit = kit(whole).await;
    let page = show(&kit, get("/sessions/log_in", "")).await;
    assert!(page.html.starts_with("<!DOCTYPE html><html"), "{}", page.html);
    for part in ["id=\"notes\"", "<html lang=\"en\"", "Notes for", "<title>Log in · Notes</title>", "name=\"email\""] {
        assert_eq!(page.html.matches(part).count(), 1, "{part} in {}", page.html);
    }
    assert!(page.html.contains("rel=\"stylesheet\"") && page.html.contains("mailto:help@notes.example"));
    let nonce = page.policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    assert!(page.html.contains(&format!("nonce=\"{nonce}\"")), "{} {}", page.policy, page.html);

    let cookie = kit.log_in("ada@example.com").await;
    let page = show(&kit, get("/account", &cookie)).await;
    assert!(page.html.contains("<header>Notes for ") && page.html.contains("ada@example.com"), "{}", page.html);
    for part in ["action=\"/api/magic_auth/change_email\"", "data-magic-auth=\"live-page\"", "Log out"] {
        assert!(page.html.contains(part), "{part} in {}", page.html);
    }
}

#[tokio::test]
async fn what_went_wrong_is_told_in_it_too() {
    let kit = kit(whole).await;
    let request = Request::post("/api/magic_auth/request_log_in").header("origin", "https://evil.example");
    let request = request.header("host", "localhost:3000").header("accept", "text/html").body(Body::empty()).unwrap();
    let page = show(&kit, request).await;
    assert_eq!(page.status, 403);
    assert!(page.html.contains("id=\"notes\"") && page.html.contains("That came from another site"), "{}", page.html);
    assert!(!page.policy.contains("script-src"), "{}", page.policy);
}

#[tokio::test]
async fn what_it_forgets_is_shown_in_our_own_and_the_log_says_so_once() {
    let no_head = |page: Page| view! { <html id="notes"><body>{page.body}</body></html> };
    let no_body = |page: Page| view! { <html id="notes"><head>{page.head}</head></html> };
    fn panics(page: Page) -> &'static str {
        panic!("in the document of {}", page.title)
    }
    for (kit, fault) in [
        (kit(no_head).await, "has no `{page.head}`"),
        (kit(no_body).await, "has no `{page.body}`"),
        (kit(panics).await, "panicked"),
    ] {
        let (log, _log) = Log::start(false);
        for _ in 0..2 {
            let page = show(&kit, get("/sessions/log_in", "")).await;
            assert_eq!(page.status, 200);
            assert!(page.html.contains("name=\"email\"") && page.html.contains("class=\"wordmark\""), "{}", page.html);
            assert!(!page.html.contains("id=\"notes\""), "{}", page.html);
        }
        let said = log.text();
        assert_eq!(said.matches("the application's document").count(), 1, "{said}");
        assert!(said.contains(fault), "{said}");
    }
}

#[tokio::test]
async fn without_a_document_of_its_own_a_page_says_whom_to_ask_where_the_application_does() {
    let page = show(&TestKit::start().await, get("/sessions/log_in", "")).await;
    assert!(!page.html.contains("Questions?"), "{}", page.html);
    let kit = TestKit::of(MagicAuth::builder().support("https://notes.example/help")).await.unwrap();
    let page = show(&kit, get("/sessions/log_in", "")).await;
    assert!(
        page.html.contains("Questions? ") && page.html.contains("href=\"https://notes.example/help\""),
        "{}",
        page.html
    );
    kit.log_in("ada@example.com").await;
    let emails = kit.emails().await;
    assert!(emails[0].text.ends_with("Questions? https://notes.example/help\n"), "{:?}", emails[0].text);
    assert!(emails[0].html.contains("href=\"https://notes.example/help\""));
    let fault = MagicAuth::builder().support("ask Bob").build().await.unwrap_err().to_string();
    assert!(fault.starts_with("MAGIC_AUTH_SUPPORT must be an email address"), "{fault}");
}
