//! An open page, as far as the server can see: the socket that it holds.

use super::{Answer, Browser, SESSION};
use futures_util::{SinkExt, StreamExt};
use reqwest::Method;
use std::net::SocketAddr;
use tokio::{
    net::TcpStream,
    time::{Duration, timeout},
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest,
        http::{HeaderName, HeaderValue, Response},
        protocol::CloseFrame,
    },
};
use uuid::Uuid;

/// The session is over; the reason is the word.
pub const OVER: u16 = 4001;
/// The same page has connected anew.
pub const REPLACED: u16 = 4002;
/// There are as many live pages as there may be.
pub const TOO_MANY: u16 = 4003;
/// The server stops.
pub const RESTART: u16 = 1012;

/// How long a test waits for what must come. No test passes by waiting.
const PATIENCE: Duration = Duration::from_secs(10);

/// A page that was loaded, and can connect.
#[derive(Clone)]
pub struct Page {
    address: SocketAddr,
    url: String,
    /// Where it connects.
    path: String,
    /// The id of the session that it was made for.
    pub session: String,
    /// What it calls itself.
    pub id: String,
}

/// A page that is connected.
pub struct Socket {
    stream: WebSocketStream<TcpStream>,
    /// What its page calls itself.
    pub page: String,
}

impl Browser {
    /// Loads the account page as one that can connect.
    pub async fn load(&self, site: &super::Site) -> Page {
        self.load_at(site.address).await
    }

    /// The same at a server that is known by its address alone.
    pub async fn load_at(&self, address: SocketAddr) -> Page {
        let answer = self.get("/account").await;
        assert_eq!(answer.status, 200, "somebody logged in: {answer:?}");
        let session = answer.live_session().expect("a live page");
        let path = answer.live_path().expect("a live page's address");
        Page { address, url: self.url().to_owned(), path, session, id: Uuid::new_v4().to_string() }
    }

    /// Loads a page and connects it.
    pub async fn open(&self, site: &super::Site) -> Socket {
        let page = self.load(site).await;
        page.connect(self).await.alive().await
    }

    /// Posts a form from this page.
    pub async fn post_from(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let fields: Vec<_> = fields.iter().copied().chain([("page", page)]).collect();
        self.post(path, &fields).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.request(Method::DELETE, path).send().await
    }
}

impl Answer {
    /// The session that this page is made for, if it is a live one.
    pub fn live_session(&self) -> Option<String> {
        self.live_attribute(" data-session=\"")
    }

    /// Where it connects.
    fn live_path(&self) -> Option<String> {
        self.live_attribute(" data-path=\"")
    }

    fn live_attribute(&self, name: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(name)?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}

impl Page {
    /// Another tab that shows the same.
    pub fn twin(&self) -> Self {
        Self { id: Uuid::new_v4().to_string(), ..self.clone() }
    }

    /// Connects with this browser's cookies.
    pub async fn connect(&self, browser: &Browser) -> Socket {
        self.connect_from(browser, None).await
    }

    /// The same by way of a proxy, as this client.
    pub async fn connect_from(&self, browser: &Browser, client: Option<&str>) -> Socket {
        let cookie = browser.cookie(SESSION).map(|token| format!("{SESSION}={token}"));
        let path = format!("{}?session={}&page={}", self.path, self.session, self.id);
        let headers = [("origin", Some(self.url.as_str())), ("cookie", cookie.as_deref()), ("x-forwarded-for", client)];
        let stream = connect(self.address, &path, &headers).await.expect("a socket");
        Socket { stream, page: self.id.clone() }
    }

    /// What the server answers to these headers when it does not let the page connect.
    pub async fn refused(&self, browser: &Browser, headers: &[(&str, Option<&str>)]) -> u16 {
        let cookie = browser.cookie(SESSION).map(|token| format!("{SESSION}={token}"));
        let path = format!("{}?session={}", self.path, self.session);
        let headers: Vec<_> = headers.iter().copied().chain([("cookie", cookie.as_deref())]).collect();
        match connect(self.address, &path, &headers).await {
            Ok(_) => 101,
            Err(response) => response.status().as_u16(),
        }
    }
}

/// Opens a socket at this path, or gives the answer of a server that does not want it.
pub async fn connect(
    address: SocketAddr,
    path: &str,
    headers: &[(&str, Option<&str>)],
) -> Result<WebSocketStream<TcpStream>, Box<Response<Option<Vec<u8>>>>> {
    connect_to(address, &address.to_string(), path, headers).await
}

/// The same for a server that is asked for by this host.
pub async fn connect_to(
    address: SocketAddr,
    host: &str,
    path: &str,
    headers: &[(&str, Option<&str>)],
) -> Result<WebSocketStream<TcpStream>, Box<Response<Option<Vec<u8>>>>> {
    let mut request = format!("ws://{host}{path}").into_client_request().expect("a request");
    for (name, value) in headers {
        if let Some(value) = value {
            let name: HeaderName = name.parse().expect("a header");
            request.headers_mut().append(name, HeaderValue::from_str(value).expect("a value"));
        }
    }
    let stream = TcpStream::connect(address).await.expect("a connection");
    match timeout(PATIENCE, client_async(request, stream)).await.expect("an answer") {
        Ok((stream, _)) => Ok(stream),
        Err(Error::Http(response)) => Err(response),
        Err(error) => panic!("{error}"),
    }
}

impl Socket {
    /// The socket of a page of this session, at a server that is asked for by this host.
    pub async fn at_host(address: SocketAddr, host: &str, session: &str, cookie: &str) -> Self {
        let (page, origin) = (Uuid::new_v4().to_string(), format!("http://{host}"));
        let path = format!("/sessions/live?session={session}&page={page}");
        let headers = [("origin", Some(origin.as_str())), ("cookie", Some(cookie))];
        let stream = connect_to(address, host, &path, &headers).await.expect("a socket");
        Self { stream, page }
    }

    /// The next thing that the server says.
    pub async fn next(&mut self) -> Option<Message> {
        timeout(PATIENCE, self.stream.next()).await.expect("a word").and_then(Result::ok)
    }

    /// Waits until the server has looked at the session and found it good.
    pub async fn alive(mut self) -> Self {
        match self.next().await {
            Some(Message::Text(text)) if text.as_str() == "." => self,
            other => panic!("not found good: {other:?}"),
        }
    }

    /// Waits until the server closes: its code and its reason.
    pub async fn told(&mut self) -> (u16, String) {
        loop {
            match self.next().await {
                Some(Message::Close(Some(CloseFrame { code, reason }))) => return (code.into(), reason.to_string()),
                Some(Message::Text(_) | Message::Ping(_)) => (),
                other => panic!("no good-bye: {other:?}"),
            }
        }
    }

    /// The word with which the page is told that its session is over.
    pub async fn over(&mut self) -> String {
        let (code, reason) = self.told().await;
        assert_eq!(code, OVER, "{reason}");
        reason
    }

    /// Whether the server has nothing else to say than that it is there: what was to be told would have come before
    /// the answer to a ping sent now.
    pub async fn is_silent(&mut self) -> bool {
        self.say(Message::Ping("there?".into())).await;
        loop {
            match self.next().await {
                Some(Message::Pong(_)) => return true,
                Some(Message::Text(_) | Message::Ping(_)) => (),
                _ => return false,
            }
        }
    }

    /// Waits until the server has closed the line, without answering anything any more.
    pub async fn dropped(self) {
        use tokio::io::AsyncReadExt;
        let mut bare = self.into_bare();
        let gone = timeout(PATIENCE, async { while let Ok(1..) = bare.read(&mut [0; 256]).await {} });
        gone.await.expect("the end of the line");
    }

    /// The bare connection: from here on nothing is answered by itself.
    pub fn into_bare(self) -> TcpStream {
        self.stream.into_inner()
    }

    /// Says something.
    pub async fn say(&mut self, message: Message) {
        self.stream.send(message).await.expect("a line");
    }
}
