//! A mail server that refuses some addresses, and takes its time over the others.

use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt, AsyncWriteExt, BufReader, Lines, split},
    net::{TcpListener, TcpStream},
};

/// A mail server that takes every email but those to addresses that begin with `refused`, or all as long as it is
/// closed: then it may think better of it later.
pub struct MailServer {
    /// Its address for `SMTP_URL`.
    pub url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    closed: bool,
    refusing: bool,
    /// What was written to whom.
    messages: Vec<(String, String)>,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State::default()));
        let shared = state.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, shared.clone()));
            }
        });
        Self { url, state }
    }

    /// From now on it takes nothing, or everything again.
    pub fn close(&self, closed: bool) {
        self.state.lock().expect("the state").closed = closed;
    }

    /// From now on it refuses everything for good.
    pub fn refuse(&self) {
        self.state.lock().expect("the state").refusing = true;
    }

    /// The emails to this address as they arrived.
    pub fn messages(&self, to: &str) -> Vec<String> {
        let state = self.state.lock().expect("the state");
        state.messages.iter().filter(|(address, _)| address == to).map(|(_, text)| text.clone()).collect()
    }
}

/// Speaks SMTP with one client until that leaves; a client that stops in the middle is nothing to complain of.
async fn converse(stream: TcpStream, state: Arc<Mutex<State>>) -> Option<()> {
    let (read, mut write) = split(stream);
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    write.write_all(b"220 ready\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let (closed, refusing) = {
            let state = state.lock().expect("the state");
            (state.closed, state.refusing)
        };
        let answer = match line.get(..4).map(str::to_ascii_uppercase).as_deref() {
            Some("RCPT") if closed => "450 not now\r\n".to_owned(),
            Some("RCPT") if refusing || line.contains("<refused") => "550 nobody of that name\r\n".to_owned(),
            Some("RCPT") => {
                to = line.split(['<', '>']).nth(1)?.to_owned();
                // Long enough that a request which waited for it would be seen to.
                format!("{}250 good\r\n", "250-let us see\r\n".repeat(300))
            }
            Some("DATA") => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                let text = read_email(&mut lines).await?;
                state.lock().expect("the state").messages.push((to.clone(), text));
                "250 taken\r\n".to_owned()
            }
            Some("QUIT") => return write.write_all(b"221 good-bye\r\n").await.ok(),
            _ => "250 good\r\n".to_owned(),
        };
        write.write_all(answer.as_bytes()).await.ok()?;
    }
    Some(())
}

async fn read_email<R: AsyncBufRead + Unpin>(lines: &mut Lines<R>) -> Option<String> {
    let mut text = String::new();
    loop {
        match lines.next_line().await.ok()?? {
            line if line == "." => return Some(text),
            // A dot at the beginning of a line is sent twice (RFC 5321, 4.5.2).
            line => text.extend([line.strip_prefix('.').unwrap_or(&line), "\n"]),
        }
    }
}
