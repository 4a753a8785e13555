//! What an outcome of the core means for a browser: cookies, and the page that shows it.

use super::{Caller, GoodBye, cookie, good_bye, rejection, typed::Field};
use crate::{
    auth::{DisconnectSelf, EmailChangeAsked, Ended, LogInRequested, LoggedIn, PageId, Proved},
    languages::Language,
    types::{Answer, AuthError, EmailAsked, EmailChange, EndReason, LogIn, Notice, Rejection},
};

impl Caller {
    /// Returns the language that was chosen.
    ///
    /// # Errors
    /// [`AuthError::BadRequest`] where there is none with this tag.
    pub fn language_chosen(&self, tag: &str) -> Result<Language, Rejection> {
        self.auth().languages().find(tag).cloned().ok_or_else(|| AuthError::BadRequest.into())
    }

    /// A language was chosen: the page comes back in it.
    pub fn come_back_in(&self, language: &Language, return_to: &str) -> Answer<()> {
        self.set_cookie(cookie::chosen_language(language));
        let paths = self.paths();
        let next = if paths.only_shows(return_to) { return_to.to_owned() } else { paths.home(&[]) };
        Answer { done: (), next }
    }

    /// An email was asked for from the log-in page.
    pub async fn email_asked(&self, asked: &LogInRequested) -> Answer<EmailAsked> {
        // Anew each time, so that it outlives the challenge that has just begun.
        if let Some(secret) = asked.new_secret.as_ref().or(self.visitor.cookies.challenge.as_ref()) {
            self.set_cookie(cookie::challenge(secret, self.auth().rules().remember_challenges));
        }
        let challenge = asked.challenge.to_string();
        let next = self.code_page(None, &challenge).await;
        Answer { done: EmailAsked { challenge }, next }
    }

    /// An email was asked for from the code page.
    pub async fn email_asked_again(&self, challenge: &str) -> Answer<Notice> {
        let done = Notice::EmailAgain;
        Answer { done, next: self.code_page(Some(("notice", done.as_str())), challenge).await }
    }

    /// The code page of this challenge, with what it says; the challenge is not named where it is this browser's newest.
    pub async fn code_page(&self, said: Option<(&str, &str)>, challenge: &str) -> String {
        // Where that cannot be found out, its name does no harm.
        let is_newest = !self.auth().has_newer_challenge(self.own_challenge(challenge)).await.unwrap_or(true);
        let named = (!is_newest && !challenge.is_empty()).then_some(("challenge", challenge));
        let query: Vec<_> = said.into_iter().chain(named).collect();
        self.paths().code(&query)
    }

    /// An address has proved itself, by a code or a link; `page` is the live page on which that was done.
    ///
    /// # Errors
    /// [`AuthError::AddressMovedAway`] where an account has left the address lately: nobody is logged in or out, and the
    /// answer's cookie opens the page that undoes that. Else those of a change of address that goes on by itself.
    pub async fn proved(&self, proved: Proved, page: &str) -> Result<Answer<LogIn>, Rejection> {
        self.set_cookie(cookie::gone(cookie::LINK));
        match proved {
            Proved::LoggedIn(logged_in) => self.welcome(*logged_in, page).await,
            Proved::LeadToUndo { token } => {
                self.set_cookie(cookie::undo(&token));
                Err(AuthError::AddressMovedAway.into())
            }
        }
    }

    /// Somebody is logged in, and goes on with what they wanted.
    async fn welcome(&self, logged_in: LoggedIn, page: &str) -> Result<Answer<LogIn>, Rejection> {
        // Anew each time, so that it outlives the last log-in by as long as it may.
        if let Some(device) = logged_in.new_device.as_ref().or(self.visitor.cookies.device.as_ref()) {
            self.set_cookie(cookie::device(device, self.auth().rules().remember_devices));
        }
        let Some(new_email) = &logged_in.goes_on_to else {
            self.set_cookie(cookie::session(&logged_in));
            let (done, usual) = match logged_in.moved {
                true => (LogIn::EmailChanged, self.paths().account(&[("notice", Notice::NewAddress.as_str())])),
                false => (LogIn::LoggedIn, self.paths().signed_in(&[])),
            };
            return Ok(Answer { done, next: logged_in.return_to.unwrap_or(usual) });
        };
        let (session, acting) = (&logged_in.session, self.acting(page));
        match self.auth().change_email(session, new_email.as_str(), acting, DisconnectSelf::No).await {
            Ok(asked) => {
                let Answer { done, next } = self.email_change_asked(&asked);
                Ok(Answer { done: LogIn::EmailChange(done), next })
            }
            Err(error) => {
                self.set_cookie(cookie::session(&logged_in));
                let rejection = Rejection::from(error);
                if !rejection::is_shown_at_form(rejection.kind) {
                    return Err(rejection);
                }
                // The log-in has happened all the same, so also a limit is told where the address stands, to be tried
                // again there.
                if self.wants_html() {
                    self.set_cookie(cookie::typed(Field::NewEmail, new_email.as_str()));
                }
                let next = self.paths().account(&[("error", rejection.kind.as_str())]);
                Ok(Answer { done: LogIn::EmailChangeRejected(rejection.kind), next })
            }
        }
    }

    /// Logs the visitor out.
    ///
    /// # Errors
    /// [`AuthError::Unavailable`]: nothing has ended.
    pub async fn log_out(&self, page: &str) -> Result<Answer<Notice>, Rejection> {
        let ended = good_bye::log_out(&self.state, &self.visitor, PageId::parse(page)).await?;
        Ok(self.logged_out(ended, Notice::LoggedOut))
    }

    /// The visitor logged out everywhere.
    pub fn logged_out_everywhere(&self) -> Answer<Notice> {
        self.logged_out(self.visitor.ended, Notice::LoggedOutEverywhere)
    }

    fn logged_out(&self, ended: Option<EndReason>, notice: Notice) -> Answer<Notice> {
        let GoodBye { notice: done, next } = GoodBye::new(&self.state, ended, notice);
        cookie::all_gone().into_iter().for_each(|cookie| self.set_cookie(cookie));
        Answer { done, next }
    }

    /// Sessions were ended from the list; perhaps the visitor's own among them.
    pub fn ended_from_list(&self, ended: &Ended, notice: Notice) -> Answer<Notice> {
        if self.ends_own(ended) { self.logged_out(None, Notice::LoggedOut) } else { self.at_account(notice) }
    }

    /// A change of address was asked for.
    pub fn email_change_asked(&self, asked: &EmailChangeAsked) -> Answer<EmailChange> {
        let (done, secret) = match asked {
            EmailChangeAsked::Begun { new_secret, .. } => (EmailChange::Begun, new_secret),
            EmailChangeAsked::ProveFirst { new_secret } => (EmailChange::ProveFirst, new_secret),
        };
        if done == EmailChange::Begun {
            self.set_cookie(cookie::gone(cookie::SESSION));
        }
        self.set_cookie(cookie::challenge(secret, self.auth().rules().remember_challenges));
        Answer { done, next: self.paths().code(&[]) }
    }

    /// A change of address was undone. Who is logged in as somebody else stays so.
    pub fn email_change_undone(&self, ended: &Ended) -> Answer<Notice> {
        if self.visitor.session.is_some() && !self.ends_own(ended) {
            self.set_cookie(cookie::gone(cookie::UNDO));
            return self.at_account(Notice::OthersChangeUndone);
        }
        cookie::all_gone().into_iter().for_each(|cookie| self.set_cookie(cookie));
        let done = Notice::ChangeUndone;
        Answer { done, next: self.paths().log_in(&[("notice", done.as_str())]) }
    }

    /// Something was done that the account page tells of.
    pub fn at_account(&self, done: Notice) -> Answer<Notice> {
        Answer { done, next: self.paths().account(&[("notice", done.as_str())]) }
    }

    fn ends_own(&self, ended: &Ended) -> bool {
        let own = self.visitor.session.as_ref();
        own.is_some_and(|own| ended.sessions.contains(&own.id))
    }
}
