//! Who a request comes from: found out once, before any page or server function runs.

use super::{
    Found, HttpState, Lookup, PageOf,
    cookie::{self, Cookies},
    headers::add_cookie,
    language::Choice,
    original_uri, see_other, span, wants_html,
};
use crate::{
    auth::{Client, ClientIp, DeviceSecret, Error, LinkToken, SessionInfo, SessionState, SessionToken},
    ids::SessionId,
    types::{EndReason, Notice},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Who a request comes from. An axum extension of every request to a page or a server function.
#[derive(Clone)]
pub struct Visitor {
    /// The client and its browser.
    pub client: Client,
    /// What its cookies hold.
    pub cookies: Cookies,
    /// The session, when it is good.
    pub session: Option<SessionInfo>,
    /// The session that was good a moment ago and was not looked up, because it is about to end.
    pub lately_good: Option<SessionId>,
    /// Why the session that the cookie names has ended.
    pub ended: Option<EndReason>,
    /// Whether it shows pages.
    pub wants_html: bool,
}

impl Visitor {
    /// Returns the token of the visitor's session, or `None` when there is none that is good.
    pub fn token(&self) -> Option<&SessionToken> {
        let session = self.session.as_ref().map(|session| session.id).or(self.lately_good);
        session.and(self.cookies.session.as_ref())
    }
}

/// Finds out who visits. A database that is away is an answer of its own: nobody is taken for logged out by it. Whoever
/// logs out of a session that was good a moment ago is not looked up: that finds out by itself whether it still is.
pub async fn recognise(State(state): State<HttpState>, mut request: Request, next: Next) -> Result<Response, Error> {
    let cookies = Cookies::read(request.headers(), &state.cookie_suffix);
    let mut client = client(&state, &mut request);
    client.device = cookies.device.as_ref().map(DeviceSecret::hashed);
    client.link = cookies.link.as_ref().map(LinkToken::hashed);
    let lately_good = match &cookies.session {
        Some(token) if state.auth.paths().is_log_out(request.uri().path()) => state.auth.lately_good(token),
        _ => None,
    };
    let found = match &cookies.session {
        Some(token) if lately_good.is_none() => state.auth.session(token).await?,
        _ => SessionState::Unknown,
    };
    let choice = request.extensions().get::<Choice>().cloned();
    let choice = choice.unwrap_or_else(|| Choice::of_nobody(&state));
    let lookup = match &found {
        _ if lately_good.is_some() => Lookup::new(state, &cookies, choice.clone(), PageOf::Ours),
        SessionState::Good(session) => Lookup::done(state, Found::Session(session.clone()), choice.clone()),
        SessionState::Ended(because) => Lookup::done(state, Found::Ended(*because), choice.clone()),
        SessionState::Unknown => Lookup::done(state, Found::Nobody, choice.clone()),
    };
    let (session, ended) = match found {
        SessionState::Good(session) => (Some(session), None),
        SessionState::Ended(because) => (None, Some(because)),
        SessionState::Unknown => (None, None),
    };
    if let Some(session) = session.as_ref().map(|session| session.id).or(lately_good) {
        span::note_session(session);
    }
    let language = choice.language(session.as_ref().and_then(|session| session.language.as_deref()));
    client.language = Some(language.clone());
    let wants_html = wants_html(request.headers());
    // What parts read, on our pages as on a host's.
    request.extensions_mut().insert(lookup);
    request.extensions_mut().insert(language.clone());
    request.extensions_mut().insert(Visitor { client, cookies, session, lately_good, ended, wants_html });
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(super::headers::NO_STORE);
    response.extensions_mut().insert(language);
    Ok(response)
}

/// Lets nobody pass who is not logged in: sends them to the log-in page, which says why and brings back here. For
/// routes inside of [`recognise`].
pub async fn logged_in_only(State(state): State<HttpState>, request: Request, next: Next) -> Response {
    let (ended, logged_in) = match request.extensions().get::<Visitor>() {
        Some(visitor) => (visitor.ended, visitor.session.is_some()),
        None => (None, false),
    };
    if logged_in {
        return next.run(request).await;
    }
    if !wants_html(request.headers()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let notice = ("notice", ended.map_or(Notice::LogInFirst, Notice::from).as_str());
    // The whole path, also where a host nests the route; only of what can be asked for again by itself.
    let uri = original_uri(&request);
    let asked = uri.path_and_query().map_or("", |asked| asked.as_str());
    let paths = state.auth.paths();
    let log_in = match *request.method() {
        Method::GET | Method::HEAD => paths.log_in(&[notice, ("return_to", asked)]),
        _ => paths.log_in(&[notice]),
    };
    let mut response = see_other(&log_in);
    if ended.is_some() {
        add_cookie(response.headers_mut(), cookie::gone(cookie::SESSION));
    }
    response
}

fn client(state: &HttpState, request: &mut Request) -> Client {
    let ip = ip(state, request);
    let user_agent = header_text(request.headers(), header::USER_AGENT);
    Client::new(ip.to_string(), &user_agent)
}

/// Whom a request counts for where many wait.
pub(super) fn client_key(state: &HttpState, request: &mut Request) -> String {
    Client::new(ip(state, request).to_string(), "").key()
}

/// Where a request comes from, as far as the settings say how to find out.
pub(super) fn ip(state: &HttpState, request: &mut Request) -> ClientIp {
    state.client_ip.read(request, state.auth.clock().now())
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).unwrap_or_default()
}
