//! A mail server that does what a test tells it, and notes every line that it hears.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, split},
    net::{TcpListener, TcpStream},
    sync::watch,
    time::{sleep, timeout},
};

/// What the server does about a line.
pub enum Says {
    /// It answers as a good server does.
    Usual,
    /// It answers this.
    This(&'static str),
    /// It answers as a good server does, after so long.
    Late(Duration),
    /// It says nothing more on this connection.
    Silence,
    /// It closes the connection.
    HangUp,
}

/// One line as it was heard: `connection` counts from 0, and `email` is how many MAIL commands came before and with it,
/// over all connections. The line after an email's content is `.`, the one before all others is empty.
#[derive(Clone)]
pub struct Heard {
    pub connection: usize,
    pub email: usize,
    pub line: String,
}

type Script = Arc<dyn Fn(&Heard) -> Says + Send + Sync>;

/// The server.
pub struct ScriptedServer {
    /// Its address for `SMTP_URL`.
    pub url: String,
    heard: Arc<Mutex<Vec<Heard>>>,
    /// The emails' contents.
    taken: watch::Receiver<Vec<String>>,
}

impl ScriptedServer {
    pub async fn start(script: impl Fn(&Heard) -> Says + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let heard = Arc::<Mutex<Vec<Heard>>>::default();
        let (taking, taken) = watch::channel(Vec::new());
        let (script, notes, taking): (Script, _, _) = (Arc::new(script), heard.clone(), Arc::new(taking));
        let emails = Arc::new(AtomicUsize::new(0));
        tokio::spawn(async move {
            let mut connection = 0;
            while let Ok((stream, _)) = listener.accept().await {
                let peer = Peer { connection, emails: emails.clone(), script: script.clone(), heard: notes.clone() };
                tokio::spawn(peer.converse(stream, taking.clone()));
                connection += 1;
            }
        });
        Self { url, heard, taken }
    }

    /// A server that says nothing more from the recipient on, once that is switched on.
    pub async fn that_may_hang() -> (Self, Arc<AtomicBool>) {
        let hangs = Arc::<AtomicBool>::default();
        let script = hangs.clone();
        let server = Self::start(move |heard: &Heard| match heard.line.starts_with("RCPT") {
            true if script.load(Ordering::SeqCst) => Says::Silence,
            _ => Says::Usual,
        });
        (server.await, hangs)
    }

    /// The lines that were heard on this connection.
    pub fn lines(&self, connection: usize) -> Vec<String> {
        let heard = self.heard.lock().expect("the lines");
        heard.iter().filter(|heard| heard.connection == connection).map(|heard| heard.line.clone()).collect()
    }

    /// How often a line was heard that begins so.
    pub fn count(&self, start: &str) -> usize {
        self.heard.lock().expect("the lines").iter().filter(|heard| heard.line.starts_with(start)).count()
    }

    /// Waits for an email's content to this address; it may or may not have been answered.
    pub async fn email_to(&self, to: &str) -> String {
        self.nth_email_to(to, 1).await
    }

    /// The same for the one that comes as such a number, from 1.
    pub async fn nth_email_to(&self, to: &str, number: usize) -> String {
        let mut taken = self.taken.clone();
        let header = format!("To: {to}\n");
        let found = |all: &Vec<String>| all.iter().filter(|email| email.contains(&header)).count() >= number;
        let all = timeout(Duration::from_secs(30), taken.wait_for(found)).await.expect("an email").expect("a server");
        all.iter().filter(|email| email.contains(&header)).nth(number - 1).expect("it").clone()
    }
}

struct Peer {
    connection: usize,
    emails: Arc<AtomicUsize>,
    script: Script,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Peer {
    /// Speaks with one client until that leaves; a client that stops in the middle is nothing to complain of.
    async fn converse(self, stream: TcpStream, taking: Arc<watch::Sender<Vec<String>>>) -> Option<()> {
        let (read, mut write) = split(stream);
        let mut lines = BufReader::new(read).lines();
        let mut line = String::new();
        let mut content: Option<String> = None;
        loop {
            if let Some(text) = content.as_mut().filter(|_| line != ".") {
                text.extend([line.as_str(), "\n"]);
                line = lines.next_line().await.ok()??;
                continue;
            }
            taking.send_modify(|all| all.extend(content.take()));
            let usual = match line.get(..4).unwrap_or(&line) {
                "" => "220 ready",
                "DATA" => "354 go on",
                "QUIT" => "221 good-bye",
                _ => "250 good",
            };
            let answer = match (self.script)(&self.note(&line)) {
                Says::Usual => usual,
                Says::This(answer) => answer,
                Says::Late(pause) => {
                    sleep(pause).await;
                    usual
                }
                Says::Silence => {
                    while let Some(unanswered) = lines.next_line().await.ok()? {
                        self.note(&unanswered);
                    }
                    return None;
                }
                Says::HangUp => return None,
            };
            content = answer.starts_with("354").then(String::new);
            write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
            if answer.starts_with("221") || answer.starts_with("421") {
                return Some(());
            }
            line = lines.next_line().await.ok()??;
        }
    }

    fn note(&self, line: &str) -> Heard {
        let new = usize::from(line.starts_with("MAIL"));
        let email = self.emails.fetch_add(new, Ordering::SeqCst) + new;
        let heard = Heard { connection: self.connection, email, line: line.to_owned() };
        self.heard.lock().expect("the lines").push(heard.clone());
        heard
    }
}
