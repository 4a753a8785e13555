//! What somebody takes on who adds the crate: a compiler, other crates, and a package.

use crate::root;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

/// More crates than these a host does not get from us: sixty for the log-in, and twenty for its languages (Fluent, and the
/// dates of the Unicode CLDR).
const MOST_CRATES: usize = 80;

/// What a Leptos application has anyway.
const OF_A_HOST: [&str; 4] = ["axum", "leptos", "leptos_axum", "tokio"];

/// Crates that a host has not, although one of those names them: a feature that we turn on brings them.
const BY_FEATURES: [&str; 4] = ["errno", "lock_api", "signal-hook-registry", "tracing-attributes"];

/// Where each of them is named, with the reason.
const TOLD: &str = "docs/dependencies.md";

/// How large the package may be, in bytes before it is compressed: as much as before, and 40 kB for each of its languages.
const MOST_BYTES: u64 = 1_500_000 + 18 * 40_000;

/// Asks cargo, which needs no network for what is built here.
fn cargo(arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let asked = cargo.args(arguments).args(["--offline", "--quiet"]).current_dir(root()).output().unwrap();
    assert!(asked.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&asked.stderr));
    String::from_utf8(asked.stdout).unwrap()
}

/// A version as numbers: `1.94` is `[1, 94, 0]`.
fn version(text: &str) -> [u32; 3] {
    let mut numbers = text.split('.').map(|number| number.parse().unwrap());
    [0; 3].map(|zero| numbers.next().unwrap_or(zero))
}

#[test]
fn the_compiler_is_as_old_as_the_dependencies_let_it_be() {
    let metadata = cargo(&["metadata", "--format-version", "1", "--features", "server"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let (packages, nodes) =
        (metadata["packages"].as_array().unwrap(), metadata["resolve"]["nodes"].as_array().unwrap());
    let package = |id: &str| packages.iter().find(|package| package["id"] == id).unwrap();
    let own = metadata["resolve"]["root"].as_str().unwrap();
    let (mut needed, mut waiting) = (BTreeSet::new(), vec![own]);
    while let Some(id) = waiting.pop() {
        if needed.insert(id) {
            let node = nodes.iter().find(|node| node["id"] == id).unwrap();
            let built = |dependency: &&Value| {
                dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"] != "dev")
            };
            let dependencies = node["deps"].as_array().unwrap().iter().filter(built);
            waiting.extend(dependencies.map(|dependency| dependency["pkg"].as_str().unwrap()));
        }
    }
    assert!(needed.remove(own) && needed.len() > 200, "{}", needed.len());
    let wanted = needed.iter().filter_map(|id| package(id)["rust_version"].as_str()).map(version).max().unwrap();
    assert_eq!(version(package(own)["rust_version"].as_str().unwrap()), wanted, "rust-version in Cargo.toml");
}

/// The crates below these, by the depth at which `cargo tree` shows each.
fn crates_of_ours() -> BTreeSet<String> {
    let tree = cargo(&["tree", "--edges", "normal", "--prefix", "depth", "--features", "ssr"]);
    let (mut below, mut above) = (BTreeMap::<String, BTreeSet<String>>::new(), Vec::<String>::new());
    for line in tree.lines() {
        let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap();
        let (depth, name) = (line[..digits].parse().unwrap(), line[digits..].trim_end_matches(" (*)").to_owned());
        above.truncate(depth);
        if let Some(parent) = above.last() {
            below.entry(parent.clone()).or_default().insert(name.clone());
        }
        below.entry(name.clone()).or_default();
        above.push(name);
    }
    let name = |of: &str| of.split(' ').next().unwrap_or_default().to_owned();
    let mut of_a_host = BTreeSet::new();
    let mut waiting: Vec<_> = below.keys().filter(|of| OF_A_HOST.contains(&name(of).as_str())).collect();
    while let Some(next) = waiting.pop() {
        if !BY_FEATURES.contains(&name(next).as_str()) && of_a_host.insert(next) {
            waiting.extend(&below[next]);
        }
    }
    below.keys().filter(|of| !of_a_host.contains(of)).cloned().collect()
}

#[test]
fn a_host_gets_few_crates_from_us_and_each_is_accounted_for() {
    let ours = crates_of_ours();
    assert!(ours.len() <= MOST_CRATES, "{} crates: {ours:?}", ours.len());
    let told = fs::read_to_string(root().join(TOLD)).unwrap();
    let table = told.lines().filter(|line| line.starts_with("| "));
    let told: BTreeSet<&str> = table.flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    let ours: BTreeSet<&str> = ours.iter().filter_map(|of| of.split(' ').next()).collect();
    assert_eq!(ours, told, "{TOLD} names others");
}

#[test]
fn the_package_is_what_is_needed_to_build_it_and_no_more() {
    let files = cargo(&["package", "--list", "--allow-dirty"]);
    let files: Vec<_> = files.lines().collect();
    for needed in ["src/lib.rs", "style/main.css", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "docs/embedding.md"] {
        assert!(files.contains(&needed), "{needed} is missing: {files:?}");
    }
    for folder in ["end2end/", "tests/", "benches/", "docs/images/", "scripts/", "examples/"] {
        assert!(!files.iter().any(|file| file.starts_with(folder)), "{folder} is of no use there");
    }
    let bytes =
        files.iter().filter_map(|file| fs::metadata(root().join(file)).ok()).map(|file| file.len()).sum::<u64>();
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
}
