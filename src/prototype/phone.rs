//! The on-screen phone: text codes, calls, the request to approve, an authenticator app, and a clock
//! that can be moved forward.

use super::{
    Prototype,
    handset::{Call, CallPurpose},
    storage::Storage,
};
use crate::{
    clock,
    ui::{Button, Icon, Look},
    words,
    words::text,
};
use contract::Secret;
use leptos::{prelude::*, task::spawn_local};
use portal::{Outcome, code_now};
use std::future::Future;

/// How far one press moves the clock, in milliseconds.
const STEP: i64 = 10 * 60 * 1000;

#[derive(Clone, Copy)]
struct Handle(StoredValue<Prototype, LocalStorage>);

impl Handle {
    fn storage(self) -> Storage {
        self.0.with_value(|prototype| prototype.storage.clone())
    }

    fn advance(self) {
        let storage = self.storage();
        go(async move {
            storage.change(|world| world.advance(STEP)).await;
        });
    }

    fn pick_up(self) {
        let storage = self.storage();
        go(async move {
            storage
                .change(|world| {
                    if let Some(call) = world.handset.call.as_mut() {
                        call.answered = true;
                    }
                })
                .await;
        });
    }

    fn hang_up(self) {
        let storage = self.storage();
        go(async move {
            storage.change(|world| world.handset.call = None).await;
        });
    }

    /// Reports what was pressed, and puts the call and the request away.
    fn answer(self, challenge: portal::ChallengeId, outcome: Outcome) {
        let (storage, brand) = self
            .0
            .with_value(|prototype| (prototype.storage.clone(), prototype.brand.clone()));
        go(async move {
            storage
                .change(move |world| {
                    world.handset.call = None;
                    world.handset.request = None;
                    super::in_page::with_portal(world, &brand, |portal, _| {
                        // An answer that comes too late is no answer.
                        let _ = futures::FutureExt::now_or_never(
                            portal.answer_out_of_band(&challenge, outcome),
                        );
                    });
                })
                .await;
        });
    }

    fn scan(self, account: portal::AccountId) {
        let storage = self.storage();
        go(async move {
            storage
                .change(move |world| world.handset.scanned.push(account))
                .await;
        });
    }
}

fn go(work: impl Future<Output = ()> + 'static) {
    spawn_local(work);
}

/// The phone.
#[component]
pub fn Phone() -> impl IntoView {
    let handle = Handle(StoredValue::new_local(Prototype::current()?));
    let storage = StoredValue::new_local(handle.storage());
    let call = Memo::new(move |_| {
        clock::track();
        storage.with_value(|storage| {
            storage.with(|world| world.handset.call_at(clock::now()).cloned())
        })
    });
    let request = Memo::new(move |_| {
        clock::track();
        storage.with_value(|storage| {
            storage.with(|world| world.handset.request_at(clock::now()).cloned())
        })
    });
    let messages =
        move || storage.with_value(|storage| storage.with(|world| world.handset.messages.clone()));
    let time = move || {
        clock::track();
        storage.with_value(|storage| storage.with(|_| text::time(clock::now())))
    };
    Some(view! {
        <section class="phone" aria-labelledby="phone-title">
            <h2 class="phone__title" id="phone-title"><Icon name="phone" />{words::phone::title()}</h2>
            <div class="phone__screen">
                <p class="phone__clock">
                    <span>{time}</span>
                    <Button look=Look::Plain label=words::phone::later() on_press=move || handle.advance()>{words::phone::later()}</Button>
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
                                    <Button on_press=move || handle.answer(yes.clone(), Outcome::Approved)>{words::phone::approve()}</Button>
                                    <Button look=Look::Danger on_press=move || handle.answer(no.clone(), Outcome::Declined)>{words::phone::deny()}</Button>
                                </div>
                            </div>
                        }
                    })}
                    <ul class="phone__messages" aria-label=words::phone::messages()>
                        {move || messages().into_iter().rev().map(|message| view! {
                            <li class="phone__card">
                                <p class="phone__meta">{words::phone::message_to(&message.to, &text::time(message.at))}</p>
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
        Some(extension) => words::common::extension(&call.to, extension),
        None => call.to,
    };
    let heading = if call.answered {
        words::phone::talking(&number)
    } else {
        words::phone::incoming(&number)
    };
    let inside = match (call.answered, call.purpose) {
        (false, _) => view! {
            <div class="phone__actions">
                <Button on_press=move || handle.pick_up()>{words::phone::answer()}</Button>
                <Button look=Look::Danger on_press=move || handle.hang_up()>{words::phone::ignore()}</Button>
            </div>
        }
        .into_any(),
        (true, CallPurpose::Approve { challenge }) => {
            let (yes, no) = (challenge.clone(), challenge);
            view! {
                <p>{words::phone::press_pound()}</p>
                <div class="phone__actions">
                    <Button label=words::phone::press() on_press=move || handle.answer(yes.clone(), Outcome::Approved)>{words::phone::press()}</Button>
                    <Button look=Look::Danger on_press=move || handle.answer(no.clone(), Outcome::Declined)>{words::phone::report()}</Button>
                </div>
            }
            .into_any()
        }
        (true, CallPurpose::ReadCode(code)) => view! {
            <p>{code_words(words::phone::your_code_spoken(words::ELEMENT), code)}</p>
            <div class="phone__actions">
                <Button look=Look::Secondary on_press=move || handle.hang_up()>{words::phone::hang_up()}</Button>
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
fn code_words(sentence: String, code: Secret) -> impl IntoView {
    let (before, after) = words::around(sentence);
    view! {
        {before}
        <strong class="phone__code">{code.expose().to_owned()}</strong>
        {after}
    }
}

/// A code that the authenticator app shows.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    account: String,
    code: String,
}

/// The authenticator app: the codes of the person in the scenario, and of every account whose QR code
/// was scanned.
#[component]
fn Authenticator(handle: Handle) -> impl IntoView {
    let storage = StoredValue::new_local(handle.storage());
    let codes = Memo::new(move |_| {
        clock::track();
        let now = clock::now();
        storage.with_value(|storage| {
            storage.with(|world| {
                let accounts = world.portal.accounts.values();
                accounts
                    .filter_map(|account| {
                        let scanned = world.handset.scanned.contains(&account.id);
                        let pending = account.pending_authenticator.as_ref().filter(|_| scanned);
                        let own = account.id == world.scenario.email() || scanned;
                        let used = account
                            .authenticator
                            .as_ref()
                            .filter(|_| own)
                            .map(|authenticator| &authenticator.key);
                        let code = code_now(pending.or(used)?.text(), now)?;
                        Some(Shown {
                            account: account.email.clone(),
                            code: code.expose().to_owned(),
                        })
                    })
                    .collect::<Vec<_>>()
            })
        })
    });
    let to_scan = Memo::new(move |_| {
        storage.with_value(|storage| {
            storage.with(|world| {
                let waiting = |account: &&portal::AccountRecord| {
                    account.pending_authenticator.is_some()
                        && !world.handset.scanned.contains(&account.id)
                };
                world
                    .portal
                    .accounts
                    .values()
                    .find(waiting)
                    .map(|account| account.id.clone())
            })
        })
    });
    let seconds = move || {
        clock::track();
        30 - (clock::now().0.div_euclid(1000)).rem_euclid(30)
    };
    view! {
        <div class="phone__card" role="group" aria-labelledby="authenticator-title">
            <p id="authenticator-title"><strong>{words::phone::authenticator()}</strong></p>
            {move || to_scan.get().map(|account| view! {
                <Button look=Look::Secondary on_press=move || handle.scan(account.clone())>{words::phone::scan()}</Button>
            })}
            {move || {
                let codes = codes.get();
                if codes.is_empty() {
                    view! { <p class="phone__meta">{words::phone::no_account()}</p> }.into_any()
                } else {
                    codes.into_iter().map(|shown| view! {
                        <p>
                            <span class="phone__meta"><bdi dir="ltr">{shown.account}</bdi></span>
                            " "
                            <strong class="phone__code">{shown.code}</strong>
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
