//! Hashing codes: it takes a core for a while, so it waits for one.

use super::{
    Auth, Client, Error,
    code::{Code, Keyed},
    line::Lane,
};
use crate::store::HashedCode;

impl Auth {
    /// Hashes a code, once a core is free for it. A flood of codes waits here, in front of the database.
    pub(super) async fn hash<const N: usize>(
        &self,
        code: &Code,
        keyed: [Keyed; N],
        client: &Client,
    ) -> Result<[HashedCode; N], Error> {
        let permit = self.inner.hashing.enter(&client.key(), Lane::Ordinary).await?;
        Ok(self.inner.hasher.hash(code, keyed, permit).await?)
    }
}
