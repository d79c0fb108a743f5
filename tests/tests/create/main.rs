//! Making an app password and what belongs to it: steps 6 to 11 of the guide, in real browsers.

mod clipboard;
mod closing;
mod guide;
mod history;
mod memory;
mod secret;

use end_to_end::{Name, Page, Result, Role, Scope};

/// What the rows of the list say, in order, without the heading's.
async fn rows(page: &Scope) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for row in page.all(Role::Row, Name::Any).await? {
        words.push(row.words().await?);
    }
    words.retain(|row| row.ends_with("Delete"));
    Ok(words)
}

/// Waits until the list has so many rows.
async fn count_rows(page: &Page, count: usize) -> Result<()> {
    page.holds(&format!("there are {count} app passwords"), async || {
        Ok(rows(page).await?.len() == count)
    })
    .await
}
