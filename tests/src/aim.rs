//! WebKit's driver works out where to click and clicks there later, beside what has moved in the
//! meantime: a dialog that is coming in, a list that is being drawn. And some clicks it loses. So a
//! click waits until its aim stands still, and counts once it has arrived.

use crate::{element::Element, scope::Scope};
use anyhow::Result;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Where it stands; nothing while it, or what it lies in, is on its way.
const PLACE: &str = "document.getAnimations().some((a) => a.playState === 'running' && a.effect.target?.contains(e)) \
     ? null : JSON.stringify(e.getBoundingClientRect())";

/// From now on the page remembers whether a click came to this.
const WATCH: &str = "(() => { \
     const watched = { arrived: false }; \
     globalThis.clickWatched = watched; \
     const heard = (event) => { watched.arrived = event.composedPath().includes(e) }; \
     addEventListener('click', heard, { capture: true, once: true }) })()";

/// Whether it came. It did if the page that was to remember it has been left.
const ARRIVED: &str = "return globalThis.clickWatched?.arrived ?? true";

/// How long a click may be on its way.
const ON_ITS_WAY: Duration = Duration::from_millis(500);

/// One click, from aiming to its arrival.
#[derive(Default)]
pub struct Aim {
    place: Value,
    sent: Option<Instant>,
}

/// What to do next.
pub enum Next {
    /// Look again a little later, because of this.
    Wait(&'static str),
    /// Click.
    Click,
    /// Nothing: it has been clicked.
    Done,
}

impl Aim {
    /// Looks at `element` as it is now in the page.
    pub async fn next(&mut self, element: &Element, now: &Scope) -> Result<Next> {
        if let Some(sent) = self.sent {
            // a page that is being left cannot be asked
            let arrived = now.run(ARRIVED, json!([])).await;
            if arrived.is_ok_and(|arrived| arrived == false) {
                if sent.elapsed() > ON_ITS_WAY {
                    *self = Self::default();
                }
                return Ok(Next::Wait("the click did not arrive"));
            }
            return Ok(Next::Done);
        }
        // what has been drawn anew in the meantime has no place: the click says so
        let Ok(place) = element.ask(PLACE, now).await else {
            return Ok(Next::Click);
        };
        if place.is_null() || place != self.place {
            self.place = place;
            return Ok(Next::Wait("it moves"));
        }
        element.ask(WATCH, now).await?;
        Ok(Next::Click)
    }

    /// The driver was told to click.
    pub fn sent(&mut self) {
        self.sent = Some(Instant::now());
    }
}
