//! A list whose rows follow their data.

use leptos::prelude::*;
use std::{collections::HashMap, hash::Hash};

/// Draws one row for each item. A row stays where it is as long as its key is there, so that it keeps
/// the focus, and shows what changes under that key.
#[component]
pub fn Rows<I, K, R, W, D, N, E>(
    /// The items, in order.
    #[prop(into)]
    items: Signal<Vec<I>>,
    /// What tells one item from another, whatever else changes.
    key: fn(&I) -> K,
    /// Draws one row.
    row: R,
    /// Draws what is around the rows: a list, a table.
    around: D,
    /// Draws what stands there when there is no item.
    empty: N,
) -> impl IntoView
where
    I: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    R: Fn(Signal<I>) -> W + Clone + Send + Sync + 'static,
    W: IntoView + 'static,
    D: Fn(AnyView) -> AnyView + Send + 'static,
    N: Fn() -> E + Send + 'static,
    E: IntoView + 'static,
{
    let by_key = Memo::new(move |_| {
        let keyed = |item: I| (key(&item), item);
        items
            .get()
            .into_iter()
            .map(keyed)
            .collect::<HashMap<K, I>>()
    });
    let is_empty = Memo::new(move |_| items.read().is_empty());
    move || {
        if is_empty.get() {
            return empty().into_any();
        }
        let row = row.clone();
        let live = move |first: I| {
            let key = key(&first);
            // The last one stays until the row is taken away.
            let item = Memo::new(move |before: Option<&I>| {
                let now = by_key.with(|items| items.get(&key).cloned());
                now.unwrap_or_else(|| before.unwrap_or(&first).clone())
            });
            row(item.into())
        };
        around(view! { <For each=move || items.get() key children=live /> }.into_any())
    }
}
