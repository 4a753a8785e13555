//! Hearing other nodes, by LISTEN and NOTIFY. A word goes out with the commit of what it tells of: neither happens without
//! the other.

use super::{Lent, Pools, Transaction, in_time};
use crate::store::{Heard, SessionsEnded};
use sqlx::{Error, PgPool, postgres::PgListener};

/// Where nodes hear that sessions have ended.
const SESSIONS_ENDED: &str = "magic_auth_sessions_ended";

/// One node's ear: a connection that does nothing but listen. Dropped, it hears nothing any more.
pub struct Ear {
    listener: PgListener,
    /// A channel of its own, on which a node hears itself: so it knows that it hears.
    own: String,
    speaking: PgPool,
}

impl Pools {
    pub(in crate::store) async fn listen(&self) -> Result<Ear, Error> {
        let listening = async {
            let own = "SELECT 'magic_auth_node_' || gen_random_uuid()";
            let (own,): (String,) = sqlx::query_as(own).fetch_one(&self.readers).await?;
            let mut listener = PgListener::connect_with(&self.listening).await?;
            listener.eager_reconnect(false);
            listener.listen_all([SESSIONS_ENDED, own.as_str()]).await?;
            Ok(Ear { listener, own, speaking: self.readers.clone() })
        };
        in_time(listening).await
    }
}

impl Ear {
    /// Says something to itself, over another connection.
    pub async fn call(&self) -> Result<(), Error> {
        let call = async {
            let mut lent = Lent::by(&self.speaking).await?;
            let called = sqlx::query("SELECT pg_notify($1, '')").bind(&self.own).execute(lent.connection()).await;
            lent.give_back(called)
        };
        in_time(call).await.map(|_| ())
    }

    /// Waits for a word; `None` when the connection is lost. Nothing is lost when it is not waited for any more.
    pub async fn hear(&mut self) -> Result<Option<Heard>, Error> {
        loop {
            let Some(word) = self.listener.try_recv().await? else { return Ok(None) };
            if word.channel() == self.own {
                return Ok(Some(Heard::Itself));
            }
            // A newer version may say what this one does not know: it looks all the same, once a minute.
            if let Some(ended) = SessionsEnded::parse(word.payload()) {
                return Ok(Some(Heard::SessionsEnded(ended)));
            }
        }
    }
}

impl Transaction {
    pub(in crate::store) async fn notify(&mut self, word: &str) -> Result<(), Error> {
        let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(SESSIONS_ENDED).bind(word);
        in_time(notify.execute(self.connection())).await.map(|_| ())
    }
}
