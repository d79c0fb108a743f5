//! Calls, and requests to approve in the app.

use super::second_factor::{challenge, every_way};
use crate::{case::cases, prelude::*};
use contract::{ChallengeStatus, Code, Method};
use serde_json::Value;

cases![
    answering_the_call_and_pressing_the_key_signs_in,
    denying_on_the_phone_keeps_the_thief_out_for_good,
    a_call_rings_for_sixty_seconds,
    approving_an_old_request_does_not_approve_the_new_one,
    the_office_phone_is_called_with_its_extension,
];

fn answering_the_call_and_pressing_the_key_signs_in() {
    for method in [Method::CallAuthenticationPhone, Method::AppNotification] {
        let world = World::of(every_way(method));
        let mut browser = world.browser();
        browser.sign_in();
        browser.answer_nothing().refused(Code::NotYetApproved);
        world.press(&world.ringing(), Outcome::Approved).unwrap();
        assert_eq!(challenge(&mut browser).status, ChallengeStatus::Approved);
        browser.answer_nothing().ok::<Value>();
        assert_eq!(browser.state(), "signed_in");
    }
}

fn denying_on_the_phone_keeps_the_thief_out_for_good() {
    let world = World::of(every_way(Method::AppNotification));
    let mut browser = world.browser();
    browser.sign_in();
    let challenge_id = world.ringing();
    world.press(&challenge_id, Outcome::Declined).unwrap();
    assert_eq!(
        world.press(&challenge_id, Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
    browser.answer_nothing().refused(Code::Declined);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Declined);
}

fn a_call_rings_for_sixty_seconds() {
    let world = World::of(every_way(Method::CallAuthenticationPhone));
    let mut browser = world.browser();
    browser.sign_in();
    world.pass(59);
    assert_eq!(challenge(&mut browser).expires_in, 1);
    world.pass(1);
    assert_eq!(challenge(&mut browser).status, ChallengeStatus::Expired);
    browser.answer_nothing().refused(Code::CodeExpired);
    assert_eq!(
        world.press(&world.ringing(), Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
}

fn approving_an_old_request_does_not_approve_the_new_one() {
    let world = World::of(every_way(Method::AppNotification));
    let mut browser = world.browser();
    browser.sign_in();
    let old = world.ringing();
    world.pass(30);
    browser.select("app_notification").ok::<Value>();
    assert_eq!(
        world.press(&old, Outcome::Approved),
        Err(OutOfBandError::NotWaiting)
    );
    browser.answer_nothing().refused(Code::NotYetApproved);
}

fn the_office_phone_is_called_with_its_extension() {
    let world = World::of(every_way(Method::CallOfficePhone));
    world.browser().sign_in();
    let Some(Message::Call { to, extension, .. }) = world.messages().pop() else {
        panic!()
    };
    assert_eq!(
        (to.as_str(), extension.as_deref()),
        ("+15555550100", Some("42"))
    );
}
