//! How a setting's text is read. What is wrong with it is said in one line that tells how to write it, and never repeats
//! it: it may be a secret in the wrong place.

use super::SettingError;
use crate::{auth::address, http::ClientIpSource, languages::OwnWords, store::SCHEMES};
use std::{
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
    time::Duration,
};
use url::{Host, Url};

/// The shortest and the longest time that can be set.
const TIMES: RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_secs(400 * DAY);
const DAY: u64 = 24 * HOUR;
const HOUR: u64 = 60 * 60;

pub(super) fn database_url(text: &str) -> Result<String, String> {
    match SCHEMES.iter().any(|scheme| text.starts_with(scheme)) {
        true => Ok(text.to_owned()),
        false => Err(format!("must begin with {}", SCHEMES.join(" or "))),
    }
}

pub(super) fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("is no URL: {error}"))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
    let path = url.path().strip_suffix('/').unwrap_or(url.path());
    let bare = path.chars().all(is_plain)
        && !path.contains("//")
        && !path.ends_with('/')
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    match url.scheme() {
        _ if url.host().is_none() || !bare => {
            Err("must be a scheme, a host, and perhaps a port and a path, such as https://notes.example".to_owned())
        }
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        _ => {
            Err("must begin with https:// unless its host is this machine: cookies and links would travel in the clear"
                .to_owned())
        }
    }
}

/// Reads whom people may ask: an email address, or the address of a page.
pub(crate) fn support(text: &str) -> Result<String, String> {
    let page = Url::parse(text).ok().filter(|url| url.scheme() == "https" && url.host().is_some());
    let email = || address::parse(text).ok().map(|email| email.to_string());
    let fault = "must be an email address, or a page that begins with https://";
    page.map(String::from).or_else(email).ok_or_else(|| fault.to_owned())
}

pub(super) fn client_ip_source(text: &str) -> Result<ClientIpSource, String> {
    ClientIpSource::parse(text).ok_or_else(|| {
        "is no source: write ConnectInfo, or name your proxy's, such as RightmostXForwardedFor".to_owned()
    })
}

/// Reads a number within these bounds, both of them among it.
pub(super) fn count(text: &str, bounds: RangeInclusive<u32>) -> Result<u32, String> {
    let (least, most) = (bounds.start(), bounds.end());
    let fault = || match *most {
        u32::MAX => format!("must be a whole number, {least} or more"),
        most => format!("must be a whole number from {least} to {most}"),
    };
    text.parse().ok().filter(|count| bounds.contains(count)).ok_or_else(fault)
}

pub(super) fn yes_or_no(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "must be true or false".to_owned())
}

pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let duration = length_of(text).ok_or("is no length of time such as 30s, 10m, 24h or 14days")?;
    if TIMES.contains(&duration) { Ok(duration) } else { Err("must be between 1s and 400days".to_owned()) }
}

/// Reads numbers, each with its unit behind it: `90s`, `1h 30m`, `14days`.
fn length_of(text: &str) -> Option<Duration> {
    let (mut seconds, mut rest) = (0_u64, text.trim());
    while !rest.is_empty() {
        let (number, behind) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let behind = behind.trim_start();
        let (unit, behind) = behind.split_at(behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len()));
        let unit = match unit {
            "s" | "sec" | "secs" | "second" | "seconds" => 1,
            "m" | "min" | "mins" | "minute" | "minutes" => 60,
            "h" | "hr" | "hrs" | "hour" | "hours" => HOUR,
            "d" | "day" | "days" => DAY,
            "w" | "week" | "weeks" => 7 * DAY,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<u64>().ok()?.checked_mul(unit)?)?;
        rest = behind.trim_start();
    }
    (!text.trim().is_empty()).then(|| Duration::from_secs(seconds))
}

/// Shows a length of time as one would write it.
pub(super) fn length(duration: &Duration) -> String {
    match duration.as_secs() {
        0 => "0s".to_owned(),
        seconds if seconds % DAY == 0 && seconds > DAY => format!("{}days", seconds / DAY),
        seconds if seconds % HOUR == 0 => format!("{}h", seconds / HOUR),
        seconds if seconds % 60 == 0 => format!("{}m", seconds / 60),
        seconds => format!("{seconds}s"),
    }
}

/// Whether this URL leads to this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

/// Reads a folder of words: `<language>/<any name>.ftl`, in the order of their names.
pub(super) fn own_words(folder: &Path) -> Result<Vec<OwnWords>, SettingError> {
    let fault = |error: std::io::Error| SettingError::new("LOCALES", format!("could not be read: {error}"));
    let sorted = |folder: &Path| -> std::io::Result<Vec<PathBuf>> {
        let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
        entries.sort();
        Ok(entries)
    };
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut words = Vec::new();
    for language in sorted(folder).map_err(fault)?.into_iter().filter(|path| path.is_dir()) {
        let files = sorted(&language).map_err(fault)?;
        for file in files.into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "ftl")) {
            let (tag, ftl) = (name(&language), fs::read_to_string(&file).map_err(fault)?);
            words.push(OwnWords { place: format!("{tag}/{}", name(&file)), tag, ftl });
        }
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        for (text, seconds) in [
            ("30s", 30),
            ("10m", 600),
            ("10 min", 600),
            ("24h", DAY),
            ("1h 30m", 5_400),
            ("1h30m", 5_400),
            ("14days", 14 * DAY),
            (" 2 weeks ", 14 * DAY),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
            assert_eq!(duration(&length(&Duration::from_secs(seconds))), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for text in ["", " ", "30", "s", "30x", "-1s", "1.5h", "30s later", "99999999999999999999s", "0s", "401days"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }

    #[test]
    fn whom_people_may_ask_is_an_email_address_or_a_page() {
        assert_eq!(support("Help@Notes.example").as_deref(), Ok("help@notes.example"));
        assert_eq!(support("https://notes.example/help").as_deref(), Ok("https://notes.example/help"));
        for text in ["", "help", "http://notes.example", "javascript:alert(1)", "a@b@c", "mailto:help@notes.example"] {
            assert!(support(text).is_err(), "{text}");
        }
    }
}
