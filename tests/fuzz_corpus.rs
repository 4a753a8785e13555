//! What the fuzzers have found so far, once more: each file of `tests/fuzz/corpus` through its parser.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

#[path = "fuzz/parsers.rs"]
mod parsers;

use std::{fs, path::Path};

fn replay(target: &str, parser: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty(), "nothing to try {target} with");
    for file in files {
        println!("{}", file.display());
        parser(&fs::read(file).unwrap());
    }
}

#[test]
fn addresses() {
    replay("address", parsers::address);
}

#[test]
fn ways_back() {
    replay("return_to", parsers::return_to);
}

#[test]
fn cookies() {
    replay("cookies", parsers::cookies);
}

#[test]
fn typed_codes() {
    replay("typed_code", parsers::typed_code);
}

#[test]
fn user_agents() {
    replay("user_agent", parsers::user_agent);
}

#[test]
fn requests() {
    replay("request", parsers::request);
}
