//! What the documentation promises is held by tests that are there.

use std::{fs, path::Path};

#[test]
fn each_promise_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let told = fs::read_to_string(root.join("docs/security.md")).unwrap();
    let (_, promises) = told.split_once("## What is promised").unwrap();
    let (promises, _) = promises.split_once("\n## ").unwrap();
    let mut checked = 0;
    for row in promises.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let (_, tests) = row.trim_end_matches(" |").rsplit_once(" | ").unwrap();
        let names: Vec<_> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            match name.split_once("::") {
                Some((file, test)) => {
                    let text = fs::read_to_string(root.join(format!("tests/http/{file}.rs"))).unwrap();
                    assert!(text.contains(&format!("fn {test}(")), "{name}");
                    checked += 1;
                }
                None => assert!(name.starts_with("cargo ") || root.join(name).exists(), "{name}"),
            }
        }
    }
    assert!(checked > 25, "{checked} tests");
}
