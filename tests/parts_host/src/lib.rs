//! Every part of ours on pages of somebody else's.

pub mod app;

#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    #[cfg(not(feature = "islands"))]
    leptos::mount::hydrate_body(app::App);
    #[cfg(feature = "islands")]
    {
        // Where it is nested, as the manual says.
        if leptos::prelude::window().location().pathname().is_ok_and(|path| path.starts_with("/x/")) {
            leptos::server_fn::client::set_server_url("/x");
        }
        leptos::mount::hydrate_islands();
        leptos_magic_auth::start();
    }
}
