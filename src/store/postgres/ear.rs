//! Hearing other nodes, by LISTEN and NOTIFY. A word goes out with the commit of what it tells of: neither happens without
//! the other.

use super::{Lent, Pools, Transaction, in_time};
use crate::store::{Heard, SessionsEnded};
use sqlx::{
    Error, PgPool,
    postgres::{PgListener, PgPoolOptions},
};

/// Where nodes hear that sessions have ended.
const SESSIONS_ENDED: &str = "magic_auth_sessions_ended";

/// One node's ear: a connection that does nothing but listen. Dropped, it hears nothing any more.
pub struct Ear {
    listener: PgListener,
    voice: Voice,
}

/// By which a node says something to itself, over another connection than that on which it hears.
#[derive(Clone)]
pub struct Voice {
    /// A channel that nobody else listens to.
    own: String,
    speaking: PgPool,
}

impl Pools {
    pub(in crate::store) async fn listen(&self) -> Result<Ear, Error> {
        let listening = async {
            // A pool for each ear: one whose connection has fallen silent keeps no other from being opened.
            let pool = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
            let mut listener = PgListener::connect_with(&pool.connect_lazy_with(self.direct.as_ref().clone())).await?;
            listener.eager_reconnect(false);
            let own = "SELECT 'magic_auth_node_' || gen_random_uuid()";
            let (own,): (String,) = sqlx::query_as(own).fetch_one(&mut listener).await?;
            listener.listen(&own).await?;
            Ok(Ear { listener, voice: Voice { own, speaking: self.readers.clone() } })
        };
        in_time(listening).await
    }
}

impl Voice {
    /// Says something to itself.
    pub async fn call(&self) -> Result<(), Error> {
        let call = async {
            let mut lent = Lent::of_pool(&self.speaking).await?;
            let called = sqlx::query("SELECT pg_notify($1, '')").bind(&self.own).execute(lent.connection()).await;
            lent.give_back(called)
        };
        in_time(call).await.map(|_| ())
    }
}

impl Ear {
    /// Begins to hear others too. A pooler lends a connection that listens to whoever comes next, so it is for one that has
    /// been found to hear itself.
    pub async fn attend(&mut self) -> Result<(), Error> {
        in_time(self.listener.listen(SESSIONS_ENDED)).await
    }

    /// Returns what it hears itself by.
    pub fn voice(&self) -> Voice {
        self.voice.clone()
    }

    /// Waits for a word; `None` when the connection is lost. Nothing is lost when it is not waited for any more.
    pub async fn hear(&mut self) -> Result<Option<Heard>, Error> {
        loop {
            let Some(word) = self.listener.try_recv().await? else { return Ok(None) };
            if word.channel() == self.voice.own {
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
