//! What a browser asks for.

/// Longest list that is read: nobody reads more languages.
const MOST_RANGES: usize = 32;

/// Reads a header `Accept-Language` (RFC 9110, 12.5.4): its ranges, the most wanted first, without those that are not
/// wanted at all. What is no range is passed over.
pub fn most_wanted(header: &str) -> impl Iterator<Item = &str> {
    let mut ranges: Vec<_> = header.split(',').take(MOST_RANGES).filter_map(weighed).collect();
    // Among equals the first one counts: the sort is stable.
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    ranges.into_iter().map(|(range, _)| range)
}

/// Returns a range with its weight in thousandths.
fn weighed(part: &str) -> Option<(&str, u32)> {
    let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let range = range.trim();
    let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
    let is_range = !range.is_empty() && range.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (is_range && weight > 0.0 && weight <= 1.0).then_some((range, (weight * 1000.0) as u32))
}
