//! An answer of the server, whole.

use reqwest::header::{HeaderMap, LOCATION, SET_COOKIE};

/// An answer, and which path it came from. `page` tells how its HTML is read.
#[derive(Debug)]
pub struct Answer {
    pub path: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a plain header"))
    }

    /// Where a redirect leads; nowhere is a failure of the test.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "a redirect from {}: {}", self.path, self.body);
        self.headers.get(LOCATION).and_then(|location| location.to_str().ok()).expect("a location")
    }

    /// The `Set-Cookie` lines of this answer: name, value, attributes.
    pub fn set_cookies(&self) -> Vec<(String, String, String)> {
        let lines = self.headers.get_all(SET_COOKIE).iter().map(|line| line.to_str().expect("a plain cookie"));
        lines
            .map(|line| {
                let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
                let (name, value) = pair.split_once('=').expect("a name and a value");
                (name.to_owned(), value.to_owned(), attributes.trim().to_owned())
            })
            .collect()
    }

    /// Attributes of the cookie with this name; none when the answer does not set it.
    pub fn cookie_attributes(&self, name: &str) -> Option<String> {
        self.set_cookies().into_iter().find(|(set, ..)| set == name).map(|(.., attributes)| attributes)
    }

    /// Whether this answer gives the browser a session.
    pub fn logs_in(&self) -> bool {
        self.status == 303
            && self.set_cookies().iter().any(|(name, value, _)| name == super::SESSION && !value.is_empty())
    }

    /// Everything that somebody could tell two answers apart by: status, headers and body, with what is random or of
    /// the moment blotted out. `own` is what the two are known to differ in.
    pub fn shape(&self, own: &[&str]) -> String {
        let mut lines: Vec<_> = self
            .headers
            .iter()
            .filter(|(name, _)| *name != "date")
            .map(|(name, value)| format!("{name}: {}", value.to_str().expect("a plain header")))
            .collect();
        lines.sort();
        let mut shape = format!("{}\n{}\n\n{}", self.status, lines.join("\n"), self.body);
        for text in own.iter().filter(|text| !text.is_empty()) {
            shape = shape.replace(text, "·");
        }
        for (_, value, _) in self.set_cookies().iter().filter(|(_, value, _)| !value.is_empty()) {
            shape = shape.replace(value.as_str(), "random");
        }
        // Each page has a nonce of its own, in its policy and at its scripts.
        match self.nonce() {
            Some(nonce) => shape.replace(&nonce, "nonce"),
            None => shape,
        }
    }

    /// The nonce in the policy of a page.
    pub fn nonce(&self) -> Option<String> {
        let policy = self.header("content-security-policy")?;
        Some(policy.split_once("'nonce-")?.1.split_once('\'')?.0.to_owned())
    }
}

/// Fails with the first difference alone: two whole pages are too much to read.
pub fn assert_alike(what: &str, one: &str, other: &str) {
    let parts = |text: &str| text.split_inclusive(['>', '\n', ';']).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (parts(one), parts(other));
    let differing = one.iter().zip(&other).find(|(one, other)| one != other);
    assert!(differing.is_none() && one.len() == other.len(), "{what}: {differing:?}");
}
