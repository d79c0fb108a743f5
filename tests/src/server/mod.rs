//! A real portal beside the production page: `crates/portal` over HTTP at `/api`, on the same host. Its
//! people, their phone and what goes wrong are those of `made-up`, as in the prototype; here they are in
//! the test's own process, and no page shows them.

mod http;
mod phone;

pub use made_up::Fault;
pub use phone::Phone;

use axum::http::HeaderMap;
use contract::{AppTile, Secret, Timestamp};
use made_up::{Machine, Name, Scenario, World, conditions::Latency, fault::Arranged};
use portal::{Cookies, MailSignIn};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::sync::watch;

/// The portal and its people.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    machine: Mutex<Machine>,
    /// Waited on for what is in it.
    world: watch::Sender<World>,
    /// What was asked of the API so far: method and path.
    asked: Mutex<Vec<String>>,
    /// How many requests are being answered.
    open: watch::Sender<usize>,
}

/// The servers that run, by the port of their pages.
static RUNNING: Mutex<BTreeMap<u16, Server>> = Mutex::new(BTreeMap::new());

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn machine_time() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = since.unwrap_or_default().as_millis();
    Timestamp(i64::try_from(now).unwrap_or(i64::MAX))
}

/// Another number for each world.
fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(machine_time())
}

impl Server {
    /// A portal in which nothing has happened.
    pub(crate) fn new() -> Self {
        let app = |name: &str, description: &str| AppTile {
            name: name.into(),
            description: description.into(),
            address: String::new(),
        };
        let apps = vec![
            app("Mail", "Mail, calendar and contacts"),
            app("Files", "Your documents, on every device"),
        ];
        let mut machine = Machine::new("Contoso", apps, machine_time);
        machine.settings.cookies = Cookies::INSECURE_LOOPBACK;
        let world = over_http(&machine, Scenario::from(Name::ThreeRows), "/");
        Self(Arc::new(Inner {
            machine: Mutex::new(machine),
            world: watch::Sender::new(world),
            asked: Mutex::default(),
            open: watch::Sender::new(0),
        }))
    }

    /// The server behind an address, if a host runs there.
    #[must_use]
    pub fn behind(url: &str) -> Option<Self> {
        let uri: axum::http::Uri = url.parse().ok()?;
        locked(&RUNNING).get(&uri.port_u16()?).cloned()
    }

    pub(crate) fn runs_at(&self, port: u16) {
        locked(&RUNNING).insert(port, self.clone());
    }

    pub(crate) fn left(port: u16) {
        locked(&RUNNING).remove(&port);
    }

    fn machine(&self) -> Machine {
        locked(&self.0.machine).clone()
    }

    /// Looks at the world.
    fn look<R>(&self, look: impl FnOnce(&Machine, &World) -> R) -> R {
        look(&self.machine(), &self.0.world.borrow())
    }

    /// Changes the world, alone.
    fn change<R>(&self, change: impl FnOnce(&Machine, &mut World) -> R) -> R {
        let machine = self.machine();
        let mut result = None;
        self.0
            .world
            .send_modify(|world| result = Some(change(&machine, world)));
        result.unwrap_or_else(|| unreachable!("a watch runs what changes it"))
    }

    /// Begins a scenario, with its person as far as the screen at `path` needs. What was to go wrong still
    /// does.
    fn begin(&self, scenario: Scenario, path: &str) {
        self.change(|machine, world| {
            let to_go_wrong = std::mem::take(&mut world.scenario.conditions.arranged);
            *world = over_http(machine, scenario, path);
            world.scenario.conditions.arranged.extend(to_go_wrong);
        });
    }

    /// The cookies that a browser needs to be where the person is.
    fn cookies(&self) -> HeaderMap {
        self.look(|machine, world| world.cookies.to_set(machine.settings.cookies.session))
    }

    /// Lets pages of another host call the API.
    pub fn allow_origin(&self, origin: &str) {
        let mut machine = locked(&self.0.machine);
        machine.settings.allowed_origins.push(origin.to_owned());
    }

    /// How often this was asked of the API, such as `POST /session`.
    pub fn asked(&self, what: &str) -> usize {
        let asked = locked(&self.0.asked);
        asked.iter().filter(|asked| *asked == what).count()
    }

    /// From now on, until [`Server::mend`], requests whose method and path begin so go wrong.
    pub fn fault(&self, begins: &str, fault: Fault) {
        self.arrange(begins, fault, false);
    }

    /// The next such request goes wrong.
    pub fn fault_once(&self, begins: &str, fault: Fault) {
        self.arrange(begins, fault, true);
    }

    fn arrange(&self, begins: &str, fault: Fault, once: bool) {
        let begins = begins.to_owned();
        let arranged = Arranged {
            begins,
            fault,
            once,
        };
        self.change(|_, world| world.scenario.conditions.arranged.push(arranged));
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        self.change(|_, world| world.scenario.conditions.arranged.clear());
    }

    /// The phone of the person.
    #[must_use]
    pub fn phone(&self) -> Phone {
        Phone(self.clone())
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let milliseconds = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.change(|_, world| world.advance(milliseconds));
    }

    /// The e-mail address of the person, and with whose app password a mail application signs in by the
    /// portal's own check: its name, or none if it is refused.
    pub fn mail_sign_in(&self, user: &str, password: &str) -> Option<String> {
        let password = Secret::new(password.to_owned());
        let said = self.change(|machine, world| machine.mail_sign_in(world, user, &password));
        match said {
            Some(MailSignIn::Accepted { name }) => Some(name),
            Some(MailSignIn::Refused) | None => None,
        }
    }

    /// The e-mail address of the person of the scenario.
    #[must_use]
    pub fn user(&self) -> &'static str {
        self.look(|_, world| world.scenario.person.email())
    }

    /// How many app passwords this account holds.
    pub fn app_passwords_of(&self, email: &str) -> usize {
        self.look(|_, world| {
            let rows = &world.portal.app_passwords;
            rows.iter().filter(|row| row.account == email).count()
        })
    }
}

/// A world behind a real network, which has a latency of its own.
fn over_http(machine: &Machine, mut scenario: Scenario, path: &str) -> World {
    scenario.conditions.latency = Latency::NONE;
    machine.open(scenario, path, seed())
}
