//! The stand-alone server: settings, log, server, and nothing else.

#![forbid(unsafe_code)]

use leptos_magic_auth::internals::{config::Config, server};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let config = match Config::load() {
        Ok(config) => config,
        Err(error) => return error.report(),
    };
    server::start_log(&config);
    let server = match server::Server::build(config).await {
        Ok(server) => server,
        Err(error) => return stop(&error),
    };
    match server.run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => stop(&error),
    }
}

fn stop(error: &server::ServerError) -> ExitCode {
    eprintln!("magic-auth: {error}");
    ExitCode::from(2)
}
