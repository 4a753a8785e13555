//! Takes connections and serves them: with a limit on how long headers may take, which `axum::serve` does not have,
//! and an orderly end.

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use std::{io, net::SocketAddr, pin::pin, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    select, signal,
    time::timeout,
};
use tower::ServiceExt;

/// How long things may take.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// A request's headers to arrive; also how long a connection may stay open between two requests.
    pub(super) headers: Duration,
    /// Requests to finish once the server was told to stop.
    pub(super) shutdown: Duration,
}

/// Serves until `stop` is ready: then takes no more connections, and waits for requests that were begun.
pub(super) async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let mut http = auto::Builder::new(TokioExecutor::new()).http1_only();
    http.http1().timer(TokioTimer::new()).header_read_timeout(limits.headers);

    let mut stop = pin!(stop);
    loop {
        let accepted = select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, address)) => take(&http, &connections, &router, stream, address),
            Err(error) => pause_after(&error).await,
        }
    }
    drop(listener);
    tracing::info!("stopping");
    if timeout(limits.shutdown, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish within {:?}", limits.shutdown);
    }
}

fn take(
    http: &auto::Builder<TokioExecutor>,
    connections: &GracefulShutdown,
    router: &Router,
    stream: TcpStream,
    address: SocketAddr,
) {
    let _ = stream.set_nodelay(true);
    let router = router.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(address));
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = http.serve_connection_with_upgrades(TokioIo::new(stream), service);
    let connection = connections.watch(connection.into_owned());
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!("a connection ended: {error}");
        }
    });
}

/// Out of file handles, say: waiting a moment is all that helps, and spinning would make it worse.
async fn pause_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!("no connection could be taken: {error}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Ready when the process is asked to stop: by Ctrl-C, or by SIGTERM as service managers do.
#[cfg(unix)]
pub(super) async fn told_to_stop() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => select! {
            _ = signal::ctrl_c() => (),
            _ = terminate.recv() => (),
        },
        Err(error) => {
            tracing::warn!("SIGTERM cannot be listened for: {error}");
            let _ = signal::ctrl_c().await;
        }
    }
}

/// Ready when the process is asked to stop by Ctrl-C.
#[cfg(not(unix))]
pub(super) async fn told_to_stop() {
    let _ = signal::ctrl_c().await;
}
