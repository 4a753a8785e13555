//! The line between a server and PostgreSQL, which can fall silent or be cut.

use super::Database;
use std::path::PathBuf;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, UnixStream},
    select,
    sync::watch,
};

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineIs {
    /// As good as any.
    Good,
    /// Nothing passes, and nobody is told.
    Silent,
    /// Every connection is closed, and none is taken.
    Cut,
}

pub struct Line {
    /// The database at the other end.
    pub url: String,
    state: watch::Sender<LineIs>,
}

impl Line {
    /// A line to this database.
    pub async fn to(database: &Database) -> Self {
        let url = database.url();
        let (_, rest) = url.rsplit_once('/').expect("a database's name");
        let (name, folder) = rest.split_once("?host=").expect("a socket");
        let socket = PathBuf::from(folder.replace("%2F", "/")).join(".s.PGSQL.5432");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("the port's number").port();
        let (state, watched) = watch::channel(LineIs::Good);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                if *watched.borrow() != LineIs::Cut
                    && let Ok(far) = UnixStream::connect(&socket).await
                {
                    tokio::spawn(pass(near, far, watched.clone()));
                }
            }
        });
        Self { url: format!("postgres://magic_auth@127.0.0.1:{port}/{name}?sslmode=disable"), state }
    }

    /// Changes how it is from now on.
    pub fn becomes(&self, state: LineIs) {
        self.state.send_replace(state);
    }
}

async fn pass(mut near: TcpStream, mut far: UnixStream, mut state: watch::Receiver<LineIs>) {
    let (mut to_far, mut to_near) = (vec![0; 65_536], vec![0; 65_536]);
    loop {
        if state.wait_for(|state| *state != LineIs::Silent).await.is_err() || *state.borrow() == LineIs::Cut {
            return;
        }
        select! {
            read = near.read(&mut to_far) => match read {
                Ok(read @ 1..) => if held(&mut state).await || far.write_all(&to_far[..read]).await.is_err() { return },
                _ => return,
            },
            read = far.read(&mut to_near) => match read {
                Ok(read @ 1..) => if held(&mut state).await || near.write_all(&to_near[..read]).await.is_err() { return },
                _ => return,
            },
            _ = state.changed() => (),
        }
    }
}

/// Waits while nothing passes. Answers whether the line is cut.
async fn held(state: &mut watch::Receiver<LineIs>) -> bool {
    match state.wait_for(|state| *state != LineIs::Silent).await {
        Ok(state) => *state == LineIs::Cut,
        Err(_) => true,
    }
}
