#[cfg(feature = "ssr")]
#[tokio::main]
async fn main() {
    use axum::Router;
    use leptos::prelude::*;
    use leptos_axum::{LeptosRoutes, generate_route_list};
    use parts_host::app::{App, prefix, shell};

    let options = get_configuration(None).unwrap().leptos_options;
    let address = options.site_addr;
    let auth = leptos_magic_auth::MagicAuth::from_env().await.unwrap();
    let app = Router::new()
        .leptos_routes(&options, generate_route_list(App), {
            let options = options.clone();
            move || shell(options.clone())
        })
        .merge(auth.pages())
        .fallback(leptos_axum::file_and_error_handler(shell))
        .layer(auth.layer())
        .with_state(options);
    let app = match &*prefix() {
        "" => app,
        prefix => Router::new().nest(prefix, app),
    };
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    axum::serve(listener, app.into_make_service_with_connect_info::<std::net::SocketAddr>()).await.unwrap();
}

#[cfg(not(feature = "ssr"))]
fn main() {}
