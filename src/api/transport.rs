//! The seam between the page and whatever answers it: one request in, one reply out.

use contract::Secret;
use std::{future::Future, pin::Pin, rc::Rc};

/// The verbs the portal knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read.
    Get,
    /// Create or do.
    Post,
    /// Replace.
    Put,
    /// Remove.
    Delete,
}

impl Verb {
    /// As HTTP spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A request of the page. Bodies are [`Secret`], because some hold passwords.
#[derive(Debug)]
pub struct Request {
    /// What to do.
    pub verb: Verb,
    /// Path below the API base, one of `contract::paths`.
    pub path: String,
    /// Headers beyond the content type.
    pub headers: Vec<(&'static str, String)>,
    /// JSON, if there is a body.
    pub body: Option<Secret>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Seconds of the header `Retry-After`, where there is one that is a number.
    pub retry_after: Option<u32>,
    /// The body as text; one reply holds an app password.
    pub body: Secret,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The portal could not be reached: no network, or no server.
    Unreachable,
    /// What answers could not be fetched: the made-up portal comes as a file of the page.
    Incomplete,
    /// The page's policy (`connect-src`) does not allow the portal's address.
    Blocked,
}

/// A reply to come. Not `Send`: it lives in a browser tab.
pub type Answer = Pin<Box<dyn Future<Output = Result<Reply, TransportError>>>>;

/// Whatever answers the page's requests.
pub trait Transport {
    /// Sends one request. Dropping the answer gives it up.
    fn send(&self, request: Request) -> Answer;
}

/// The transport chosen by `main`.
pub type AnyTransport = Rc<dyn Transport>;
