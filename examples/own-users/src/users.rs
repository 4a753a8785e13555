//! The users and roles of this service, in tables of its own.

use leptos_magic_auth::{Access, AccountId, Accounts, BoxError, EmailAddress, EmailChange, TenantId};
use sqlx::{
    SqlSafeStr, SqlitePool,
    migrate::{Migration, MigrationType, Migrator},
    sqlite::SqliteConnectOptions,
};

/// With the feature `macros` of sqlx this is `sqlx::migrate!()`.
const TABLES: &str = include_str!("../migrations/0001_users.sql");

#[derive(Clone)]
pub struct Users {
    pool: SqlitePool,
}

impl Users {
    pub async fn open(url: &str) -> Result<Self, BoxError> {
        let pool = SqlitePool::connect_with(url.parse::<SqliteConnectOptions>()?.create_if_missing(true)).await?;
        let tables = Migration::new(1, "users".into(), MigrationType::Simple, TABLES.into_sql_str(), false);
        Migrator::with_migrations(vec![tables]).run(&pool).await?;
        Ok(Self { pool })
    }

    pub async fn roles(&self, account: &AccountId) -> Result<Vec<String>, BoxError> {
        let id: i64 = account.parse()?;
        let roles = sqlx::query_scalar("SELECT role FROM roles WHERE user_id = $1 ORDER BY role").bind(id);
        Ok(roles.fetch_all(&self.pool).await?)
    }

    pub async fn of_customer(&self, customer: &str) -> Result<Vec<String>, BoxError> {
        let emails = sqlx::query_scalar("SELECT email FROM users WHERE customer = $1 ORDER BY id").bind(customer);
        Ok(emails.fetch_all(&self.pool).await?)
    }
}

impl Accounts for Users {
    async fn log_in(&self, customer: &TenantId, email: &EmailAddress) -> Result<Access, BoxError> {
        let (customer, domain, email) = (customer.as_str(), email.domain(), email.as_str());
        let allowed = sqlx::query("SELECT 1 FROM allowed_domains WHERE customer = $1 AND domain = $2");
        if allowed.bind(customer).bind(domain).fetch_optional(&self.pool).await?.is_none() {
            return Ok(Access::Deny);
        }
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        // The same user however often this is asked.
        let user = sqlx::query_scalar(
            "INSERT INTO users (customer, email) VALUES ($1, $2)
             ON CONFLICT (customer, email) DO UPDATE SET email = excluded.email RETURNING id",
        );
        let id: i64 = user.bind(customer).bind(email).fetch_one(&mut *transaction).await?;
        // The first one of a customer owns it.
        let role = sqlx::query(
            "INSERT INTO roles (user_id, role)
             SELECT $1, CASE WHEN EXISTS (SELECT 1 FROM users WHERE customer = $2 AND id < $1) THEN 'member' ELSE 'owner' END
             WHERE NOT EXISTS (SELECT 1 FROM roles WHERE user_id = $1)",
        );
        role.bind(id).bind(customer).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(Access::Allow(id.into()))
    }

    async fn change_email(
        &self,
        _: &TenantId,
        account: &AccountId,
        new: &EmailAddress,
    ) -> Result<EmailChange, BoxError> {
        let id: i64 = account.parse()?;
        let changed = sqlx::query("UPDATE users SET email = $2 WHERE id = $1").bind(id).bind(new.as_str());
        match changed.execute(&self.pool).await {
            Ok(_) => Ok(EmailChange::Done),
            Err(error) if error.as_database_error().is_some_and(|error| error.is_unique_violation()) => {
                Ok(EmailChange::Taken)
            }
            Err(error) => Err(error.into()),
        }
    }
}
