//! Where a log-in leads: only ever a path of ours.

use crate::types::Paths;
use percent_encoding::percent_decode_str;
use url::Url;

/// Longest path that is kept.
const MOST_BYTES: usize = 2048;

/// Returns the path that was asked for, when it may be followed after a log-in; none leads to the signed-in path.
///
/// One leading `/`, plain visible ASCII, no backslash, no second slash or dot segment (plain or escaped), and not an
/// address that logs in or out: those act, or lead in a circle.
pub fn parse<'a>(asked: &'a str, paths: &Paths) -> Option<&'a str> {
    let plain = asked.len() <= MOST_BYTES && asked.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if !plain || !asked.starts_with('/') {
        return None;
    }
    let path = asked.split(['?', '#']).next()?;
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let twice = percent_decode_str(&decoded).decode_utf8().ok()?;
    if [path, &decoded, &twice].into_iter().any(|path| is_devious(path) || paths.is_of_log_in_or_out(path)) {
        return None;
    }
    // A browser has the last word on what an address means, and `url` follows the same standard.
    let base = Url::parse("https://host.invalid/").ok()?;
    let target = base.join(asked).ok()?;
    (target.origin() == base.origin() && !paths.is_of_log_in_or_out(target.path())).then_some(asked)
}

fn is_devious(path: &str) -> bool {
    path.contains("//")
        || path.contains(['\\', ';'])
        || path.chars().any(|c| c.is_control() || c.is_whitespace())
        || path.split('/').any(|segment| segment == "." || segment == "..")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::select, test_runner::TestRunner};
    use std::cell::Cell;

    #[test]
    fn our_own_paths_are_kept() {
        let paths = Paths::default();
        for good in [
            "/",
            "/account",
            "/notes/7?sort=up&of=a%20b#end",
            "/?u=https://example.com//x",
            "/caf%C3%A9",
            "/sessions-of-yoga",
        ] {
            assert_eq!(parse(good, &paths), Some(good));
        }
    }

    #[test]
    fn evil_ones_are_not() {
        let long = format!("/{}", "a".repeat(MOST_BYTES));
        for evil in [
            "",
            "account",
            "https://evil.example",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\t//evil.example",
            " /account",
            "/account ",
            "/a\r\nSet-Cookie: x=y",
            "/%2f/evil.example",
            "/%5cevil.example",
            "/%252f%252fevil.example",
            "/%09/evil.example",
            "/.//evil.example",
            "/a/../..//evil.example",
            "/%2e%2e//evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "/\u{FF0F}evil.example",
            "/é",
            "/\0",
            "/\u{7f}",
            "/sessions/log_in",
            "/sessions/log_out",
            "/sessions/log_out/all/get",
            "/sessions/password",
            "/sessions/verify?token=x",
            "/sessions/%6cog_out",
            "/SESSIONS/log_out",
            "/sessions/log_out/",
            "/x/../sessions/log_out",
            "/api/magic_auth/log_out",
            "/api",
            "/api/magic_auth",
            "/%61pi/magic_auth/log_out",
            "/api/magic_auth;x/log_out",
            "/%ff",
            &long,
        ] {
            assert_eq!(parse(evil, &Paths::default()), None, "{evil:?}");
        }
    }

    const HARMLESS: &str = "account notes/7 sessions evil.example a ? # @ : = & /";
    /// What parsers disagree about, and what logs in or out.
    const DEVIOUS: &str = "// \\ ; . .. /. /.. %2e %2E%2e %252e %2f %252f %25 %5c %255c %09 \t é https: javascript: \
                           sessions/log_in %73essions/log_out api/";

    /// Addresses made of both.
    fn address() -> impl Strategy<Value = String> {
        let one_of = |pieces: &'static str| select(pieces.split(' ').collect::<Vec<_>>()).prop_map(str::to_owned);
        let piece = prop_oneof![6 => one_of(HARMLESS), 3 => "[!-~]{1,3}", 2 => one_of(DEVIOUS)];
        let begin = prop_oneof![6 => Just("/"), 1 => select(&["", "//", "/\\", "\\", "https://"][..])];
        (begin, vec(piece, 0..7)).prop_map(|(begin, pieces)| [begin, &pieces.concat()].concat())
    }

    #[test]
    fn whatever_is_kept_stays_on_our_host() {
        let (paths, count, kept) = (Paths::default(), 4_000, Cell::new(0));
        let base = Url::parse("https://ours.example/sessions/log_in?return_to=x").unwrap();
        let mut runner = TestRunner::new(ProptestConfig::with_cases(count));
        let outcome = runner.run(&address(), |asked| {
            if let Some(path) = parse(&asked, &paths) {
                let target = base.join(path).unwrap();
                prop_assert_eq!(target.origin(), base.origin());
                prop_assert!(target.username().is_empty() && target.password().is_none());
                prop_assert!(!paths.is_of_log_in_or_out(target.path()), "{}", target);
                prop_assert_eq!(path, &asked);
                kept.set(kept.get() + 1);
            }
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{error}"));
        let kept = kept.get();
        assert!(kept > count / 5 && kept < count, "some are kept and some are not: {kept} of {count}");
    }

    proptest! {
        #[test]
        fn whatever_characters_are_kept_stay_on_our_host(asked in "/{0,2}[\\PC\\\\/.%@:?#;]{0,60}") {
            let paths = Paths::default();
            if let Some(kept) = parse(&asked, &paths) {
                let base = Url::parse("https://ours.example/sessions/log_in").unwrap();
                let target = base.join(kept).unwrap();
                prop_assert_eq!(target.origin(), base.origin());
                prop_assert!(!paths.is_of_log_in_or_out(target.path()));
            }
        }
    }
}
