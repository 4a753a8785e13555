//! The server's side of a server function: a form is read once, the function is called with typed arguments, and its
//! answer or rejection becomes a response, here and nowhere else.

use super::{
    Site,
    forms::{Form, TryAgain},
    pages,
};
use crate::{
    api::Posted,
    http::{Caller, HttpState, body::MOST_BYTES, caller::NO_LAYER, rejection, see_other},
    types::{Answer, AuthError, Paths, Rejection, functions::FUNCTIONS},
};
use axum::{
    Json, Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::{Next, from_fn_with_state as with_state},
    response::{IntoResponse, Response},
    routing::post,
};
use leptos::prelude::use_context;
use leptos::server_fn::{
    Protocol,
    axum::AxumServerFnBackend,
    client::browser::BrowserClient,
    codec::{FromReq, PostUrl},
    mock::BrowserMockServer,
};
use leptos_axum::{ResponseOptions, handle_server_fns};
use serde::{Serialize, de::DeserializeOwned};

/// Boxes of our forms. Frameworks put a hidden field of the same name before a box, so that one which is not ticked is sent
/// too: the last of them says what was meant.
const BOXES: [&str; 2] = ["remember", "sure"];

/// Our server functions, by name: a host's own stay with the host.
pub(super) fn routes(site: &Site) -> Router {
    let function = post(handle_server_fns)
        .route_layer(with_state(site.http.clone(), answered_by_us))
        .route_layer(with_state(site.clone(), pages::limited::as_page));
    FUNCTIONS.iter().fold(Router::new(), |router, name| router.route(&Paths::api(name), function.clone()))
}

/// Tells a server function what it may reach, and keeps Leptos from answering in its place: it would send whoever accepts
/// HTML back to the page before by 302, whatever the function answers, and put an error into the address. Whether HTML is
/// accepted stands in the [`Visitor`](crate::http::Visitor) by now.
async fn answered_by_us(State(state): State<HttpState>, mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(header::ACCEPT);
    request.extensions_mut().insert(state);
    next.run(request).await
}

impl<Input, Done> Protocol<Input, Answer<Done>, BrowserClient, AxumServerFnBackend, Rejection> for Posted
where
    Input: Form + Serialize + DeserializeOwned + 'static,
    Done: Serialize + DeserializeOwned + Send + 'static,
{
    const METHOD: Method = Method::POST;

    async fn run_server<F, Fut>(request: Request, function: F) -> Result<Response, Rejection>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Answer<Done>, Rejection>> + Send,
    {
        let Ok(caller) = Caller::from_context() else {
            // Leptos takes this as the last word, also where it has made a redirect of the answer.
            if let Some(response) = use_context::<ResponseOptions>() {
                response.set_status(StatusCode::INTERNAL_SERVER_ERROR);
            }
            return Ok((StatusCode::INTERNAL_SERVER_ERROR, NO_LAYER).into_response());
        };
        if !is_form(request.headers()) {
            return Ok(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let outcome = match read::<Input>(request).await {
            Ok(input) => match function(input.clone()).await {
                Err(rejection) if caller.wants_html() => return Ok(shown(rejection, &input, &caller).await),
                outcome => outcome,
            },
            Err(rejection) => Err(rejection),
        };
        Ok(match outcome {
            Ok(answer) if caller.wants_html() => see_other(&answer.next),
            Ok(answer) => Json(answer).into_response(),
            Err(rejection) if caller.wants_html() => rejection.into_response(),
            Err(rejection) => (rejection.into_response().into_parts().0, Json(rejection)).into_response(),
        })
    }

    fn run_client(path: &str, input: Input) -> impl Future<Output = Result<Answer<Done>, Rejection>> + Send {
        <Self as Protocol<Input, Answer<Done>, BrowserClient, BrowserMockServer, Rejection>>::run_client(path, input)
    }
}

/// Shows a browser why its form was rejected: on the form's own page, on one that offers to try again later, or, where
/// neither helps, by a status, of which the page of a failure is made.
async fn shown<Input: Form>(rejection: Rejection, input: &Input, caller: &Caller) -> Response {
    if rejection.retry_after.is_some() {
        let mut response = rejection.into_response();
        response.extensions_mut().insert(TryAgain { rejection, again: input.again(caller.paths()) });
        return response;
    }
    if !rejection::is_shown_at_form(rejection.kind) {
        return rejection.into_response();
    }
    let back = input.back(caller, rejection.kind).await;
    if let Some(typed) = back.typed {
        caller.set_cookie(typed);
    }
    see_other(&back.path)
}

/// Reads the arguments out of a form. Fields that are doubled, lists or no text are no form of ours.
async fn read<Input: DeserializeOwned>(request: Request) -> Result<Input, Rejection> {
    let form = to_bytes(request.into_body(), MOST_BYTES).await.map_err(|_| AuthError::BadRequest)?;
    let request = Request::new(Body::from(one_of_each_box(&form).map_or(form, Bytes::from)));
    let read = <Input as FromReq<PostUrl, Request, Rejection>>::from_req(request).await;
    read.map_err(|_| AuthError::BadRequest.into())
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = content_type.split(';').next().unwrap_or("");
    kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Writes a form anew in which a box stands more than once; `None` where none does.
fn one_of_each_box(form: &[u8]) -> Option<String> {
    let fields: Vec<_> = url::form_urlencoded::parse(form).collect();
    let stands_later = |at: usize| fields[at + 1..].iter().any(|(name, _)| *name == fields[at].0);
    let is_kept = |at: &usize| !(BOXES.contains(&&*fields[*at].0) && stands_later(*at));
    let kept: Vec<_> = (0..fields.len()).filter(is_kept).map(|at| &fields[at]).collect();
    (kept.len() < fields.len())
        .then(|| url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_box_that_stands_twice_the_last_one_counts_and_everything_else_stays() {
        for (form, read) in [
            ("remember=false&remember=true", Some("remember=true")),
            ("email=a%40b&remember=0&remember=1&page=x", Some("email=a%40b&remember=1&page=x")),
            ("sure=on&sure=false", Some("sure=false")),
            ("remember=on&remember=on&remember=off", Some("remember=off")),
            ("email=a&email=b", None),
            ("remember=on&sure=on", None),
            ("", None),
        ] {
            assert_eq!(one_of_each_box(form.as_bytes()).as_deref(), read, "{form}");
        }
    }
}
