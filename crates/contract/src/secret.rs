//! A text that must not be seen by accident.

use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroize;

/// A password, a one-time code or a shared key. `Debug` hides it, there is no `Display`, and its
/// memory is overwritten when it is dropped. Reading it takes the word [`Secret::expose`], which
/// is easy to search for.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Takes ownership, so that no second copy is left with the caller.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether nothing was given. Does not count as seeing it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing_of_a_secret() {
        let shown = format!("{:?}", Secret::new("correct horse".into()));
        assert!(!shown.contains("horse"), "{shown}");
    }
}
