//! The site's files: scripts, stylesheet, pictures.

use crate::app::Site;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// A file whose name changes with its content: kept for a year without asking.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Any other file: kept, but asked about.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

/// `GET` of anything that is no page of ours.
pub async fn file(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let files = ServeDir::new(&*site.options.site_root)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let Ok(response) = files.oneshot(request).await;
    let mut response = response.map(Body::new);
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let hashed = site.options.hash_files && path.starts_with(&format!("/{}/", site.options.site_pkg_dir));
        response.headers_mut().insert(header::CACHE_CONTROL, if hashed { FOREVER } else { ASK_AGAIN });
        response
    } else if response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
        response
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}
