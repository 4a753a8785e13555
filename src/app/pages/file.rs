//! The site's files: scripts, stylesheet, pictures.

use crate::{app::Site, http::headers::FOREVER, http::see_other, types::Paths};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Any other file: kept, but asked about.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

/// `GET` of anything that is no page of ours.
pub async fn file(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let asked = (request.method() == Method::GET).then(|| request.uri().clone());
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
        match asked.and_then(|asked| page_meant(site.http.auth.paths(), &asked)) {
            Some(page) => see_other(&page),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// Returns where a link to one of our pages leads that has become unlike by its case or by doubled slashes.
fn page_meant(paths: &Paths, asked: &Uri) -> Option<String> {
    let mut path = String::new();
    for c in asked.path().chars() {
        if c != '/' || !path.ends_with('/') {
            path.push(c);
        }
    }
    [&paths.verify, &paths.undo].into_iter().find_map(|page| {
        let (begin, rest) = path.split_at_checked(page.len())?;
        let is_meant = begin.eq_ignore_ascii_case(page)
            && !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && !asked.path().starts_with(&**page);
        let query = asked.query().map(|query| format!("?{query}")).unwrap_or_default();
        is_meant.then(|| format!("{}{page}{rest}{query}", paths.prefix))
    })
}
