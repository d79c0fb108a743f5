//! Verify your identity: the second factor, by each method.

mod another_way;
mod app_code;
mod automated_call;
mod notification;
mod patience;
mod text_message;

use crate::stage::{Part, SECOND, Stage, challenge, signed_in};
use app_password_portal::session::Session;
use contract::{Challenge, ChallengeStatus, Method, SessionState};

const START: &str = "POST /session/challenge";
const ANSWER: &str = "POST /session/challenge/answer";
const POLL: &str = "GET /session/challenge";
const SESSION: &str = "GET /session";

/// The screen, with a challenge that was just begun.
async fn verify(method: Method) -> Stage {
    verify_with(challenge(method)).await
}

async fn verify_with(challenge: Challenge) -> Stage {
    Stage::open(SessionState::SecondFactor(challenge), "/verify").await
}

/// Has the page ask how far the phone is, and says so.
async fn poll(stage: &Stage, status: ChallengeStatus) {
    stage.after(SECOND).await;
    let Session::Known(SessionState::SecondFactor(mut challenge)) = stage.session() else {
        panic!("not at the second factor");
    };
    challenge.status = status;
    stage.asked(POLL).reply(&challenge).await;
}

/// Chooses another method.
async fn choose_another(stage: &Stage, named: &str) {
    stage
        .button("Having trouble? Sign in another way")
        .click()
        .await;
    stage.button(named).click().await;
}

/// Types a code and sends it.
async fn enter(stage: &Stage, code: &str) {
    stage.field("Code").fill(code).await;
    stage.button("Sign in").click().await;
}

/// The code field is wrong, says why, and has the focus with all of it selected.
fn code_is_wrong(stage: &Stage, words: &str) -> Part {
    let field = stage.field("Code");
    assert!(field.is_invalid() && field.has_focus());
    assert!(
        field.description().contains(words),
        "{}",
        field.description()
    );
    stage.announces(words);
    assert_eq!(field.selected(), field.value());
    field
}
