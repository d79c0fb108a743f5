//! Names that fit the device at hand, so that nobody has to think of one.

use crate::words::Text;
use crate::{
    ui::{Button, Look, Platform},
    words,
};
use leptos::prelude::*;

/// Most that are offered at once.
const MOST: usize = 4;

/// The device at hand first; then the guide's own two, because many make the password for a phone
/// at a computer.
fn for_platform(platform: Platform) -> &'static [fn() -> Text] {
    match platform {
        Platform::IPhone => &[
            words::suggestions::iphone_mail,
            words::suggestions::outlook_iphone,
        ],
        Platform::IPad => &[
            words::suggestions::ipad_mail,
            words::suggestions::outlook_ipad,
            words::suggestions::iphone_mail,
        ],
        Platform::Android => &[
            words::suggestions::android_mail,
            words::suggestions::outlook_android,
            words::suggestions::thunderbird_android,
        ],
        Platform::Windows => &[
            words::suggestions::outlook_windows,
            words::suggestions::thunderbird_windows,
            words::suggestions::iphone_mail,
            words::suggestions::android_mail,
        ],
        Platform::Mac => &[
            words::suggestions::outlook_mac,
            words::suggestions::thunderbird_mac,
            words::suggestions::iphone_mail,
            words::suggestions::android_mail,
        ],
        Platform::Other => &[
            words::suggestions::thunderbird_linux,
            words::suggestions::iphone_mail,
            words::suggestions::android_mail,
        ],
    }
}

/// The names that are not taken yet.
fn free(platform: Platform, taken: &[String]) -> Vec<String> {
    let is_free = |name: &String| !taken.iter().any(|taken| taken.eq_ignore_ascii_case(name));
    for_platform(platform)
        .iter()
        .map(|name| name().get())
        .filter(is_free)
        .take(MOST)
        .collect()
}

/// Buttons that fill the field.
#[component]
pub fn Suggestions(
    /// The names in use.
    #[prop(into)]
    taken: Signal<Vec<String>>,
    /// One was chosen.
    on_choose: UnsyncCallback<String>,
) -> impl IntoView {
    let platform = Platform::here();
    let names = Memo::new(move |_| taken.with(|taken| free(platform, taken)));
    view! {
        <div class="suggestions" role="group" aria-labelledby="suggestions-label" hidden=move || names.read().is_empty()>
            <p class="suggestions__label" id="suggestions-label">{words::create::for_example()}</p>
            <ul class="suggestions__list">
                <For each=move || names.get() key=|name| name.clone() let:name>
                    <li class="suggestions__item">
                        <Suggestion name on_choose />
                    </li>
                </For>
            </ul>
        </div>
    }
}

#[component]
fn Suggestion(name: String, on_choose: UnsyncCallback<String>) -> impl IntoView {
    let label = name.clone();
    view! {
        <Button look=Look::Secondary on_press=move || on_choose.run(name.clone())>{label}</Button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_name_in_use_is_not_suggested_again() {
        let taken = vec!["IPHONE mail".to_owned()];
        assert_eq!(free(Platform::IPhone, &taken), ["Outlook on iPhone"]);
    }
}
