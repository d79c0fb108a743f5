//! What may go wrong between a page and a portal.

use super::{Server, api, locked, scenarios};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use contract::{Code, Problem, paths};
use std::time::Duration;

/// One thing that goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Requests whose method and path begin so, such as `POST /app-passwords`, are answered like this.
    Answer(&'static str, Wrong),
    /// The same, once.
    Once(&'static str, Wrong),
}

/// How an answer is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No answer: the connection is cut.
    Cut,
    /// The portal does what was asked; its answer never arrives.
    Lost,
    /// The portal does what was asked; the answer takes this many milliseconds.
    Late(u64),
    /// The request reaches the portal this many milliseconds late; nobody gets the answer.
    ArrivesLate(u64),
    /// A proxy's error page.
    HtmlPage,
    /// Half of the JSON.
    Truncated,
    /// A code that this page does not know.
    UnknownCode,
    /// 429 with these seconds in `Retry-After`, and no body of the portal's.
    TooMany(u32),
    /// 503 with the portal's problem.
    Unavailable,
    /// The answer carries no `Set-Cookie`: as if the browser refused it.
    NoCookie,
    /// 500 with the portal's problem.
    Failed,
}

impl Server {
    fn wrong(&self, what: &str) -> Option<Wrong> {
        let mut faults = locked(&self.0.faults);
        let place = faults.iter().position(|fault| match fault {
            Fault::Answer(begin, _) | Fault::Once(begin, _) => what.starts_with(begin),
        })?;
        match faults[place] {
            Fault::Answer(_, wrong) => Some(wrong),
            Fault::Once(_, wrong) => {
                faults.remove(place);
                Some(wrong)
            }
        }
    }

    /// The faults that belong to the scenario, as in the prototype.
    fn scenario_wrong(&self, method: &Method, path: &str) -> Option<Wrong> {
        let fault = locked(&self.0.world).scenario.fault();
        let is_read = *method == Method::GET;
        match fault {
            scenarios::Fault::Slow if path == paths::CHALLENGE_ANSWER => Some(Wrong::Late(10_000)),
            scenarios::Fault::Slow if !(is_read && path == paths::SESSION) => {
                Some(Wrong::Late(4_000))
            }
            scenarios::Fault::FailsFirst => {
                let background = is_read && [paths::SESSION, paths::CHALLENGE].contains(&path);
                let what = format!("{method} {path}");
                let mut failed = locked(&self.0.failed);
                if background || path.ends_with("/delivery") || failed.remove(&what) {
                    None
                } else {
                    failed.insert(what);
                    Some(Wrong::Failed)
                }
            }
            _ => None,
        }
    }
}

pub(super) async fn apply(State(server): State<Server>, request: Request, _next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let what = format!("{method} {path}");
    locked(&server.0.asked).push(what.clone());
    let wrong = server
        .wrong(&what)
        .or_else(|| server.scenario_wrong(&method, &path));
    // In a task of its own: what a page gives up still happens, as behind a real proxy.
    server.0.open.send_modify(|open| *open += 1);
    let open = server.0.open.clone();
    let answer = tokio::spawn(async move {
        let reply = answer(server, request, wrong).await;
        open.send_modify(|open| *open -= 1);
        reply
    });
    answer.await.unwrap_or_else(|_| cut())
}

async fn later(milliseconds: u64) {
    let mut later = tokio::time::interval(Duration::from_millis(milliseconds));
    later.tick().await;
    later.tick().await;
}

async fn answer(server: Server, request: Request, wrong: Option<Wrong>) -> Response {
    match wrong {
        None => api(State(server), request).await,
        Some(Wrong::Cut) => cut(),
        Some(Wrong::Lost) => {
            api(State(server), request).await;
            cut()
        }
        Some(Wrong::Late(milliseconds)) => {
            let reply = api(State(server), request).await;
            later(milliseconds).await;
            reply
        }
        Some(Wrong::ArrivesLate(milliseconds)) => {
            later(milliseconds).await;
            api(State(server), request).await;
            cut()
        }
        Some(Wrong::HtmlPage) => (
            StatusCode::BAD_GATEWAY,
            [(header::CONTENT_TYPE, "text/html")],
            "<html><body><h1>502 Bad Gateway</h1><hr>proxy/1.2.3</body></html>",
        )
            .into_response(),
        Some(Wrong::Truncated) => {
            let reply = api(State(server), request).await;
            let (mut head, body) = reply.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX)
                .await
                .unwrap_or_default();
            head.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(head, Body::from(bytes.slice(..bytes.len() / 2)))
        }
        Some(Wrong::UnknownCode) => problem(
            StatusCode::CONFLICT,
            r#"{"code":"from_the_future","detail":"<b>raw text of the server</b>"}"#.into(),
        ),
        Some(Wrong::TooMany(seconds)) => (
            StatusCode::TOO_MANY_REQUESTS,
            [(header::RETRY_AFTER, seconds.to_string())],
            "slow down",
        )
            .into_response(),
        Some(Wrong::Unavailable) => known(StatusCode::SERVICE_UNAVAILABLE, Code::Unavailable),
        Some(Wrong::Failed) => known(StatusCode::INTERNAL_SERVER_ERROR, Code::Internal),
        Some(Wrong::NoCookie) => {
            let mut reply = api(State(server), request).await;
            reply.headers_mut().remove(header::SET_COOKIE);
            reply
        }
    }
}

fn known(status: StatusCode, code: Code) -> Response {
    problem(
        status,
        serde_json::to_string(&Problem::new(code)).unwrap_or_default(),
    )
}

fn problem(status: StatusCode, body: String) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, contract::problem::MEDIA_TYPE)],
        body,
    )
        .into_response()
}

/// A reply that breaks off before it says anything.
fn cut() -> Response {
    struct Broken;
    impl http_body::Body for Broken {
        type Data = axum::body::Bytes;
        type Error = std::io::Error;
        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
            std::task::Poll::Ready(Some(Err(std::io::Error::other("cut"))))
        }
    }
    Response::new(Body::new(Broken))
}
