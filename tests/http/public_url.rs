//! Another name of the same machine leads to the public address, on a laptop and nowhere else.

use crate::{
    log::Log,
    support::{ADA, Browser, EVE, Setup, Site},
};
use reqwest::Method;

/// A browser that has this name and the server's own port in its address bar.
fn at(site: &Site, name: &str) -> Browser {
    Browser::new(&format!("http://{name}:{}", site.address.port()), site.address, None)
}

const PAGES: [&str; 7] = [
    "/",
    "/sessions/log_in",
    "/sessions/log_in?return_to=/a%3Fb",
    "/sessions/password",
    "/account",
    "/account?page=2",
    "/sessions/verify",
];

#[tokio::test]
async fn every_page_opened_at_another_name_of_this_machine_leads_to_the_same_page_there() {
    let site = Site::start().await;
    for name in ["localhost", "notes.localhost", "[::1]", "127.0.0.2", "LOCALHOST"] {
        for page in PAGES {
            let answer = at(&site, name).get(page).await;
            assert_eq!(answer.location(), format!("{}{page}", site.url), "{name}");
            assert!(answer.set_cookies().is_empty(), "{name}");
            let head = at(&site, name).request(Method::HEAD, page).send().await;
            assert_eq!(head.location(), answer.location());
        }
    }
    assert_eq!(site.browser().get("/sessions/log_in").await.status, 200, "and there it stays");
}

#[tokio::test]
async fn nothing_but_pages_and_looking_leads_there() {
    let site = Site::start().await;
    let browser = at(&site, "localhost");
    for path in ["/healthz", "/favicon.svg", "/pkg/magic-auth.css", "/sessions/waiting"] {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
    for path in ["/dev/mailbox", "/dev/mailbox.json", "/nowhere", "/api/magic_auth/nothing"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    // A form that was opened there all the same is ours: a host's page may be open at either name.
    assert_eq!(browser.post("/api/magic_auth/request_log_in", &[("email", EVE)]).await.status, 303);
    assert_eq!(site.email_count(), 1);
    // At a third name it says where to go.
    let browser = at(&site, "[::1]");
    let answer = browser.post("/api/magic_auth/request_log_in", &[("email", ADA)]).await;
    assert_eq!((answer.status, answer.heading().as_str()), (403, "This page is open at another address"));
    assert_eq!(site.email_count(), 1);
}

#[tokio::test]
async fn other_names_and_other_ports_lead_nowhere() {
    let site = Site::start().await;
    for name in ["evil.example", "localhost.evil.example", "192.168.1.5", "127.0.0.1.", "localhost."] {
        assert_eq!(at(&site, name).get("/sessions/log_in").await.status, 200, "{name}");
    }
    for url in ["http://localhost", "http://localhost:1", "http://127.0.0.1", "http://[::1]:65535"] {
        let answer = Browser::new(url, site.address, None).get("/sessions/log_in").await;
        assert_eq!(answer.status, 200, "{url}: a proxy may have come from there");
    }
}

#[tokio::test]
async fn behind_a_proxy_nobody_is_led_in_a_circle() {
    let proxied = Setup::new().set("--client-ip-source", "RightmostXForwardedFor").start().await;
    assert_eq!(at(&proxied, "localhost").get("/sessions/log_in").await.status, 200);
    let public = Setup::new().set("--public-url", "https://localhost").set("--client-ip-source", "ConnectInfo");
    let public = public.start().await;
    for name in ["127.0.0.1", "[::1]", "notes.localhost"] {
        assert_eq!(at(&public, name).get("/sessions/log_in").await.status, 200, "{name}");
    }
    let site = Site::start().await;
    for header in ["x-forwarded-for", "forwarded", "via", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"] {
        let request = at(&site, "localhost");
        let answer = request.request(Method::GET, "/sessions/log_in").header(header, "x").send().await;
        assert_eq!(answer.status, 200, "{header}");
    }
}

#[tokio::test]
async fn the_log_says_once_that_people_come_to_another_host_and_with_both() {
    let (log, _guard) = Log::start(false);
    let site = Setup::new().set("--public-url", "http://localhost:3000").start().await;
    let told = || log.text().matches("another host than the public URL").count();
    let visit = async |host: &str| {
        let mut connection = site.connect().await;
        let head = format!("GET /sessions/log_in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        connection.send(head).await;
        connection.read_all().await;
    };
    visit("localhost:3000").await;
    visit("LOCALHOST:3000").await;
    assert_eq!(told(), 0, "{}", log.text());
    visit("notes.example").await;
    visit("other.example").await;
    assert_eq!(told(), 1);
    assert!(log.text().contains("notes.example") && log.text().contains("http://localhost:3000"), "{}", log.text());
}
