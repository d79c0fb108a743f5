//! Begins a scenario, and walks its person to the screen of the address by the portal's own requests.

use super::{
    Server, World, locked,
    scenarios::{PASSWORD, Scenario},
};
use axum::{
    body::Body,
    http::{Request, Uri, header},
};
use contract::{AnswerChallenge, Method, Secret, SelectMethod, SignIn, Timestamp, paths};
use portal::{MemoryStore, Portal, code_now};
use serde_json::to_string;

/// The scenario that an address asks for, if there is one of that name.
pub(super) fn scenario_of(uri: &Uri) -> Option<Scenario> {
    Scenario::from_slug(member(uri, "scenario")?)
}

fn member<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    let mut pairs = uri
        .query()?
        .split('&')
        .filter_map(|pair| pair.split_once('='));
    pairs.find_map(|(key, value)| (key == name).then_some(value))
}

/// `2026-01-02T03:04:05Z`, the moment at which the portal's time stands still.
fn moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let numbers = |text: &str, between: char| -> Option<Vec<i64>> {
        text.split(between).map(|part| part.parse().ok()).collect()
    };
    let (day, time) = (numbers(day, '-')?, numbers(time, ':')?);
    let (&[year, month, day], &[hours, minutes, seconds]) = (day.as_slice(), time.as_slice())
    else {
        return None;
    };
    let day = portal::date(year, month, day);
    Some(Timestamp(
        day.0 + ((hours * 60 + minutes) * 60 + seconds) * 1000,
    ))
}

/// Begins it. Gives the lines of `Set-Cookie` for the browser.
pub(super) async fn begin(server: &Server, scenario: Scenario, uri: &Uri) -> Vec<String> {
    let frozen = member(uri, "now").and_then(moment);
    let allowed = locked(&server.0.allowed_origins).clone();
    let allowed = allowed.as_slice();
    let world = World::over(scenario, Scenario::everyone(), allowed, frozen);
    let place = uri.path().trim_end_matches('/');
    // the page may lie below any path
    let ends = |routes: &[&str]| routes.iter().any(|route| place.ends_with(route));
    let steps = if ends(&["/security/app-passwords/set-up"]) {
        2
    } else if ends(&["/verify", "/set-up"]) {
        1
    } else if ends(&[
        "/apps",
        "/profile",
        "/security",
        "/app-passwords",
        "/create",
    ]) {
        2
    } else {
        0
    };
    let lines = walk(&world, scenario, steps).await;
    // the phone has nothing to tell any more, and the code from the app may be used again
    let world = if steps == 2 {
        let mut state = world.store.snapshot();
        for account in state.accounts.values_mut() {
            if let Some(authenticator) = account.authenticator.as_mut() {
                authenticator.last_step = None;
            }
        }
        World::over(scenario, state, allowed, frozen)
    } else {
        world
    };
    locked(&server.0.failed).clear();
    *locked(&server.0.world) = world;
    if lines.is_empty() {
        // whoever was signed in before is not any more
        return vec!["insecure-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict".into()];
    }
    lines
}

async fn walk(world: &World, scenario: Scenario, steps: u32) -> Vec<String> {
    if steps == 0 {
        return vec![];
    }
    let form = SignIn {
        email: scenario.email().into(),
        password: Secret::new(PASSWORD.into()),
    };
    let first = post(&world.portal, "", paths::SESSION, &form).await;
    let account = world
        .store
        .snapshot()
        .accounts
        .get(scenario.email())
        .cloned();
    let Some(account) = account.filter(|account| steps == 2 && account.preferred.is_some()) else {
        return first;
    };
    let mut cookie = pairs(&first);
    let code = if let Some(authenticator) = account.authenticator {
        let select = SelectMethod {
            method: Method::AppCode,
        };
        let lines = post(&world.portal, &cookie, paths::CHALLENGE, &select).await;
        if !lines.is_empty() {
            cookie = pairs(&lines);
        }
        code_now(authenticator.key.text(), super::ports::now(&world.time))
    } else {
        let handset = locked(&world.handset);
        handset.messages.last().map(|message| message.code.clone())
    };
    let answer = AnswerChallenge {
        code,
        remember_device: false,
    };
    let last = post(&world.portal, &cookie, paths::CHALLENGE_ANSWER, &answer).await;
    if last.is_empty() { first } else { last }
}

/// The `name=value` of each line, as a browser sends them back.
fn pairs(lines: &[String]) -> String {
    let pairs: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.split(';').next())
        .collect();
    pairs.join("; ")
}

async fn post(
    portal: &Portal<MemoryStore>,
    cookie: &str,
    path: &str,
    body: &impl serde::Serialize,
) -> Vec<String> {
    let request = Request::post(path)
        .header(header::HOST, "127.0.0.1")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::COOKIE, cookie)
        .body(Body::from(to_string(body).unwrap_or_default()));
    let Ok(request) = request else {
        return vec![];
    };
    let Ok(reply) = tower::ServiceExt::oneshot(portal.router(), request).await;
    assert!(reply.status().is_success(), "{path}: {}", reply.status());
    let lines = reply.headers().get_all(header::SET_COOKIE);
    lines
        .iter()
        .filter_map(|line| line.to_str().ok().map(str::to_owned))
        .collect()
}
