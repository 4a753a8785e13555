//! An application whose server function is at an address of ours. It concerns the whole program, which is why it is here.

use leptos::prelude::*;
use leptos_magic_auth::{BuildError, MagicAuth};

#[server(prefix = "/api/magic_auth", endpoint = "log_out")]
async fn own_log_out() -> Result<(), ServerFnError> {
    Ok(())
}

#[tokio::test]
async fn two_server_functions_at_one_address_are_named_at_the_start() {
    let built = MagicAuth::builder().database_url("sqlite::memory:").build().await;
    let Err(BuildError::DoubleFunction { path }) = &built else { panic!("{built:?}") };
    assert_eq!(path, "/api/magic_auth/log_out");
    let said = built.unwrap_err().to_string();
    assert!(said.contains("/api/magic_auth/log_out") && said.contains("`endpoint`"), "{said}");
}
