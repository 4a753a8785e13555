//! The examples are the template that people start from, and ten lines.

use std::fs;

/// What a person may have to add or change.
const LINES: usize = 10;

/// Returns the lines of an example that the template does not have, in all files that a person touches.
fn lines_of_our_own(example: &str, template: &str) -> Vec<String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |path: String| fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut own = Vec::new();
    for file in ["Cargo.toml", "src/lib.rs", "src/main.rs", "src/app.rs"] {
        let template = read(format!("{root}/tests/start_axum/{template}{file}"))
            .replace("{% if nightly == \"Yes\" %}, features = [\"nightly\"]{% endif %}", "")
            .replace("{{project-name}}", &format!("example-{example}"))
            .replace("{{crate_name}}", &format!("example_{example}"))
            // The compiler of SCSS is not everywhere, and the file is CSS.
            .replace("main.scss", "main.css");
        let mut left: Vec<&str> = template.lines().map(str::trim).collect();
        for line in read(format!("{root}/examples/{example}/{file}")).lines() {
            match left.iter().position(|other| *other == line.trim()) {
                Some(position) => drop(left.remove(position)),
                None => own.push(format!("{file}: {line}")),
            }
        }
    }
    own
}

#[test]
fn an_application_that_hydrates_needs_ten_lines() {
    let own = lines_of_our_own("hydrate", "");
    assert!(own.len() > 5 && own.len() <= LINES, "{own:#?}");
}

#[test]
fn an_application_with_islands_needs_ten_lines() {
    let own = lines_of_our_own("islands", "islands/");
    assert!(own.len() > 5 && own.len() <= LINES, "{own:#?}");
    assert!(own.iter().any(|line| line.contains("leptos_magic_auth::start();")), "{own:#?}");
}
