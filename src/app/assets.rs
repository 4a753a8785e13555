//! The files that our pages load: of the stand-alone build, or kept in the program for a host that has files of its own.

use super::Site;
use crate::{http::headers::FOREVER, types::Paths};
use axum::{Router, http::header, response::IntoResponse, routing::get};
use leptos::{config::LeptosOptions, prelude::*};
use std::{env, fs, hash::DefaultHasher, hash::Hasher, path::Path, sync::Arc};

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
            Arc::from(format!("{}{scope}/{name}.{:016x}.{kind}", paths.prefix, hasher.finish()))
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
    let prefix = &*site.http.auth.paths().prefix;
    let own = |url: &str| url.strip_prefix(prefix).unwrap_or(url).to_owned();
    Router::new()
        .route(&own(&assets.stylesheet), file(STYLESHEET, "text/css; charset=utf-8"))
        .route(&own(&assets.icon), file(ICON, "image/svg+xml"))
        .route(&own(&assets.wordmark), file(WORDMARK, "image/svg+xml"))
}

/// What the console says where a host's bundle has nothing of ours in it.
const NO_EXPORT: &str = "Magic Auth is missing in this application's bundle. Write 'leptos-magic-auth/hydrate' into \
     `hydrate = [ ... ]` of [features] in Cargo.toml; with islands also `leptos_magic_auth::start();` at the end of hydrate().";

/// Loads the application's bundle and wakes the parts of a page. It calls an export of ours: a host's `hydrate` would lay
/// the host's page over this one.
#[component]
pub(super) fn BundleScripts(
    /// Which bundle, and where it is.
    options: LeptosOptions,
    /// What stands before the application's paths.
    prefix: String,
    nonce: Option<String>,
) -> impl IntoView {
    let (script, wasm) = bundle(&options, &prefix);
    let start = format!(
        "import * as bundle from {script:?};\
         bundle.default({{ module_or_path: {wasm:?} }})\
         .then(() => bundle.magic_auth ? bundle.magic_auth() : console.error({NO_EXPORT:?}));"
    );
    view! {
        <link rel="modulepreload" href=script nonce=nonce.clone() />
        <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
        <script type="module" nonce=nonce>{start}</script>
    }
}

/// Returns where the script and the WebAssembly are that cargo-leptos makes by these options.
fn bundle(options: &LeptosOptions, prefix: &str) -> (String, String) {
    let hashes = if options.hash_files { hashes(&options.hash_file) } else { String::new() };
    let file = |kind: &str| {
        let hash = hashes.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(':'));
        let hash = hash.map(|hash| format!(".{}", hash.trim())).unwrap_or_default();
        format!("{prefix}/{}/{}{hash}.{kind}", options.site_pkg_dir, options.output_name)
    };
    (file("js"), file("wasm"))
}

/// Tells, once at the start, of a bundle that is not where our pages will look for it.
pub(crate) fn tell_of_missing_bundle(options: &LeptosOptions) {
    if options.hash_files && hashes(&options.hash_file).is_empty() {
        tracing::warn!(
            "LEPTOS_HASH_FILES is set, and there is no {} beside this program that says what the files are called: copy it \
             there from where cargo-leptos has built",
            options.hash_file
        );
        return;
    }
    let (script, _) = bundle(options, "");
    let file = Path::new(&*options.site_root).join(script.trim_start_matches('/'));
    if !file.is_file() {
        tracing::warn!(
            "the browser's bundle {} is not there: LEPTOS_SITE_ROOT, LEPTOS_SITE_PKG_DIR and LEPTOS_OUTPUT_NAME say where \
             cargo-leptos has put it. Until then the pages of Magic Auth work without scripts",
            file.display()
        );
    }
}

/// Returns what `hash.txt` says, which lies beside the program unless its path is a whole one.
fn hashes(file: &str) -> String {
    let beside = env::current_exe().ok().and_then(|program| program.parent().map(|folder| folder.join(file)));
    beside.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundle_bears_the_hosts_name_and_its_hashes() {
        let options = LeptosOptions::builder().output_name("notes").site_pkg_dir("files").build();
        assert_eq!(bundle(&options, ""), ("/files/notes.js".to_owned(), "/files/notes.wasm".to_owned()));
        assert_eq!(bundle(&options, "/x").0, "/x/files/notes.js");

        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("hash.txt");
        fs::write(&file, "js: aaa\nwasm: bbb\ncss: ccc\n").expect("a file");
        let options = LeptosOptions::builder()
            .output_name("notes")
            .hash_files(true)
            .hash_file(Arc::<str>::from(file.to_string_lossy().as_ref()))
            .build();
        assert_eq!(bundle(&options, ""), ("/pkg/notes.aaa.js".to_owned(), "/pkg/notes.bbb.wasm".to_owned()));
    }

    #[test]
    fn the_stylesheet_concerns_our_own_pages_alone() {
        let sheet = STYLESHEET.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect::<String>();
        let mut inside_keyframes = false;
        for line in sheet.lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once('{') {
                Some((name, _)) if name.starts_with("@keyframes") => {
                    assert!(name.starts_with("@keyframes magic-auth-"), "{line}");
                    inside_keyframes = true;
                }
                Some((selector, _)) if !selector.starts_with('@') && !inside_keyframes => {
                    assert!(selector.trim_start().starts_with(".magic-auth"), "{line}");
                }
                _ => inside_keyframes &= line != "}",
            }
        }
    }

    #[test]
    fn the_classes_of_parts_are_nobody_elses() {
        let parts = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/parts")).expect("the parts");
        let mut seen = 0;
        for file in parts {
            let source = fs::read_to_string(file.expect("a file").path()).expect("its text");
            for class in source.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                // Of our own pages alone.
                if class != "code" {
                    assert!(class.split(' ').all(|class| class.starts_with("magic-auth-")), "{class}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 5, "{seen}");
    }
}
