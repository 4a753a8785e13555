//! The look of every page, those of the log-in among them.

use axum::response::Html;
use leptos::prelude::*;
use leptos_magic_auth::{LoggedIn, Page};

pub const STYLES: &str =
    "body { margin: 0; font-family: Georgia, serif; } #top { padding: 1rem; background: #234; color: #fff; }";

/// The document of the pages that log in and out.
pub fn document(page: Page) -> impl IntoView {
    view! {
        <html lang=page.lang>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <link rel="stylesheet" href="/notes.css" />
                {page.head}
            </head>
            <body>
                <div id="top">"Notes, together " <LoggedIn let:session>"as " {session.email}</LoggedIn></div>
                {page.body}
            </body>
        </html>
    }
}

/// A page of this service.
pub fn page(text: &str) -> Html<String> {
    Html(format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Notes</title><link rel=\"stylesheet\" href=\"/notes.css\"></head>\
         <body><div id=\"top\">Notes, together</div><main><p>{text}</p></main></body></html>"
    ))
}
