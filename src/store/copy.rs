//! Moving an installation from SQLite to PostgreSQL: every row of every table, counted and compared.
//!
//! What is to be copied is asked of the databases, which have the same tables and columns, so nothing can be forgotten here.

use super::{SCHEMES, StoreError, file_of, migrations, postgres, sqlite, why_not_open};
use sqlx::{
    AssertSqlSafe, ColumnIndex, Decode, Executor, PgConnection, Postgres, Row, Sqlite, SqliteConnection, Type,
    postgres::PgArguments,
    query::Query,
    sqlite::{SqliteArguments, SqliteRow},
};
use uuid::Uuid;

/// Rows that are read and written at a time.
const AT_A_TIME: usize = 1_000;

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// One of the two is not what it has to be.
    #[error("a database is copied from sqlite:… to postgres:…")]
    NotThese,
    /// The source cannot be read, or not be kept from changing.
    #[error("the source: {}. No server may run on it meanwhile", why_not_open(.0))]
    Source(StoreError),
    /// The target cannot be written.
    #[error("the target: {}", why_not_open(.0))]
    Target(StoreError),
    /// Somebody uses the target already.
    #[error("the target has rows already, in {0}: it must be empty")]
    HasRows(String),
    /// It is copied, but a server would still start on the source.
    #[error(
        "everything is copied, but the source could not be marked as moved ({0}): let no server run on it any more"
    )]
    NotMarked(StoreError),
    /// The two are not the same afterwards.
    #[error("{table} has {from} rows in the source and {to} in the target")]
    Differs {
        /// Of which table.
        table: String,
        /// In the source.
        from: i64,
        /// In the target.
        to: i64,
    },
}

/// How many rows each table has.
type Counts = Vec<(String, i64)>;

/// Copies all rows of a SQLite database to a PostgreSQL that has none, and returns how many each table has. Nobody else uses
/// the source meanwhile, and no server starts on it afterwards. Where it fails, nothing has happened.
///
/// # Errors
/// [`CopyError`] says why nothing was copied.
pub async fn copy(from: &str, to: &str) -> Result<Counts, CopyError> {
    let is_sqlite = |url: &str| url.starts_with(SCHEMES[0]);
    if !is_sqlite(from) || is_sqlite(to) || !matches!(file_of(from), Ok(Some(_))) {
        return Err(CopyError::NotThese);
    }
    let mut source = sqlite::alone(from).await.map_err(CopyError::Source)?;
    let mut target = postgres::alone(to).await.map_err(CopyError::Target)?;
    // Dropped without a COMMIT, both are as they were.
    source.execute("BEGIN EXCLUSIVE").await.map_err(CopyError::Source)?;
    target.execute("BEGIN").await.map_err(CopyError::Target)?;
    let tables = tables(&mut target).await.map_err(CopyError::Target)?;
    take_empty(&mut target, &tables).await?;
    for table in &tables {
        copy_table(&mut source, &mut target, table).await?;
    }
    let counts = compared(&mut source, &mut target, &tables).await?;
    // Written before the target is final, and final itself after it: there are never two that a server starts on.
    source.execute(migrations::MARK_AS_MOVED).await.map_err(CopyError::Source)?;
    target.execute("COMMIT").await.map_err(CopyError::Target)?;
    source.execute("COMMIT").await.map_err(CopyError::NotMarked)?;
    Ok(counts)
}

/// A table of ours.
struct Table {
    name: String,
    /// Its columns, each with the name of its type in PostgreSQL.
    columns: Vec<(String, String)>,
    /// The columns by which its rows are found, in their order, with their types.
    key: Vec<(String, String)>,
}

/// Returns all tables, each behind those that it refers to.
async fn tables(target: &mut PgConnection) -> Result<Vec<Table>, StoreError> {
    let names: Vec<(String,)> = sqlx::query_as(
        "SELECT CAST(relname AS TEXT) FROM pg_class
         WHERE relkind = 'r' AND relnamespace = CAST($1 AS REGNAMESPACE)
           AND relname <> 'magic_auth_migrations' ORDER BY 1",
    )
    .bind(postgres::SCHEMA)
    .fetch_all(&mut *target)
    .await?;
    let mut left = Vec::new();
    for (name,) in names {
        let columns = sqlx::query_as(
            "SELECT CAST(attname AS TEXT), FORMAT_TYPE(atttypid, NULL) FROM pg_attribute
             WHERE attrelid = CAST($1 AS REGCLASS) AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        );
        let columns = columns.bind(&name).fetch_all(&mut *target).await?;
        let key = sqlx::query_as(
            "SELECT CAST(attname AS TEXT), FORMAT_TYPE(atttypid, NULL)
             FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
             WHERE indrelid = CAST($1 AS REGCLASS) AND indisprimary
             ORDER BY ARRAY_POSITION(CAST(indkey AS SMALLINT[]), attnum)",
        );
        let key = key.bind(&name).fetch_all(&mut *target).await?;
        let refers_to: Vec<(String,)> = sqlx::query_as(
            "SELECT DISTINCT CAST(CAST(confrelid AS REGCLASS) AS TEXT) FROM pg_constraint
             WHERE contype = 'f' AND conrelid = CAST($1 AS REGCLASS) AND confrelid <> conrelid",
        )
        .bind(&name)
        .fetch_all(&mut *target)
        .await?;
        left.push((Table { name, columns, key }, refers_to));
    }
    let mut tables: Vec<Table> = Vec::new();
    while !left.is_empty() {
        let is_there = |(name,): &(String,)| tables.iter().any(|table| table.name == *name);
        let next = left.iter().position(|(_, refers_to)| refers_to.iter().all(is_there));
        let next = next.ok_or_else(|| StoreError::Protocol("tables refer to each other in a circle".to_owned()))?;
        tables.push(left.remove(next).0);
    }
    Ok(tables)
}

/// Lets nobody else write to the target, and finds it empty.
async fn take_empty(target: &mut PgConnection, tables: &[Table]) -> Result<(), CopyError> {
    for table in tables {
        let lock = AssertSqlSafe(format!("LOCK TABLE {} IN EXCLUSIVE MODE", table.name));
        target.execute(lock).await.map_err(CopyError::Target)?;
        if count_target(target, table).await? > 0 {
            return Err(CopyError::HasRows(table.name.clone()));
        }
    }
    Ok(())
}

/// Counts the rows of each table in both.
async fn compared(
    source: &mut SqliteConnection,
    target: &mut PgConnection,
    tables: &[Table],
) -> Result<Counts, CopyError> {
    let mut counts = Vec::new();
    for table in tables {
        let count = AssertSqlSafe(count_of(table));
        let from = sqlx::query_scalar(count).fetch_one(&mut *source).await.map_err(CopyError::Source)?;
        let to = count_target(target, table).await?;
        if from != to {
            return Err(CopyError::Differs { table: table.name.clone(), from, to });
        }
        counts.push((table.name.clone(), to));
    }
    Ok(counts)
}

async fn count_target(target: &mut PgConnection, table: &Table) -> Result<i64, CopyError> {
    sqlx::query_scalar(AssertSqlSafe(count_of(table))).fetch_one(target).await.map_err(CopyError::Target)
}

fn count_of(table: &Table) -> String {
    format!("SELECT COUNT(*) FROM {}", table.name)
}

/// Copies the rows of a table, a piece at a time, in the order of its key.
async fn copy_table(source: &mut SqliteConnection, target: &mut PgConnection, table: &Table) -> Result<(), CopyError> {
    let names = |columns: &[(String, String)]| {
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    };
    let arrays: Vec<_> =
        table.columns.iter().enumerate().map(|(at, (_, kind))| format!("CAST(${} AS {kind}[])", at + 1)).collect();
    let (columns, key) = (names(&table.columns), names(&table.key));
    let insert = format!("INSERT INTO {} ({columns}) SELECT * FROM UNNEST({})", table.name, arrays.join(", "));
    let places: Vec<_> = (1..=table.key.len()).map(|at| format!("${at}")).collect();
    let after = format!("WHERE ({key}) > ({})", places.join(", "));
    let select = |after: &str| format!("SELECT {columns} FROM {} {after} ORDER BY {key} LIMIT {AT_A_TIME}", table.name);

    let mut last: Option<SqliteRow> = None;
    loop {
        let mut some = sqlx::query(AssertSqlSafe(select(if last.is_some() { &after } else { "" })));
        if let Some(last) = &last {
            for (name, kind) in &table.key {
                some = Values::of(kind, name, std::slice::from_ref(last)).map_err(CopyError::Source)?.bind_first(some);
            }
        }
        let mut rows = some.fetch_all(&mut *source).await.map_err(CopyError::Source)?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut written = sqlx::query(AssertSqlSafe(insert.clone()));
        for (name, kind) in &table.columns {
            written = Values::of(kind, name, &rows).map_err(CopyError::Source)?.bind_all(written);
        }
        written.execute(&mut *target).await.map_err(CopyError::Target)?;
        last = rows.pop();
    }
}

/// What stands in one column of some rows.
enum Values {
    Ids(Vec<Option<Uuid>>),
    Bytes(Vec<Option<Vec<u8>>>),
    Numbers(Vec<Option<i64>>),
    Texts(Vec<Option<String>>),
    Truths(Vec<Option<bool>>),
}

impl Values {
    /// Reads a column whose type has this name in PostgreSQL.
    fn of(kind: &str, name: &str, rows: &[SqliteRow]) -> Result<Self, StoreError> {
        Ok(match kind {
            "uuid" => Self::Ids(all(name, rows)?),
            "bytea" => Self::Bytes(all(name, rows)?),
            "bigint" => Self::Numbers(all(name, rows)?),
            "text" => Self::Texts(all(name, rows)?),
            "boolean" => Self::Truths(all(name, rows)?),
            other => return Err(StoreError::TypeNotFound { type_name: other.to_owned() }),
        })
    }

    /// Binds them as one array.
    fn bind_all<'q>(self, query: Query<'q, Postgres, PgArguments>) -> Query<'q, Postgres, PgArguments> {
        match self {
            Self::Ids(values) => query.bind(values),
            Self::Bytes(values) => query.bind(values),
            Self::Numbers(values) => query.bind(values),
            Self::Texts(values) => query.bind(values),
            Self::Truths(values) => query.bind(values),
        }
    }

    /// Binds the first.
    fn bind_first<'q>(self, query: Query<'q, Sqlite, SqliteArguments>) -> Query<'q, Sqlite, SqliteArguments> {
        match self {
            Self::Ids(values) => query.bind(values.into_iter().next().flatten()),
            Self::Bytes(values) => query.bind(values.into_iter().next().flatten()),
            Self::Numbers(values) => query.bind(values.into_iter().next().flatten()),
            Self::Texts(values) => query.bind(values.into_iter().next().flatten()),
            Self::Truths(values) => query.bind(values.into_iter().next().flatten()),
        }
    }
}

fn all<'r, T>(name: &str, rows: &'r [SqliteRow]) -> Result<Vec<T>, StoreError>
where
    T: Decode<'r, Sqlite> + Type<Sqlite>,
    for<'n> &'n str: ColumnIndex<SqliteRow>,
{
    rows.iter().map(|row| row.try_get(name)).collect()
}
