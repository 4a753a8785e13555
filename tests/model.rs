//! A challenge against a small model of what it is meant to be: whatever two browsers do with it, in any order, both say
//! the same.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

use leptos_magic_auth::{
    Paths, Rules,
    internals::{
        auth::{
            AskLogIn, Auth, BrowserSecret, Client, Clock, Error, LinkState, LinkToken, LivePageBounds, OwnChallenge,
            Parts, Proved, Random, SessionState, SessionToken, UseLink,
        },
        mail::{Mailbox, Mailer},
        store::Store,
        types::{AuthError, Timestamp},
    },
};
use proptest::prelude::*;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tokio::runtime::Runtime;

const ADA: &str = "ada@example.com";
const LIFE: i64 = 600_000;
const PAUSE: i64 = 30_000;
/// How long a log-in may be repeated whose answer was lost.
const REPEATABLE: i64 = 60_000;
/// Wrong codes in a row after which codes alone are off: few enough to be reached by chance.
const MOST_FAILED: i64 = 8;

/// What a browser (0 or 1) can do. An email is named by how many came before it, and means none when there are fewer.
#[derive(Clone, Copy, Debug)]
enum Step {
    Ask(usize),
    Resend(usize),
    /// Types the code of this email.
    Type(usize, usize),
    /// Types a code that no email holds.
    TypeWrong(usize),
    /// Opens this email's link and clicks.
    Click(usize, usize),
    /// The same with the code of that email, right or wrong.
    ClickWithCode(usize, usize, bool),
    /// Opens this email's link and only looks.
    Look(usize, usize),
    /// Comes back with the token of this log-in, by how many there were before.
    Visit(usize),
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let (browser, message) = (0..2_usize, 0..4_usize);
    prop_oneof![
        3 => browser.clone().prop_map(Step::Ask),
        2 => browser.clone().prop_map(Step::Resend),
        3 => (browser.clone(), message.clone()).prop_map(|(browser, message)| Step::Type(browser, message)),
        4 => browser.clone().prop_map(Step::TypeWrong),
        1 => (browser.clone(), message.clone()).prop_map(|(browser, message)| Step::Click(browser, message)),
        2 => (browser.clone(), message.clone()).prop_map(|(browser, message)| Step::Look(browser, message)),
        2 => message.clone().prop_map(Step::Visit),
        4 => (browser, message, prop::bool::weighted(0.2)).prop_map(|(b, l, right)| Step::ClickWithCode(b, l, right)),
        4 => prop_oneof![Just(REPEATABLE - 1), Just(PAUSE - 1), Just(1), Just(PAUSE), Just(LIFE / 2), Just(LIFE)].prop_map(Step::Wait),
    ]
}

/// A challenge as it is meant to be.
#[derive(Default)]
struct Challenge {
    /// The browser that asked.
    browser: usize,
    used: bool,
    /// When the browser that asked has logged in, while the token has not come back.
    repeatable_since: Option<i64>,
    /// Which token is good, by how many there were before.
    token: Option<usize>,
    tries: u32,
    link_tries: u32,
    ends_at: i64,
    /// When each of its emails came.
    messages: Vec<i64>,
}

impl Challenge {
    fn over(&self, now: i64) -> Option<AuthError> {
        match () {
            () if self.used && self.repeats(now) => None,
            () if self.used => Some(AuthError::Used),
            () if self.ends_at <= now => Some(AuthError::Expired),
            () if self.tries >= 5 => Some(AuthError::TriesUsedUp),
            () => None,
        }
    }

    /// Whether the browser that asked may log in once more, because the first answer seems to be lost.
    fn repeats(&self, now: i64) -> bool {
        self.ends_at > now && self.tries < 5 && self.repeatable_since.is_some_and(|since| since + REPEATABLE > now)
    }

    /// Whether nothing but a log-in is left to be had of it.
    fn done(&self, now: i64) -> Option<AuthError> {
        if self.used { Some(AuthError::Used) } else { self.over(now) }
    }

    fn message(&mut self, now: i64) -> Result<(), AuthError> {
        let good = self.messages.iter().filter(|at| *at + LIFE > now).count();
        match () {
            () if good >= 3 => Err(AuthError::EnoughEmails),
            () if self.messages.last().is_some_and(|at| at + PAUSE > now) => Err(AuthError::TooSoon),
            () => {
                self.messages.push(now);
                self.ends_at = now + LIFE;
                Ok(())
            }
        }
    }

    /// `failed` counts the wrong codes in a row for the address, over all challenges.
    fn code(&mut self, right: bool, now: i64, failed: &mut i64) -> Result<(), AuthError> {
        if let Some(over) = self.over(now) {
            return Err(over);
        }
        if *failed >= MOST_FAILED {
            // Nobody is told who has not shown that they read the mailbox.
            self.tries += 1;
            return Err(if self.tries < 5 { AuthError::WrongCode } else { AuthError::TriesUsedUp });
        }
        self.tries += 1;
        *failed = if right { 0 } else { *failed + 1 };
        if right && !self.used {
            (self.used, self.repeatable_since) = (true, Some(now));
        }
        if right { Ok(()) } else { Err(if self.tries < 5 { AuthError::WrongCode } else { AuthError::TriesUsedUp }) }
    }

    /// What the page of a link says, where it says that the link is over.
    fn link_over(&self, own: bool, came_at: i64, now: i64) -> Option<AuthError> {
        match () {
            () if self.used && own && self.repeats(now) && came_at + LIFE > now => None,
            () if self.used => Some(AuthError::Used),
            () if came_at + LIFE <= now => Some(AuthError::Expired),
            () if !own && self.link_tries >= 5 => Some(AuthError::TriesUsedUp),
            () => None,
        }
    }

    fn link(
        &mut self,
        own: bool,
        came_at: i64,
        code: Option<bool>,
        now: i64,
        failed: &mut i64,
    ) -> Result<(), AuthError> {
        match code {
            _ if self.used && own && self.repeats(now) && came_at + LIFE > now => {
                self.tries += 1;
                *failed = 0;
                return Ok(());
            }
            _ if self.used => Err(AuthError::Used),
            _ if came_at + LIFE <= now => Err(AuthError::Expired),
            _ if own => Ok(()),
            None => Err(AuthError::CodeNeeded),
            Some(_) if self.link_tries >= 5 => Err(AuthError::TriesUsedUp),
            Some(right) => {
                self.link_tries += 1;
                match right {
                    true => Ok(()),
                    false if self.link_tries < 5 => Err(AuthError::WrongCode),
                    false => Err(AuthError::TriesUsedUp),
                }
            }
        }?;
        (self.used, *failed) = (true, 0);
        self.repeatable_since = own.then_some(now);
        Ok(())
    }
}

/// An email that came: whose challenge, when, and what it holds.
struct EmailMessage {
    challenge: usize,
    came_at: i64,
    code: String,
    link: LinkToken,
}

/// The real thing, with the model beside it.
struct World {
    auth: Auth,
    mailbox: Mailbox,
    now: Arc<AtomicI64>,
    client: Client,
    browsers: [Option<(BrowserSecret, usize)>; 2],
    challenges: Vec<Challenge>,
    messages: Vec<EmailMessage>,
    /// Every token that there was, with its challenge.
    tokens: Vec<(SessionToken, usize)>,
    failed: i64,
}

impl World {
    async fn new(folder: &std::path::Path) -> Self {
        let store = Store::open(&format!("sqlite://{}", folder.join("model.db").display())).await.unwrap();
        let (mailbox, now) = (Mailbox::default(), Arc::new(AtomicI64::new(1_795_356_300_000)));
        let told = now.clone();
        let auth = Auth::new(Parts {
            store,
            mailer: Mailer::Mailbox(mailbox.clone()),
            rules: Rules { argon2_memory_kib: 8, most_failed_codes: MOST_FAILED, ..Rules::default() },
            limits: None,
            live_pages: LivePageBounds::default(),
            clock: Clock::from_fn(move || Timestamp(told.load(Ordering::SeqCst))),
            random: Random::system(),
            paths: Paths::default(),
            public_url: "http://localhost:3000".parse().unwrap(),
            app_name: "Model".to_owned(),
            support: None,
            languages: Default::default(),
            on_event: None,
            accounts: None,
            emails: None,
        });
        let client = Client::new("203.0.113.7", "");
        let auth = auth.unwrap();
        let (challenges, messages, tokens) = (vec![], vec![], vec![]);
        Self { auth, mailbox, now, client, browsers: [None, None], challenges, messages, tokens, failed: 0 }
    }

    fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    /// Reads the email that has just come for this challenge, if one should have.
    async fn receive(&mut self, challenge: usize) {
        self.auth.finish_deliveries().await;
        let mut messages = self.mailbox.messages();
        messages.retain(|message| !message.subject.starts_with("A new browser logged in"));
        assert_eq!(messages.len(), self.messages.len() + 1, "one email more");
        let text = &messages[0].text;
        let code: String =
            text.lines().find(|line| line.starts_with("    ")).unwrap().chars().filter(char::is_ascii_digit).collect();
        let (_, token) = text.split_once("token=").unwrap();
        let link = LinkToken::parse(token.lines().next().unwrap()).unwrap();
        self.messages.push(EmailMessage { challenge, came_at: self.now(), code, link });
    }

    async fn ask(&mut self, browser: usize) {
        let now = self.now();
        let secret = self.browsers[browser].as_ref().map(|(secret, _)| secret.clone());
        let ask = AskLogIn { email: ADA, remember: false, return_to: "", browser: secret.as_ref() };
        let asked = self.auth.request_log_in(ask, &self.client).await.unwrap();
        let known = self.browsers[browser].as_ref().map(|(_, own)| *own);
        match known.filter(|own| self.challenges[*own].done(now).is_none()) {
            Some(own) => {
                assert!(asked.new_secret.is_none(), "a browser keeps its secret");
                if self.challenges[own].message(now).is_ok() {
                    self.receive(own).await;
                }
            }
            None => {
                let own = self.challenges.len();
                self.challenges.push(Challenge { browser, ..Challenge::default() });
                self.challenges[own].message(now).unwrap();
                self.browsers[browser] = Some((asked.new_secret.or(secret).expect("a secret"), own));
                self.receive(own).await;
            }
        }
    }

    async fn resend(&mut self, browser: usize) -> (Result<(), AuthError>, Result<(), AuthError>) {
        let now = self.now();
        let (secret, own) = self.browsers[browser].clone().unzip();
        let real = said(self.auth.resend_email(newest(secret.as_ref()), &self.client).await);
        let meant = match own.map(|own| &mut self.challenges[own]) {
            None => Err(AuthError::NoChallenge),
            Some(challenge) => challenge.done(now).map_or(Ok(()), Err).and_then(|()| challenge.message(now)),
        };
        if let (Ok(()), Some(own)) = (&meant, own) {
            self.receive(own).await;
        }
        (real, meant)
    }

    /// A code that none of the emails holds.
    fn wrong_code(&self) -> String {
        let is_free = |code: &String| self.messages.iter().all(|message| message.code != *code);
        (0..).map(|number| format!("{number:06}")).find(is_free).unwrap()
    }

    async fn type_code(
        &mut self,
        browser: usize,
        message: Option<usize>,
    ) -> (Result<(), AuthError>, Result<(), AuthError>) {
        let now = self.now();
        let (secret, own) = self.browsers[browser].clone().unzip();
        let code = message.map_or_else(|| self.wrong_code(), |message| self.messages[message].code.clone());
        let real = self.auth.log_in_with_code(newest(secret.as_ref()), &code, None, &self.client).await;
        let real = self.begun(real, own);
        let same = |message: &EmailMessage| {
            Some(message.challenge) == own && message.code == code && message.came_at + LIFE > now
        };
        let right = self.messages.iter().any(same);
        let meant =
            own.map_or(Err(AuthError::NoChallenge), |own| self.challenges[own].code(right, now, &mut self.failed));
        (real, meant)
    }

    async fn click(
        &mut self,
        browser: usize,
        message: usize,
        code: Option<bool>,
    ) -> (Result<(), AuthError>, Result<(), AuthError>) {
        let (now, challenge) = (self.now(), self.messages[message].challenge);
        let secret = self.browsers[browser].as_ref().map(|(secret, _)| secret.clone());
        let typed = match code {
            None => String::new(),
            Some(true) => self.messages[message].code.clone(),
            Some(false) => self.wrong_code(),
        };
        let link = UseLink {
            token: Some(&self.messages[message].link),
            browser: secret.as_ref(),
            code: &typed,
            remember: false,
        };
        let real = self.auth.log_in_with_link(link, None, &self.client).await;
        let real = self.begun(real, Some(challenge));
        let (came_at, is_own) = (self.messages[message].came_at, self.challenges[challenge].browser == browser);
        let meant = self.challenges[challenge].link(is_own, came_at, code, now, &mut self.failed);
        (real, meant)
    }
}

/// The newest challenge of the browser with this secret.
fn newest(browser: Option<&BrowserSecret>) -> OwnChallenge<'_> {
    OwnChallenge { browser, id: "" }
}

impl World {
    /// Keeps the token that a log-in brings, which is the only good one of its challenge from now on.
    fn begun(&mut self, outcome: Result<Proved, Error>, challenge: Option<usize>) -> Result<(), AuthError> {
        let proved = outcome.map(|proved| match proved {
            Proved::LoggedIn(logged_in) => logged_in.token,
            Proved::LeadToUndo { .. } => panic!("no address changes here"),
        });
        said(proved.map(|token| {
            let challenge = challenge.expect("a challenge");
            self.challenges[challenge].token = Some(self.tokens.len());
            self.tokens.push((token, challenge));
        }))
    }

    /// Whether the token of this log-in stands for somebody. Who comes back with a good one has it for good.
    async fn visit(&mut self, token: usize) {
        let challenge = &mut self.challenges[self.tokens[token].1];
        let meant = challenge.token == Some(token);
        if meant {
            challenge.repeatable_since = None;
        }
        let real = self.auth.session(&self.tokens[token].0).await.unwrap();
        assert_eq!(matches!(real, SessionState::Good(_)), meant, "token {token} of {}", self.tokens.len());
    }

    /// What the page of an email's link says, in this browser.
    async fn look(&self, browser: usize, message: usize) -> (Result<(), AuthError>, Result<(), AuthError>) {
        let secret = self.browsers[browser].as_ref().map(|(secret, _)| secret.clone());
        let EmailMessage { challenge, came_at, ref link, .. } = self.messages[message];
        let state = self.auth.link(link, secret.as_ref()).await.unwrap();
        let is_own = self.challenges[challenge].browser == browser;
        let real = match state {
            LinkState::Own { .. } | LinkState::Other { .. } => {
                assert_eq!(matches!(state, LinkState::Own { .. }), is_own, "whose link it is");
                Ok(())
            }
            LinkState::OnlyWhereAsked { .. } => panic!("no address changes here"),
            LinkState::Unusable { error, .. } => Err(error),
        };
        (real, self.challenges[challenge].link_over(is_own, came_at, self.now()).map_or(Ok(()), Err))
    }
}

fn said(outcome: Result<(), Error>) -> Result<(), AuthError> {
    outcome.map_err(|error| match error {
        Error::Rejected(error) => error,
        other => panic!("{other}"),
    })
}

async fn live_through(steps: &[Step]) {
    let folder = tempfile::tempdir().unwrap();
    let mut world = World::new(folder.path()).await;
    for (number, step) in steps.iter().enumerate() {
        let there = |message: usize| message < world.messages.len();
        let (real, meant) = match *step {
            Step::Ask(browser) => {
                world.ask(browser).await;
                continue;
            }
            Step::Wait(by) => {
                world.now.fetch_add(by, Ordering::SeqCst);
                continue;
            }
            Step::Visit(token) => {
                if token < world.tokens.len() {
                    world.visit(token).await;
                }
                continue;
            }
            Step::Resend(browser) => world.resend(browser).await,
            Step::TypeWrong(browser) => world.type_code(browser, None).await,
            Step::Type(browser, message) if there(message) => world.type_code(browser, Some(message)).await,
            Step::Click(browser, message) if there(message) => world.click(browser, message, None).await,
            Step::ClickWithCode(browser, message, right) if there(message) => {
                world.click(browser, message, Some(right)).await
            }
            Step::Look(browser, message) if there(message) => world.look(browser, message).await,
            Step::Type(..) | Step::Click(..) | Step::ClickWithCode(..) | Step::Look(..) => continue,
        };
        assert_eq!(real, meant, "step {number}, {step:?}, of {steps:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_challenge_does_what_its_model_does(steps in prop::collection::vec(step(), 1..40)) {
        Runtime::new().unwrap().block_on(live_through(&steps));
    }
}
