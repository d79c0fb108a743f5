//! "How would you like to respond?"

use super::{
    AuthenticatorDialog, AuthenticatorFlow, AuthenticatorOpening, PhoneDialog, PhoneFlow, Settings,
    factor::{Factor, option_words},
    notice::Notice,
    remove_dialog::RemoveDialog,
};
use crate::{
    ui::{Button, Look},
    words::{self, Argument, Text},
};
use contract::SecuritySettings;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The rows, and the dialogs that change them.
#[component]
pub fn Factors(settings: Settings, now: Signal<SecuritySettings>) -> impl IntoView {
    let notice = Notice::new();
    let changed = move |(factor, done, changed): (Factor, Text, SecuritySettings)| {
        let before = now.read_untracked().preferred;
        notice.say(match changed.preferred.filter(|now| Some(*now) != before) {
            Some(preferred) => words::common::sentences(
                done,
                words::security::preferred_now(option_words(preferred)),
            ),
            None => done,
        });
        settings.set(changed);
        focus_row(factor);
    };
    let phone = PhoneFlow::new(move |(slot, number, now)| {
        let factor = Factor::of(slot);
        changed((
            factor,
            words::security::phone_done(factor.title(), &number),
            now,
        ));
    });
    let app = AuthenticatorFlow::new(move |now| {
        changed((Factor::Authenticator, words::security::app_done(), now));
    });
    let removing = RwSignal::new(None::<Factor>);
    let on_removed = UnsyncCallback::new(move |(factor, now): (Factor, SecuritySettings)| {
        changed((factor, words::security::removed(factor.title()), now));
    });
    let set_up = move |factor: Factor| {
        notice.clear();
        match factor.slot() {
            Some(slot) => phone.open_for(slot),
            None if now.read_untracked().authenticator => {
                app.open(AuthenticatorOpening::Replacement);
            }
            None => app.open(AuthenticatorOpening::First),
        }
    };
    let remove = move |factor: Factor| {
        notice.clear();
        removing.set(Some(factor));
    };
    let row = move |factor: Factor| {
        let value = Memo::new(move |_| factor.value(&now.read()));
        view! { <Row factor value set_up=UnsyncCallback::new(set_up) remove=UnsyncCallback::new(remove) /> }
    };
    view! {
        <section class="factors" aria-labelledby="factors-title">
            <h2 id="factors-title">{words::security::respond()}</h2>
            <p>{words::security::respond_words()}</p>
            {notice.line()}
            <ul class="factors__list">{Factor::ALL.into_iter().map(row).collect_view()}</ul>
        </section>
        <PhoneDialog flow=phone />
        <AuthenticatorDialog flow=app />
        <RemoveDialog now removing on_removed />
    }
}

#[component]
fn Row(
    factor: Factor,
    value: Memo<Option<Argument>>,
    set_up: UnsyncCallback<Factor>,
    remove: UnsyncCallback<Factor>,
) -> impl IntoView {
    // The buttons are drawn anew only when they become others.
    let is_set_up = Memo::new(move |_| value.read().is_some());
    let none = if factor == Factor::OfficePhone {
        words::security::office_none()
    } else {
        words::security::not_set_up()
    };
    view! {
        <li class="factors__row">
            <div class="factors__words">
                <h3 class="factors__name" id=factor.id() tabindex="-1">{factor.title()}</h3>
                <p class="factors__value"><bdi>{move || match value.get() {
                    Some(Argument::Given(number)) => number.into_any(),
                    Some(Argument::Text(text)) => text.into_any(),
                    None => none.clone().into_any(),
                }}</bdi></p>
            </div>
            <div class="factors__actions">
                {move || match (factor, is_set_up.get()) {
                    (Factor::OfficePhone, _) => {
                        view! { <p class="factors__note">{words::security::office_note()}</p> }.into_any()
                    }
                    (_, false) => view! { <SetUp factor set_up /> }.into_any(),
                    (_, true) => {
                        view! {
                            <Button
                                look=Look::Secondary
                                label=words::security::change_factor(factor.name())
                                on_press=move || set_up.run(factor)
                            >
                                {words::security::change()}
                            </Button>
                            <Button
                                look=Look::Secondary
                                label=words::security::remove_factor(factor.name())
                                on_press=move || remove.run(factor)
                            >
                                {words::security::remove()}
                            </Button>
                        }
                            .into_any()
                    }
                }}
            </div>
        </li>
    }
}

#[component]
fn SetUp(factor: Factor, set_up: UnsyncCallback<Factor>) -> impl IntoView {
    let name = words::security::set_up_factor(factor.name());
    let short = if factor == Factor::Authenticator {
        name.clone()
    } else {
        words::security::set_up()
    };
    view! {
        <Button look=Look::Secondary label=name on_press=move || set_up.run(factor)>
            {short}
        </Button>
    }
}

/// The button that was pressed may be gone; the row's heading is where one goes on.
fn focus_row(factor: Factor) {
    request_animation_frame(move || {
        let heading = document().get_element_by_id(factor.id());
        if let Some(heading) =
            heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // Focusing an element that is in the page does not fail.
            let _ = heading.focus();
        }
    });
}
