//! Asks for the address.

use crate::{
    app::{
        Site,
        document::{Page, PageQuery},
        message::{FieldError, KeepMe, Kind, Message},
        said::Said,
        texts::{self, error_words, fill, notice_words},
    },
    auth::return_to,
    http::{Visitor, cookie, headers::add_cookie, see_other, typed::Field},
    types::Notice,
};
use axum::{Extension, extract::Request, extract::State, response::Response};
use leptos::prelude::*;

/// `GET /sessions/log_in`. Who is logged in is sent on.
pub async fn log_in(State(site): State<Site>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let auth = &site.http.auth;
    let query = PageQuery::of(&request);
    let return_to = return_to::parse(&query.return_to, auth.paths()).unwrap_or_default().to_owned();
    if visitor.session.is_some() {
        return see_other(&if return_to.is_empty() { auth.paths().signed_in(&[]) } else { return_to });
    }
    let digits = auth.rules().code_digits;
    let action = site.http.auth.paths().function("request_log_in");
    let typed = visitor.cookies.typed_into(Field::Email);
    // Where the address does not say why one is here, the session that has ended does.
    let notice = Said::notice(query.said).or(visitor.ended.map(Notice::from).filter(|_| query.said.is_none()));
    // What is wrong with the address stands at its field, everything else above the form.
    let (at_field, above) = match Said::error(query.said) {
        Some(error) if error.is_about_address() => (Some(error), None),
        other => (None, other),
    };
    let app = auth.app_name().to_owned();

    // With the form, so that a second click has it, whose first answer never came.
    let new_browser = visitor.cookies.challenge.is_none().then(|| auth.new_browser());
    let remembered = auth.rules().remember_challenges;
    let mut page = Page::new(&site, if at_field.is_some() { texts::CHECK_YOUR_ADDRESS } else { texts::LOG_IN })
        .described(&request, texts::LOG_IN_DESCRIPTION)
        .show(request, move || {
            view! {
                <section class="magic-auth-card">
                    <h1>{fill(texts::LOG_IN_TO, [("app", &app)])}</h1>
                    {notice.map(|notice| view! { <Message kind=Kind::Notice>{notice_words(notice)}</Message> })}
                    {above.map(|error| view! { <Message kind=Kind::Error>{error_words(error, digits)}</Message> })}
                    <form method="post" action=action.clone() novalidate>
                        <label for="email">{texts::YOUR_EMAIL_ADDRESS}</label>
                        <input
                            id="email"
                            name="email"
                            type="email"
                            inputmode="email"
                            autocomplete="email"
                            autocapitalize="none"
                            spellcheck="false"
                            enterkeyhint="send"
                            maxlength="320"
                            dir="ltr"
                            required
                            autofocus
                            value=typed.clone()
                            aria-invalid=at_field.map(|_| "true")
                            aria-describedby=if at_field.is_some() { "email-error email-hint" } else { "email-hint" }
                        />
                        {at_field.map(|error| view! {
                            <FieldError id="email-error">{error_words(error, digits)}</FieldError>
                        })}
                        <p class="magic-auth-hint" id="email-hint">{texts::WE_WILL_SEND}</p>
                        <KeepMe checked=true />
                        {(!return_to.is_empty()).then(|| view! {
                            <input type="hidden" name="return_to" value=return_to.clone() />
                        })}
                        <button type="submit" class="magic-auth-button" data-busy=texts::SENDING>{texts::SEND_ME_A_CODE}</button>
                    </form>
                </section>
            }
        })
        .await;
    if let Some(secret) = new_browser {
        add_cookie(page.headers_mut(), cookie::challenge(&secret, remembered));
    }
    page
}
