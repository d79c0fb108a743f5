//! A [`Text`] as a part of a view: one text node, which is given other words when the language
//! changes. Nothing is mounted again.

use super::value::Text;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::{Rndr, types},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

/// Told which element shows a text from now on (`true`) or no longer.
type Watcher = fn(&types::Element, &str, bool);

thread_local! {
    static WATCHER: Cell<Option<Watcher>> = const { Cell::new(None) };
    /// The texts in the page, and some that were.
    static SHOWN: RefCell<Vec<Weak<Node>>> = const { RefCell::new(Vec::new()) };
}

/// Has each element that shows a text told to `watcher`, with the text's key.
#[allow(dead_code, reason = "only the prototype marks its texts")]
pub fn watch(watcher: Watcher) {
    WATCHER.set(Some(watcher));
}

/// Puts the texts in the page into the language of now.
pub(super) fn translate() {
    SHOWN.with_borrow(|shown| {
        for node in shown.iter().filter_map(Weak::upgrade) {
            node.write();
        }
    });
}

struct Node {
    node: types::Text,
    text: RefCell<Text>,
}

impl Node {
    fn write(&self) {
        Rndr::set_text(&self.node, &self.text.borrow().words());
    }
}

/// A text in the page.
pub struct Shown {
    node: Rc<Node>,
    place: Option<types::Element>,
}

impl Shown {
    fn tell(&self, is_shown: bool) {
        if let (Some(watcher), Some(place)) = (WATCHER.get(), &self.place) {
            let text = self.node.text.borrow();
            text.each_key(&mut |key| watcher(place, key, is_shown));
        }
    }
}

impl Render for Text {
    type State = Shown;

    fn build(self) -> Shown {
        let node = Rc::new(Node {
            node: Rndr::create_text_node(&self.words()),
            text: RefCell::new(self),
        });
        SHOWN.with_borrow_mut(|shown| {
            // before it would grow
            if shown.len() == shown.capacity() {
                shown.retain(|node| node.strong_count() > 0);
            }
            shown.push(Rc::downgrade(&node));
        });
        Shown { node, place: None }
    }

    fn rebuild(self, shown: &mut Shown) {
        if *shown.node.text.borrow() != self {
            shown.tell(false);
            shown.node.text.replace(self);
            shown.node.write();
            shown.tell(true);
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        Rndr::remove(&self.node.node);
        self.tell(false);
        self.place = None;
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node.node, marker);
        if WATCHER.get().is_some() {
            self.tell(false);
            self.place = Some(parent.clone());
            self.tell(true);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![]
    }
}

impl AddAnyAttr for Text {
    type Output<NewAttribute: Attribute> = Self;

    fn add_any_attr<NewAttribute: Attribute>(self, _: NewAttribute) -> Self
    where
        Self::Output<NewAttribute>: RenderHtml,
    {
        self
    }
}

/// Leptos asks for it of every view; the page is drawn in the browser alone.
impl RenderHtml for Text {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.words()
            .to_html_with_buf(html, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
