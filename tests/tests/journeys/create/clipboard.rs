//! **copy password to clipboard**: granted, refused, dismissed, missing and failing are five
//! different things to a person, and none of them may look like another.

use end_to_end::{Page, Result, ensure, in_every_browser, json, steps};

const COPIED: &str = "Copied";

/// Presses the button and waits for what is said.
pub async fn copy_and_hear(page: &Page, words: &str) -> Result<()> {
    let copy = page.button("copy password to clipboard").await?;
    copy.click().await?;
    page.announced(words).await
}

/// The password is selected, all of it and nothing else, and the page does not say that it is
/// copied.
pub async fn is_left_selected(page: &Page, password: &str) -> Result<()> {
    page.holds("the password is selected", async || {
        Ok(selected(page).await? == password)
    })
    .await?;
    let words = page.dialog("Your app password").await?.words().await?;
    ensure!(
        !words.contains(COPIED),
        "it says that it is copied: {words}"
    );
    Ok(())
}

/// What is selected, without the gaps that only a style sheet draws.
async fn selected(page: &Page) -> Result<String> {
    let script = "return String(getSelection()).replace(/\\s+/g, '')";
    let selected = page.run(script, json!([])).await?;
    Ok(selected.as_str().unwrap_or_default().to_owned())
}

/// After a refusal the keyboard is left: the selection and nothing else is copied.
pub async fn can_be_copied_by_hand(page: &Page, password: &str) -> Result<()> {
    page.press("Control+c").await?;
    page.announced("Copied by hand: the whole password is on the clipboard.")
        .await?;
    let pasted = page.clipboard().await?;
    ensure!(pasted == password, "{pasted:?} is on the clipboard");
    steps::close(page, "Desk").await
}

in_every_browser! {
    both targets:
    /// What is pasted into the mail application would be refused: a space, a line, a letter less.
    async fn granted_exactly_the_letters_are_on_the_clipboard(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        copy_and_hear(&page, "Copied: the password is on the clipboard.").await?;
        let pasted = page.clipboard().await?;
        ensure!(pasted == password, "{pasted:?} is on the clipboard");
        // copied: nothing is asked any more
        steps::close(&page, "Desk").await?;
        steps::mail_answers(&page, &pasted, "Signed in").await?;
        page.no_errors().await
    }
}

in_every_browser! {
    /// Whoever shows the refusal to others would see something else than a browser's own.
    async fn the_scenario_refuses_as_a_browser_does(page: Page, host: Host) {
        steps::open_list(&page, &host, "clipboard-refused").await?;
        let password = steps::create(&page, "Desk").await?;
        copy_and_hear(&page, "Not copied: the browser does not allow this page to use the clipboard.").await?;
        is_left_selected(&page, &password).await?;
        can_be_copied_by_hand(&page, &password).await
    }

    /// On plain http there is no clipboard, and the browser's older command has to do.
    async fn without_a_clipboard_the_older_way_is_tried_and_said(page: Page, host: Host) {
        let list = format!("{}/security/app-passwords?scenario=three-rows", host.insecure_url(page.engine));
        page.ready(&list).await?;
        let password = steps::create(&page, "Desk").await?;
        ensure!(page.run("return navigator.clipboard === undefined", json!([])).await? == true);
        copy_and_hear(&page, "Copied with an older method of this browser. Paste it once to be sure").await?;
        page.holds("the password is selected", async || Ok(selected(&page).await? == password)).await?;
        let pasted = page.clipboard().await?;
        ensure!(pasted == password, "{pasted:?} is on the clipboard");
        steps::close(&page, "Desk").await
    }
}
