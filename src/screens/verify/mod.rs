//! Step 2 of the guide: the second factor, by the account's preferred option or another one.

mod approval;
mod code_form;
mod other_methods;
mod send_again;
mod verification_flow;
mod watch;
mod wording;

pub use other_methods::UseAnotherAccount;
pub use send_again::SendAgain;

use crate::{
    routes::Route,
    session::{Session, use_session},
    ui::Checkbox,
    words,
};
use approval::Approval;
use code_form::CodeForm;
use contract::{Challenge, SessionState, limits};
use leptos::prelude::*;
use other_methods::OtherMethods;
use verification_flow::VerificationFlow;

/// The second factor of this session. Nothing but the heading stands there while the shell leads a
/// visitor on who has none to give.
#[component]
pub fn Verify() -> impl IntoView {
    let session = use_session();
    let challenge = Memo::new(move |_| match &*session.read() {
        Session::Known(SessionState::SecondFactor(challenge)) => Some(challenge.clone()),
        _ => None,
    });
    view! {
        <section class="card verify">
            <h1 tabindex="-1">{Route::Verify.title()}</h1>
            {move || challenge.get().map(|challenge| view! { <SecondFactor challenge /> })}
        </section>
    }
}

#[component]
fn SecondFactor(challenge: Challenge) -> impl IntoView {
    let verification = VerificationFlow::begin(challenge);
    let method = verification.method();
    view! {
        {move || {
            if method.get().takes_code() {
                view! { <CodeForm verification /> }.into_any()
            } else {
                view! { <Approval verification /> }.into_any()
            }
        }}
        <OtherMethods verification />
        <UseAnotherAccount />
    }
}

/// "Don't ask again for 14 days": goes along with the answer, so it may be ticked until then.
#[component]
fn RememberDevice(verification: VerificationFlow) -> impl IntoView {
    view! {
        <Checkbox
            id="remember-device"
            label=words::verify::remember(limits::TRUSTED_DEVICE_DAYS)
            hint=words::verify::remember_hint()
            checked=verification.remember
        />
    }
}
