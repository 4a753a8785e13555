//! The pages: for each an axum handler that decides whether it is shown or where else to go, and a component that
//! shows it. The handlers read the session and the database before Leptos runs, so rendering is only rendering.

pub(crate) mod assets;
mod document;
mod email;
mod failure;
mod forms;
mod functions;
mod host_document;
mod menu;
mod message;
mod moment;
mod pages;
mod said;
mod texts;

pub(crate) use assets::{Assets, Scripts};
pub use document::Site;
pub(crate) use host_document::HostDocument;
pub use host_document::HostPage;

use crate::{
    http::{
        HttpState, caller::NO_LAYER, headers, language, live, live_check, mailbox, origin, public_url, read_body, shed,
        span, visit, visitor, waiting,
    },
    types::{
        Paths,
        functions::{FUNCTIONS, VISIT},
    },
};
use any_spawner::Executor;
use axum::{
    Router,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state as with_state},
    routing::{delete, get, post},
};
use tower_http::catch_panic::CatchPanicLayer;

/// The stand-alone application: home, everything of [`auth_routes`], and the site's files. It answers every request:
/// what it does not know it looks for among the files, and then says that there is nothing.
pub fn routes(site: Site) -> Router {
    let home = get(pages::home::home).route_layer(with_state(site.http.clone(), public_url::lead_there));
    let home = Router::new().route(&site.http.auth.paths().home, home).with_state(site.clone());
    let unknown = Router::new().route("/api/{*unknown}", axum::routing::any(|| async { StatusCode::NOT_FOUND }));
    let own = home.merge(pages(&site)).merge(functions::routes(&site)).merge(unknown);
    let files = Router::new().route("/{*unknown}", get(pages::file::file)).with_state(site.clone());
    let unseen = live_routes(&site.http).merge(health(&site.http)).merge(files);
    protected(site.clone(), own, unseen)
}

/// The pages of logging in and out, for a host that has a home, files and health of its own. Its layer answers the server
/// functions.
pub(crate) fn host_pages(site: Site) -> Router {
    let unseen = live_routes(&site.http).merge(assets::routes(&site));
    protected(site.clone(), pages(&site), unseen)
}

/// The server functions with everything that they need around them: what a host's layer answers by itself.
pub(crate) fn functions(site: Site) -> Router {
    protected(site.clone(), functions::routes(&site).merge(visit_route(&site.http)), Router::new())
}

/// The addresses of the server functions, for a host whose router nobody else mounts them on. Its layer answers them
/// before they get here; without it they say that it is missing.
pub(crate) fn function_routes(site: &Site) -> Router {
    let _ = site;
    let missing = || async { (StatusCode::INTERNAL_SERVER_ERROR, NO_LAYER) };
    FUNCTIONS.iter().fold(Router::new(), |router, name| router.route(&Paths::api(name), post(missing)))
}

fn pages(site: &Site) -> Router {
    let http = site.http.clone();
    let paths = http.auth.paths();
    let account = get(pages::account::account).route_layer(with_state(http.clone(), visitor::logged_in_only));
    let mut pages = Router::new()
        .route(&paths.log_in, get(pages::log_in::log_in))
        .route(&paths.code, get(pages::code::code))
        .route(&paths.verify, get(pages::verify::verify))
        .route(&mangled(&paths.verify), get(pages::verify::verify))
        .route(&paths.account, account)
        .route(&paths.undo, get(pages::undo::undo))
        .route(&mangled(&paths.undo), get(pages::undo::undo))
        .route(&paths.log_out_all_get, get(pages::log_out::log_out_all_get))
        .route_layer(with_state(http.clone(), public_url::lead_there));
    if http.mailbox.is_some() {
        pages = pages.route(&paths.mailbox, get(pages::mailbox::mailbox));
    }
    let data = Router::new()
        .route(&paths.waiting, get(waiting::waiting))
        .route(&paths.log_out, delete(pages::log_out::log_out))
        .route(&paths.log_out_all, delete(pages::log_out::log_out_all))
        .with_state(http.clone());
    pages.with_state(site.clone()).merge(data).merge(visit_route(&http))
}

/// What a page asks that was built in the browser. A layer inside of a nested router sees only what that router knows, so
/// this is among the pages too.
fn visit_route(http: &HttpState) -> Router {
    Router::new().route(&Paths::api(VISIT), get(visit::answer)).with_state(http.clone())
}

/// Where a link to this page leads whose `?` was escaped, or that has something between its path and its query.
fn mangled(path: &str) -> String {
    format!("{path}{{*mangled}}")
}

/// Puts around the pages what every request meets, from the inside out: who visits, what becomes of a panic and of a
/// client that hangs up, how many at a time, the body, from which site, failures as pages, the language, the span, and the
/// headers.
/// Files come to everybody, also while the database is away.
fn protected(site: Site, pages: Router, unseen: Router) -> Router {
    // Leptos spawns on this while it renders; a second call finds it done.
    let _ = Executor::init_tokio();
    let http = site.http.clone();
    pages
        .layer(with_state(http.clone(), visitor::recognise))
        .merge(unseen)
        .layer(CatchPanicLayer::custom(failure::after_panic))
        .layer(with_state(http.clone(), shed::carry))
        .layer(with_state(http.clone(), shed::shed_load))
        .layer(from_fn(read_body))
        .layer(with_state(http.clone(), origin::same_origin_only))
        .layer(with_state(site, failure::as_page))
        .layer(with_state(http.clone(), language::choose))
        .layer(from_fn(span::of_request))
        .layer(with_state(http, headers::protect))
}

/// Says whether the stand-alone application is well; a host has a word for that of its own.
fn health(http: &HttpState) -> Router {
    let health = get(pages::healthz::healthz).options(pages::healthz::options);
    Router::new().route(&http.auth.paths().healthz, health).with_state(http.clone())
}

/// What answers whoever asks, without looking for a session first.
fn live_routes(http: &HttpState) -> Router {
    let paths = http.auth.paths();
    Router::new()
        .route(&paths.live, get(live::live).route_layer(with_state(http.clone(), origin::own_sockets_only)))
        .route(&paths.live_check, get(live_check::live_check))
        .route(&format!("{}.json", paths.mailbox), get(mailbox::json))
        .route(&format!("{}/{{id}}", paths.mailbox), get(mailbox::html))
        .with_state(http.clone())
}
