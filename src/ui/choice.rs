//! Yes or no, and one of a few.

use crate::words::Text;
use leptos::prelude::*;

/// A native checkbox with its label and, where needed, a hint tied to it.
#[component]
pub fn Checkbox(
    /// Unique on the page; the hint's id derives from it.
    id: &'static str,
    /// Visible, and the accessible name.
    label: Text,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// Help that stands there from the start.
    #[prop(optional)]
    hint: Option<Text>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="checkbox">
            <input
                class="checkbox__input"
                type="checkbox"
                id=id
                name=id
                aria-describedby=described_by
                prop:checked=move || checked.get()
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <label class="checkbox__label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="checkbox__hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

/// One of a few, all in sight: native radio buttons in a fieldset.
#[component]
pub fn RadioGroup<T>(
    /// Unique on the page; what the browser groups the buttons by.
    name: &'static str,
    /// What is asked.
    legend: Text,
    /// The answers, in words.
    options: Vec<(T, Text)>,
    /// The one that is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = options
        .into_iter()
        .enumerate()
        .map(|(place, (value, words))| {
            let id = format!("{name}-{place}");
            view! {
                <div class="radio-group__option">
                    <input
                        class="radio-group__input"
                        type="radio"
                        id=id.clone()
                        name=name
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| chosen.set(value)
                    />
                    <label class="radio-group__label" for=id>{words}</label>
                </div>
            }
        });
    view! {
        <fieldset class="radio-group">
            <legend class="radio-group__legend">{legend}</legend>
            {options.collect_view()}
        </fieldset>
    }
}
