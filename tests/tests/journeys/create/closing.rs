//! **close**, and copying by hand, which counts as copied.

use end_to_end::{Page, Result, Role, ensure, in_every_browser, json, steps};

const QUESTION: &str = "You have not copied it. It will not be shown again.";

/// Selects a part of the password, as a finger does: its second group and nothing else.
async fn select_a_part(page: &Page, password: &str) -> Result<()> {
    let script = "const walker = document.createTreeWalker(document.querySelector('dialog:modal'), NodeFilter.SHOW_TEXT); \
         while (walker.nextNode()) if (walker.currentNode.data === arguments[0]) { \
           getSelection().selectAllChildren(walker.currentNode.parentNode); return true; } \
         return false";
    let found = page.run(script, json!([password[4..8]])).await?;
    ensure!(found == true, "the second group is not drawn by itself");
    Ok(())
}

in_every_browser! {
    /// A password copied in part, or with spaces in it, would be refused later, far from here.
    async fn by_hand_the_whole_password_is_copied_and_counts(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        select_a_part(&page, &password).await?;
        page.press("Control+c").await?;
        page.announced("Copied by hand: the whole password is on the clipboard.").await?;
        let pasted = page.clipboard().await?;
        ensure!(pasted == password, "{pasted:?} is on the clipboard");
        steps::close(&page, "Desk").await
    }

    /// One wrong press would lose a password that cannot be had again.
    async fn without_copying_close_asks_once(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        page.button("close").await?.click().await?;
        page.announced(QUESTION).await?;
        // the answer that loses nothing has the focus
        page.button("Go back").await?.gets_focus().await?;
        page.press("Enter").await?;
        page.button("close").await?.gets_focus().await?;
        ensure!(steps::password_shown(&page, "Desk").await? == password);
        page.not_see(QUESTION).await?;
        // Escape asks too, and takes its own question back: the other answer loses the password
        page.press("Escape").await?;
        page.announced(QUESTION).await?;
        page.press("Escape").await?;
        page.not_see(QUESTION).await?;
        ensure!(steps::password_shown(&page, "Desk").await? == password);
        // whoever copies then is not asked any more
        page.press("Escape").await?;
        page.announced(QUESTION).await?;
        steps::copy(&page).await?;
        page.not_see(QUESTION).await?;
        steps::close(&page, "Desk").await
    }

    /// A browser closes a dialog on the second Escape whatever the page says.
    async fn a_row_of_escapes_does_not_lose_the_password(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let password = steps::create(&page, "Desk").await?;
        for _ in 0..5 {
            page.press("Escape").await?;
        }
        // asked or not, it is still there and can still be copied
        ensure!(steps::password_shown(&page, "Desk").await? == password);
        steps::copy(&page).await?;
        ensure!(page.clipboard().await? == password);
        Ok(())
    }

    /// A heading that is named later, when the focus is already on it, is heard without its name.
    async fn what_follows_is_named_when_the_focus_arrives(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        steps::create(&page, "Desk").await?;
        steps::copy(&page).await?;
        page.run(
            "window.arrivals = []; \
             addEventListener('focusin', (event) => arrivals.push(event.target.textContent))",
            json!([]),
        )
        .await?;
        steps::close(&page, "Desk").await?;
        page.heading("Now set up Desk").await?.gets_focus().await?;
        let arrivals = page.run("return arrivals", json!([])).await?;
        let last = arrivals.as_array().and_then(|arrivals| arrivals.last());
        ensure!(last == Some(&json!("Now set up Desk")), "{arrivals}");
        Ok(())
    }

    /// Whoever means it would be held up for ever.
    async fn it_can_be_closed_without_copying(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        steps::create(&page, "Desk").await?;
        page.button("close").await?.click().await?;
        page.button("Close without copying").await?.click().await?;
        page.heading("Now set up Desk").await?;
        page.link("App passwords").await?.click().await?;
        page.row("Desk").await?;
        page.gone(Role::Dialog, end_to_end::Name::Any).await
    }
}
