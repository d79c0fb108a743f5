//! What the made-up phone and the mail application ask of this host, and what is done on them.

use super::{
    Server, locked, ports,
    scenarios::{Fault, PASSWORD, Scenario},
};
use axum::{
    Json, Router,
    extract::State,
    http::header,
    response::IntoResponse,
    routing::{get, post},
};
use contract::Secret;
use portal::{MailSignIn, Outcome, code_now};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

/// One press of "+10 minutes", in milliseconds.
const STEP: i64 = 10 * 60 * 1000;

pub(super) fn router(server: Server) -> Router {
    let script = || async {
        let kind = [(header::CONTENT_TYPE, "text/javascript")];
        (kind, include_str!("devices.js")).into_response()
    };
    Router::new()
        .route("/__devices.js", get(script))
        .route("/__devices/state", get(state))
        .route("/__devices/act", post(act))
        .with_state(server)
}

async fn state(State(server): State<Server>) -> Json<Value> {
    let world = locked(&server.0.world);
    let now = ports::now(&world.time);
    let handset = locked(&world.handset);
    let state = world.store.snapshot();
    let call = handset.call_at(now).map(|call| {
        let code = match &call.purpose {
            super::handset::CallPurpose::ReadCode(code) => Some(code.expose().to_owned()),
            super::handset::CallPurpose::Approve { .. } => None,
        };
        let to = match &call.extension {
            Some(extension) => format!("{}, extension {extension}", call.to),
            None => call.to.clone(),
        };
        json!({ "to": to, "answered": call.answered, "code": code })
    });
    let codes: Vec<Value> = state
        .accounts
        .values()
        .filter_map(|account| {
            let scanned = handset.scanned.contains(&account.id);
            let pending = account.pending_authenticator.as_ref().filter(|_| scanned);
            let own = account.id == world.scenario.email() || scanned;
            let used = account.authenticator.as_ref().filter(|_| own);
            let code = code_now(pending.or(used.map(|used| &used.key))?.text(), now)?;
            Some(json!({ "account": account.email, "code": code.expose() }))
        })
        .collect();
    let to_scan = state.accounts.values().find(|account| {
        account.pending_authenticator.is_some() && !handset.scanned.contains(&account.id)
    });
    let messages: Vec<Value> = handset
        .messages
        .iter()
        .map(|message| json!({ "to": message.to, "code": message.code.expose() }))
        .collect();
    Json(json!({
        "now": now.0,
        "clipboardRefused": world.scenario.fault() == Fault::ClipboardRefused,
        "email": world.scenario.email(),
        "password": PASSWORD,
        "people": Scenario::ALL.iter().map(|one| json!({
            "slug": one.slug(), "name": one.name(), "about": one.slug().replace('-', " "), "email": one.email(),
        })).collect::<Vec<_>>(),
        "messages": messages,
        "call": call,
        "request": handset.request_at(now).map(|request| request.account.clone()),
        "codes": codes,
        "toScan": to_scan.map(|account| account.id.clone()),
    }))
}

/// What a person does on the devices.
#[derive(Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum Act {
    Advance,
    PickUp,
    HangUp,
    Approve,
    Decline,
    Scan { account: String },
    Person { slug: String },
    Mail { user: String, password: Secret },
}

async fn act(State(server): State<Server>, Json(act): Json<Act>) -> Json<Value> {
    match act {
        Act::Advance => {
            let world = locked(&server.0.world);
            world.time.ahead.fetch_add(STEP, Ordering::SeqCst);
        }
        Act::PickUp => {
            if let Some(call) = locked(&locked(&server.0.world).handset).call.as_mut() {
                call.answered = true;
            }
        }
        Act::HangUp => locked(&locked(&server.0.world).handset).call = None,
        Act::Approve => answer(&server, Outcome::Approved).await,
        Act::Decline => answer(&server, Outcome::Declined).await,
        Act::Scan { account } => {
            locked(&locked(&server.0.world).handset)
                .scanned
                .push(portal::AccountId::new(account));
        }
        Act::Person { slug } => {
            if let Some(scenario) = Scenario::from_slug(&slug) {
                locked(&server.0.world).scenario = scenario;
            }
        }
        Act::Mail { user, password } => {
            let portal = locked(&server.0.world).portal.clone();
            let said = portal.check_app_password(&user, &password).await;
            return Json(match said {
                Ok(MailSignIn::Accepted { name }) => json!({ "accepted": name }),
                Ok(MailSignIn::Refused) | Err(_) => json!({ "accepted": null }),
            });
        }
    }
    Json(Value::Null)
}

/// Reports what was pressed, and puts the call and the request away.
async fn answer(server: &Server, outcome: Outcome) {
    let (portal, challenge) = {
        let world = locked(&server.0.world);
        let mut handset = locked(&world.handset);
        let call = handset.call.take().and_then(|call| match call.purpose {
            super::handset::CallPurpose::Approve { challenge } => Some(challenge),
            super::handset::CallPurpose::ReadCode(_) => None,
        });
        let request = handset.request.take().map(|request| request.challenge);
        (world.portal.clone(), call.or(request))
    };
    if let Some(challenge) = challenge {
        // an answer that comes too late is no answer
        let _ = portal.answer_out_of_band(&challenge, outcome).await;
    }
}
