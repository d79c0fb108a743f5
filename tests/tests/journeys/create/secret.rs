//! After **close** the password is gone: from the page, from what the browser keeps for it, and from
//! the wasm's memory.

use end_to_end::{Page, Result, ensure, in_every_browser, json, steps};

/// The places where eight letters in a row of a password are found. The page draws it in groups of
/// four, so tags are taken out before looking.
pub const TRACES: &str = "
    const [password] = arguments;
    const parts = [...password].map((_, at) => password.slice(at, at + 8)).filter((part) => part.length === 8);
    const holds = (text) => parts.some((part) => text.toLowerCase().includes(part));
    const kept = (storage) => Object.entries(storage).flat().join('\\n');
    const places = {
      page: document.documentElement.outerHTML.replace(/<[^>]*>/g, ''),
      text: document.documentElement.innerText.replace(/\\s/g, ''),
      fields: [...document.querySelectorAll('input, textarea, select')].map((field) => field.value).join('\\n'),
      attributes: [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map((a) => a.value)).join('\\n'),
      selection: String(getSelection()).replace(/\\s/g, ''),
      localStorage: kept(localStorage),
      sessionStorage: kept(sessionStorage),
      history: JSON.stringify(history.state) ?? '',
      address: location.href,
      title: document.title,
      cookies: document.cookie,
      window: window.name,
      requests: performance.getEntries().map((entry) => entry.name).join('\\n'),
    };
    return Object.keys(places).filter((place) => holds(places[place]))";

/// Where the letters are now.
async fn traces(page: &Page, password: &str) -> Result<Vec<String>> {
    let found = page.run(TRACES, json!([password])).await?;
    Ok(serde_json::from_value(found)?)
}

in_every_browser! {
    both targets:
    /// Whoever sits down at this computer next could read it.
    async fn nothing_that_the_browser_keeps_holds_it(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        steps::copy(&page).await?;
        // it is on the screen and nowhere else; and the search finds it
        ensure!(traces(&page, &password).await? == ["page", "text"], "{:?}", traces(&page, &password).await?);
        steps::close(&page, "Desk").await?;
        let left = traces(&page, &password).await?;
        ensure!(left.is_empty(), "after close it is in {left:?}");
        page.link("App passwords").await?.click().await?;
        page.row("Desk").await?;
        let left = traces(&page, &password).await?;
        ensure!(left.is_empty(), "on the list it is in {left:?}");
        // the console is read by support people, and by extensions
        page.no_errors().await
    }
}

in_every_browser! {
    /// What is selected would outlive the dialog, and the clipboard menu with it.
    async fn a_selected_password_is_gone_too(page: Page, host: Host) {
        steps::open_list(&page, &host, "clipboard-refused").await?;
        let password = steps::create(&page, "Desk").await?;
        page.button("copy password to clipboard").await?.click().await?;
        page.announced("The password is selected").await?;
        ensure!(traces(&page, &password).await?.contains(&"selection".to_owned()));
        page.button("close").await?.click().await?;
        page.button("Close without copying").await?.click().await?;
        page.heading("Now set up Desk").await?;
        let left = traces(&page, &password).await?;
        ensure!(left.is_empty(), "after close it is in {left:?}");
        Ok(())
    }
}
