//! The transport of a test: every request waits until the test answers it.

use super::settle;
use app_password_portal::api::{
    ApiError, ApiResult,
    transport::{Answer, Reply, Request, Transport, TransportError},
};
use contract::{Code, Problem, Secret, SessionState};
use futures::{channel::oneshot, future::LocalBoxFuture};
use serde::Serialize;
use std::cell::RefCell;

/// What was asked, in its order.
#[derive(Default)]
pub struct Script {
    open: RefCell<Vec<Asked>>,
    log: RefCell<Vec<String>>,
}

/// A request that waits for its answer.
pub struct Asked {
    request: Request,
    answer: oneshot::Sender<Result<Reply, TransportError>>,
}

impl Transport for Script {
    fn send(&self, request: Request) -> Answer {
        let (answer, answered) = oneshot::channel();
        let asked = Asked { request, answer };
        self.log.borrow_mut().push(asked.line());
        self.open.borrow_mut().push(asked);
        Box::pin(async move {
            match answered.await {
                Ok(answer) => answer,
                // The test is over, and with it the page: nothing may go on.
                Err(oneshot::Canceled) => futures::future::pending().await,
            }
        })
    }
}

impl Script {
    pub fn take(&self, line: &str) -> Asked {
        let mut open = self.open.borrow_mut();
        let place = open.iter().position(|asked| asked.line() == line);
        let Some(place) = place else {
            let lines: Vec<String> = open.iter().map(Asked::line).collect();
            panic!("{line} was not asked; open are {lines:?}");
        };
        open.remove(place)
    }

    pub fn is_open(&self, line: &str) -> bool {
        self.open.borrow().iter().any(|asked| asked.line() == line)
    }

    pub fn count(&self, line: &str) -> usize {
        self.log
            .borrow()
            .iter()
            .filter(|asked| *asked == line)
            .count()
    }
}

impl Asked {
    fn line(&self) -> String {
        format!("{} {}", self.request.verb.as_str(), self.request.path)
    }

    /// The body, as JSON.
    pub fn body(&self) -> serde_json::Value {
        let body = self.request.body.as_ref().expect("a body");
        serde_json::from_str(body.expose()).expect("JSON")
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> String {
        let headers = &self.request.headers;
        let header = headers.iter().find(|(known, _)| *known == name);
        header.expect("the header").1.clone()
    }

    /// Answers it.
    pub async fn reply(self, with: &impl Serialize) {
        let body = serde_json::to_string(with).expect("JSON");
        self.send(200, &body).await;
    }

    /// Refuses it with this code.
    pub async fn refuse(self, code: Code) {
        self.refuse_with(Problem::new(code)).await;
    }

    /// Refuses it.
    pub async fn refuse_with(self, problem: Problem) {
        let body = serde_json::to_string(&problem).expect("JSON");
        self.send(problem.code.status(), &body).await;
    }

    /// Answers with something that is not the portal's.
    pub async fn send(self, status: u16, body: &str) {
        let reply = Reply {
            status,
            retry_after: None,
            body: Secret::new(body.to_owned()),
        };
        // Nobody waits for the answer of a request that was given up.
        let _ = self.answer.send(Ok(reply));
        settle().await;
    }

    /// No answer comes: the network is gone.
    pub async fn lose(self) {
        let _ = self.answer.send(Err(TransportError::Unreachable));
        settle().await;
    }

    /// Whether the page has stopped waiting for the answer.
    pub fn is_given_up(&self) -> bool {
        self.answer.is_canceled()
    }
}

/// Reads a session's state, as the screens behind sign-in do.
pub fn read_state(text: Secret) -> LocalBoxFuture<'static, ApiResult<SessionState>> {
    let state = serde_json::from_str(text.expose()).map_err(|_| ApiError::Unreadable(200));
    Box::pin(std::future::ready(state))
}
