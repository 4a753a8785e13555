//! Why a request was not served, where its status alone does not say what to do.

/// A reason that the page of a failure puts into words of its own. An extension of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not say which page the request comes from.
    OriginMissing,
    /// What a limit guards was asked for by a client of which nobody knows where it is.
    ClientUnknown,
    /// The same, because this server does not hand over where its connections come from.
    NoConnectInfo,
    /// The request comes from our own page, opened at another address than the public one.
    OtherAddress,
}
