//! The server as its visitors meet it: over HTTP, with a database, a clock and a mailbox of its own for each test.
//!
//! Each file is a flow or a promise; each test is named for what it holds the server to.

#![allow(clippy::unwrap_used, reason = "a test ends where something is missing")]

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod bad_input;
mod carried;
mod challenge;
mod checkboxes;
mod client_ip;
mod code;
mod connections;
mod documentation;
mod email_change;
mod email_change_cancel;
mod email_change_cut;
mod email_change_emails;
mod email_change_left;
mod email_change_rivals;
mod email_change_undo;
mod email_change_where_asked;
mod ended_sessions;
mod failures;
mod file_modes;
mod files;
mod forged;
mod full_disk;
mod headers;
mod host;
mod host_builder;
mod host_parts;
mod limits;
mod limits_kept;
mod limits_networks;
mod limits_stranger;
mod link;
mod live;
mod live_bounds;
mod live_check;
mod live_line;
mod live_moments;
mod live_unknown;
mod log;
mod log_out;
mod log_out_all;
mod log_out_races;
mod lost_answer;
mod lost_answer_used;
mod lost_email;
mod mailbox;
mod mangled_links;
mod message;
mod new_browser;
mod nothing_told;
mod origin;
mod other_browser;
mod outbox;
mod own_application;
mod promises;
mod pruning;
mod public_url;
mod refusals;
mod return_to;
mod search_engines;
mod second_click;
mod session;
mod sessions;
mod sessions_limits;
mod settings;
mod several_challenges;
mod simultaneous;
mod smtp;
mod stop;
mod stranger;
mod typed_answers;
mod waiting_line;
mod wedged;
