//! The site's files.

use crate::support::{STYLESHEET, Setup, Site};
use reqwest::Method;

#[tokio::test]
async fn a_file_comes_with_its_type_and_is_asked_about_again() {
    let site = Site::start().await;
    let browser = site.browser();
    for (path, kind) in [("/pkg/magic-auth.css", "text/css"), ("/favicon.svg", "image/svg+xml")] {
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{path}");
        assert_eq!(answer.header("cache-control"), Some("public, no-cache"), "{path}");
        assert!(answer.set_cookies().is_empty());
        let since = answer.header("last-modified").unwrap().to_owned();
        let again = browser.request(Method::GET, path).header("if-modified-since", &since).send().await;
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        assert_eq!(again.header("cache-control"), Some("public, no-cache"));
    }
}

#[tokio::test]
async fn a_file_whose_name_bears_its_hash_is_kept_for_good() {
    let site = Setup::new().hashes("js: abc\nwasm: abc\ncss: abc\n").start().await;
    let browser = site.browser();
    let page = browser.get("/").await;
    assert!(page.body.contains("href=\"/pkg/magic-auth.abc.css\""), "{}", page.body);
    let answer = browser.get("/pkg/magic-auth.abc.css").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, STYLESHEET));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(browser.get("/favicon.svg").await.header("cache-control"), Some("public, no-cache"));
    assert_eq!(browser.get("/pkg/gone.abc.css").await.header("cache-control"), Some("no-store"), "not the error");
}

#[tokio::test]
async fn nothing_outside_of_the_site_is_served() {
    let site = Site::start().await;
    assert!(site.folder().join("outside.txt").is_file());
    for path in [
        "/../outside.txt",
        "/pkg/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/%2e%2e%2foutside.txt",
        "/pkg/..%2f..%2foutside.txt",
        "/..\\outside.txt",
        "/%5c..%5coutside.txt",
        "//outside.txt",
        "/pkg/%00",
        "/pkg",
        "/pkg/",
        "/../magic-auth.db",
    ] {
        let mut connection = site.connect().await;
        connection.send(format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).await;
        let answer = connection.read_all().await;
        assert!(answer.starts_with("HTTP/1.1 404 ") || answer.starts_with("HTTP/1.1 400 "), "{path}: {answer:.200}");
        assert!(!answer.contains("outside of the site"), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_for_people_and_a_status_for_programs() {
    let site = Site::start().await;
    let page = site.browser().get("/nowhere/at/all").await;
    assert_eq!((page.status, page.heading().as_str()), (404, "There is nothing here"));
    let browser = site.browser();
    let answer = browser.bare(Method::GET, "/nowhere").header("accept", "application/json").send().await;
    assert_eq!(answer.status, 404);
    assert!(!answer.body.contains("<html"));
}
