//! Names that fit the device at hand, so that nobody has to think of one.

use crate::ui::{Button, Look, Platform};
use leptos::prelude::*;

/// Most that are offered at once.
const MOST: usize = 4;

/// The device at hand first; then the guide's own two, because many make the password for a phone
/// at a computer.
const fn for_platform(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::IPhone => &["iPhone Mail", "Outlook on iPhone"],
        Platform::IPad => &["iPad Mail", "Outlook on iPad", "iPhone Mail"],
        Platform::Android => &[
            "Android Mail",
            "Outlook on Android",
            "Thunderbird on Android",
        ],
        Platform::Windows => &[
            "Outlook on Windows PC",
            "Thunderbird on Windows PC",
            "iPhone Mail",
            "Android Mail",
        ],
        Platform::Mac => &[
            "Outlook on Mac",
            "Thunderbird on Mac",
            "iPhone Mail",
            "Android Mail",
        ],
        Platform::Other => &["Thunderbird on Linux PC", "iPhone Mail", "Android Mail"],
    }
}

/// The names that are not taken yet.
fn free(platform: Platform, taken: &[String]) -> Vec<&'static str> {
    let is_free = |name: &&&str| !taken.iter().any(|taken| taken.eq_ignore_ascii_case(name));
    for_platform(platform)
        .iter()
        .filter(is_free)
        .copied()
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
    on_choose: UnsyncCallback<&'static str>,
) -> impl IntoView {
    let platform = Platform::here();
    let names = Memo::new(move |_| taken.with(|taken| free(platform, taken)));
    view! {
        <div class="suggestions" role="group" aria-labelledby="suggestions-label" hidden=move || names.read().is_empty()>
            <p class="suggestions__label" id="suggestions-label">"For example:"</p>
            <ul class="suggestions__list">
                <For each=move || names.get() key=|name| *name let:name>
                    <li class="suggestions__item">
                        <Button look=Look::Secondary on_press=move || on_choose.run(name)>{name}</Button>
                    </li>
                </For>
            </ul>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_use_is_not_suggested_again() {
        let taken = vec!["IPHONE mail".to_owned()];
        assert_eq!(free(Platform::IPhone, &taken), ["Outlook on iPhone"]);
    }
}
