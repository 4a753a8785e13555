//! Asks for the code.

mod no_code;
mod sent;

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        said::Said,
        texts,
    },
    auth::{ChallengeState, Error, OwnChallenge, Purpose},
    http::{Visitor, see_other, typed::Field, waiting},
    languages::Text,
    parts::WaitingTab,
    store::Delivery,
    types::{AuthError, Notice, Paths, Timestamp},
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;
use no_code::{NotSent, Unusable};
use sent::Sent;
use std::time::Duration;

/// Seconds until a page without scripts looks again how an email fared that is still on its way: most mail servers
/// answer within ten seconds, of which the page has waited two.
const RENEWED_AFTER: u32 = 9;

/// What the page shows.
#[derive(Clone)]
struct CodePage {
    challenge: ChallengeState,
    error: Option<AuthError>,
    notice: Option<Notice>,
    typed: String,
    digits: usize,
    lifetime: Duration,
    /// Seconds until another email may be asked for; `None` when there are enough.
    resend_in: Option<u32>,
    paths: Paths,
}

/// `GET /sessions/password`. A browser that is logged in is sent on, also when that was by a link in another tab; one that
/// has asked for no email is sent to do so.
pub async fn code(
    State(site): State<Site>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
) -> Result<Response, Error> {
    let auth = &site.http.auth;
    let query = PageQuery::of(&request);
    let own = OwnChallenge { browser: visitor.cookies.challenge.as_ref(), id: &query.challenge };
    let challenge = auth.challenge_settled(own, &visitor.client).await?;
    if waiting::is_settled(visitor.session.is_some(), challenge.as_ref()) {
        let return_to = challenge.and_then(|challenge| challenge.return_to);
        return Ok(see_other(&return_to.unwrap_or_else(|| auth.paths().signed_in(&[]))));
    }
    let Some(challenge) = challenge else {
        return Ok(see_other(&auth.paths().log_in(&[("error", AuthError::NoChallenge.as_str())])));
    };

    let now = auth.clock().now();
    let seconds = |until: Timestamp| until.since(now).as_millis().div_ceil(1000) as u32;
    let word = waiting::word(visitor.session.is_some(), Some(&challenge));
    let page = CodePage {
        error: Said::error(query.said),
        notice: Said::notice(query.said),
        typed: visitor.cookies.typed_into(Field::Code),
        digits: auth.rules().code_digits,
        lifetime: auth.rules().magic_link_lifetime,
        resend_in: challenge.resend_at.map(seconds),
        paths: auth.paths().clone(),
        challenge,
    };
    let title = match (page.challenge.unusable, page.challenge.good_until) {
        (Some(_), _) => texts::ASK_FOR_NEW_CODE,
        (None, None) => texts::NOT_SENT,
        (None, Some(_)) => heading(&page.challenge.purpose),
    };
    // By its id: meanwhile another tab may have asked for another address.
    let anew = page.paths.code(&[("challenge", &page.challenge.id.to_string())]);
    let sending = page.challenge.unusable.is_none() && page.challenge.delivery == Delivery::Pending;
    let page = Page::new(&site, title)
        .of(&visitor)
        .renewed_after(sending.then(|| (RENEWED_AFTER, anew.clone())))
        .show(request, move || {
            let page = page.clone();
            let waiting = page.paths.waiting(&[("challenge", &page.challenge.id.to_string())]);
            let body = match (page.challenge.unusable, page.challenge.good_until) {
                (Some(reason), _) => view! { <Unusable page reason /> }.into_any(),
                (None, None) => view! { <NotSent page /> }.into_any(),
                (None, Some(_)) => view! { <Sent page /> }.into_any(),
            };
            view! {
                <section class="magic-auth-card">{body}</section>
                <WaitingTab path=waiting page=anew.clone() word />
            }
        })
        .await;
    Ok(page)
}

fn heading(purpose: &Purpose) -> Text {
    match purpose {
        Purpose::LogIn => texts::CHECK_YOUR_EMAIL,
        Purpose::Prove { .. } => texts::PROVE_ITS_YOU,
        Purpose::Confirm { .. } => texts::CHECK_NEW_ADDRESS,
    }
}

/// What else one can do than type the code.
fn instead(purpose: &Purpose, paths: &Paths) -> AnyView {
    let (address, words) = match purpose {
        Purpose::LogIn => (paths.log_in(&[]), texts::USE_ANOTHER_ADDRESS),
        Purpose::Prove { .. } => (paths.account(&[]), texts::KEEP_ADDRESS),
        Purpose::Confirm { .. } => (paths.log_in(&[]), texts::LOG_IN_WITH_OLD_ADDRESS),
    };
    view! { <p><a href=address>{words}</a></p> }.into_any()
}
