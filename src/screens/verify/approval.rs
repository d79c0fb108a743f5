//! The methods where the phone itself is answered: a call, a notification. The page asks the portal
//! whether it was, and goes on by itself.

use super::{RememberDevice, SendAgain, verification_flow::VerificationFlow, wording};
use crate::{
    ui::{Button, Message, Outcome, Tone},
    words::{self, text},
};
use contract::ChallengeStatus;
use leptos::{html, prelude::*};

/// "We're calling your phone. Please answer it to continue." (step 2 of the guide).
#[component]
pub fn Approval(verification: VerificationFlow) -> impl IntoView {
    let method = verification.method().get_untracked();
    let (again, wait) = wording::again(method);
    let status = verification.status();
    let answering = verification.answering;
    let going_on = Memo::new(move |_| status.get() == ChallengeStatus::Approved);
    view! {
        <Awaited verification />
        {move || {
            wording::approval_status(status.get(), method)
                .map(|said| view! { <Message tone=Tone::Error><p>{said}</p></Message> })
        }}
        <p class="verify__status" role="status">
            {move || match status.get() {
                ChallengeStatus::Waiting => Some(words::verify::waiting()),
                ChallengeStatus::Approved if answering.pending().get() => Some(words::verify::approved()),
                _ => None,
            }}
        </p>
        {move || {
            (status.get() == ChallengeStatus::Waiting && verification.out_of_reach().get())
                .then(|| {
                    view! {
                        <Message tone=Tone::Warning>
                            <p role="alert">
                                {words::verify::keeps_asking()}
                            </p>
                        </Message>
                    }
                })
        }}
        <RememberDevice verification />
        {move || {
            going_on.get().then(|| view! { <NotYetIn verification /> })
        }}
        {move || {
            (!going_on.get())
                .then(|| {
                    view! {
                        <SendAgain
                            label=again.clone()
                            wait=wait.clone()
                            again_at=verification.again_at()
                            pending=verification.beginning()
                            on_press=move || verification.start(method)
                        />
                    }
                })
        }}
        <Outcome of=verification.repeating />
    }
}

/// What is awaited, and for how long.
#[component]
fn Awaited(verification: VerificationFlow) -> impl IntoView {
    let lead = NodeRef::<html::P>::new();
    let status = verification.status();
    let left = verification.seconds_left();
    // The button that started this call was removed, so the lead takes the focus.
    Effect::new(move |_| {
        let chosen_here = verification.started().get() > 0;
        if let Some(lead) = lead.get()
            && chosen_here
        {
            // Focusing an element that is in the page does not fail.
            let _ = lead.focus();
        }
    });
    let method = verification.method().get_untracked();
    let over = Memo::new(move |_| wording::approval_status(status.get(), method).is_some());
    move || {
        (!over.get()).then(|| {
            let (before, after) = words::around(words::verify::time_left(words::ELEMENT));
            view! {
                <div class="verify__awaited">
                    <p class="verify__lead" tabindex="-1" node_ref=lead>{verification.lead()}</p>
                    <p class="verify__hint">{wording::how_to_answer(method, &verification.hint())}</p>
                    <p class="verify__countdown" hidden=move || status.get() != ChallengeStatus::Waiting>
                        {before}
                        <span class="verify__time">{move || text::minutes_and_seconds(left.get())}</span>
                        {after}
                    </p>
                </div>
            }
        })
    }
}

/// The phone was answered, and the portal has not let the person in yet: it is at it, or it failed
/// and can be asked once more.
#[component]
fn NotYetIn(verification: VerificationFlow) -> impl IntoView {
    let answering = verification.answering;
    view! {
        <Outcome of=answering>
            <Button pending=answering.pending() on_press=move || verification.answer(None)>{words::verify::submit()}</Button>
        </Outcome>
    }
}
