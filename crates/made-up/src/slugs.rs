//! Enums whose values are written in links.

use std::fmt;

/// A part of a link that this build does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKnown;

impl fmt::Display for NotKnown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not known")
    }
}

/// Declares such an enum. Two variants with one slug do not compile: the error names the line.
macro_rules! slugs {
    ($(#[$doc:meta])* $name:ident { $( $(#[$variant_doc:meta])* $variant:ident $slug:literal $(or $other:literal)*; )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_doc])* #[doc = concat!(" (`", $slug, "` in a link)")] $variant, )* }

        impl $name {
            /// All, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// As it is written in a link.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::slugs::NotKnown;

            #[deny(unreachable_patterns)]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($slug $(| $other)* => Ok(Self::$variant),)*
                    _ => Err($crate::slugs::NotKnown),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.slug())
            }
        }
    };
}

pub(crate) use slugs;
