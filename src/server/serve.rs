//! Takes connections and serves them: with a limit on how long headers may take, which `axum::serve` does not have,
//! and an orderly end.

use super::clients::{Clients, Counted};
use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    select,
    time::{Instant, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::ServiceExt;

/// How long a connection's steps may take, and how many of one client there may be.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// A request's headers to arrive; also how long a connection may stay open between two requests.
    pub(super) headers: Duration,
    /// An answer that waits to be sent, without a byte of it being taken.
    pub(super) unread: Duration,
    /// Requests to finish once the server was told to stop.
    pub(super) shutdown: Duration,
    /// Connections that one client may hold; none where they are not counted.
    pub(super) per_client: Option<usize>,
}

/// Serves until `stop` is ready: then takes no more connections, and waits for requests that were begun. Returns when
/// that was.
pub(super) async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stop: impl Future<Output = ()>,
) -> Instant {
    let (connections, stopping) = (TaskTracker::new(), CancellationToken::new());
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(bounds.headers);

    let clients = Clients::new(bounds.per_client);
    let admit = |stream: TcpStream, address: SocketAddr| {
        let _ = stream.set_nodelay(true);
        match clients.admit(stream, address.ip()) {
            Some(stream) => {
                let stream = closed_if_unread(stream, bounds.unread);
                connections.spawn(serve_one(http.clone(), stopping.clone(), router.clone(), stream, address));
            }
            None => tracing::debug!(client = %address.ip(), "refused a connection: the client holds too many"),
        }
    };
    let mut stop = pin!(stop);
    loop {
        let accepted = select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, address)) => admit(stream, address),
            Err(error) => pause_after(&error).await,
        }
    }
    let stopped_at = Instant::now();
    // Whoever waits at the door is let in: closing it would throw them out.
    while let Ok(Ok((stream, address))) = timeout(Duration::ZERO, listener.accept()).await {
        admit(stream, address);
    }
    drop(listener);
    tracing::info!("stopping");
    stopping.cancel();
    connections.close();
    if timeout(bounds.shutdown, connections.wait()).await.is_err() {
        tracing::warn!("some requests did not finish within {:?}", bounds.shutdown);
    }
    stopped_at
}

/// A connection whose client has to go on reading: who asks for much and takes nothing off the line would hold it, and
/// what waits to be sent, for ever.
fn closed_if_unread(stream: Counted, patience: Duration) -> Pin<Box<TimeoutStream<Counted>>> {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(patience));
    Box::pin(stream)
}

/// How long a server that stops waits for the first request of a connection: it is on its way, most often, and a proxy
/// cannot ask anew what was posted.
const ON_ITS_WAY: Duration = Duration::from_secs(1);

/// Serves one connection to its end; told to stop, it finishes the request that it has begun, or else its first.
async fn serve_one(
    http: http1::Builder,
    stopping: CancellationToken,
    router: Router,
    stream: Pin<Box<TimeoutStream<Counted>>>,
    address: SocketAddr,
) {
    let asked = CancellationToken::new();
    let has_asked = asked.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        has_asked.cancel();
        request.extensions_mut().insert(ConnectInfo(address));
        router.clone().oneshot(request.map(Body::new))
    });
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service).with_upgrades());
    let ended = select! {
        ended = connection.as_mut() => ended,
        () = stopping.cancelled() => {
            let first = timeout(ON_ITS_WAY, async {
                select! {
                    ended = connection.as_mut() => Some(ended),
                    () = asked.cancelled() => None,
                }
            });
            match first.await {
                Ok(Some(ended)) => ended,
                _ => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!("a connection ended: {error}");
    }
}

/// Out of file handles, say: waiting a moment is all that helps, and spinning would make it worse.
async fn pause_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!("no connection could be taken: {error}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
