//! Pressing twice: a double click, and Enter together with a click, do a thing once.

use end_to_end::{Name, Page, Result, Role, ensure, in_every_browser, json, steps};

async fn places_in_history(page: &Page) -> Result<Option<u64>> {
    Ok(page.run("return history.length", json!([])).await?.as_u64())
}

in_every_browser! {
    /// Two app passwords of which one nobody has seen, or a list full of them.
    async fn pressing_next_twice_makes_one(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        let before = places_in_history(&page).await?;
        steps::double_click(&page.button("create").await?).await?;
        let dialog = page.dialog("Create app password").await?;
        ensure!(places_in_history(&page).await? == before.map(|places| places + 1), "create was counted twice");
        dialog.field("Name").await?.fill("Enter and click").await?;
        steps::enter_and_click(&dialog.button("next").await?).await?;
        steps::password_shown(&page, "Enter and click").await?;
        steps::copy(&page).await?;
        steps::double_click(&page.button("close").await?).await?;
        page.heading("Now set up Enter and click").await?;
        page.link("App passwords").await?.click().await?;
        steps::listed(&page, 4).await?;
        page.button("create").await?.click().await?;
        let dialog = page.dialog("Create app password").await?;
        dialog.field("Name").await?.fill("Two clicks").await?;
        steps::double_click(&dialog.button("next").await?).await?;
        steps::password_shown(&page, "Two clicks").await?;
        steps::copy(&page).await?;
        steps::close(&page, "Two clicks").await?;
        page.link("App passwords").await?.click().await?;
        let listed = steps::listed(&page, 5).await?;
        ensure!(listed[0].starts_with("Two clicks") && listed[1].starts_with("Enter and click"), "{listed:#?}");
        page.no_errors().await
    }

    /// The neighbour in the list would be deleted too, and another device refused.
    async fn pressing_delete_twice_deletes_one(page: Page, host: Host) {
        steps::open_list(&page, &host, "three-rows").await?;
        steps::double_click(&page.button("Delete 9").await?).await?;
        // it asks all the same
        let question = page.dialog("Delete 9?").await?;
        steps::double_click(&question.button("Delete").await?).await?;
        page.announced("9 was deleted.").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        steps::listed(&page, 2).await?;
        page.button("Delete Android Type Mail App").await?.click().await?;
        let question = page.dialog("Delete Android Type Mail App?").await?;
        question.button("Cancel").await?.gets_focus().await?;
        page.press("Shift+Tab").await?;
        let delete = question.button("Delete").await?;
        delete.gets_focus().await?;
        steps::enter_and_click(&delete).await?;
        page.announced("Android Type Mail App was deleted.").await?;
        page.gone(Role::Dialog, Name::Any).await?;
        let listed = steps::listed(&page, 1).await?;
        ensure!(listed[0].starts_with("Initial app password"), "{listed:?}");
        page.no_errors().await
    }

    /// Two codes would come, and the first one read would be refused.
    async fn pressing_sign_in_twice_sends_one_code(page: Page, host: Host) {
        page.ready(&host.at("/?scenario=three-rows")).await?;
        page.button(end_to_end::begins("Sam Rivera")).await?.click().await?;
        steps::double_click(&page.button("Sign in").await?).await?;
        page.heading("Verify your identity").await?;
        let code = steps::text_code(&page).await?;
        let phone = page.region("Phone").await?.words().await?;
        ensure!(phone.matches("Your code is").count() == 1, "{phone}");
        page.field("Code").await?.fill(&code).await?;
        steps::enter_and_click(&page.button("Sign in").await?).await?;
        page.heading("Apps").await?;
        page.no_errors().await
    }
}
