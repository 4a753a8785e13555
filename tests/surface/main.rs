//! What other people's applications see of the crate: its names, its features, what it needs, and the package itself.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

mod circles;
mod double;
mod package;
mod public_api;
mod source;

use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
