//! What our pages may load besides their own, where a host has given them a look of its own.

use url::Url;

/// Sources that a host adds to the Content-Security-Policy of our pages. Each is a scheme and a host, and perhaps a port
/// and a path, such as `https://fonts.example`.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Csp {
    sources: Vec<(Kind, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Script,
    Style,
    Image,
    Font,
    Connect,
}

impl Csp {
    /// Lets our pages load scripts from here.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.script("https://cdn.example"));
    /// ```
    pub fn script(self, source: &str) -> Self {
        self.with(Kind::Script, source)
    }

    /// Lets our pages load stylesheets from here.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.style("https://fonts.example"));
    /// ```
    pub fn style(self, source: &str) -> Self {
        self.with(Kind::Style, source)
    }

    /// Lets our pages show images from here.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.image("https://img.example"));
    /// ```
    pub fn image(self, source: &str) -> Self {
        self.with(Kind::Image, source)
    }

    /// Lets our pages load fonts from here.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.font("https://fonts.example"));
    /// ```
    pub fn font(self, source: &str) -> Self {
        self.with(Kind::Font, source)
    }

    /// Lets scripts of our pages connect to here.
    ///
    /// ```
    /// # let builder = leptos_magic_auth::MagicAuth::builder();
    /// builder.csp(|csp| csp.connect("wss://live.example"));
    /// ```
    pub fn connect(self, source: &str) -> Self {
        self.with(Kind::Connect, source)
    }

    fn with(mut self, kind: Kind, source: &str) -> Self {
        self.sources.push((kind, source.to_owned()));
        self
    }

    /// Returns why one of these sources is not accepted: whatever may be in a page or come from anywhere protects nobody.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        self.sources.iter().find_map(|(_, source)| fault_of(source))
    }

    /// Returns the policy of a page whose own scripts bear this nonce. `socket` is our own origin for WebSockets, which
    /// not every browser counts to `'self'`; `reload` is where the development loop's reload port is.
    pub(crate) fn policy(&self, nonce: &str, socket: &str, reload: Option<&str>) -> String {
        let reload = reload.map(|url| format!(" {url}")).unwrap_or_default();
        let [script, style, image, font, connect] =
            [Kind::Script, Kind::Style, Kind::Image, Kind::Font, Kind::Connect].map(|kind| self.of(kind));
        let font = if font.is_empty() { font } else { format!("font-src{font}; ") };
        format!(
            "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'{script}; style-src 'self'{style}; \
             img-src 'self'{image}; {font}connect-src 'self' {socket}{reload}{connect}; frame-src 'self'; \
             manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
        )
    }

    /// Returns the policy of a page that runs no scripts, in a host's document.
    pub(crate) fn without_scripts(&self) -> String {
        let [style, image, font] = [Kind::Style, Kind::Image, Kind::Font].map(|kind| self.of(kind));
        let font = if font.is_empty() { font } else { format!("font-src{font}; ") };
        format!(
            "default-src 'none'; style-src 'self'{style}; img-src 'self'{image}; {font}object-src 'none'; base-uri 'none'; \
             frame-ancestors 'none'; form-action 'self'"
        )
    }

    fn of(&self, kind: Kind) -> String {
        self.sources.iter().filter(|(of, _)| *of == kind).map(|(_, source)| format!(" {source}")).collect()
    }
}

fn fault_of(source: &str) -> Option<&'static str> {
    let Ok(url) = Url::parse(source) else {
        return Some("must be sources such as https://fonts.example: no keyword in quotes, and no *");
    };
    let is_plain = source.chars().all(|c| c.is_ascii_graphic() && !matches!(c, ';' | ',' | '*' | '\'' | '"'));
    if !is_plain {
        return Some("must be sources such as https://fonts.example: without * , ; and quotes");
    }
    match url.scheme() {
        "https" | "wss" if url.host().is_some() => None,
        "http" | "ws" if url.host_str().is_some_and(|host| matches!(host, "localhost" | "127.0.0.1")) => None,
        _ => Some("must be sources that begin with https:// or wss://"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_adds_stands_beside_our_own() {
        let csp = Csp::default()
            .style("https://fonts.example")
            .font("https://fonts.example")
            .script("https://a.example/x.js");
        assert_eq!(csp.fault(), None);
        let policy = csp.policy("abc", "wss://notes.example", None);
        for part in [
            "script-src 'self' 'nonce-abc' 'wasm-unsafe-eval' https://a.example/x.js;",
            "style-src 'self' https://fonts.example;",
            "font-src https://fonts.example;",
            "connect-src 'self' wss://notes.example;",
            "default-src 'none';",
        ] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!Csp::default().policy("abc", "", None).contains("font-src"));
    }

    #[test]
    fn what_would_open_the_policy_is_refused() {
        for source in [
            "'unsafe-inline'",
            "'unsafe-eval'",
            "*",
            "https://*.example",
            "data:",
            "data:text/javascript,alert(1)",
            "https:",
            "http://fonts.example",
            "https://a.example; script-src *",
            "https://a.example https://b.example",
            "",
        ] {
            for csp in [Csp::default().script(source), Csp::default().style(source)] {
                assert!(csp.fault().is_some(), "{source}");
            }
        }
    }
}
