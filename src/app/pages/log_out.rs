//! Logging out, by other ways than the links on our pages.

use crate::{
    app::{Site, document::Page},
    auth::{Acting, DisconnectSelf, Refused},
    http::{HttpState, Visitor, cookie, headers::add_cookie, see_other},
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
) -> Result<Response, Refused> {
    if let Some(session) = visitor.token() {
        state.auth.log_out(session, Acting { client: &visitor.client, page: None }).await?;
    }
    Ok(good_bye(&state, &visitor, Notice::LoggedOut))
}

/// `DELETE /sessions/log_out/all`: ends every session of the user, likewise.
pub async fn log_out_all(
    State(state): State<HttpState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Refused> {
    end_all(&state, &visitor).await
}

/// `GET /sessions/log_out/all/get`: for a redirect from inside a reactive page. Logs out everywhere when the browser
/// says that it was led here by one of our own pages; anybody else gets a page with a button.
pub async fn log_out_all_get(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Refused> {
    if visitor.session.is_none() {
        let notice = visitor.over.unwrap_or(Notice::LoggedOut);
        return Ok(see_other(&site.http.auth.paths().logged_out(notice.as_str())));
    }
    if request.method() == Method::GET && is_led_here_by_us(request.headers()) {
        return end_all(&site.http, &visitor).await;
    }
    let paths = site.http.auth.paths().clone();
    let page = Page::new(&site, "Log out everywhere?")
        .of(&visitor)
        // Loaded anew by our own script, it would log out as if one of our pages had led here.
        .comes_back_to(paths.signed_in(&[]))
        .show(request, move || {
            view! {
                <section class="magic-auth-card">
                    <h1>"Log out everywhere?"</h1>
                    <p>"This ends all your sessions, in this browser and in all others. Every page still open leaves."</p>
                    <form method="post" action=paths.function("log_out_all")>
                        <button type="submit" class="magic-auth-button" data-busy="Logging out…">"Log out everywhere"</button>
                    </form>
                    <div class="after"><p><a href=paths.signed_in(&[])>"Stay logged in"</a></p></div>
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

async fn end_all(state: &HttpState, visitor: &Visitor) -> Result<Response, Refused> {
    if let Some(session) = &visitor.session {
        let acting = Acting { client: &visitor.client, page: None };
        state.auth.log_out_all(&session.account, acting, DisconnectSelf::Yes).await?;
    }
    Ok(good_bye(state, visitor, Notice::LoggedOutEverywhere))
}

/// Whose session was over already is told why, as a click on the log-out link tells it.
fn good_bye(state: &HttpState, visitor: &Visitor, notice: Notice) -> Response {
    let notice = visitor.over.unwrap_or(notice);
    let mut response = see_other(&state.auth.paths().logged_out(notice.as_str()));
    for cookie in cookie::all_gone() {
        add_cookie(response.headers_mut(), cookie);
    }
    response
}
