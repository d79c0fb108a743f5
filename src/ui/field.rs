//! A labelled field with its hint and its error tied to it.

use super::Task;
use crate::words::{Text, text::Failure};
use contract::Field;
use leptos::{html, prelude::*};

/// One line of text. The value lives in the element, not in a signal: what was typed or autofilled
/// is read when the form is sent, and a password is in no second place.
#[component]
pub fn TextField(
    /// Unique on the page; the hint and the error derive theirs from it.
    id: &'static str,
    /// Visible, and the accessible name.
    label: Text,
    /// The element, to read the value from and to focus.
    node_ref: NodeRef<html::Input>,
    /// `text`, `email`, `password`, `tel` …
    #[prop(default = "text")]
    kind: &'static str,
    /// The purpose, for autofill (WCAG 1.3.5).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The keyboard of a phone.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Help that stands there from the start.
    #[prop(optional)]
    hint: Option<Text>,
    /// What is wrong with the value.
    #[prop(optional, into)]
    error: Signal<Option<Text>>,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: Option<String>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// Called at each change.
    #[prop(optional, into)]
    on_input: Option<UnsyncCallback<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let has_hint = hint.is_some();
    // Addresses, numbers and passwords run from the left, whatever the page does.
    let from_left = matches!(kind, "email" | "password" | "tel") || inputmode == Some("numeric");
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let mut ids = vec![];
            if has_hint {
                ids.push(hint_id.as_str());
            }
            if error.get().is_some() {
                ids.push(error_id.as_str());
            }
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let words = error.get();
        if let Some(place) = place.get() {
            write_error(&place, words.as_ref());
        }
    });
    view! {
        <div class="field" class:field--wrong=move || error.get().is_some()>
            <label class="field__label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <input
                class="field__input"
                id=id
                name=id
                type=kind
                autocomplete=autocomplete
                inputmode=inputmode
                dir=from_left.then_some("ltr")
                autocapitalize="off"
                spellcheck="false"
                autofocus=autofocus
                value=value
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described_by
                node_ref=node_ref
                on:input=move |event| {
                    if let Some(on_input) = on_input.as_ref() {
                        on_input.run(event_target_value(&event));
                    }
                }
            />
            <div class="field__error" id=error_id node_ref=place></div>
        </div>
    }
}

/// What stands in a field now.
pub fn value_of(field: NodeRef<html::Input>) -> String {
    field
        .get_untracked()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// Moves the focus to a field that is wrong, with its text selected for typing over.
pub fn focus_and_select(field: NodeRef<html::Input>) {
    if let Some(input) = field.get_untracked() {
        focus_and_select_input(&input);
    }
}

/// Moves the focus to a field when it appears.
pub fn focus_on_arrival(input: NodeRef<html::Input>) {
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus_and_select_input(&input);
        }
    });
}

/// Moves the focus to a field each time its value is refused.
pub fn focus_when_refused<E: Failure>(input: NodeRef<html::Input>, task: Task<E>, field: Field) {
    Effect::new(move |_| {
        let error = task.error().get();
        if error.is_some_and(|error| error.field() == Some(field)) {
            focus_and_select(input);
        }
    });
}

/// [`focus_and_select`] for an element that stands in the static page.
pub fn focus_and_select_input(input: &web_sys::HtmlInputElement) {
    // Focusing an element that is in the page does not fail.
    let _ = input.focus();
    input.select();
}

/// Ties an error to a field that stands in the static page, as [`TextField`] does to its own.
pub fn bind_error(
    input: &web_sys::HtmlInputElement,
    // No signal of it, because its code would be part of what sign-in fetches.
    error: impl Fn() -> Option<Text> + 'static,
) {
    let input = input.clone();
    let error_id = format!("{}-error", input.id());
    Effect::new(move |_| {
        let words = error();
        if let Some(place) = document().get_element_by_id(&error_id) {
            write_error(&place, words.as_ref());
        }
        // These do not fail: the names are valid and the selector is.
        let _ = if words.is_some() {
            input
                .set_attribute("aria-invalid", "true")
                .and_then(|()| input.set_attribute("aria-describedby", &error_id))
        } else {
            input
                .remove_attribute("aria-invalid")
                .and_then(|()| input.remove_attribute("aria-describedby"))
        };
        if let Ok(Some(field)) = input.closest(".field") {
            let _ = field
                .class_list()
                .toggle_with_force("field--wrong", words.is_some());
        }
    });
}

/// Says what is wrong, in an element made anew each time: in Firefox, Orca reads an alert that
/// appears and not one whose words change.
fn write_error(place: &web_sys::Element, words: Option<&Text>) {
    place.set_text_content(None);
    let Some(words) = words else { return };
    // These do not fail: the names are valid and the place is an element.
    if let Ok(alert) = document().create_element("p") {
        let _ = alert.set_attribute("role", "alert");
        alert.set_text_content(Some(&words.get()));
        let _ = place.append_child(&alert);
    }
}
