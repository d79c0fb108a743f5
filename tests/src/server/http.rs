//! What the server sends: the API under its conditions, and pages whose address begins a scenario.

use super::{Server, locked};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
};
use made_up::Scenario;
use std::time::Duration;

impl Server {
    /// The API, and the pages of `files`.
    pub(crate) fn routes(&self, files: Router) -> Router {
        let api = Router::new().fallback(api).with_state(self.clone());
        Router::new()
            .nest("/api", api)
            .fallback_service(files.layer(middleware::from_fn_with_state(self.clone(), pages)))
    }
}

async fn api(State(server): State<Server>, request: Request) -> Response {
    let what = format!("{} {}", request.method(), request.uri().path());
    locked(&server.0.asked).push(what);
    // in a task of its own: what a page gives up still happens, as behind a real proxy
    server.0.open.send_modify(|open| *open += 1);
    let open = server.0.open.clone();
    let answer = tokio::spawn(async move {
        let reply = answer(&server, request).await;
        open.send_modify(|open| *open -= 1);
        reply
    });
    answer.await.ok().flatten().unwrap_or_else(cut)
}

async fn answer(server: &Server, request: Request) -> Option<Response> {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.ok()?;
    let (method, path) = (head.method.as_str(), head.uri.path());
    let takes = server.change(|machine, world| machine.depart(world, method, path));
    wait(takes).await;
    let request = Request::from_parts(head, Body::from(body));
    let answer = server.change(|machine, world| machine.serve(world, request));
    wait(answer.takes).await;
    Some(answer.reply?.map(Body::from))
}

async fn wait(duration: Duration) {
    let never = std::future::pending::<()>();
    // it is over after that time
    let _ = tokio::time::timeout(duration, never).await;
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

/// A link with a scenario begins it and leads to the page without it, signed in where the prototype
/// would be.
async fn pages(State(server): State<Server>, request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    // what is not understood is the page's own
    let Ok(Some(scenario)) = Scenario::parse(query) else {
        return next.run(request).await;
    };
    let path = request.uri().path();
    server.begin(scenario, path);
    let mut reply = Redirect::to(path).into_response();
    *reply.status_mut() = StatusCode::SEE_OTHER;
    reply.headers_mut().extend(server.cookies());
    reply
}
