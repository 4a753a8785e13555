//! What the documentation promises is held by tests that are there.

use std::{fs, path::Path};

/// One row of a table of docs/security.md.
fn rows<'a>(told: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let (_, section) = told.split_once(heading).unwrap();
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    let lines = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    lines.map(|line| line.trim_matches(['|', ' ']).split(" | ").collect()).collect()
}

fn told() -> String {
    fs::read_to_string(root().join("docs/security.md")).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The tests that a text names: `file::name` of this folder, `path/of/file.rs::name`, or a whole file.
fn tests_named(text: &str) -> usize {
    let names = text.split('`').skip(1).step_by(2);
    let exists = |name: &str| match name.split_once("::") {
        Some((file, test)) => {
            let file = if file.contains('/') { file.to_owned() } else { format!("tests/http/{file}.rs") };
            let text = fs::read_to_string(root().join(file)).unwrap_or_default();
            assert!(text.contains(&format!("fn {test}(")), "{name}");
            true
        }
        None if name.contains('/') => {
            assert!(root().join(name).is_file(), "{name}");
            true
        }
        None => ["cargo ", "make "].iter().any(|command| name.starts_with(command)),
    };
    names.filter(|name| exists(name)).count()
}

#[test]
fn each_promise_names_a_test_that_exists() {
    let told = told();
    let promises = rows(&told, "## What is promised");
    assert!(promises.len() > 25, "{} promises", promises.len());
    for row in promises {
        let [promise, tests] = row[..] else { panic!("{row:?}") };
        assert_eq!(tests_named(tests), tests.matches('`').count() / 2, "{tests}");
        assert!(tests_named(tests) > 0, "{promise}");
    }
}

/// How many requirements each section has, of levels 1 and 2 alone.
const ASVS: [(&str, usize); 13] = [
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
];

#[test]
fn every_requirement_of_the_standard_is_met_by_a_test_or_says_why_not() {
    let told = told();
    let rows = rows(&told, "## ASVS 5.0");
    for (section, count) in ASVS {
        for number in 1..=count {
            let number = format!("{section}.{number}");
            let found: Vec<_> = rows.iter().filter(|row| row[0] == number).collect();
            assert_eq!(found.len(), 1, "{number}");
            assert!(["1", "2"].contains(&found[0][1]), "{number}");
        }
    }
    for row in &rows {
        let [number, _, _, standing] = row[..] else { panic!("{row:?}") };
        let named = tests_named(standing);
        let says = |beginning: &str| standing.starts_with(beginning);
        match () {
            () if says("Met: as ") => {}
            () if says("Met: ") => assert!(named > 0, "{number} names no test"),
            () if says("In part: ") || says("Not applicable") || says("**Not met") || says("Not met") => {}
            () => panic!("{number} neither met nor not: {standing}"),
        }
    }
}
