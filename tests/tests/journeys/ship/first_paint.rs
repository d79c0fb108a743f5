//! The first screen needs no program, and the program takes it over without a trace.

use end_to_end::{
    Engine, Host, Page, Result, Role, Setup, Target, built, ensure, in_every_browser, json, steps,
};

const EMAIL: &str = "sam@contoso.example";

/// The page while its wasm is on its way.
async fn waiting_for_the_program(page: &Page, host: &Host, path: &str) -> Result<()> {
    host.no_store();
    host.hold(".wasm");
    page.open(&host.at(path)).await
}

/// The name of the program's second part.
fn behind_sign_in() -> Result<String> {
    let assets = std::fs::read_dir(built::folder(Target::Production).join("assets"))?;
    let mut names = assets.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let found = names.find(|name| {
        let (name, end) = name.split_once('.').unwrap_or_default();
        name.starts_with("behind-sign-in") && end == "wasm"
    });
    Ok(found.unwrap_or_default())
}

async fn the_program_is_here(page: &Page, host: &Host) -> Result<()> {
    host.release();
    page.holds("the page answers", async || {
        let body = "return document.documentElement.hasAttribute('data-ready')";
        Ok(page.run(body, json!([])).await? == true)
    })
    .await
}

in_every_browser! {
    production:
    /// On a slow network the first letters would be lost, or the focus, or both.
    async fn what_is_typed_before_the_program_stays(page: Page, host: Host) {
        waiting_for_the_program(&page, &host, "/").await?;
        page.heading("Sign in").await?;
        let email = page.field("E-mail address").await?;
        email.click().await?;
        page.type_text("sam@con").await?;
        the_program_is_here(&page, &host).await?;
        // goes on where the caret is, in the same element
        page.type_text("toso.example").await?;
        email.gets_focus().await?;
        ensure!(email.value().await? == EMAIL, "{:?}", email.value().await?);
        page.no_errors().await
    }

    /// Who presses Enter early would press it for nothing, or send the password to the static host.
    async fn what_is_sent_before_the_program_is_held_and_then_done(page: Page, host: Host) {
        waiting_for_the_program(&page, &host, "/").await?;
        page.field("E-mail address").await?.fill(EMAIL).await?;
        page.field("Password").await?.fill("made-up-password").await?;
        page.press("Enter").await?;
        let button = page.button("Sign in").await?;
        button.holds("the button shows that it is working", async || button.is_off().await).await?;
        the_program_is_here(&page, &host).await?;
        page.heading("Verify your identity").await?;
        for asked in host.asked() {
            ensure!(asked.starts_with("GET "), "the static host was sent: {asked}");
        }
        ensure!(!page.url().await?.contains("made-up"), "the password is in the address");
        page.no_errors().await
    }

    /// Whoever is signed in would see the form for a moment, and begin to type into it.
    async fn no_form_for_somebody_signed_in(page: Page, host: Host) {
        host.no_store();
        steps::open_list(&page, &host, "three-rows").await?;
        waiting_for_the_program(&page, &host, "/").await?;
        page.see("Loading…").await?;
        page.gone(Role::Heading, "Sign in").await?;
        the_program_is_here(&page, &host).await?;
        page.heading("Apps").await?;
        page.no_errors().await
    }

    /// Who reloads while waiting for the code would see the form of the step before, and begin again.
    async fn no_form_for_somebody_at_the_second_factor(page: Page, host: Host) {
        host.no_store();
        page.ready(&host.at("/?scenario=three-rows")).await?;
        steps::give_password_as(&page, "Sam Rivera").await?;
        page.heading("Verify your identity").await?;
        waiting_for_the_program(&page, &host, "/verify").await?;
        page.heading("Verify your identity").await?;
        page.gone(Role::Heading, "Sign in").await?;
        the_program_is_here(&page, &host).await?;
        page.field("Code").await?;
        page.no_errors().await
    }

    /// Opening another address ends what is being fetched, and Firefox tells the page that is left.
    async fn leaving_while_a_part_is_coming_is_no_failure(page: Page, host: Host) {
        host.no_store();
        host.hold(&behind_sign_in()?);
        page.ready(&host.at("/")).await?;
        page.holds("the rest is asked for", async || {
            let part = behind_sign_in()?;
            Ok(host.asked().iter().any(|asked| asked.contains(&part)))
        })
        .await?;
        page.open(&host.at("/help")).await?;
        the_program_is_here(&page, &host).await?;
        page.heading("How do I get my apps working with app passwords?").await?;
        page.no_errors().await
    }
}

/// Nothing may move under the finger: neither when the program comes nor when the brand does.
#[journey]
async fn nothing_moves_when_the_program_comes() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    for (width, height) in [(390, 844), (1280, 800)] {
        page.resize(width, height).await?;
        waiting_for_the_program(&page, &host, "/").await?;
        page.heading("Sign in").await?;
        the_program_is_here(&page, &host).await?;
        page.see("Contoso").await?;
        let script = "return new Promise((done) => { \
             const observer = new PerformanceObserver(() => {}); \
             observer.observe({ type: 'layout-shift', buffered: true }); \
             requestAnimationFrame(() => requestAnimationFrame(() => { \
                 done(observer.takeRecords().map((shift) => [shift.value, ...shift.sources.map((one) => one.node?.nodeName + '.' + one.node?.className)])); })); })";
        let shifts = page.run(script, json!([])).await?;
        ensure!(shifts == json!([]), "{width} px: {shifts}");
    }
    Ok(())
}

/// Who opens the list, as the guide's bookmark does, would look at an empty page for seconds.
#[journey]
async fn the_list_has_its_title_and_what_it_is_for_before_the_program() -> Result<()> {
    const INTRO: &str = "To sign into Outlook, Lync or other apps";
    let places = "return [...document.querySelectorAll('main :is(h1, p)')].filter((e) => e.checkVisibility() \
         && ['App passwords', arguments[0]].some((text) => e.innerText.startsWith(text))) \
         .map((e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [e.nodeName, x, y, width, height].join(' '); })";
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    for (width, height) in [(320, 640), (390, 844), (1280, 800)] {
        page.resize(width, height).await?;
        waiting_for_the_program(&page, &host, "/security/app-passwords").await?;
        page.heading("App passwords").await?;
        page.see(INTRO).await?;
        let before = page.run(places, json!([INTRO])).await?;
        the_program_is_here(&page, &host).await?;
        page.row("Android Type Mail App").await?;
        let after = page.run(places, json!([INTRO])).await?;
        ensure!(before == after, "{width} px: {before}, then {after}");
    }
    Ok(())
}

/// On a slow network each way there and back is a part of a second: the list is asked for while its
/// screen is on its way, and not once more.
#[journey]
async fn the_list_is_asked_for_once_and_before_its_screen_is_here() -> Result<()> {
    let asked = "return performance.getEntriesByType('resource') \
         .filter(({ name }) => new URL(name).pathname.endsWith('/app-passwords')).length";
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    host.no_store();
    host.hold(&behind_sign_in()?);
    page.open(&host.at("/security/app-passwords")).await?;
    page.holds("the list is asked for", async || {
        Ok(page.run(asked, json!([])).await? == 1)
    })
    .await?;
    the_program_is_here(&page, &host).await?;
    page.row("Android Type Mail App").await?;
    let times = page.run(asked, json!([])).await?;
    ensure!(times == 1, "it was asked for {times} times");
    page.no_errors().await
}

/// Half a second of English is noise to whoever reads none.
#[journey]
async fn what_stands_before_the_program_is_in_the_visitors_language() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    page.select("Language").await?.choose("Deutsch").await?;
    page.heading("App-Kennwörter").await?;
    host.no_store();
    host.hold(".json");
    page.open(&host.at("/security/app-passwords")).await?;
    page.see("Wird geladen").await?;
    page.not_see("App passwords").await?;
    page.gone(Role::Heading, "App passwords").await?;
    host.hold(".wasm");
    page.heading("App-Kennwörter").await?;
    page.not_see("App passwords").await?;
    the_program_is_here(&page, &host).await
}

/// Who has no JavaScript would type a password into a form that nobody reads.
#[journey]
async fn without_javascript_one_sentence_says_what_is_needed() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    )
    .await?;
    page.open(&host.at("/")).await?;
    // WebDriver's own scripts still run; what the page shows is in what the browser paints
    let layout = page
        .devtools(
            "DOMSnapshot.captureSnapshot",
            json!({ "computedStyles": [] }),
        )
        .await?;
    let words = painted(&layout);
    ensure!(words.contains("This portal needs JavaScript."), "{words}");
    ensure!(!words.contains("Password"), "the form shows: {words}");
    ensure!(
        !words.contains("Loading"),
        "it says that it is loading: {words}"
    );
    Ok(())
}

/// The text that has a box on the screen.
fn painted(snapshot: &end_to_end::Value) -> String {
    let strings = snapshot["strings"].as_array().cloned().unwrap_or_default();
    let texts = snapshot["documents"][0]["layout"]["text"]
        .as_array()
        .cloned();
    texts
        .unwrap_or_default()
        .iter()
        .filter_map(|index| {
            strings
                .get(usize::try_from(index.as_i64()?).ok()?)?
                .as_str()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

in_every_browser! {
    production:
    /// A half deployed page would wait for ever.
    async fn a_program_that_cannot_be_had_is_said_with_a_way_to_try_again(page: Page, host: Host) {
        host.refuse(".wasm", true);
        page.open(&host.at("/")).await?;
        page.heading("This page did not load completely").await?;
        page.see("Your browser could not load a program that this portal needs.").await?;
        host.refuse(".wasm", false);
        page.button("Try again").await?.click().await?;
        page.heading("Sign in").await?;
        page.gone(Role::Heading, "This page did not load completely").await
    }
}
