//! What axum sees: cookies, who is visiting, protection of every request, and the answers of server functions.

mod answers;
pub mod body;
pub(crate) mod caller;
mod client_ip;
pub mod cookie;
mod csp;
mod fault;
mod forwarded;
mod good_bye;
pub mod headers;
mod ip_reader;
pub(crate) mod language;
pub mod live;
pub mod live_check;
mod lookup;
pub mod mailbox;
mod mailbox_key;
pub mod origin;
pub mod public_url;
pub mod rejection;
pub mod sent_link;
pub mod shed;
pub mod span;
pub mod typed;
pub(crate) mod visit;
pub mod visitor;
pub mod waiting;
mod written_ip;

pub use body::read_body;
pub use caller::Caller;
pub use client_ip::ClientIpSource;
pub use cookie::BEFORE_SUFFIX;
pub use csp::Csp;
pub use fault::Fault;
pub use good_bye::{GoodBye, log_out};
pub use ip_reader::IpReader;
pub(crate) use ip_reader::NO_CONNECT_INFO;
pub use lookup::{Found, Lookup, PageOf};
pub use mailbox::LockedMailbox;
pub use mailbox_key::MailboxKey;
pub use visitor::Visitor;

use crate::auth::Auth;
use axum::{
    extract::{OriginalUri, Request},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

/// What every request can reach.
#[derive(Clone)]
pub struct HttpState {
    /// The rules.
    pub auth: Auth,
    /// The mailbox of development, where there is no mail server.
    pub mailbox: Option<LockedMailbox>,
    /// Whom emails are from.
    pub mail_from: std::sync::Arc<str>,
    /// What the names of cookies end with: two installations may be on one host, whose ports share cookies.
    pub(crate) cookie_suffix: std::sync::Arc<str>,
    /// How a host decides about the language of a request, where it does.
    pub(crate) language_of: Option<language::Decide>,
    /// What our pages may load.
    pub(crate) csp: std::sync::Arc<Csp>,
    /// Where a client's IP address is read from.
    pub client_ip: IpReader,
    /// The sockets of live pages, so that a server that stops can wait for them.
    pub live_tasks: tokio_util::task::TaskTracker,
    /// Whether the log has said that pages are opened elsewhere than at the public URL.
    pub(crate) told_of_host: std::sync::Arc<std::sync::Once>,
    /// When the log has last said that sockets do not come up.
    pub socketless: live_check::Socketless,
    /// The requests in work.
    pub in_work: shed::InWork,
    /// What goes on beside the requests. It ends with the last clone.
    pub(crate) background: std::sync::Arc<crate::auth::Background>,
    /// The log-outs that are carried through from their arrival.
    pub log_outs: shed::InWork,
}

/// Sends a browser on by GET, whatever it came with. Only ever called with a path of ours.
pub fn see_other(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Returns what was asked for as the browser sees it, also where the application is nested below a path.
pub fn original_uri(request: &Request) -> &Uri {
    request.extensions().get::<OriginalUri>().map_or_else(|| request.uri(), |original| &original.0)
}

/// Whether this client shows pages, rather than being a program that reads data.
pub fn wants_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_none_or(|accept| accept.contains("text/html") || !accept.contains("application/json"))
}
