//! One request under the conditions of a world.

use crate::{
    Fault, Machine, Network, World,
    conditions::{Fail, Session},
    fault::{Arranged, Reply},
    random::mix,
};
use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, header},
};
use contract::{Code, paths};
use std::time::Duration;

/// What came of a request.
#[derive(Debug)]
pub struct Served {
    /// The reply; none if it is lost.
    pub reply: Option<Reply>,
    /// How long it takes on its way.
    pub takes: Duration,
}

impl Machine {
    /// Whether a request takes time to the portal: then it has to [`Machine::depart`] first.
    #[must_use]
    pub fn is_delayed(&self, world: &World, method: &str, path: &str) -> bool {
        !self.request_takes(world, method, path).is_zero()
    }

    /// The request is sent: how long it takes to the portal. Wait for that before [`Machine::serve`].
    pub fn depart(&self, world: &mut World, method: &str, path: &str) -> Duration {
        let takes = self.request_takes(world, method, path);
        let arranged = &mut world.scenario.conditions.arranged;
        let late = arranged.iter().position(|one| one.delays(method, path));
        if let Some(place) = late.filter(|place| arranged[*place].once) {
            arranged.remove(place);
        }
        takes
    }

    fn request_takes(&self, world: &World, method: &str, path: &str) -> Duration {
        let conditions = &world.scenario.conditions;
        let mut arranged = conditions.arranged.iter();
        let late = arranged.find(|one| one.delays(method, path));
        match late.map(|one| one.fault) {
            Some(Fault::RequestLate(late)) => Duration::from_millis(late.into()),
            _ => conditions.request_takes(self.luck(world)),
        }
    }

    /// The request arrives: what it changes, it changes now, whoever stays for the reply.
    pub fn serve(&self, world: &mut World, request: Request<Body>) -> Served {
        let method = request.method().as_str().to_owned();
        let path = request.uri().path().to_owned();
        let luck = self.luck(world);
        let conditions = &world.scenario.conditions;
        let takes = conditions.reply_takes(&method, &path, luck);
        if conditions.network == Network::Offline {
            return Served { reply: None, takes };
        }
        if world.ends_the_session(&method, &path) {
            self.end_session(world, &request);
        }
        let fault = world.fault(&method, &path, luck);
        let takes = match fault {
            Some(Fault::ReplyLate(late)) => Duration::from_millis(late.into()),
            _ => takes,
        };
        let portal = || self.answer(world, request);
        let reply = match fault {
            Some(fault) => fault.reply(portal),
            None => portal(),
        };
        Served { reply, takes }
    }

    /// Ends the session of this request, by the portal's own way of signing out.
    fn end_session(&self, world: &mut World, request: &Request<Body>) {
        let mut sign_out = Request::new(Body::empty());
        *sign_out.method_mut() = Method::DELETE;
        *sign_out.uri_mut() = axum::http::Uri::from_static(paths::SESSION);
        *sign_out.headers_mut() = request.headers().clone();
        let no_body = HeaderValue::from_static("0");
        sign_out
            .headers_mut()
            .insert(header::CONTENT_LENGTH, no_body);
        self.answer(world, sign_out);
    }

    /// A number that another request does not get, for ranges and percentages.
    fn luck(&self, world: &World) -> u64 {
        world.random ^ mix(self.time().0.cast_unsigned())
    }
}

impl World {
    /// What goes wrong with this request. What was arranged for once is used up.
    fn fault(&mut self, method: &str, path: &str, luck: u64) -> Option<Fault> {
        let conditions = &mut self.scenario.conditions;
        let arranged = &mut conditions.arranged;
        let goes_wrong = |one: &Arranged| one.concerns(method, path) && !one.delays(method, path);
        if let Some(place) = arranged.iter().position(goes_wrong) {
            let fault = arranged[place].fault;
            if arranged[place].once {
                arranged.remove(place);
            }
            return Some(fault);
        }
        // nobody waits for a poll, nor for a report
        let unseen = method == "GET" && [paths::SESSION, paths::CHALLENGE].contains(&path)
            || paths::is_app_password_delivery(path);
        let fails = match conditions.fail {
            _ if unseen => false,
            Fail::Never => false,
            Fail::First => {
                let what = format!("{method} {path}");
                !self.failed.remove(&what) && self.failed.insert(what)
            }
            Fail::Percent(percent) => luck % 100 < u64::from(percent),
        };
        fails.then_some(Fault::Problem(Code::Internal))
    }

    /// Whether the session is to end before this request.
    fn ends_the_session(&mut self, method: &str, path: &str) -> bool {
        let ends = self.scenario.conditions.session == Session::Ends
            && !self.session_ended
            && method != "GET"
            && !path.starts_with(paths::SESSION);
        self.session_ended |= ends;
        ends
    }
}
