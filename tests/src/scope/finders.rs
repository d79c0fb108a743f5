//! One function for each thing that is asked for often.

use super::Scope;
use crate::{
    element::Element,
    role::{Name, Role},
};
use anyhow::Result;
use std::future::Future;

macro_rules! finders {
    ($($(#[$doc:meta])* $function:ident => $role:ident;)*) => {
        impl Scope {
            $(
                $(#[$doc])*
                #[track_caller]
                pub fn $function(
                    &self,
                    name: impl Into<Name>,
                ) -> impl Future<Output = Result<Element>> {
                    self.the(Role::$role, name)
                }
            )*
        }
    };
}

finders! {
    /// The button of this name.
    button => Button;
    /// The link of this name.
    link => Link;
    /// The heading of this text.
    heading => Heading;
    /// The field of this label, whatever is typed into it.
    field => Field;
    /// The list to choose from of this label.
    select => Select;
    /// The checkbox of this label.
    checkbox => Checkbox;
    /// The radio button of this label.
    radio => Radio;
    /// The set of fields of this name.
    group => Group;
    /// The tab of this name.
    tab => Tab;
    /// The dialog of this title.
    dialog => Dialog;
    /// The row that has a cell of this text.
    row => Row;
    /// The named part of the page.
    region => Region;
    /// The set of links of this name.
    navigation => Navigation;
    /// The entry of a menu.
    menu_item => MenuItem;
    /// The picture of this description.
    image => Image;
}
