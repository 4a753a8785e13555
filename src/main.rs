//! The stand-alone program: what it is told to do, and nothing else.

#![forbid(unsafe_code)]

use leptos_magic_auth::internals::{
    config::{Config, Task},
    server,
    store::{copy, revoke_all},
};
use std::{fmt::Display, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    match Task::load() {
        Ok(Task::Serve(config)) => serve(*config).await,
        Ok(Task::Copy { from, to }) => told(copy(&from, &to).await),
        Ok(Task::RevokeAll { of }) => told(revoke_all(&of).await),
        Err(error) => error.report(),
    }
}

async fn serve(config: Config) -> ExitCode {
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

/// Says how many rows of each table something was done with.
fn told(done: Result<Vec<(String, i64)>, impl Display>) -> ExitCode {
    match done {
        Ok(counts) => {
            for (table, rows) in counts {
                println!("{rows:>9} {table}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => stop(&error),
    }
}

fn stop(error: &dyn Display) -> ExitCode {
    eprintln!("magic-auth: {error}");
    ExitCode::from(2)
}
