//! The on-screen phone: text codes, calls, the request to approve, an authenticator app, and a clock
//! that can be moved forward.

use super::Prototype;
use crate::{
    clock,
    ui::{Button, Icon, Look},
    words::{self, Argument, Text, text},
};
use contract::{Secret, Timestamp};
use leptos::{prelude::*, task::spawn_local};
use made_up::{
    Machine, ShownCode, World,
    handset::{Call, CallPurpose},
};
use portal::{ChallengeId, Outcome};

/// How far one press moves the clock, in milliseconds.
const STEP: i64 = 10 * 60 * 1000;

#[derive(Clone, Copy)]
struct Handle(StoredValue<Prototype, LocalStorage>);

impl Handle {
    fn look<R>(self, look: impl FnOnce(&World) -> R) -> R {
        self.0.with_value(|prototype| prototype.storage.with(look))
    }

    /// Something is done on the phone.
    fn act(self, act: impl FnOnce(&Machine, &mut World) + 'static) {
        let Prototype {
            storage, machine, ..
        } = self.0.get_value();
        spawn_local(async move {
            storage.change(move |world| act(&machine, world)).await;
        });
    }

    /// Reports what was pressed.
    fn report(self, challenge: ChallengeId, outcome: Outcome) {
        self.act(move |machine, world| machine.report(world, &challenge, outcome));
    }
}

/// The phone.
#[component]
pub fn Phone() -> impl IntoView {
    let handle = Handle(StoredValue::new_local(Prototype::current()?));
    let call = Memo::new(move |_| {
        clock::track();
        handle.look(|world| world.handset.call_at(clock::now()).cloned())
    });
    let request = Memo::new(move |_| {
        clock::track();
        handle.look(|world| world.handset.request_at(clock::now()).cloned())
    });
    let messages = move || handle.look(|world| world.handset.messages.clone());
    let time = move || {
        clock::track();
        handle.look(|_| time_of_day(clock::now()))
    };
    Some(view! {
        <section class="phone" aria-labelledby="phone-title">
            <h2 class="phone__title" id="phone-title"><Icon name="phone" />{words::phone::title()}</h2>
            <div class="phone__screen">
                <p class="phone__clock">
                    <span>{time}</span>
                    <Button look=Look::Plain label=words::phone::later() on_press=move || handle.act(|_, world| world.advance(STEP))>{words::phone::later()}</Button>
                </p>
                <div aria-live="polite">
                    {move || call.get().map(|call| view! { <CallView call handle /> })}
                    {move || request.get().map(|request| {
                        let (yes, no) = (request.challenge.clone(), request.challenge);
                        view! {
                            <div class="phone__card">
                                <p><strong>{words::phone::approve_question()}</strong></p>
                                <p><bdi dir="ltr">{request.account}</bdi></p>
                                <div class="phone__actions">
                                    <Button on_press=move || handle.report(yes.clone(), Outcome::Approved)>{words::phone::approve()}</Button>
                                    <Button look=Look::Danger on_press=move || handle.report(no.clone(), Outcome::Declined)>{words::phone::deny()}</Button>
                                </div>
                            </div>
                        }
                    })}
                    <ul class="phone__messages" aria-label=move || words::phone::messages().get()>
                        {move || messages().into_iter().rev().map(|message| view! {
                            <li class="phone__card">
                                <p class="phone__meta">{words::phone::message_to(&message.to, &time_of_day(message.at))}</p>
                                <p>{code_words(words::phone::your_code(words::ELEMENT), message.code)}</p>
                            </li>
                        }).collect_view()}
                    </ul>
                </div>
                <Authenticator handle />
            </div>
        </section>
    })
}

#[component]
fn CallView(call: Call, handle: Handle) -> impl IntoView {
    let number = match &call.extension {
        Some(extension) => words::common::extension(&call.to, extension).into(),
        None => Argument::from(&call.to),
    };
    let heading = if call.answered {
        words::phone::talking(number)
    } else {
        words::phone::incoming(number)
    };
    let inside = match (call.answered, call.purpose) {
        (false, _) => view! {
            <div class="phone__actions">
                <Button on_press=move || handle.act(|_, world| world.handset.pick_up())>{words::phone::answer()}</Button>
                <Button look=Look::Danger on_press=move || handle.act(|_, world| world.handset.hang_up())>{words::phone::ignore()}</Button>
            </div>
        }
        .into_any(),
        (true, CallPurpose::Approve { challenge }) => {
            let (yes, no) = (challenge.clone(), challenge);
            view! {
                <p>{words::phone::press_pound()}</p>
                <div class="phone__actions">
                    <Button label=words::phone::press() on_press=move || handle.report(yes.clone(), Outcome::Approved)>{words::phone::press()}</Button>
                    <Button look=Look::Danger on_press=move || handle.report(no.clone(), Outcome::Declined)>{words::phone::report()}</Button>
                </div>
            }
            .into_any()
        }
        (true, CallPurpose::ReadCode(code)) => view! {
            <p>{code_words(words::phone::your_code_spoken(words::ELEMENT), code)}</p>
            <div class="phone__actions">
                <Button look=Look::Secondary on_press=move || handle.act(|_, world| world.handset.hang_up())>{words::phone::hang_up()}</Button>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="phone__card" class:phone__card--ringing=!call.answered>
            <p><strong>{heading}</strong></p>
            {inside}
        </div>
    }
}

/// A sentence with a code in it.
fn code_words(sentence: Text, code: Secret) -> impl IntoView {
    let (before, after) = words::around(sentence);
    view! {
        {before}
        <strong class="phone__code">{code.expose().to_owned()}</strong>
        {after}
    }
}

/// The authenticator app: the codes of the person in the scenario, and of every account whose QR code
/// was scanned.
#[component]
fn Authenticator(handle: Handle) -> impl IntoView {
    let codes = Memo::new(move |_| {
        clock::track();
        let machine = handle.0.with_value(|prototype| prototype.machine.clone());
        handle.look(|world| machine.codes(world))
    });
    let to_scan = Memo::new(move |_| handle.look(|world| world.to_scan().is_some()));
    let seconds = move || {
        clock::track();
        30 - (clock::now().0.div_euclid(1000)).rem_euclid(30)
    };
    view! {
        <div class="phone__card" role="group" aria-labelledby="authenticator-title">
            <p id="authenticator-title"><strong>{words::phone::authenticator()}</strong></p>
            {move || to_scan.get().then(|| view! {
                <Button look=Look::Secondary on_press=move || handle.act(|_, world| world.scan())>{words::phone::scan()}</Button>
            })}
            {move || {
                let codes = codes.get();
                if codes.is_empty() {
                    view! { <p class="phone__meta">{words::phone::no_account()}</p> }.into_any()
                } else {
                    codes.into_iter().map(|ShownCode { account, code }| view! {
                        <p>
                            <span class="phone__meta"><bdi dir="ltr">{account}</bdi></span>
                            " "
                            <strong class="phone__code">{code.expose().to_owned()}</strong>
                        </p>
                    }).collect_view().into_any()
                }
            }}
            {move || (!codes.with(Vec::is_empty)).then(|| view! {
                <p class="phone__meta" aria-hidden="true">{move || words::phone::changes_in(&seconds().to_string())}</p>
            })}
        </div>
    }
}

/// A time of day in the reader's own form.
fn time_of_day(moment: Timestamp) -> String {
    text::formatted(moment, &[("timeStyle", "short")])
}
