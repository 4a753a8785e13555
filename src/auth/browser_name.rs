//! A browser's own words put into ours.

use crate::languages::{BROWSER_ON_SYSTEM, Language, UNKNOWN_BROWSER};
use std::fmt;
use woothee::parser::Parser;

/// Longest stored User-Agent, in bytes.
const MOST_BYTES: usize = 256;

/// What of a User-Agent is stored: its first bytes, without anything that could forge a line.
pub fn kept(user_agent: &str) -> String {
    let mut kept: String = user_agent.chars().filter(|c| !c.is_control()).collect();
    while kept.len() > MOST_BYTES {
        kept.pop();
    }
    kept
}

/// A browser and its system by their names, which are the same in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserName {
    browser: Option<String>,
    system: Option<String>,
}

/// Reads which browser and which system a User-Agent tells of.
pub fn of(user_agent: &str) -> BrowserName {
    let Some(found) = Parser::new().parse(user_agent) else { return BrowserName { browser: None, system: None } };
    let browser = match found.name {
        "UNKNOWN" => None,
        "SamsungBrowser" => Some("Samsung Internet"),
        name => Some(name),
    };
    let system = match found.os {
        "UNKNOWN" => None,
        "Mac OSX" => Some("macOS"),
        os if os.starts_with("Windows ") => Some("Windows"),
        os => Some(os),
    };
    BrowserName { browser: browser.map(str::to_owned), system: system.map(str::to_owned) }
}

impl BrowserName {
    /// Says it as a person would name them: “Firefox on Linux”.
    pub fn said_in(&self, language: &Language) -> String {
        let browser = match &self.browser {
            Some(browser) => browser.clone(),
            None => language.say(UNKNOWN_BROWSER, &[]),
        };
        match &self.system {
            Some(system) => language.say(BROWSER_ON_SYSTEM, &[("browser", &browser), ("system", system)]),
            None => browser,
        }
    }
}

/// In English.
impl fmt::Display for BrowserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said_in(&Language::english()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_browsers_are_named() {
        for (user_agent, name) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Chrome on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                "Safari on macOS",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15",
                "Firefox on iPhone",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1",
                "Chrome on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet on Android",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0.0.0",
                "Edge on Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0",
                "Opera on Windows",
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari on iPad",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Chrome on ChromeOS",
            ),
            ("", "An unknown browser"),
            ("<script>alert(1)</script>", "An unknown browser"),
        ] {
            assert_eq!(of(user_agent).to_string(), name, "{user_agent}");
        }
    }

    #[test]
    fn what_is_kept_is_short_and_in_one_line() {
        assert_eq!(kept("a\r\nb\u{7f}"), "ab");
        assert_eq!(kept(&"ä".repeat(1000)).len(), MOST_BYTES);
    }
}
