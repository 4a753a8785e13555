//! File handles: each connection takes one, and live pages hold theirs for as long as they are open.

/// What is open besides connections: the database and what waits beside it, five times over; standard streams; what the
/// runtime needs; a file or two on their way to a browser, and mail servers.
const OF_OUR_OWN: usize = 40;

/// How many handles this process may have, and might have before it asked for more; `None` where there is no limit.
#[derive(Clone, Copy)]
pub(super) struct Handles {
    before: Option<u64>,
    now: Option<u64>,
}

impl Handles {
    /// Lets this process have as many as the system allows it.
    #[cfg(unix)]
    pub(super) fn raise() -> Self {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let Rlimit { current: before, maximum } = getrlimit(Resource::Nofile);
        if before != maximum {
            // Where that is refused, what there was stays.
            let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
        }
        Self { before, now: getrlimit(Resource::Nofile).current }
    }

    /// Elsewhere the system has no such limit.
    #[cfg(not(unix))]
    pub(super) fn raise() -> Self {
        Self { before: None, now: None }
    }

    /// Tells how many there are.
    pub(super) fn log(self) {
        let words = |limit: Option<u64>| limit.map_or_else(|| "any number of".to_owned(), |limit| limit.to_string());
        tracing::info!(was = words(self.before), "{} files and sockets may be open", words(self.now));
    }

    /// Returns how many of them live pages may hold: a tenth of all stays free for pages.
    pub(super) fn for_live_pages(self) -> Option<usize> {
        let handles = usize::try_from(self.now?).ok()?;
        Some((handles - handles.div_ceil(10)).saturating_sub(OF_OUR_OWN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_stays_free_whatever_there_is() {
        for (handles, live) in [(1_048_576, 943_678), (1_024, 881), (256, 190), (64, 17), (40, 0), (0, 0)] {
            let there_are = Handles { before: Some(64), now: Some(handles) };
            assert_eq!(there_are.for_live_pages(), Some(live));
            let all = usize::try_from(handles).unwrap();
            assert!(live == 0 || all - live - OF_OUR_OWN >= all / 10, "{handles}");
        }
        assert_eq!(Handles { before: Some(64), now: None }.for_live_pages(), None, "where there is no limit");
    }
}
