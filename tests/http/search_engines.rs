//! What search engines may show, and what they are asked to leave out.

use crate::support::{Site, attribute};

const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

/// What search engines are told before they ask for any page.
const ROBOTS: &str = include_str!("../../public/robots.txt");

#[tokio::test]
async fn home_and_the_log_in_page_describe_themselves_and_may_be_found() {
    let site = Site::start().await;
    for path in ["/", "/sessions/log_in"] {
        let page = site.browser().get(path).await;
        let description = page.body.split("<meta ").find(|tag| tag.starts_with("name=\"description\""));
        let description = attribute(&format!("<meta {}", description.expect(path)), "content").unwrap();
        assert!(
            description.starts_with("Magic Auth") || description.starts_with("Log in to Magic Auth"),
            "{description}"
        );
        assert!((50..=160).contains(&description.len()), "as long as search engines show: {description}");
        assert!(!page.body.contains("noindex"), "{path}");
        assert!(may_be_read(path), "{path}");
    }
}

#[tokio::test]
async fn every_other_page_asks_to_be_left_out() {
    let site = Site::start().await;
    let browser = site.browser();
    let all =
        ["/sessions/log_in?notice=logged_out", "/sessions/log_in?", "/?from=elsewhere", "/sessions/verify", "/nowhere"];
    for path in all {
        let page = browser.get(path).await;
        assert!(page.body.contains(NOINDEX) && !page.body.contains("\"description\""), "{path}: {}", page.body);
    }
    browser.log_in(&site, "ada@example.com").await;
    for path in ["/account", "/sessions/log_out/all/get", "/account/email/undo"] {
        assert!(browser.visit(path).await.body.contains(NOINDEX), "{path}");
    }
    for path in [
        "/sessions/verify?token=x",
        "/sessions/password",
        "/sessions/log_in?return_to=/account",
        "/api/magic_auth/log_out",
        "/account",
    ] {
        assert!(!may_be_read(path), "{path}");
    }
}

/// Whether `public/robots.txt` lets crawlers read this address: of all rules that fit the longest decides.
fn may_be_read(address: &str) -> bool {
    let rules = ROBOTS.lines().filter_map(|line| line.split_once(": ")).filter(|(rule, _)| *rule != "User-agent");
    let fits = |path: &str| match path.strip_suffix('$') {
        Some(whole) => address == whole,
        None => address.starts_with(path),
    };
    let deciding = rules.filter(|(_, path)| fits(path)).max_by_key(|(_, path)| path.len());
    deciding.is_none_or(|(rule, _)| rule == "Allow")
}
