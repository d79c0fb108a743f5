//! What may go wrong with one request: on its way, or with the reply.

use crate::slugs::NotKnown;
use axum::{
    body::Bytes,
    http::{HeaderValue, Response, StatusCode, header},
};
use contract::{Code, Problem};
use std::{fmt, str::FromStr};

/// A reply of the portal, all of it.
pub type Reply = Response<Bytes>;

/// One thing that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `request-lost`: nothing reaches the portal, and no reply comes.
    RequestLost,
    /// `reply-lost`: the portal does what was asked; its reply never arrives.
    ReplyLost,
    /// `late-MS`: the portal does what was asked; its reply takes so many milliseconds.
    ReplyLate(u32),
    /// `request-late-MS`: the request takes so many milliseconds to the portal.
    RequestLate(u32),
    /// A code such as `limit_reached`: this problem comes back; the portal is not asked.
    Problem(Code),
    /// A number such as `503`, or `429-840` with the seconds of `Retry-After`: something before the
    /// portal answers with this status, in words that are not the portal's.
    Status(u16, Option<u32>),
    /// `unknown-code`: a newer portal's problem, with a code that this page does not know.
    UnknownCode,
    /// `html`: a proxy's error page.
    Html,
    /// `cut`: the portal does what was asked; half of its reply arrives.
    Cut,
    /// `no-cookie`: the reply carries no cookie, as if the browser refused it.
    NoCookie,
}

impl FromStr for Fault {
    type Err = NotKnown;

    fn from_str(text: &str) -> Result<Self, NotKnown> {
        let number = |text: &str| text.parse().map_err(|_| NotKnown);
        Ok(match text {
            "request-lost" => Self::RequestLost,
            "reply-lost" => Self::ReplyLost,
            "unknown-code" => Self::UnknownCode,
            "html" => Self::Html,
            "cut" => Self::Cut,
            "no-cookie" => Self::NoCookie,
            text => {
                if let Some(late) = text.strip_prefix("late-") {
                    Self::ReplyLate(number(late)?)
                } else if let Some(late) = text.strip_prefix("request-late-") {
                    Self::RequestLate(number(late)?)
                } else if let Some(code) = Code::ALL.iter().find(|code| code.as_str() == text) {
                    Self::Problem(*code)
                } else {
                    let (status, retry_after) = match text.split_once('-') {
                        Some((status, seconds)) => (status, Some(number(seconds)?)),
                        None => (text, None),
                    };
                    let status = status.parse().map_err(|_| NotKnown)?;
                    if !(400..600).contains(&status) {
                        return Err(NotKnown);
                    }
                    Self::Status(status, retry_after)
                }
            }
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RequestLost => formatter.write_str("request-lost"),
            Self::ReplyLost => formatter.write_str("reply-lost"),
            Self::ReplyLate(late) => write!(formatter, "late-{late}"),
            Self::RequestLate(late) => write!(formatter, "request-late-{late}"),
            Self::Problem(code) => formatter.write_str(code.as_str()),
            Self::Status(status, None) => write!(formatter, "{status}"),
            Self::Status(status, Some(seconds)) => write!(formatter, "{status}-{seconds}"),
            Self::UnknownCode => formatter.write_str("unknown-code"),
            Self::Html => formatter.write_str("html"),
            Self::Cut => formatter.write_str("cut"),
            Self::NoCookie => formatter.write_str("no-cookie"),
        }
    }
}

impl Fault {
    /// What comes back, if anything does. `portal` asks the portal; it is called only if the request
    /// reaches it.
    pub fn reply(self, portal: impl FnOnce() -> Option<Reply>) -> Option<Reply> {
        match self {
            Self::RequestLost => None,
            Self::ReplyLost => portal().and(None),
            Self::ReplyLate(_) | Self::RequestLate(_) => portal(),
            Self::Problem(code) => problem(
                code.status(),
                serde_json::to_string(&Problem::new(code)).ok()?,
            ),
            Self::UnknownCode => problem(
                409,
                r#"{"code":"from_the_future","detail":"<b>raw text of the server</b>"}"#.to_owned(),
            ),
            Self::Status(status, retry_after) => {
                let mut reply = written(status, "text/plain", "The proxy says no.".to_owned())?;
                if let Some(seconds) = retry_after {
                    let headers = reply.headers_mut();
                    headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                }
                Some(reply)
            }
            Self::Html => written(
                502,
                "text/html",
                "<html><body><h1>502 Bad Gateway</h1><hr>proxy/1.2.3</body></html>".to_owned(),
            ),
            Self::Cut => {
                let (mut head, body) = portal()?.into_parts();
                head.headers.remove(header::CONTENT_LENGTH);
                Some(Response::from_parts(head, body.slice(..body.len() / 2)))
            }
            Self::NoCookie => {
                let mut reply = portal()?;
                reply.headers_mut().remove(header::SET_COOKIE);
                Some(reply)
            }
        }
    }
}

fn problem(status: u16, body: String) -> Option<Reply> {
    written(status, contract::problem::MEDIA_TYPE, body)
}

fn written(status: u16, kind: &'static str, body: String) -> Option<Reply> {
    let mut reply = Response::new(Bytes::from(body));
    *reply.status_mut() = StatusCode::from_u16(status).ok()?;
    let kind = HeaderValue::from_static(kind);
    reply.headers_mut().insert(header::CONTENT_TYPE, kind);
    Some(reply)
}

/// What becomes of requests whose method and path begin so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// Such as `POST /app-passwords`.
    pub begins: String,
    /// What goes wrong.
    pub fault: Fault,
    /// Whether only the next such request is meant.
    pub once: bool,
}

impl Arranged {
    pub(crate) fn concerns(&self, method: &str, path: &str) -> bool {
        format!("{method} {path}").starts_with(&self.begins)
    }

    /// Whether it concerns the way to the portal, and not what happens there.
    pub(crate) fn delays(&self, method: &str, path: &str) -> bool {
        matches!(self.fault, Fault::RequestLate(_)) && self.concerns(method, path)
    }

    /// Reads `POST /app-passwords:reply-lost`.
    pub(crate) fn read(text: &str, once: bool) -> Result<Self, NotKnown> {
        let (begins, fault) = text.rsplit_once(':').ok_or(NotKnown)?;
        let (method, path) = begins.split_once(' ').ok_or(NotKnown)?;
        if !["GET", "POST", "PUT", "DELETE"].contains(&method) || !path.starts_with('/') {
            return Err(NotKnown);
        }
        Ok(Self {
            begins: begins.to_owned(),
            fault: fault.parse()?,
            once,
        })
    }
}

impl fmt::Display for Arranged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.begins, self.fault)
    }
}
