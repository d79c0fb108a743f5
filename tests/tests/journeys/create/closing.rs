//! **close**, and copying by hand, which counts as copied.

use end_to_end::{Page, Result, ensure, in_every_browser, json, steps};

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
}
