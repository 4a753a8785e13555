//! A connection without manners, for what no browser would send.

use std::{net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// A bare connection to the server.
pub struct Raw(TcpStream);

impl Raw {
    pub async fn open(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.expect("a connection"))
    }

    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.write_all(bytes.as_ref()).await.expect("bytes taken");
    }

    /// Reads until this text has come.
    pub async fn until(&mut self, text: &str) -> String {
        let mut read = String::new();
        while !read.contains(text) {
            let byte = self.0.read_u8().await.unwrap_or_else(|error| panic!("{error} after {read:?}"));
            read.push(char::from(byte));
        }
        read
    }

    /// Reads until the server closes.
    pub async fn read_all(&mut self) -> String {
        let mut read = Vec::new();
        self.0.read_to_end(&mut read).await.expect("an orderly end");
        String::from_utf8_lossy(&read).into_owned()
    }

    /// Reads until the connection ends, orderly or not: how many bytes that were.
    pub async fn read_to_the_end(&mut self) -> usize {
        let (mut chunk, mut read) = (vec![0; 1 << 16], 0);
        while let Ok(more @ 1..) = self.0.read(&mut chunk).await {
            read += more;
        }
        read
    }

    /// Says that nothing more will be sent.
    pub async fn done(&mut self) {
        self.0.shutdown().await.expect("an open connection");
    }

    /// Sends this and waits: whether the server closes the connection within that time.
    pub async fn is_closed_after(&mut self, bytes: &str, wait: Duration) -> bool {
        if self.0.write_all(bytes.as_bytes()).await.is_err() {
            return true;
        }
        let mut rest = [0; 1024];
        matches!(timeout(wait, self.0.read(&mut rest)).await, Ok(Ok(0) | Err(_)))
    }
}
