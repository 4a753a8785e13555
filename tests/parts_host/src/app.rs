use leptos::prelude::*;
use leptos_magic_auth::{
    EmailChangeForm, LivePage, LogInLink, LogOutEverywhereLink, LogOutLink, LoggedIn, LoggedOut, RequireSession,
    use_session,
};
use leptos_router::{
    StaticSegment,
    components::{Route, Router, Routes},
};

pub fn shell(options: LeptosOptions) -> impl IntoView {
    #[cfg(feature = "ssr")]
    set_policy();
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <link rel="icon" href="data:," />
                <HydrationScripts options islands=cfg!(feature = "islands") root=prefix() />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Answers with a policy of the host's own, which allows what its page loads and nothing besides.
#[cfg(feature = "ssr")]
fn set_policy() {
    use axum::http::{HeaderValue, header};
    if let (Some(nonce), Some(response)) = (leptos::nonce::use_nonce(), use_context::<leptos_axum::ResponseOptions>()) {
        let policy = format!(
            "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
             connect-src 'self'; form-action 'self'; base-uri 'none'"
        );
        response.insert_header(header::CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy).unwrap());
    }
}

/// The path below which the application is nested.
pub fn prefix() -> String {
    std::env::var("PARTS_PREFIX").unwrap_or_default()
}

fn at(path: &str) -> String {
    prefix() + path
}

#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <nav>
                <a href=at("/")>"Home"</a>
                " "
                <a href=at("/parts")>"Parts"</a>
                " "
                <a href=at("/open")>"Open"</a>
            </nav>
            <main>
                <Routes fallback=|| "Page not found.">
                    <Route path=StaticSegment("") view=|| view! { <h1>"Home"</h1> } />
                    <Route path=StaticSegment("parts") view=Parts />
                    <Route path=StaticSegment("open") view=Open />
                </Routes>
            </main>
        </Router>
    }
}

/// Everything for people who are logged in: with siblings, inside of `Suspense`, and twice.
#[component]
fn Parts() -> impl IntoView {
    let late = Resource::new(|| (), |()| later());
    view! {
        <h1>"Parts"</h1>
        <section id="once">
            <PartsForMembers />
        </section>
        <section id="late">
            <Suspense fallback=|| "Wait">{move || late.get().map(|()| view! { <PartsForMembers /> })}</Suspense>
        </section>
        <section id="twice">
            <PartsForMembers />
        </section>
        <p>"The end"</p>
    }
}

/// What comes some time after the page.
async fn later() {
    #[cfg(feature = "ssr")]
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
}

#[component]
fn PartsForMembers() -> impl IntoView {
    view! {
        <PartsForAll />
        <RequireSession>
            <p class="required">"Yours alone"</p>
            <EmailChangeForm />
        </RequireSession>
        <Counter />
        <LogOutLink />
        <Counter />
        <LogOutEverywhereLink />
        <p>"Before the live page"</p>
        <LivePage />
        <Counter />
    }
}

/// Everything for everybody.
#[component]
fn Open() -> impl IntoView {
    let late = Resource::new(|| (), |()| later());
    view! {
        <h1>"Open"</h1>
        <section id="once">
            <PartsForAll />
            <LivePage />
        </section>
        <section id="late">
            <Suspense fallback=|| "Wait">{move || late.get().map(|()| view! { <PartsForAll /> })}</Suspense>
        </section>
        <section id="twice">
            <PartsForAll />
        </section>
        // Names that a sheet of somebody else's would like to have.
        <p class="page card button code error hint link">"The end"</p>
    }
}

#[component]
fn PartsForAll() -> impl IntoView {
    view! {
        <Counter />
        <LoggedIn let:session>
            <p class="in">"You are " {session.email}</p>
        </LoggedIn>
        <Counter />
        <LoggedOut>
            <p class="out">"You are nobody"</p>
        </LoggedOut>
        <Counter />
        <LogInLink />
        <Counter />
        <Greeting />
    }
}

/// A part of the host's that runs in the browser.
#[cfg_attr(feature = "islands", island)]
#[cfg_attr(not(feature = "islands"), component)]
fn Counter() -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <button class="counter" on:click=move |_| *count.write() += 1>"Count: " {count}</button> }
}

/// Another one, which asks who visits.
#[cfg_attr(feature = "islands", island)]
#[cfg_attr(not(feature = "islands"), component)]
fn Greeting() -> impl IntoView {
    let session = use_session();
    let name = move || session.get().map_or_else(|| "nobody".to_owned(), |session| session.email);
    view! { <p class="greeting">"Hello, " {name}</p> }
}
