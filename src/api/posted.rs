//! How a call of a server function travels.

use crate::types::{AuthError, Rejection};
use http::Method;
use leptos::server_fn::{
    Http, Protocol,
    client::browser::BrowserClient,
    codec::{Json, JsonEncoding, PostUrl},
    error::{FromServerFnError, ServerFnErrorErr},
    mock::BrowserMockServer,
    request::BrowserMockReq,
    response::BrowserMockRes,
};
use serde::{Serialize, de::DeserializeOwned};

/// The arguments as a form, so that a plain form says the same, and the answer as JSON for whoever does not show pages.
/// The browser's side is Leptos's own; the server's, which answers a plain form too, stands in `app::functions`.
pub struct Posted;

/// Leptos's own way for what a browser sends and reads.
type Leptos = Http<PostUrl, Json>;

impl<Input, Output> Protocol<Input, Output, BrowserClient, BrowserMockServer, Rejection> for Posted
where
    Input: Serialize + DeserializeOwned + Send,
    Output: Serialize + DeserializeOwned + Send,
{
    const METHOD: Method = Method::POST;

    /// No browser serves; the trait asks for both sides.
    async fn run_server<F, Fut>(_: BrowserMockReq, _: F) -> Result<BrowserMockRes, Rejection>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, Rejection>> + Send,
    {
        Err(AuthError::BadRequest.into())
    }

    fn run_client(path: &str, input: Input) -> impl Future<Output = Result<Output, Rejection>> + Send {
        <Leptos as Protocol<Input, Output, BrowserClient, BrowserMockServer, Rejection>>::run_client(path, input)
    }
}

impl FromServerFnError for Rejection {
    type Encoder = JsonEncoding;

    /// What could not be sent was wrong; what found nobody, or came back as something that we have not written (the
    /// page of a proxy, say), is for another time.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        use ServerFnErrorErr::*;
        match error {
            Args(_) | MissingArg(_) | Serialization(_) | UnsupportedRequestMethod(_) => AuthError::BadRequest.into(),
            Registration(_) | Request(_) | ServerError(_) | MiddlewareError(_) | Deserialization(_) | Response(_) => {
                AuthError::Unavailable.into()
            }
        }
    }
}
