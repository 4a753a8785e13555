//! The menu of languages at the foot of a page: a plain form, so it works without scripts.

use super::texts::{self, spoken};
use crate::{
    http::{HttpState, mailbox, original_uri},
    languages::Languages,
};
use axum::{extract::Request, http::Method};
use leptos::prelude::*;

/// Chooses a language.
#[component]
pub(super) fn Menu(languages: Languages, action: String, comes_back_to: String) -> impl IntoView {
    let own = spoken();
    let options: Vec<_> = languages
        .all()
        .iter()
        .map(|language| {
            let tag = language.tag().to_owned();
            view! {
                <option value=tag.clone() lang=tag selected=*language == own>
                    {language.say(texts::LANGUAGE_NAME, &[])}
                </option>
            }
        })
        .collect();
    view! {
        <div class="languages">
            <form method="post" action=action aria-label=texts::LANGUAGE>
                <input type="hidden" name="return_to" value=comes_back_to />
                <select name="language" aria-label=texts::LANGUAGE>{options}</select>
                <button type="submit" class="magic-auth-link">{texts::CHANGE_LANGUAGE}</button>
            </form>
        </div>
    }
}

/// Returns where the menu of this page comes back to; `None` where loading the page again would do something, or would not
/// show it.
pub(super) fn comes_back_to(http: &HttpState, request: &Request) -> Option<String> {
    let uri = original_uri(request);
    let asked = uri.path_and_query()?.as_str();
    // A program that sends the mailbox's key each time reads it nowhere.
    let is_shown_again =
        request.method() == Method::GET && http.auth.paths().only_shows(asked) && !mailbox::is_key_in(uri);
    is_shown_again.then(|| asked.to_owned())
}
