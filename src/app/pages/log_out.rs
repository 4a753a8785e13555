//! Logging out, by other ways than the links on our pages.

use crate::{
    app::{Site, document::Page, texts},
    auth::{Acting, DisconnectSelf, Error},
    http::{self, GoodBye, HttpState, Visitor},
    types::Notice,
};
use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, Method},
    response::Response,
};
use leptos::prelude::*;

/// `DELETE /sessions/log_out`: ends this session, and sends whatever follows redirects to the log-in page.
pub async fn log_out(
    State(state): State<HttpState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Error> {
    let ended = http::log_out(&state, &visitor, None).await?;
    Ok(GoodBye::new(&state, ended, Notice::LoggedOut).response())
}

/// `DELETE /sessions/log_out/all`: ends every session of the user, likewise.
pub async fn log_out_all(
    State(state): State<HttpState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Error> {
    end_all(&state, &visitor).await
}

/// `GET /sessions/log_out/all/get`: for a redirect from inside a reactive page. Logs out everywhere when the browser
/// says that it was led here by one of our own pages; anybody else gets a page with a button.
pub async fn log_out_all_get(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Error> {
    if visitor.session.is_none() {
        return Ok(GoodBye::new(&site.http, visitor.ended, Notice::LoggedOut).response());
    }
    if request.method() == Method::GET && is_led_here_by_us(request.headers()) {
        return end_all(&site.http, &visitor).await;
    }
    let paths = site.http.auth.paths().clone();
    let page = Page::new(&site, texts::LOG_OUT_EVERYWHERE_QUESTION)
        .of(&visitor)
        // Loaded anew by our own script, it would log out as if one of our pages had led here.
        .comes_back_to(paths.signed_in(&[]))
        .show(request, move || {
            view! {
                <section class="magic-auth-card">
                    <h1>{texts::LOG_OUT_EVERYWHERE_QUESTION}</h1>
                    <p>{texts::ENDS_ALL}</p>
                    <form method="post" action=paths.function("log_out_all")>
                        <button type="submit" class="magic-auth-button" data-busy=texts::LOGGING_OUT>{texts::LOG_OUT_EVERYWHERE}</button>
                    </form>
                    <div class="after"><p><a href=paths.signed_in(&[])>{texts::STAY_LOGGED_IN}</a></p></div>
                </section>
            }
        })
        .await;
    Ok(page)
}

/// A navigation of the whole window that began on our own site: no picture, no frame, no link on another site, no
/// typed address, and nothing fetched ahead in case that somebody might click.
fn is_led_here_by_us(headers: &HeaderMap) -> bool {
    let is = |name: &str, value: &str| {
        let mut values = headers.get_all(name).iter();
        values.next().is_some_and(|first| first == value) && values.next().is_none()
    };
    let is_ahead = ["sec-purpose", "purpose", "x-moz"].iter().any(|name| headers.contains_key(*name));
    is("sec-fetch-site", "same-origin")
        && is("sec-fetch-mode", "navigate")
        && is("sec-fetch-dest", "document")
        && !is_ahead
}

async fn end_all(state: &HttpState, visitor: &Visitor) -> Result<Response, Error> {
    if let Some(session) = &visitor.session {
        let acting = Acting { client: &visitor.client, page: None };
        state.auth.log_out_all(&session.account, acting, DisconnectSelf::Yes).await?;
    }
    Ok(GoodBye::new(state, visitor.ended, Notice::LoggedOutEverywhere).response())
}
