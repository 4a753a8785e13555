//! Who waits, and who is next.

use std::collections::VecDeque;

/// How many may wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// For one client: a person clicks once or twice, and four people of one household may do so at once.
    pub(super) per_client: usize,
    /// For all clients together: at two milliseconds each, the last one waits for an eighth of a second.
    pub(super) in_all: usize,
}

impl Bounds {
    /// Returns the bounds of a server that others can reach.
    pub(super) const fn usual() -> Self {
        Self { per_client: 4, in_all: 64 }
    }

    /// No bounds, for an application's own tests, which ask for more at once than people do.
    pub(super) const fn none() -> Self {
        Self { per_client: usize::MAX, in_all: usize::MAX }
    }
}

/// Who goes first where several wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// What ends sessions, and what comes before that: it never stands behind a flood of codes.
    Ending,
    /// Everything else.
    Ordinary,
}

/// How many go first in a row before one of the others does. Ending sessions takes no limit, so without this whoever ends
/// their own again and again would keep everybody from logging in.
const MOST_IN_A_ROW: u32 = 4;

/// The line is full, or did not move: nothing has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many wait already")]
pub struct Busy;

/// Two lanes, and what each who waits in them is given when it is their turn.
pub(super) struct Line<T> {
    next_id: u64,
    waiting: VecDeque<Waiter<T>>,
    /// How many of the first lane have passed by somebody of the other.
    in_a_row: u32,
}

struct Waiter<T> {
    id: u64,
    client: String,
    lane: Lane,
    turn: T,
}

impl<T> Line<T> {
    /// Makes a line in which nobody waits.
    pub(super) fn new() -> Self {
        Self { next_id: 0, waiting: VecDeque::new(), in_a_row: 0 }
    }

    /// Returns how many wait.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Puts somebody at the end, and answers by which number they can leave.
    ///
    /// # Errors
    /// [`Busy`] when too many wait already.
    pub(super) fn join(&mut self, client: &str, lane: Lane, bounds: Bounds, turn: T) -> Result<u64, Busy> {
        self.make_room(client, lane, bounds)?;
        let id = self.next_id;
        self.next_id += 1;
        self.waiting.push_back(Waiter { id, client: client.to_owned(), lane, turn });
        Ok(id)
    }

    /// Takes somebody out who does not want to wait any more.
    pub(super) fn leave(&mut self, id: u64) {
        self.waiting.retain(|waiter| waiter.id != id);
    }

    /// Returns whose turn it is; `None` when nobody waits.
    pub(super) fn next(&mut self) -> Option<T> {
        let first_of = |lane| self.waiting.iter().position(|waiter| waiter.lane == lane);
        let (at, in_a_row) = match (first_of(Lane::Ending), first_of(Lane::Ordinary)) {
            (Some(ending), Some(_)) if self.in_a_row < MOST_IN_A_ROW => (ending, self.in_a_row + 1),
            (_, Some(ordinary)) => (ordinary, 0),
            (ending, None) => (ending.unwrap_or_default(), 0),
        };
        self.in_a_row = in_a_row;
        self.waiting.remove(at).map(|waiter| waiter.turn)
    }

    /// Sees to it that one more of this client may wait.
    fn make_room(&mut self, client: &str, lane: Lane, bounds: Bounds) -> Result<(), Busy> {
        let in_lane = self.waiting.iter().filter(|waiter| waiter.lane == lane);
        let own = in_lane.clone().filter(|waiter| waiter.client == client).count();
        if own >= bounds.per_client {
            return Err(Busy);
        }
        if in_lane.clone().count() < bounds.in_all {
            return Ok(());
        }
        let count = |of: &Waiter<T>| in_lane.clone().filter(|waiter| waiter.client == of.client).count();
        // The newest of whoever has most waiting; who would have as many themselves pushes nobody out.
        let most = in_lane.clone().max_by_key(|waiter| (count(waiter), waiter.id));
        let Some((id, _)) = most.map(|waiter| (waiter.id, count(waiter))).filter(|(_, most)| *most > own + 1) else {
            return Err(Busy);
        };
        self.leave(id);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(of: &[(&str, Lane)]) -> Line<usize> {
        let mut line = Line::new();
        for (turn, (client, lane)) in of.iter().enumerate() {
            line.join(client, *lane, Bounds::usual(), turn).unwrap();
        }
        line
    }

    #[test]
    fn what_ends_sessions_goes_first_and_everybody_else_in_the_order_of_coming() {
        let mut line = line(&[("a", Lane::Ordinary), ("b", Lane::Ordinary), ("c", Lane::Ending), ("d", Lane::Ending)]);
        let order: Vec<_> = std::iter::from_fn(|| line.next()).collect();
        assert_eq!(order, [2, 3, 0, 1]);
        assert_eq!(line.len(), 0);
    }

    #[test]
    fn who_ends_sessions_again_and_again_keeps_nobody_from_logging_in() {
        let mut line = line(&[("honest", Lane::Ordinary), ("honest", Lane::Ordinary)]);
        let mut passed = Vec::new();
        for number in 0..12 {
            line.join("attacker", Lane::Ending, Bounds::usual(), 100 + number).unwrap();
            passed.extend(line.next().filter(|turn| *turn < 100).map(|_| number));
        }
        assert_eq!(passed, [4, 9], "one after each four");
    }

    #[test]
    fn where_it_is_full_who_has_most_waiting_makes_room_in_their_own_lane() {
        let names: Vec<_> = (0..64).map(|number| format!("client {}", number / 4)).collect();
        let mut line = line(&names.iter().map(|name| (name.as_str(), Lane::Ordinary)).collect::<Vec<_>>());
        assert_eq!(line.join("client 3", Lane::Ordinary, Bounds::usual(), 64), Err(Busy), "a fifth");
        line.join("somebody", Lane::Ending, Bounds::usual(), 65).unwrap();
        assert_eq!(line.len(), 65);
        line.join("newcomer", Lane::Ordinary, Bounds::usual(), 66).unwrap();
        let left: Vec<_> = std::iter::from_fn(|| line.next()).collect();
        assert!(left.contains(&65) && left.contains(&66) && !left.contains(&63), "{left:?}");
    }

    #[test]
    fn nobody_is_pushed_out_for_who_has_as_many() {
        let names: Vec<_> = (0..64).map(|number| format!("client {number}")).collect();
        let mut line = line(&names.iter().map(|name| (name.as_str(), Lane::Ordinary)).collect::<Vec<_>>());
        assert_eq!(line.join("newcomer", Lane::Ordinary, Bounds::usual(), 64), Err(Busy));
        assert_eq!(line.len(), 64);
    }
}
