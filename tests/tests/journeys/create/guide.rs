//! The whole guide, from signing in to a mail application that is refused again.

use end_to_end::{Page, Result, Role, ensure, in_every_browser, json, steps};

const NAME: &str = "iPhone Mail";

/// Steps 3 to 5: the way from the tiles to the list, by what the guide says to click.
async fn walk_to_the_list(page: &Page) -> Result<()> {
    page.heading("Apps").await?;
    page.button("Sam Rivera").await?.click().await?;
    page.link("Profile").await?.click().await?;
    page.heading("Profile").await?;
    page.link("Additional security verification")
        .await?
        .click()
        .await?;
    page.heading("Additional security verification").await?;
    let tabs = page.navigation("Security settings").await?;
    tabs.link("app passwords").await?.click().await?;
    page.at("/security/app-passwords").await?;
    page.heading("App passwords").await?;
    Ok(())
}

/// Steps 6 to 8: create, name, next, copy, close.
async fn make(page: &Page) -> Result<String> {
    let password = steps::create(page, NAME).await?;
    let dialog = page.dialog("Your app password").await?;
    dialog
        .see("it WILL NOT display again and cannot be recovered")
        .await?;
    steps::copy(page).await?;
    steps::close(page, NAME).await?;
    Ok(password)
}

/// What stands between 8 and 11: the operator's own servers, and the mail application.
async fn set_up(page: &Page, password: &str) -> Result<()> {
    for server in [
        "imap.contoso.example 993 SSL/TLS",
        "smtp.contoso.example 587 STARTTLS",
        "sam@contoso.example",
    ] {
        page.see(server).await?;
    }
    let pasted = steps::paste_password(page).await?;
    ensure!(
        pasted == password,
        "{pasted:?} was pasted and not what was shown"
    );
    steps::mail_answers(page, &pasted, &format!("Signed in with {NAME}.")).await
}

/// Step 11: the list, newest first, and Delete.
async fn delete(page: &Page, password: &str) -> Result<()> {
    page.link("App passwords").await?.click().await?;
    page.row(NAME).await?;
    let today = page
        .run("return new Date().toLocaleDateString('en-US')", json!([]))
        .await?;
    let today = today.as_str().unwrap_or_default();
    let expected = [
        format!("{NAME} {today} Delete"),
        "9 10/30/2016 Delete".to_owned(),
        "Android Type Mail App 9/4/2016 Delete".to_owned(),
        "Initial app password20160831195929 8/31/2016 Delete".to_owned(),
    ];
    let listed = steps::listed(page, 4).await?;
    ensure!(listed == expected, "{listed:#?}");
    page.button("Delete iPhone Mail").await?.click().await?;
    let question = page.dialog("Delete iPhone Mail?").await?;
    question
        .see("Any mail application that uses it will no longer be able to sign in.")
        .await?;
    question.button("Delete").await?.click().await?;
    page.gone(Role::Row, NAME).await?;
    page.announced("iPhone Mail was deleted.").await?;
    // the application kept its password, as a real one does
    steps::mail_answers(page, password, "Refused").await
}

in_every_browser! {
    both targets:
    /// Nobody could get their mail: this is all that the product is for.
    async fn the_guide_from_end_to_end(page: Page, host: Host) {
        page.ready(&host.at("/security/app-passwords")).await?;
        page.heading("Sign in").await?;
        steps::sign_in_as(&page, "Sam Rivera").await?;
        // where they wanted to go, not the start
        page.at("/security/app-passwords").await?;
        page.heading("App passwords").await?;
        page.link("Contoso MyApps").await?.click().await?;
        walk_to_the_list(&page).await?;
        let password = make(&page).await?;
        set_up(&page, &password).await?;
        delete(&page, &password).await?;
        page.no_errors().await
    }
}
