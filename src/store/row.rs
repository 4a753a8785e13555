//! Rows as structs.

/// Reads a struct from a row: each of these fields from the column of its name, or of the one behind `as`; what is named
/// behind them is a struct of the same row.
macro_rules! row {
    ($row:ident { $($field:ident $(as $column:literal)?),* $(,)? } $(, $part:ident)*) => {
        $crate::store::row!(in sqlx::sqlite::SqliteRow: $row { $($field $(as $column)?),* } $(, $part)*);
        #[cfg(feature = "postgres")]
        $crate::store::row!(in sqlx::postgres::PgRow: $row { $($field $(as $column)?),* } $(, $part)*);
    };
    (in $source:ty: $row:ident { $($field:ident $(as $column:literal)?),* } $(, $part:ident)*) => {
        impl sqlx::FromRow<'_, $source> for $row {
            fn from_row(row: &$source) -> Result<Self, sqlx::Error> {
                Ok(Self {
                    $($field: sqlx::Row::try_get(row, $crate::store::row!(column $field $(as $column)?))?,)*
                    $($part: sqlx::FromRow::from_row(row)?,)*
                })
            }
        }
    };
    (column $field:ident) => { stringify!($field) };
    (column $field:ident as $column:literal) => { $column };
}

pub(super) use row;
