//! A real portal beside the production page: `crates/portal` over HTTP with a memory store, on the
//! same host, at `/api`. The people are the prototype's. What stands for their phone and their mail
//! application is put into the page by a script of this host (`devices.js`), under the same names as
//! in the prototype, so that one suite drives both homes.

mod devices;
pub mod fault;
#[path = "../../../src/prototype/handset.rs"]
mod handset;
mod ports;
#[path = "../../../src/prototype/scenarios.rs"]
mod scenarios;
mod walk;

pub use fault::Fault;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
};
use contract::Secret;
use handset::Handset;
use portal::{Cookies, MemoryStore, Portal, ServerKey, ServerKeys, Settings};
use scenarios::Scenario;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::watch;
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

/// The portal and its people.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    world: Mutex<World>,
    faults: Mutex<Vec<Fault>>,
    /// What failed once, where every other try fails.
    failed: Mutex<BTreeSet<String>>,
    /// Pages on other hosts that may call the API.
    allowed_origins: Mutex<Vec<String>>,
    /// What was asked of the API so far: method and path.
    asked: Mutex<Vec<String>>,
    /// Whether the pages get the made-up devices.
    devices: bool,
    /// How many requests are being answered.
    open: watch::Sender<usize>,
}

/// What a scenario starts anew.
struct World {
    scenario: Scenario,
    store: MemoryStore,
    portal: Portal<MemoryStore>,
    handset: Arc<Mutex<Handset>>,
    time: Arc<ports::Time>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    fn over(
        scenario: Scenario,
        state: portal::State,
        allowed_origins: &[String],
        frozen: Option<contract::Timestamp>,
    ) -> Self {
        let store = MemoryStore::new(state);
        let handset = Arc::new(Mutex::new(Handset::default()));
        let time = Arc::new(ports::Time {
            frozen,
            ..Default::default()
        });
        let ports = ports::ports(Arc::clone(&handset), Arc::clone(&time));
        let key = ServerKey::new(
            "tests",
            Secret::new("the key of a portal under test".into()),
        );
        let app = |name: &str, description: &str| contract::AppTile {
            name: name.into(),
            description: description.into(),
            address: String::new(),
        };
        let settings = Settings {
            apps: vec![
                app("Mail", "Mail, calendar and contacts"),
                app("Files", "Your documents, on every device"),
            ],
            cookies: Cookies::INSECURE_LOOPBACK,
            allowed_origins: allowed_origins.to_vec(),
            ..Settings::new("Contoso", ServerKeys::only(key))
        };
        Self {
            scenario,
            portal: Portal::new(store.clone(), ports, settings),
            store,
            handset,
            time,
        }
    }
}

impl Server {
    /// A portal in which nothing has happened.
    pub(crate) fn new() -> Self {
        Self::with(true)
    }

    /// The same, for pages as they were built.
    pub(crate) fn without_devices() -> Self {
        Self::with(false)
    }

    fn with(devices: bool) -> Self {
        let scenario = Scenario::ThreeRows;
        Self(Arc::new(Inner {
            world: Mutex::new(World::over(scenario, Scenario::everyone(), &[], None)),
            faults: Mutex::default(),
            failed: Mutex::default(),
            allowed_origins: Mutex::default(),
            asked: Mutex::default(),
            devices,
            open: watch::Sender::new(0),
        }))
    }

    /// Lets pages of another host call the API. Begins the people anew.
    pub fn allow_origin(&self, origin: &str) {
        let mut allowed = locked(&self.0.allowed_origins);
        allowed.push(origin.to_owned());
        *locked(&self.0.world) =
            World::over(Scenario::ThreeRows, Scenario::everyone(), &allowed, None);
    }

    /// How often this was asked of the API, such as `POST /session`.
    pub fn asked(&self, what: &str) -> usize {
        let asked = locked(&self.0.asked);
        asked.iter().filter(|asked| *asked == what).count()
    }

    /// Waits until every request has been answered, the given up ones too.
    pub async fn all_answered(&self) {
        // the sender lives as long as this server
        let _ = self.0.open.subscribe().wait_for(|open| *open == 0).await;
    }

    /// From now on this goes wrong, until [`Server::mend`].
    pub fn fault(&self, fault: Fault) {
        locked(&self.0.faults).push(fault);
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        locked(&self.0.faults).clear();
    }

    /// Whether a mail application may sign in with these, by the portal's own check.
    pub async fn mail_sign_in(&self, email: &str, password: &str) -> bool {
        let portal = locked(&self.0.world).portal.clone();
        let password = Secret::new(password.to_owned());
        matches!(
            portal.check_app_password(email, &password).await,
            Ok(portal::MailSignIn::Accepted { .. })
        )
    }

    /// How many app passwords this account holds.
    pub fn app_passwords_of(&self, email: &str) -> usize {
        let rows = locked(&self.0.world).store.snapshot().app_passwords;
        rows.iter().filter(|row| row.account == email).count()
    }

    /// The API, the devices, and the pages of `files` with the devices in them.
    pub(crate) fn routes(&self, files: Router) -> Router {
        let server = self.clone();
        let origins = AllowOrigin::predicate(move |origin, _| {
            let allowed = locked(&server.0.allowed_origins);
            allowed
                .iter()
                .any(|one| one.as_bytes() == origin.as_bytes())
        });
        let cross_origin = CorsLayer::new()
            .allow_origin(origins)
            .allow_credentials(true)
            .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
            .allow_headers(AllowHeaders::mirror_request())
            .expose_headers([header::RETRY_AFTER]);
        let api = Router::new()
            .fallback(api)
            .layer(middleware::from_fn_with_state(self.clone(), fault::apply))
            .layer(cross_origin)
            .with_state(self.clone());
        Router::new()
            .nest("/api", api)
            .merge(devices::router(self.clone()))
            .fallback_service(files)
            .layer(middleware::from_fn_with_state(self.clone(), pages))
    }
}

async fn api(State(server): State<Server>, request: Request) -> Response {
    let portal = locked(&server.0.world).portal.clone();
    match tower::ServiceExt::oneshot(portal.router(), request).await {
        Ok(reply) => reply,
        Err(never) => match never {},
    }
}

/// `?scenario=` in the address of a page begins that scenario and leads to the page without it, signed
/// in where the prototype would be; and every page gets the devices.
async fn pages(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path.starts_with("/api/") || path.starts_with("/__devices") {
        return next.run(request).await;
    }
    if let Some(scenario) = walk::scenario_of(request.uri()) {
        let cookie = walk::begin(&server, scenario, request.uri()).await;
        let mut reply = Redirect::to(&path).into_response();
        for line in cookie {
            if let Ok(line) = HeaderValue::try_from(line) {
                reply.headers_mut().append(header::SET_COOKIE, line);
            }
        }
        return reply;
    }
    if !server.0.devices {
        return next.run(request).await;
    }
    // a page is changed on its way, so it comes as it is
    if !path.contains("/assets/") {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let reply = next.run(request).await;
    let is_page = reply
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind == "text/html");
    if !is_page {
        return reply;
    }
    let (mut head, body) = reply.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let text = String::from_utf8_lossy(&bytes)
        .replace("</body>", "<script src=\"/__devices.js\"></script></body>");
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(text))
}
