//! The comparison of pictures sees what a person sees.

use end_to_end::{Result, Setup, ensure, json};
use sweep::{KEPT, SCREENS, Screen, Studio, compare::compare};

/// A difference that the comparison does not see would be kept for ever; one that nobody else sees
/// would be accepted unlooked at, and with it the next one.
#[journey]
async fn a_word_a_colour_and_a_shift_are_seen_and_how_letters_are_smoothed_is_not() -> Result<()> {
    const CHANGES: [(&str, &str); 5] = [
        (
            "a word",
            "const lead = document.querySelector('main p'); lead.textContent = lead.textContent.replace('your', 'the')",
        ),
        (
            "the colour of a line",
            "document.documentElement.style.setProperty('--hairline', '#cfd6ca')",
        ),
        (
            "the colour of a button",
            "document.documentElement.style.setProperty('--accent', '#175f6e')",
        ),
        (
            "the colour of the paper",
            "document.documentElement.style.setProperty('--paper', '#f6f4fa')",
        ),
        (
            "a shift by 4 pixels",
            "document.querySelector('main').style.translate = '4px'",
        ),
    ];
    let host = Setup::page().start()?;
    let [look, _] = KEPT else {
        unreachable!("two are kept")
    };
    let sign_in: &Screen = &SCREENS[0];
    let studio = Studio::open(look.width).await?;
    studio.show(&host, sign_in).await?;
    let before = studio.picture(*look).await?;
    let again = studio.picture(*look).await?;
    let same = compare("same", &before, &again)?;
    ensure!(same.pixels == 0, "the same page differs: {same:?}");
    for (what, change) in CHANGES {
        studio.show(&host, sign_in).await?;
        studio.page().run(change, json!([])).await?;
        let after = studio.picture(*look).await?;
        let difference = compare(&what.replace(' ', "-"), &before, &after)?;
        println!("{what}: {} pixels", difference.pixels);
        ensure!(difference.shows(), "{what} is not seen: {difference:?}");
    }
    // another version of the browser draws its letters a trace bolder or lighter
    studio.show(&host, sign_in).await?;
    let bolder = "document.documentElement.style.webkitTextStrokeWidth = '0.1px'";
    studio.page().run(bolder, json!([])).await?;
    let after = studio.picture(*look).await?;
    ensure!(after != before, "the letters are smoothed as before");
    let difference = compare("smoothing", &before, &after)?;
    println!("smoothing: {} pixels", difference.pixels);
    ensure!(!difference.shows(), "smoothing is seen: {difference:?}");
    Ok(())
}
