//! How many connections each client holds, so that one alone cannot hold them all.

use crate::auth::Network;
use std::{
    collections::HashMap,
    io,
    net::IpAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// The connections of every client.
#[derive(Clone)]
pub(super) struct Clients {
    /// None: not counted, because they come through a proxy that is one client for all.
    most: Option<usize>,
    held: Arc<Mutex<HashMap<Network, usize>>>,
}

/// A connection that counts for its client until it is closed, also after it has become a socket.
pub(super) struct Counted {
    stream: TcpStream,
    _place: Option<Place>,
}

struct Place {
    client: Network,
    held: Arc<Mutex<HashMap<Network, usize>>>,
}

impl Clients {
    pub(super) fn new(most: Option<usize>) -> Self {
        Self { most, held: Arc::default() }
    }

    /// Counts a connection; `None` when its client holds as many as it may.
    pub(super) fn admit(&self, stream: TcpStream, from: IpAddr) -> Option<Counted> {
        let Some(most) = self.most else { return Some(Counted { stream, _place: None }) };
        let client = Network::of_client(from);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(client).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Counted { stream, _place: Some(Place { client, held: self.held.clone() }) })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.client);
            }
        }
    }
}

impl AsyncRead for Counted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Counted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
