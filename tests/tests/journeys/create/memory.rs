//! The wasm's linear memory after **close**. Chromium only: it lets a script run before the page's
//! own, which keeps hold of the memory.

use end_to_end::{Engine, Page, Result, Setup, TARGETS, Value, ensure, json, steps};

/// Keeps the memory of whatever is instantiated.
const HOOK: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        // the second file of the page's program uses the memory of the first
        window.linearMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }";

/// Where half of the password stands in the memory, and what stands around it.
const SCAN: &str = "
    const bytes = new Uint8Array(window.linearMemory.buffer);
    const found = [];
    for (const half of [arguments[0].slice(0, 8), arguments[0].slice(8)]) {
      for (const width of [1, 2]) {
        const wanted = [...half].flatMap((letter) => [letter.charCodeAt(0), ...Array(width - 1).fill(0)]);
        for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
          if (wanted.every((byte, index) => bytes[at + index] === byte)) {
            const around = [...bytes.subarray(Math.max(0, at - 48), at + 48)];
            found.push(`${at}: ${around.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')}`);
          }
        }
      }
    }
    return { size: bytes.length, found }";

async fn start() -> Result<Page> {
    let page = Engine::Chromium.start().await?;
    let hook = json!({ "source": HOOK });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", hook)
        .await?;
    Ok(page)
}

async fn found(page: &Page, password: &str) -> Result<Vec<String>> {
    let mut scanned = page.run(SCAN, json!([password])).await?;
    ensure!(
        scanned["size"].as_u64() > Some(500_000),
        "no memory: {scanned}"
    );
    let found: Value = scanned["found"].take();
    Ok(serde_json::from_value(found)?)
}

async fn is_gone(page: &Page, password: &str) -> Result<()> {
    let left = found(page, password).await?;
    ensure!(
        left.is_empty(),
        "it is still in memory:\n{}",
        left.join("\n")
    );
    Ok(())
}

/// A crash report, a memory dump or the next script in this tab would hold the password.
#[journey]
async fn after_close_no_letter_is_left_in_memory() -> Result<()> {
    for target in TARGETS {
        let host = Setup::of_target(target).start()?;
        let page = start().await?;
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        // both halves of the one that **copy** lends out, and nothing else
        let shown = found(&page, &password).await?;
        let times = shown.len();
        ensure!(
            times == 2,
            "it is in memory {times} times:\n{}",
            shown.join("\n")
        );
        steps::copy(&page).await?;
        steps::close(&page, "Desk").await?;
        is_gone(&page, &password).await?;
        page.link("App passwords").await?.click().await?;
        page.row("Desk").await?;
        is_gone(&page, &password).await?;
    }
    Ok(())
}

/// The same for one that was spelled out: neither its letters nor their words in a row are left.
#[journey]
async fn of_what_was_spelled_no_letter_is_left_in_memory() -> Result<()> {
    let host = Setup::page().start()?;
    let page = start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    let password = steps::create(&page, "Desk").await?;
    page.button("Spell it out").await?.click().await?;
    for _ in 0..3 {
        page.button("Next letter").await?.click().await?;
    }
    page.announced("3 of 16").await?;
    ensure!(
        found(&page, &password).await?.len() == 2,
        "spelling it out has made copies"
    );
    // a line as it is heard
    let line: Vec<String> = password[..4].chars().map(String::from).collect();
    is_gone(&page, &line.join(" ")).await?;
    steps::copy(&page).await?;
    steps::close(&page, "Desk").await?;
    is_gone(&page, &password).await?;
    is_gone(&page, &line.join(" ")).await
}

/// The same for whoever leaves by going back, and for one closed without copying.
#[journey]
async fn after_going_back_no_letter_is_left_in_memory() -> Result<()> {
    let host = Setup::page().start()?;
    let page = start().await?;
    steps::open_list(&page, &host, "clipboard-refused").await?;
    let password = steps::create(&page, "Desk").await?;
    ensure!(!found(&page, &password).await?.is_empty());
    let copy = page.button("copy password to clipboard").await?;
    copy.click().await?;
    page.announced("The password is selected").await?;
    page.press("Control+c").await?;
    page.announced("Copied by hand").await?;
    page.back().await?;
    page.row(end_to_end::begins("Desk")).await?;
    page.gone(end_to_end::Role::Dialog, end_to_end::Name::Any)
        .await?;
    is_gone(&page, &password).await
}

/// The mail application in the prototype is the page too: what is pasted there is checked in the tab.
#[journey]
async fn a_password_that_the_mail_application_checked_is_not_left_in_memory() -> Result<()> {
    let host = Setup::page().start()?;
    let page = start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    let password = steps::create(&page, "Desk").await?;
    steps::copy(&page).await?;
    steps::close(&page, "Desk").await?;
    steps::mail_answers(&page, &password, "Signed in").await?;
    is_gone(&page, &password).await
}
