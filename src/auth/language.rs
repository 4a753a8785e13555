//! The language of an account: that of the page on which it logged in first, until another one is chosen.

use super::{Auth, Client, Error, SessionInfo};
use crate::languages::Language;

impl Auth {
    /// Keeps a language for the account of this session: emails that only tell of something are in it.
    ///
    /// # Errors
    /// [`Error::Store`] when the database fails.
    pub async fn choose_language(
        &self,
        session: &SessionInfo,
        language: &Language,
        client: &Client,
    ) -> Result<(), Error> {
        self.act(client, |mut act| async move {
            act.set_language(session.user_id, language.tag()).await?;
            Ok(())
        })
        .await
    }
}
