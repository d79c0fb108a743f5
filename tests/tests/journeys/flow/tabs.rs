//! Two tabs of one browser.

use end_to_end::phone::{another, app_code, begin, enter, is_in, press};
use end_to_end::{
    Result, Role, ensure,
    steps::{delete, open_list, sign_in_as, text_code},
};

/// A second tab would ask for everything again, or stay open after signing out.
#[journey]
async fn signing_in_and_out_counts_in_the_other_tab() -> Result<()> {
    let (page, host) = begin("/?scenario=three-rows").await?;
    let first = page.tab_shown().await?;
    let second = page.new_tab().await?;
    page.ready(&host.at("/profile")).await?;
    page.heading("Sign in").await?;
    page.show(&first).await?;
    sign_in_as(&page, "Sam Rivera").await?;
    is_in(&page).await?;
    page.show(&second).await?;
    page.reload().await?;
    page.heading("Profile").await?;
    page.link("Additional security verification")
        .await?
        .click()
        .await?;
    page.heading("What's your preferred option?").await?;
    page.show(&first).await?;
    press(&page, "Sam Rivera").await?;
    press(&page, "Sign out").await?;
    page.heading("Sign in").await?;
    page.show(&second).await?;
    press(&page, "Save").await?;
    page.heading("Sign in").await?;
    page.see("Your session has ended.").await?;
    page.no_errors().await
}

/// What was done in one tab would be undone by the other.
#[journey]
async fn changes_in_both_tabs_are_kept() -> Result<()> {
    let (page, host) = begin("/").await?;
    open_list(&page, &host, "three-rows").await?;
    page.row("9").await?;
    let first = page.tab_shown().await?;
    let second = page.new_tab().await?;
    page.ready(&host.at("/security/app-passwords")).await?;
    page.row("9").await?;
    page.show(&first).await?;
    delete(&page, "9").await?;
    page.show(&second).await?;
    delete(&page, "Android Type Mail App").await?;
    page.reload().await?;
    page.row("Initial app password20160831195929").await?;
    page.count(Role::Row, "9", 0).await?;
    page.count(Role::Row, "Android Type Mail App", 0).await?;
    page.show(&first).await?;
    page.reload().await?;
    page.row("Initial app password20160831195929").await?;
    page.count(Role::Row, "Android Type Mail App", 0).await?;
    page.no_errors().await
}

/// The second factor given in one tab would leave the other at a screen that leads nowhere.
#[journey]
async fn a_second_factor_given_in_another_tab_lets_this_one_in() -> Result<()> {
    let (page, host) = begin("/verify?scenario=prefers-app-code").await?;
    page.see("authenticator app").await?;
    let first = page.tab_shown().await?;
    page.new_tab().await?;
    page.ready(&host.at("/verify")).await?;
    enter(&page, &app_code(&page, "diego@contoso.example").await?).await?;
    is_in(&page).await?;
    page.show(&first).await?;
    enter(&page, &another("000000")).await?;
    is_in(&page).await?;
    page.button("Diego Santos").await?;
    page.no_errors().await
}

/// A text that came while another tab was shown would not be on the phone beside this one.
#[journey]
async fn the_phone_is_the_same_in_both_tabs() -> Result<()> {
    let (page, host) = begin("/verify?scenario=prefers-text").await?;
    let code = text_code(&page).await?;
    page.new_tab().await?;
    page.ready(&host.at("/verify")).await?;
    ensure!(text_code(&page).await? == code);
    enter(&page, &code).await?;
    is_in(&page).await
}
