//! A host that nests its application below a path, which is the path of its public URL.

use axum::{Router, routing::get};
use leptos_magic_auth::{MagicAuth, Session};
use reqwest::{Client, RequestBuilder, redirect::Policy};
use std::net::SocketAddr;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Where the layer of such a host stands.
#[derive(Clone, Copy, Debug)]
enum Layer {
    Inside,
    Around,
}

struct Host {
    auth: MagicAuth,
    client: Client,
    origin: String,
    _folder: TempDir,
}

async fn notes(session: Session) -> String {
    format!("Notes of {}", session.email)
}

impl Host {
    async fn start(layer: Layer) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let auth = MagicAuth::builder()
            .database_url(&format!("sqlite://{}", folder.path().join("app.db").display()))
            .public_url(&format!("{origin}/x"))
            .build()
            .await
            .unwrap();
        let notes = Router::new().route("/notes", get(notes)).route_layer(auth.require_session());
        let app = Router::new().merge(notes).merge(auth.router());
        let app = match layer {
            Layer::Inside => Router::new().nest("/x", app.layer(auth.layer())),
            Layer::Around => Router::new().nest("/x", app).layer(auth.layer()),
        };
        tokio::spawn(
            async move { axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await },
        );
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self { auth, client, origin, _folder: folder }
    }

    fn get(&self, path: &str, cookie: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.origin)).header("accept", "text/html").header("cookie", cookie)
    }

    fn post(&self, path: &str, cookie: &str, body: &str) -> RequestBuilder {
        let request = self.client.post(format!("{}{path}", self.origin)).header("origin", &self.origin);
        request
            .header("accept", "text/html")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie)
            .body(body.to_owned())
    }
}

fn location(answer: &reqwest::Response) -> String {
    answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// The cookies that an answer sets, as a browser sends them.
fn cookies(answer: &reqwest::Response) -> String {
    let set = answer.headers().get_all("set-cookie").iter().map(|set| set.to_str().unwrap().split(';').next().unwrap());
    set.collect::<Vec<_>>().join("; ")
}

/// Each path of ours that a page names.
fn paths_in(page: &str) -> Vec<&str> {
    let attributes = ["href=\"", "action=\"", "src=\""].into_iter().flat_map(|name| page.split(name).skip(1));
    attributes.filter_map(|rest| rest.split('"').next()).filter(|value| value.starts_with('/')).collect()
}

#[tokio::test]
async fn people_log_in_and_out_below_the_path() {
    for layer in [Layer::Inside, Layer::Around] {
        let host = Host::start(layer).await;
        let wall = host.get("/x/notes?sort=up", "").send().await.unwrap();
        assert_eq!(location(&wall), "/x/sessions/log_in?notice=log_in&return_to=/x/notes%3Fsort%3Dup", "{layer:?}");
        let page = host.get(&location(&wall), "").send().await.unwrap().text().await.unwrap();
        let paths = paths_in(&page);
        assert!(paths.len() >= 5, "{paths:?}");
        for path in paths {
            assert!(path.starts_with("/x/"), "{layer:?}: {path}");
        }
        let asked =
            host.post("/x/api/magic_auth/request_log_in", "", "email=ada@example.com&return_to=/x/notes").send();
        let asked = asked.await.unwrap();
        assert_eq!(location(&asked), "/x/sessions/password", "{layer:?}");
        let mailbox = host.auth.mailbox_url().unwrap().replace("/dev/mailbox?", "/dev/mailbox.json?");
        assert!(mailbox.starts_with(&format!("{}/x/dev/mailbox.json?", host.origin)), "{mailbox}");
        let emails = reqwest::get(mailbox).await.unwrap().text().await.unwrap();
        let (_, link) =
            emails.split_once(&format!("{}/x/sessions/verify", host.origin)).unwrap_or_else(|| panic!("{emails}"));
        let link = format!("/x/sessions/verify{}", link.split(['"', '\\', ' ']).next().unwrap());
        let browser = cookies(&asked);
        let opened = host.get(&link, &browser).send().await.unwrap();
        assert_eq!(location(&opened), "/x/sessions/verify", "{layer:?}");
        let browser = format!("{browser}; {}", cookies(&opened));
        let clicked = host.post("/x/api/magic_auth/log_in_with_link", &browser, "").send().await.unwrap();
        assert_eq!(location(&clicked), "/x/notes", "{layer:?}");
        let session = cookies(&clicked);
        let notes = host.get("/x/notes", &session).send().await.unwrap().text().await.unwrap();
        assert_eq!(notes, "Notes of ada@example.com", "{layer:?}");
        let left = host.post("/x/api/magic_auth/log_out", &session, "").send().await.unwrap();
        assert_eq!(location(&left), "/x/sessions/log_in?notice=logged_out", "{layer:?}");
    }
}

#[tokio::test]
async fn a_page_that_is_built_in_the_browser_is_told_paths_below_the_path() {
    for layer in [Layer::Inside, Layer::Around] {
        let host = Host::start(layer).await;
        let told = host.get("/x/api/magic_auth/visit", "").send().await.unwrap().text().await.unwrap();
        for path in ["/x/sessions/log_in", "/x/sessions/live", "/x/sessions/live/look"] {
            assert!(told.contains(&format!("\"{path}\"")), "{layer:?}: {told}");
        }
    }
}

#[tokio::test]
async fn what_a_page_loads_is_below_the_path() {
    let host = Host::start(Layer::Inside).await;
    let page = host.get("/x/sessions/log_in", "").send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once("rel=\"stylesheet\" href=\"").unwrap();
    let sheet = host.get(rest.split('"').next().unwrap(), "").send().await.unwrap();
    assert_eq!(sheet.status(), 200);
}

#[tokio::test]
async fn a_page_after_a_log_in_is_none_that_logs_in_or_out() {
    let host = Host::start(Layer::Inside).await;
    for circle in ["/x/sessions/log_in", "/x/sessions/log_out/all/get", "/x/api/magic_auth/log_out"] {
        let page = host.get(&format!("/x/sessions/log_in?return_to={circle}"), "").send().await.unwrap();
        let page = page.text().await.unwrap();
        assert!(!page.contains(&format!("value=\"{circle}\"")), "{circle}");
    }
}
