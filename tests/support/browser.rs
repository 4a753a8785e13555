//! A browser as far as the server can see: cookies, headers of navigation, forms. Redirects are followed by hand, so
//! that a test can look at each of them.

use super::Answer;
use leptos_magic_auth::internals::auth::Auth;
use reqwest::{
    Client, Method, RequestBuilder,
    header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, ORIGIN, REFERER, USER_AGENT},
    redirect::Policy,
};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::{sync::Barrier, task::JoinSet};

/// A form without fields.
pub const NO_FIELDS: &[(&str, &str)] = &[];

const FIREFOX_ON_LINUX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Redirects that are followed; a circle is longer.
const MOST_HOPS: usize = 5;

/// A browser with cookies of its own.
pub struct Browser {
    http: Client,
    /// Where it believes the site to be.
    url: String,
    /// Where the site really listens.
    address: SocketAddr,
    /// Whose emails it waits for after each request, where emails arrive at once.
    messages: Option<Auth>,
    /// What the proxy says of where it is, where the server asks a proxy.
    client: Option<&'static str>,
    pub user_agent: &'static str,
    /// The languages that it asks for; none where it says nothing of that.
    pub languages: &'static str,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// A request about to be sent, as this browser would send it unless the test changes it.
pub struct Request<'a> {
    browser: &'a Browser,
    path: String,
    builder: RequestBuilder,
}

impl Browser {
    pub fn new(url: &str, address: SocketAddr, messages: Option<Auth>) -> Self {
        let client = Client::builder().redirect(Policy::none()).no_proxy().build().expect("a client");
        let (url, cookies) = (url.to_owned(), Mutex::default());
        Self {
            http: client,
            url,
            address,
            messages,
            client: None,
            user_agent: FIREFOX_ON_LINUX,
            languages: "",
            cookies,
        }
    }

    /// A browser behind a proxy. What a test says of its client stands in a line behind this one, and counts.
    pub fn behind_proxy(self, client: &'static str) -> Self {
        Self { client: Some(client), ..self }
    }

    /// A browser with a copy of this one's cookies, as a thief or a second window would have.
    pub fn twin(&self) -> Self {
        let (http, url, messages) = (self.http.clone(), self.url.clone(), self.messages.clone());
        let cookies = Mutex::new(self.cookies.lock().expect("cookies").clone());
        let (client, user_agent, languages) = (self.client, self.user_agent, self.languages);
        Self { http, url, address: self.address, messages, client, user_agent, languages, cookies }
    }

    /// The same browser at a server that has come in place of its own.
    pub fn at(&self, site: &super::Site) -> Self {
        Self { address: site.address, messages: Some(site.auth.clone()), ..self.twin() }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("cookies").get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().expect("cookies").insert(name.to_owned(), value.to_owned());
    }

    /// Lets this browser see the development mailbox.
    pub fn with_mailbox_key(self) -> Self {
        self.set_cookie(super::MAILBOX, super::MAILBOX_KEY);
        self
    }

    /// A request with nothing but cookies and the browser's name.
    pub fn bare(&self, method: Method, path: &str) -> Request<'_> {
        let host = self.url.split_once("://").map_or("", |(_, host)| host);
        let address = format!("http://{}{path}", self.address);
        let builder = self.http.request(method, address).header(USER_AGENT, self.user_agent).header(HOST, host);
        let builder = if let Some(client) = self.client { builder.header("x-forwarded-for", client) } else { builder };
        let builder = if self.languages.is_empty() { builder } else { builder.header(ACCEPT_LANGUAGE, self.languages) };
        let cookies = self.cookies.lock().expect("cookies");
        let line: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let builder = if line.is_empty() { builder } else { builder.header(COOKIE, line.join("; ")) };
        Request { browser: self, path: path.to_owned(), builder }
    }

    /// A request that begins on one of the site's own pages.
    pub fn request(&self, method: Method, path: &str) -> Request<'_> {
        let request =
            self.bare(method.clone(), path).header("sec-fetch-site", "same-origin").header(ACCEPT, "text/html");
        let request = request.header(REFERER, &format!("{}/sessions/log_in", self.url));
        if method == Method::GET || method == Method::HEAD { request } else { request.header(ORIGIN, &self.url) }
    }

    /// One step: redirects are not followed.
    pub async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path).send().await
    }

    /// Goes to an address and wherever that leads.
    pub async fn visit(&self, path: &str) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Posts a form. One step: the redirect is not followed.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.request(Method::POST, path).form(fields).send().await
    }

    /// The same as a program does that asks for JSON.
    pub async fn post_for_json(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.bare(Method::POST, path).header("sec-fetch-site", "same-origin");
        request.header(ACCEPT, "application/json").form(fields).send().await
    }

    /// Fills in the form of a page and submits it, with whatever the page has put into it. One step.
    pub async fn submit(&self, page: &Answer, action: &str, typed: &[(&str, &str)]) -> Answer {
        let mut fields = page.form(action).unwrap_or_else(|| panic!("no form for {action}: {}", page.body));
        fields.retain(|(name, _)| typed.iter().all(|(changed, _)| name != changed));
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(action, &fields).await
    }

    /// Follows an answer's redirects to the page at their end.
    pub async fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..MOST_HOPS {
            if answer.status != 303 {
                return answer;
            }
            let location = answer.location().to_owned();
            assert!(location.starts_with('/') && !location.starts_with("//"), "a path of ours: {location}");
            answer = self.get(&location).await;
        }
        panic!("redirects without end, lately to {}", answer.path)
    }

    /// Asks for an email on the log-in page; ends on the code page.
    pub async fn ask(&self, email: &str) -> Answer {
        let page = self.visit("/sessions/log_in").await;
        let answer = self.submit(&page, "/api/magic_auth/request_log_in", &[("email", email)]).await;
        assert!(answer.location().starts_with("/sessions/password"), "{}", answer.location());
        self.follow(answer).await
    }

    /// Types a code on the code page. One step.
    pub async fn type_code(&self, code: &str) -> Answer {
        self.post("/api/magic_auth/log_in_with_code", &[("code", code)]).await
    }

    /// Presses the button for another email. One step.
    pub async fn resend(&self) -> Answer {
        self.post("/api/magic_auth/resend_email", NO_FIELDS).await
    }

    /// Clicks “Log in” on the page that a link led to. One step.
    pub async fn click_link(&self) -> Answer {
        self.post("/api/magic_auth/log_in_with_link", NO_FIELDS).await
    }

    /// Opens the newest email's link and clicks. One step.
    pub async fn click_link_of(&self, site: &super::Site) -> Answer {
        self.get(&site.message(super::ADA).path).await;
        self.click_link().await
    }

    /// The same with the code that the page of another browser asks for.
    pub async fn click_link_with(&self, code: &str) -> Answer {
        self.post("/api/magic_auth/log_in_with_link", &[("code", code)]).await
    }

    /// Asks for an email and logs in with its code.
    pub async fn log_in(&self, site: &super::Site, email: &str) -> Answer {
        self.ask(email).await;
        let answer = self.type_code(&site.message(email).code).await;
        assert!(answer.logs_in(), "{email} logs in: {answer:?}");
        answer
    }

    /// Asks to change the address on the account page. One step.
    pub async fn change_email(&self, email: &str) -> Answer {
        self.post("/api/magic_auth/change_email", &[("email", email)]).await
    }

    /// Opens the undo link of the newest email to this address, ticks and clicks. One step.
    pub async fn undo_by(&self, message: &super::EmailMessage) -> Answer {
        assert_eq!(self.get(&message.path).await.location(), "/account/email/undo");
        let page = self.get("/account/email/undo").await;
        self.submit(&page, "/api/magic_auth/undo_email_change", &[("sure", "true")]).await
    }

    /// Who the account page says that this browser is logged in as; nobody when it is not.
    pub async fn logged_in_as(&self) -> Option<String> {
        let page = self.get("/account").await;
        let (_, rest) = page.body.split_once("data-current=\"")?;
        Some(rest.split_once('"')?.0.to_owned())
    }

    /// Whether the server takes this browser for logged in.
    pub async fn is_logged_in(&self) -> bool {
        match self.get("/account").await.status {
            200 => true,
            303 => false,
            status => panic!("/account answered {status}"),
        }
    }
}

impl Request<'_> {
    pub fn header(mut self, name: impl AsRef<str>, value: &str) -> Self {
        self.builder = self.builder.header(name.as_ref(), value);
        self
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body("application/x-www-form-urlencoded", body)
    }

    pub fn body(mut self, content_type: &str, body: impl Into<reqwest::Body>) -> Self {
        self.builder = self.builder.header(CONTENT_TYPE, content_type).body(body);
        self
    }

    /// Sends it, keeps the cookies that come back, and goes on once the emails that it was about have arrived: they
    /// are sent off the request's path.
    pub async fn send(self) -> Answer {
        let messages = self.browser.messages.clone();
        let answer = self.send_alone().await;
        if let Some(messages) = messages {
            messages.finish_deliveries().await;
        }
        answer
    }

    /// Sends it, keeps the cookies that come back, and waits for nothing else.
    pub async fn send_alone(self) -> Answer {
        self.answered().await.expect("an answer")
    }

    /// The same for a server that may be gone: then there is no answer.
    pub async fn try_send(self) -> Option<Answer> {
        self.answered().await.ok()
    }

    async fn answered(self) -> reqwest::Result<Answer> {
        let response = self.builder.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await?;
        let body = String::from_utf8_lossy(&body).into_owned();
        let answer = Answer { path: self.path, status, headers, body };
        let mut cookies = self.browser.cookies.lock().expect("cookies");
        for (name, value, attributes) in answer.set_cookies() {
            if attributes.contains("Max-Age=0") {
                cookies.remove(&name)
            } else {
                cookies.insert(name, value)
            };
        }
        drop(cookies);
        Ok(answer)
    }
}

/// Does all of this at the same time, and gives the answers in any order.
pub async fn at_once<F>(actions: Vec<F>) -> Vec<Answer>
where
    F: Future<Output = Answer> + Send + 'static,
{
    let start = Arc::new(Barrier::new(actions.len()));
    let mut running = JoinSet::new();
    for action in actions {
        let start = start.clone();
        running.spawn(async move {
            start.wait().await;
            action.await
        });
    }
    running.join_all().await
}
