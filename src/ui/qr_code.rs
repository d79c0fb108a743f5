//! A QR code as one SVG path: no style attribute, no picture file, black on white in every theme
//! (codes in dark mode are unreadable to many cameras).

use crate::words::Text;
use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use std::fmt::Write;

/// Modules of quiet zone around the code (ISO/IEC 18004: four).
const QUIET: usize = 4;

/// The code for a text, or nothing when the text is too long for one.
#[component]
pub fn QrCode(
    /// What a camera reads.
    text: contract::Secret,
    /// What the picture is, for those who do not see it.
    label: Text,
) -> impl IntoView {
    let code = QRBuilder::new(text.expose()).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                // Writing to a String does not fail.
                let _ = write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
            }
        }
    }
    Some(view! {
        <svg class="qr-code" role="img" aria-label=move || label.get() viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <rect class="qr-code__paper" width=side height=side></rect>
            <path class="qr-code__ink" d=path></path>
        </svg>
    })
}
