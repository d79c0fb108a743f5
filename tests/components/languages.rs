//! The languages that a browser asks for, whatever it calls them.

use crate::stage::{Stage, app_passwords, signed_in};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const BOOT: &str = include_str!("../../public/boot/texts.js");

/// What the boot script makes of a browser's languages (a JSON array): the language and the locale.
fn spoken(languages: &str) -> [String; 2] {
    let body = format!(
        "const portal = {{ device: {{ get() {{}} }} }}, root = document.createElement('html'), isPrototype = false;
        const parsed = new Promise(() => {{}}), navigator = {{ languages: JSON.parse(asked) }};
        {BOOT}
        return [portal.language, portal.locale];"
    );
    let spoken = Function::new_with_args("asked", &body)
        .call1(&JsValue::NULL, &languages.into())
        .unwrap_or_else(|error| panic!("{languages}: {error:?}"));
    let spoken = Array::from(&spoken);
    [0, 1].map(|place| spoken.get(place).as_string().expect("a text"))
}

/// Some browsers and systems name languages in ways that `Intl` refuses: the page stayed blank.
#[wasm_bindgen_test]
fn a_language_that_intl_refuses_is_cleaned_or_passed_over() {
    for (languages, [language, locale]) in [
        (r#"["en-US@posix"]"#, ["en-US", "en-US"]),
        (r#"["de-DE@euro"]"#, ["de", "de-DE"]),
        (r#"["de_AT.UTF-8"]"#, ["de", "de-AT"]),
        (r#"["en-US;q=0.5"]"#, ["en-US", "en-US"]),
        (r#"["*", "", 5, null, "C", "fr-CA"]"#, ["fr", "fr-CA"]),
        ("null", ["en-US", "en-US"]),
    ] {
        assert_eq!(spoken(languages), [language, locale], "{languages}");
    }
}

/// Readers of Traditional Chinese were handed the simplified script.
#[wasm_bindgen_test]
fn a_language_in_another_script_is_another_language() {
    for (tag, language) in [
        ("zh-TW", "en-US"),
        ("zh-HK", "en-US"),
        ("zh-Hant", "en-US"),
        ("zh", "zh-CN"),
        ("zh-SG", "zh-CN"),
        ("zh-Hans", "zh-CN"),
        ("PT-pt", "pt-BR"),
    ] {
        assert_eq!(spoken(&format!("[\"{tag}\"]"))[0], language, "{tag}");
    }
    assert_eq!(spoken(r#"["zh-TW", "ja"]"#)[0], "ja");
}

/// The list would stay blank because of the form in which a date is written.
#[wasm_bindgen_test]
async fn a_date_is_written_in_a_locale_that_intl_refuses_too() {
    let stage = Stage::open(signed_in(), "/security/app-passwords").await;
    let portal = Reflect::get(&js_sys::global(), &"portal".into()).expect("the page's object");
    Reflect::set(&portal, &"locale".into(), &"en-US@posix".into()).expect("it can be set");
    stage
        .asked("GET /app-passwords")
        .reply(&app_passwords())
        .await;
    stage.sees("/2015");
}
