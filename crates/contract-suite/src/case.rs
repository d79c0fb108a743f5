//! A case and its name.

/// A case with its name.
pub(crate) type Case = (&'static str, fn());

/// The cases of one file. A case that stands in no list is dead code, which does not compile.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub(crate) const CASES: &[$crate::case::Case] = &[
            $((concat!(module_path!(), "::", stringify!($name)), $name as fn())),*
        ];
    };
}
pub(crate) use cases;
