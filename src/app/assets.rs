//! The files that our pages load: of the stand-alone build, or kept in the program for a host that has files of its own.

use super::Site;
use crate::{http::headers::FOREVER, types::Paths};
use axum::{Router, http::header, response::IntoResponse, routing::get};
use std::{hash::DefaultHasher, hash::Hasher, sync::Arc};

const STYLESHEET: &str = include_str!("../../style/main.css");
const ICON: &str = include_str!("../../public/favicon.svg");
const WORDMARK: &str = include_str!("../../public/wordmark.svg");

/// Where the files are that our pages load.
#[derive(Clone)]
pub struct Assets {
    pub(crate) stylesheet: Arc<str>,
    pub(crate) icon: Arc<str>,
    pub(crate) wordmark: Arc<str>,
    pub(crate) scripts: Scripts,
    /// Where the development loop tells pages to load themselves anew.
    pub(crate) reload: Option<Arc<str>>,
    embedded: bool,
}

/// What brings our pages to life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// Nothing: the pages work without scripts.
    None,
    /// The bundle of the stand-alone build.
    Own,
    /// The bundle of the host, of which only our part is started.
    Host,
}

impl Assets {
    /// Returns those of the stand-alone build, whose stylesheet is there.
    pub(crate) fn of_build(stylesheet: &str, reload: Option<&str>) -> Self {
        Self {
            stylesheet: stylesheet.into(),
            icon: "/favicon.svg".into(),
            wordmark: "/wordmark.svg".into(),
            scripts: Scripts::Own,
            reload: reload.map(Arc::from),
            embedded: false,
        }
    }

    /// Returns those that are kept in the program, below the scope of these paths. Their names change with their content.
    pub(crate) fn embedded(paths: &Paths, scripts: Scripts) -> Self {
        let beside_log_in = |file: &str, content: &str| {
            let mut hasher = DefaultHasher::new();
            hasher.write(content.as_bytes());
            let (scope, _) = paths.log_in.rsplit_once('/').unwrap_or_default();
            let (name, kind) = file.rsplit_once('.').unwrap_or_default();
            Arc::from(format!("{scope}/{name}.{:016x}.{kind}", hasher.finish()))
        };
        Self {
            stylesheet: beside_log_in("magic-auth.css", STYLESHEET),
            icon: beside_log_in("icon.svg", ICON),
            wordmark: beside_log_in("wordmark.svg", WORDMARK),
            scripts,
            reload: None,
            embedded: true,
        }
    }
}

/// Serves the files that are kept in the program; elsewhere nothing.
pub(super) fn routes(site: &Site) -> Router {
    let assets = &site.assets;
    if !assets.embedded {
        return Router::new();
    }
    let file = |content: &'static str, kind: &'static str| {
        get(move || async move {
            ([(header::CONTENT_TYPE, kind)], [(header::CACHE_CONTROL, FOREVER)], content).into_response()
        })
    };
    Router::new()
        .route(&assets.stylesheet, file(STYLESHEET, "text/css; charset=utf-8"))
        .route(&assets.icon, file(ICON, "image/svg+xml"))
        .route(&assets.wordmark, file(WORDMARK, "image/svg+xml"))
}
