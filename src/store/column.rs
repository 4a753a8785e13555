//! How our own types stand in columns, in every database alike. A value that cannot be read is an error: nothing takes
//! its place.

use super::{Delivery, Hashed, HashedCode, LimitKey, MoveKind, OutboxKind};
use crate::{
    ids::{ChallengeId, ChangeId, EmailId, EpochId, EventId, SessionId, UserId},
    types::{AccountId, EmailAddress, EndReason, TenantId, Timestamp},
};
use sqlx::{Database, Decode, Encode, Type, encode::IsNull, error::BoxDynError};
use uuid::Uuid;

/// Says which type a column has, how a value is written there and how it is read.
macro_rules! column {
    ($type:ty, $column:ty, $write:expr, $read:expr) => {
        impl<DB: Database> Type<DB> for $type
        where
            $column: Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <$column as Type<DB>>::type_info()
            }

            fn compatible(ty: &DB::TypeInfo) -> bool {
                <$column as Type<DB>>::compatible(ty)
            }
        }

        impl<'q, DB: Database> Encode<'q, DB> for $type
        where
            $column: Encode<'q, DB>,
        {
            fn encode_by_ref(&self, buffer: &mut <DB as Database>::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                let write: fn(&$type) -> $column = $write;
                write(self).encode(buffer)
            }
        }

        impl<'r, DB: Database> Decode<'r, DB> for $type
        where
            $column: Decode<'r, DB>,
        {
            fn decode(value: <DB as Database>::ValueRef<'r>) -> Result<Self, BoxDynError> {
                let read: fn($column) -> Result<$type, BoxDynError> = $read;
                read(<$column as Decode<'r, DB>>::decode(value)?)
            }
        }
    };
}

/// Ids stand in columns of UUIDs.
macro_rules! id_columns {
    ($($id:ty),* $(,)?) => {$(
        column!($id, Uuid, |id| id.uuid(), |uuid| Ok(uuid.into()));
    )*};
}

id_columns!(UserId, SessionId, ChallengeId, ChangeId, EmailId, EpochId, EventId);

column!(Timestamp, i64, |at| at.0, |millis| Ok(Self(millis)));
column!(EmailAddress, String, |email| email.as_str().to_owned(), |text| Ok(Self::checked(text)));
column!(TenantId, String, |tenant| tenant.to_string(), |text| Ok(Self::stored(&text)));
column!(AccountId, String, |account| account.to_string(), |text| Ok(Self::stored(text)));
column!(LimitKey, String, |key| key.as_str().to_owned(), |text| Ok(Self::new(text)));
column!(Hashed, Vec<u8>, |hash| hash.as_bytes().to_vec(), |bytes| Ok(Self::new(exactly(&bytes)?)));
column!(HashedCode, Vec<u8>, |hash| hash.as_bytes().to_vec(), |bytes| Ok(Self::new(exactly(&bytes)?)));
column!(EndReason, String, |reason| reason.as_str().to_owned(), |word| Self::parse(&word)
    .ok_or_else(|| unknown(&word)));
column!(Delivery, String, |delivery| delivery.as_str().to_owned(), |word| {
    Self::parse(&word).ok_or_else(|| unknown(&word))
});
column!(MoveKind, String, |kind| kind.as_str().to_owned(), |word| Self::parse(&word).ok_or_else(|| unknown(&word)));
column!(OutboxKind, String, |kind| kind.as_str().to_owned(), |word| Ok(Self::parse(&word)));

fn exactly<const N: usize>(bytes: &[u8]) -> Result<[u8; N], BoxDynError> {
    bytes.try_into().map_err(|_| format!("a hash of {} bytes", bytes.len()).into())
}

fn unknown(word: &str) -> BoxDynError {
    format!("a word that this version does not know: {word:?}").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, read};

    /// Reads one value of this type.
    macro_rules! read_as {
        ($type:ty, $sql:expr) => {{
            let mut reader = Store::open("sqlite::memory:").await.unwrap().reader();
            let row: Result<($type,), sqlx::Error> = read!(reader, fetch_one, $sql);
            row.map(|(value,)| value)
        }};
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_an_error_and_nothing_takes_its_place() {
        assert_eq!(read_as!(EndReason, "SELECT 'logged_out'").unwrap(), EndReason::LoggedOut);
        assert!(read_as!(EndReason, "SELECT 'no_such_word'").is_err());
        assert_eq!(read_as!(Delivery, "SELECT 'sent'").unwrap(), Delivery::Sent);
        assert!(read_as!(Delivery, "SELECT 'no_such_word'").is_err());
        assert!(read_as!(Hashed, "SELECT zeroblob(32)").is_ok());
        for short in ["SELECT zeroblob(31)", "SELECT zeroblob(33)", "SELECT x''"] {
            assert!(read_as!(Hashed, short).is_err(), "{short}");
            assert!(read_as!(HashedCode, short).is_err(), "{short}");
        }
        assert!(read_as!(UserId, "SELECT zeroblob(15)").is_err());
        // An email that an other version has stored is given up by name, so that it keeps no other one waiting.
        assert_eq!(read_as!(OutboxKind, "SELECT 'no_such_word'").unwrap(), OutboxKind::Unknown);
    }
}
