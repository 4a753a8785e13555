//! The program itself, as a process that can be killed.

use super::{Browser, MAILBOX_KEY, seconds};
use reqwest::Method;
use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
    time::{sleep, timeout},
};

/// The program, which runs as long as this lives.
pub struct Program {
    child: Child,
    address: SocketAddr,
}

impl Program {
    /// Starts it in this folder, with these variables besides.
    pub async fn start(folder: &Path, variables: &[(&str, &str)]) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("the port's number");
        let mut program = Command::new("sh");
        // A file that must not grow is an error, and not the end.
        program.args(["-c", "trap '' XFSZ; exec \"$0\"", env!("CARGO_BIN_EXE_magic-auth")]);
        program.env("LEPTOS_SITE_ADDR", address.to_string()).env("PUBLIC_URL", format!("http://{address}"));
        program.env("MAILBOX_KEY", MAILBOX_KEY).env("DANGEROUSLY_WITHOUT_LIMITS", "true");
        program.envs(variables.iter().copied()).current_dir(folder);
        program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = program.kill_on_drop(true).spawn().expect("it starts");
        let mut told = BufReader::new(child.stdout.take().expect("its output")).lines();
        loop {
            let line = timeout(seconds(30), told.next_line()).await.expect("a line").expect("text");
            if line.expect("it is ready before it ends").contains("Stop it with Ctrl-C") {
                return Self { child, address };
            }
        }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(&format!("http://{}", self.address), self.address, None)
    }

    pub async fn log_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser.ask(email).await;
        assert!(browser.type_code(&self.code(email).await.expect("a code")).await.logs_in());
        browser
    }

    /// The code of the newest email to this address; `None` where the program is gone.
    pub async fn code(&self, email: &str) -> Option<String> {
        let (browser, path) = (self.browser(), format!("/dev/mailbox.json?key={MAILBOX_KEY}"));
        loop {
            let mailbox = browser.bare(Method::GET, &path).try_send().await?;
            let messages: Vec<serde_json::Value> = serde_json::from_str(&mailbox.body).ok()?;
            let text =
                messages.iter().find(|message| message["to"] == email).map(|message| message["text"].to_string());
            if let Some(text) = text {
                let digits = |word: &&str| word.chars().filter(char::is_ascii_digit).count() == 6;
                let unspaced = text.replace(' ', "").replace("\\n", " ");
                return unspaced.split(' ').find(digits).map(str::to_owned);
            }
        }
    }

    /// Tells it to stop, and waits until it has ended.
    pub async fn stop(&mut self) {
        self.signal("TERM");
        timeout(seconds(30), self.child.wait()).await.expect("its end").expect("a child");
    }

    /// Waits until nobody reaches it any more.
    pub async fn until_port_is_closed(&self) {
        while TcpStream::connect(self.address).await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Its number among the processes.
    pub fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// Sends it this signal.
    pub fn signal(&self, signal: &str) {
        let sent = std::process::Command::new("kill").args([&format!("-{signal}"), &self.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }
}
