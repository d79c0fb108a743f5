//! A voice of the device reads the password aloud: one whose text stays here, when it is asked to,
//! and for as long as the password is shown.

use end_to_end::{Page, Result, Role, Value, ensure, in_every_browser, json, steps};

/// A device that speaks. Which voices it has, `voices` says; with `slow` a text never ends.
const DEVICE: &str = "
    window.voices = arguments[0];
    window.spoken = [];
    window.slow = false;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const device = Object.assign(new EventTarget(), {
      getVoices: () => window.voices,
      speak(utterance) {
        window.spoken.push(`${utterance.voice?.name}: ${utterance.text}`);
        window.last = utterance;
        if (!window.slow) setTimeout(() => utterance.onend?.(new Event('end')));
      },
      cancel() { window.cancelled = true; },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: device, configurable: true })";

/// One that sends what it says to a server, and one that does not speak the page's language.
const OTHERS: [(&str, &str, bool); 2] = [("far", "en-US", false), ("foreign", "fr-FR", true)];

fn voices(own: bool) -> Value {
    let own = own.then_some(("near", "en_GB", true));
    OTHERS
        .into_iter()
        .chain(own)
        .map(|(name, lang, here)| json!({ "name": name, "lang": lang, "localService": here }))
        .collect()
}

async fn spoken(page: &Page) -> Result<Vec<String>> {
    let spoken = page.run("return window.spoken", json!([])).await?;
    Ok(spoken
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect())
}

/// Makes one on a device with these voices, and opens the spelling. Gives the password.
async fn spelled_on(page: &Page, own: bool) -> Result<String> {
    page.run(DEVICE, json!([voices(own)])).await?;
    let password = steps::create(page, "Desk").await?;
    page.button("Spell it out").await?.click().await?;
    page.button("Next letter").await?;
    Ok(password)
}

in_every_browser! {
    /// The password would be sent to whoever makes the browser.
    async fn without_a_voice_of_the_device_nothing_is_read(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        spelled_on(&page, false).await?;
        page.gone(Role::Button, "Read it aloud").await?;
        // browsers find their voices after they are asked
        let found = "window.voices = arguments[0]; speechSynthesis.dispatchEvent(new Event('voiceschanged'))";
        page.run(found, json!([voices(true)])).await?;
        page.button("Read it aloud").await?;
        ensure!(spoken(&page).await?.is_empty(), "it spoke by itself");
        Ok(())
    }

    /// Whoever cannot see it would not know it.
    async fn the_voice_of_the_device_reads_all_of_it(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = spelled_on(&page, true).await?;
        ensure!(spoken(&page).await?.is_empty(), "it spoke by itself");
        page.button("Read it aloud").await?.click().await?;
        page.button("Stop reading").await?;
        page.holds("all letters are read", async || Ok(spoken(&page).await?.len() == 16)).await?;
        page.button("Read it aloud").await?;
        let mut read = String::new();
        for text in spoken(&page).await? {
            let letter = text.strip_prefix("near: ").and_then(|text| text.split_once(", "));
            let (letter, word) = letter.unwrap_or_default();
            ensure!(word.to_lowercase().starts_with(letter), "{text:?} was said");
            read.push_str(letter);
        }
        ensure!(read == password, "{read:?} was read");
        page.no_errors().await
    }

    /// The rest would be said when somebody has come in, or is no longer alone on the page.
    async fn it_can_be_stopped_and_ends_with_the_showing(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        spelled_on(&page, true).await?;
        page.run("window.slow = true", json!([])).await?;
        for end in ["Stop reading", "Next letter", "close"] {
            page.run("window.cancelled = false", json!([])).await?;
            page.button("Read it aloud").await?.click().await?;
            page.button("Stop reading").await?;
            let before = spoken(&page).await?.len();
            page.button(end).await?.click().await?;
            if end == "close" {
                page.button("Close without copying").await?.click().await?;
                page.heading("Now set up Desk").await?;
            } else {
                page.button("Read it aloud").await?;
            }
            let ended = "return [window.cancelled, window.last.text, window.spoken.length]";
            let ended = page.run(ended, json!([])).await?;
            ensure!(ended == json!([true, "", before]), "after {end}: {ended}");
        }
        page.no_errors().await
    }
}
