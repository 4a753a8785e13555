//! Times in the reader's own zone.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A time: in UTC as the server wrote it, and once scripts run in the reader's zone and language.
#[island]
pub fn LocalTime(
    /// Milliseconds since 1970 UTC.
    at: i64,
    /// For machines: RFC 3339.
    datetime: String,
    /// For people, in UTC.
    text: String,
) -> impl IntoView {
    let shown = RwSignal::new(text);

    Effect::new(move || {
        let options = js_sys::Object::new();
        for (name, style) in [("dateStyle", "medium"), ("timeStyle", "short")] {
            let _ = js_sys::Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(style));
        }
        let date = js_sys::Date::new(&JsValue::from_f64(at as f64));
        let language = window().navigator().language().unwrap_or_else(|| "en".to_owned());
        shown.set(String::from(date.to_locale_string(&language, &options)));
    });

    view! { <time datetime=datetime>{move || shown.get()}</time> }
}
