//! How a process is asked to stop.

use tokio::{select, signal};

/// Ready when the process is asked to stop: by Ctrl-C, or by SIGTERM as service managers do. Listens from the moment
/// of the call, not only once it is awaited.
#[cfg(unix)]
pub(crate) fn asked_to_stop() -> impl Future<Output = ()> {
    use signal::unix::{SignalKind, signal};
    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        match (interrupt, terminate) {
            (Ok(mut interrupt), Ok(mut terminate)) => select! {
                _ = interrupt.recv() => (),
                _ = terminate.recv() => (),
            },
            (Err(error), _) | (_, Err(error)) => {
                tracing::warn!("signals cannot be listened for: {error}");
                std::future::pending().await
            }
        }
    }
}

/// Ready when the process is asked to stop by Ctrl-C.
#[cfg(not(unix))]
pub(crate) async fn asked_to_stop() {
    let _ = signal::ctrl_c().await;
}
