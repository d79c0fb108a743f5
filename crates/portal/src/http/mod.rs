//! The HTTP API: one file per resource, and the checks that all of them share.

mod address;
mod app_passwords;
mod apps;
mod authenticator;
mod body;
mod challenge;
mod cookies;
#[cfg(feature = "cors")]
mod cors;
mod guard;
mod idempotency;
mod origin;
mod phones;
mod problem;
mod profile;
mod request_id;
mod security;
mod segment;
mod session;
mod trusted_devices;

pub use address::ClientAddress;
pub use request_id::RequestId;

use crate::{portal::Portal, store::Store};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::{delete, get, post},
};
use contract::paths;

/// Bytes of the largest body that makes sense, with room to spare.
const BODY_LIMIT: usize = 16 * 1024;

impl<S: Store> Portal<S> {
    /// The HTTP API, with the paths of [`contract::paths`] at its root; nest it under `/api`.
    /// Add [`ClientAddress`] as a request extension where the client's address is known.
    pub fn router(&self) -> Router {
        router(self.clone())
    }
}

fn router<S: Store>(portal: Portal<S>) -> Router {
    let session = get(session::state::<S>)
        .post(session::sign_in::<S>)
        .delete(session::sign_out::<S>);
    let challenge = get(challenge::status::<S>).post(challenge::select::<S>);
    let security = get(security::read::<S>).put(security::update::<S>);
    let authenticator = post(authenticator::start::<S>).delete(authenticator::remove::<S>);
    let app_passwords = get(app_passwords::list::<S>).post(app_passwords::create::<S>);
    let router = Router::new()
        .route(paths::SESSION, session)
        .route(paths::CHALLENGE, challenge)
        .route(paths::CHALLENGE_ANSWER, post(challenge::answer::<S>))
        .route(paths::APPS, get(apps::list::<S>))
        .route(paths::PROFILE, get(profile::read::<S>))
        .route(paths::SECURITY, security)
        .route(paths::PHONE_VERIFICATION, post(phones::start::<S>))
        .route(paths::PHONE_CONFIRMATION, post(phones::confirm::<S>))
        .route(paths::PHONE, delete(phones::remove::<S>))
        .route(paths::AUTHENTICATOR, authenticator)
        .route(
            paths::AUTHENTICATOR_CONFIRMATION,
            post(authenticator::confirm::<S>),
        )
        .route(paths::TRUSTED_DEVICES, delete(trusted_devices::forget::<S>))
        .route(paths::APP_PASSWORDS, app_passwords)
        .route(
            paths::INITIAL_APP_PASSWORD,
            post(app_passwords::create_initial::<S>),
        )
        .route(paths::APP_PASSWORD, delete(app_passwords::remove::<S>))
        .route(
            paths::APP_PASSWORD_DELIVERY,
            post(app_passwords::report::<S>),
        )
        .route(
            paths::APP_PASSWORD_RESTORATION,
            post(app_passwords::restore::<S>),
        )
        .fallback(problem::not_found)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(
            portal.clone(),
            origin::check::<S>,
        ))
        .layer(middleware::from_fn_with_state(
            portal.clone(),
            request_id::attach::<S>,
        ));
    #[cfg(feature = "cors")]
    let router = router.layer(cors::layer(portal.settings()));
    router.layer(middleware::from_fn(harden)).with_state(portal)
}

/// No reply of this API may be kept by a cache or be taken for a page.
async fn harden(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
