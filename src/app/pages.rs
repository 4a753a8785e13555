//! One file for each page.

pub(super) mod account;
pub(super) mod code;
pub(super) mod file;
pub(super) mod healthz;
pub(super) mod home;
pub(super) mod limited;
pub(super) mod log_in;
pub(super) mod log_out;
pub(super) mod mailbox;
pub(super) mod undo;
pub(super) mod verify;
