//! Ids as types, so that one cannot be passed for another. The id of an app password is
//! [`contract::AppPasswordId`].

use crate::text::email;
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// From a column of a database, or from a fresh random id.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// For a column of a database.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    )* };
}

ids! {
    /// Names an account: its e-mail address as it is compared. It does not change.
    AccountId;
    /// Names a session, beside its token: it stays the same when the token is rotated.
    SessionId;
    /// Names a challenge or a verification of a phone. Who knows it can approve a sign-in, so
    /// `Debug` hides it.
    ChallengeId;
}

impl AccountId {
    /// The id of the account with this e-mail address, as typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        Self(email::fold(typed))
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "AccountId({})", self.0)
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SessionId({})", self.0)
    }
}

impl fmt::Debug for ChallengeId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ChallengeId(hidden)")
    }
}
