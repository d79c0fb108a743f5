//! What is measured of a page as it is laid out: whether it is too wide, and what is too small to be hit.

use end_to_end::{Page, Result, json};

const TOO_WIDE: &str = "const root = document.scrollingElement; \
    const over = [...document.querySelectorAll('body *')] \
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1) \
      .map((e) => e.tagName + '.' + e.className).slice(0, 5); \
    return root.scrollWidth > root.clientWidth ? `${root.scrollWidth}: ${over}` : ''";

// A link in a sentence may be as high as its line, and a box with a label is hit by the label, too
// (WCAG 2.2, 2.5.8: inline, equivalent).
const TOO_SMALL: &str = "const modal = document.querySelector('dialog:modal'); \
    const all = [...(modal ?? document).querySelectorAll('a[href], button, input, select, textarea, summary')]; \
    const size = (e) => { const r = e.getBoundingClientRect(); return [r.width, r.height]; }; \
    return all.filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) \
      .filter((e) => !(e.matches('a') && getComputedStyle(e).display === 'inline')) \
      .filter((e) => ![e, ...(e.labels ?? [])].some((one) => size(one).every((side) => side >= 24))) \
      .filter((e) => size(e).some((side) => side > 1)) \
      .map((e) => `${e.tagName} \"${(e.textContent || e.name || e.id).trim()}\" ${size(e).map(Math.round)}`)";

/// What stands over the right edge, if the page scrolls sideways.
pub async fn too_wide(page: &Page) -> Result<Option<String>> {
    let told = page.run(TOO_WIDE, json!([])).await?;
    Ok(told
        .as_str()
        .filter(|told| !told.is_empty())
        .map(str::to_owned))
}

/// What can be pressed and is less than 24 CSS pixels high or wide.
pub async fn too_small(page: &Page) -> Result<Vec<String>> {
    Ok(serde_json::from_value(
        page.run(TOO_SMALL, json!([])).await?,
    )?)
}
