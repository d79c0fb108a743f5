//! "Be patient, it can take a bit": a reply that takes ten seconds.

use end_to_end::phone::begin;
use end_to_end::{Result, json};
use std::time::Duration;

/// What is quick would flicker; who cannot see would hear nothing while it is slow.
#[journey]
async fn a_screen_that_is_coming_shows_lines_after_a_moment_and_says_so() -> Result<()> {
    let (page, _host) = begin("/apps?scenario=slow-network").await?;
    page.patience(Duration::from_secs(15))
        .the(end_to_end::Role::Heading, "Apps")
        .await?;
    page.announced("Loading…").await?;
    // how long after its appearance what moves once is drawn, and from what: as it is styled, because the
    // movement itself is over before a busy machine looks
    let shown = "const rules = (list) => [...list].flatMap((rule) => \
            rule instanceof CSSKeyframesRule || !rule.cssRules ? [rule] : rules(rule.cssRules)); \
        const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)); \
        const from = (name) => all.find((rule) => rule.name === name).cssRules[0].style.opacity; \
        return [...document.querySelectorAll('main *')].map((element) => getComputedStyle(element)) \
        .filter((style) => style.animationName !== 'none' && style.animationIterationCount === '1') \
        .map((style) => [style.animationDelay, style.animationFillMode, from(style.animationName)])";
    page.holds("the lines come after 200 ms, from nothing", async || {
        Ok(page.run(shown, json!([])).await? == json!([["0.2s", "backwards", "0"]]))
    })
    .await?;
    page.patience(Duration::from_secs(15))
        .see("Mail, calendar and contacts")
        .await?;
    page.no_errors().await
}
