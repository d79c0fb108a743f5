//! Step 8 of the guide: the password, shown once.

use super::{
    ListContext, copying::Copying, focus_when_drawn, listening, printing::OnPaper, showing::report,
    spelling::Spelling,
};
use crate::{
    routes::Route,
    routes::navigation::Step,
    screens::help::JustMade,
    ui::{Button, Icon, Look, Message, Tone},
    words,
};
use contract::Delivery;
use leptos::{html, prelude::*};
use std::ops::Deref;
use wasm_bindgen::JsCast;

/// The password, the guide's warning, **copy password to clipboard** and **close**.
#[component]
pub fn ShownOnce(shared: ListContext, title_id: String) -> impl IntoView {
    let shown = untrack(|| shared.showing.shown())?;
    let paper = NodeRef::<html::Code>::new();
    let id = shown.item.id;
    Effect::new(move |_| {
        if let Some(paper) = paper.get()
            && shared.showing.render_into(&paper)
        {
            listening::write_beside(shared.showing, &paper);
            report(shared.api, id.clone(), Delivery::Shown);
        }
    });
    focus_when_drawn(move || {
        document()
            .get_element_by_id(&title_id)
            .and_then(|title| title.dyn_into().ok())
    });
    let name = shown.item.name;
    let group_label = words::shown_once::for_name(&name);
    let initial = shown.initial.then(|| {
        view! {
            <p>
                {words::shown_once::initial()}
            </p>
        }
    });
    Some(view! {
        <div class="shown-once">
            {initial}
            <div class="shown-once__paper" role="group" aria-label=move || group_label.get()>
                <p class="shown-once__name"><bdi>{name.clone()}</bdi></p>
                <code class="shown-once__password notranslate" translate="no" spellcheck="false" dir="ltr" node_ref=paper></code>
            </div>
            <Spelling showing=shared.showing />
            <Message tone=Tone::Warning>
                <p>
                    <strong>
                        {words::shown_once::keep()}
                    </strong>
                </p>
                <p>
                    {words::shown_once::reset()}
                </p>
                <p class="shown-once__how">
                    {words::shown_once::how()}
                </p>
            </Message>
            <OnPaper />
            <Copying shared paper />
            <Closing shared />
        </div>
    })
}

/// **close**, and the question when nothing was copied.
#[component]
fn Closing(shared: ListContext) -> impl IntoView {
    let asking = shared.showing.asking;
    let stay = NodeRef::<html::Button>::new();
    let close = NodeRef::<html::Button>::new();
    // The answer that loses nothing has the focus; going back returns it to where it was.
    Effect::new(move |before: Option<bool>| {
        let now = asking.get();
        if before.is_some_and(|before| before != now) {
            let target = if now { stay } else { close };
            focus_when_drawn(move || {
                let button = target.try_get_untracked().flatten()?;
                // The whole question is to be seen, not only the button that has the focus.
                if let Some(question) = button.closest(".shown-once__question").ok().flatten() {
                    question.scroll_into_view_with_bool(false);
                }
                Some(button.deref().clone())
            });
        }
        now
    });
    move || {
        if asking.get() {
            view! {
                <div class="shown-once__question" role="group" aria-labelledby="shown-once-question">
                    <p class="shown-once__question-words" id="shown-once-question" role="alert">
                        <Icon name="warning" />
                        <strong>{words::shown_once::not_copied()}</strong>
                    </p>
                    <div class="actions">
                        <Button look=Look::Danger on_press=move || finish(shared)>{words::shown_once::close_anyway()}</Button>
                        <Button look=Look::Secondary node_ref=stay on_press=move || asking.set(false)>{words::shown_once::go_back()}</Button>
                    </div>
                </div>
            }
                .into_any()
        } else {
            view! {
                <div class="actions">
                    <Button look=Look::Secondary node_ref=close on_press=move || ask_to_close(shared)>{words::shown_once::close()}</Button>
                </div>
            }
                .into_any()
        }
    }
}

/// **close** or Escape: closes what was copied, and asks about what was not. A second Escape takes
/// the question back, because the other answer loses the password.
pub fn ask_to_close(shared: ListContext) {
    let showing = shared.showing;
    if showing.copied.get_untracked() {
        finish(shared);
    } else {
        showing.asking.update(|asking| *asking = !*asking);
    }
}

/// The password is gone from here on; what follows is setting up the application.
fn finish(shared: ListContext) {
    let Some(shown) = untrack(|| shared.showing.shown()) else {
        return;
    };
    shared.showing.forget();
    let id = shown.item.id;
    shared.note_kept(&id);
    JustMade::from_context().note(id.clone(), shown.item.name);
    let query = format!("?id={}", js_sys::encode_uri_component(&id.0));
    shared
        .navigator
        .go_with(Route::SetUpApplication, &query, Step::Push);
}
