//! A part of the page, as a person finds, reads and uses it.

use super::settle;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

#[wasm_bindgen(module = "/tests/components/stage/page.js")]
extern "C" {
    /// A node of text.
    #[wasm_bindgen(js_name = Text)]
    pub type TextNode;
    /// What stands in it.
    #[wasm_bindgen(method, getter)]
    pub fn data(this: &TextNode) -> String;

    fn find(within: &Element, role: &str) -> Vec<Element>;
    fn role(element: &Element) -> String;
    fn name(element: &Element) -> String;
    fn description(element: &Element) -> String;
    fn words(element: &Element) -> String;
    #[wasm_bindgen(js_name = spokenIn)]
    fn spoken(element: &Element) -> String;
    #[wasm_bindgen(js_name = isInReach)]
    fn is_in_reach(element: &Element) -> bool;
    #[wasm_bindgen(js_name = key)]
    fn key_down(element: &Element, key: &str, is_composing: bool) -> bool;
    fn input(element: &Element, data: &str) -> bool;
    fn point(element: &Element, event: &str);
    #[wasm_bindgen(js_name = secondClick)]
    fn second_click(element: &Element) -> bool;
    fn cancel(dialog: &Element);
    fn choose(select: &Element, label: &str) -> bool;
    fn options(select: &Element) -> String;
    fn chosen(select: &Element) -> String;
    #[wasm_bindgen(js_name = textNodes)]
    fn text_nodes(element: &Element) -> Vec<TextNode>;
}

/// What an element is to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Alert,
    Button,
    Checkbox,
    Combobox,
    Dialog,
    Group,
    Heading,
    Img,
    Link,
    List,
    ListItem,
    Radio,
    Region,
    Row,
    Table,
    Textbox,
}

impl Role {
    fn as_str(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// An element.
#[derive(Clone, Debug)]
pub struct Part(pub Element);

impl Part {
    /// All of this role and name that are shown.
    pub fn all(&self, role: Role, named: &str) -> Vec<Self> {
        let all = find(&self.0, &role.as_str()).into_iter();
        all.filter(|element| name(element) == named)
            .map(Self)
            .collect()
    }

    /// The names of all of this role that are shown.
    pub fn names(&self, role: Role) -> Vec<String> {
        find(&self.0, &role.as_str()).iter().map(name).collect()
    }

    /// All of this role that are shown.
    pub fn every(&self, role: Role) -> Vec<Self> {
        find(&self.0, &role.as_str())
            .into_iter()
            .map(Self)
            .collect()
    }

    /// Whether one of this role and name is shown.
    pub fn has(&self, role: Role, named: &str) -> bool {
        !self.all(role, named).is_empty()
    }

    /// The one of this role and name.
    pub fn the(&self, role: Role, named: &str) -> Self {
        let mut all = self.all(role, named);
        assert!(
            all.len() == 1,
            "{} of {role:?} \"{named}\"; there are {:?}\n{}",
            all.len(),
            self.names(role),
            self.words()
        );
        all.remove(0)
    }

    pub fn button(&self, named: &str) -> Self {
        self.the(Role::Button, named)
    }

    pub fn checkbox(&self, named: &str) -> Self {
        self.the(Role::Checkbox, named)
    }

    pub fn dialog(&self, named: &str) -> Self {
        self.the(Role::Dialog, named)
    }

    pub fn field(&self, named: &str) -> Self {
        self.the(Role::Textbox, named)
    }

    pub fn heading(&self, named: &str) -> Self {
        self.the(Role::Heading, named)
    }

    pub fn link(&self, named: &str) -> Self {
        self.the(Role::Link, named)
    }

    pub fn select(&self, named: &str) -> Self {
        self.the(Role::Combobox, named)
    }

    /// Role and name.
    pub fn title(&self) -> String {
        format!("{} {}", role(&self.0), name(&self.0))
            .trim()
            .to_owned()
    }

    /// What can be read in it.
    pub fn words(&self) -> String {
        words(&self.0)
    }

    /// What a screen reader says of all that is in it.
    pub fn spoken(&self) -> String {
        spoken(&self.0)
    }

    /// The nodes that hold its text.
    pub fn text_nodes(&self) -> Vec<TextNode> {
        text_nodes(&self.0)
    }

    /// Fails unless this can be read in it.
    pub fn sees(&self, text: &str) {
        let words = self.words();
        assert!(words.contains(text), "not there: {text}\n{words}");
    }

    /// Fails if this can be read in it.
    pub fn does_not_see(&self, text: &str) {
        let words = self.words();
        assert!(!words.contains(text), "it is there: {text}\n{words}");
    }

    /// What a screen reader says after the name: hint and error.
    pub fn description(&self) -> String {
        description(&self.0)
    }

    /// Whether what it holds is called wrong.
    pub fn is_invalid(&self) -> bool {
        self.0.get_attribute("aria-invalid").as_deref() == Some("true")
    }

    /// Whether it shows that pressing it does nothing now.
    pub fn is_off(&self) -> bool {
        self.0.get_attribute("aria-disabled").as_deref() == Some("true")
    }

    pub fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(&self.0)
    }

    pub fn is_checked(&self) -> bool {
        self.0.unchecked_ref::<HtmlInputElement>().checked()
    }

    /// What stands in a field.
    pub fn value(&self) -> String {
        self.0.unchecked_ref::<HtmlInputElement>().value()
    }

    /// The part of a field's value that typing replaces.
    pub fn selected(&self) -> String {
        let input = self.0.unchecked_ref::<HtmlInputElement>();
        let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0) as usize;
        let value = input.value();
        value[place(input.selection_start())..place(input.selection_end())].to_owned()
    }

    /// Presses it with the mouse or a finger.
    pub async fn click(&self) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        let element = self.0.unchecked_ref::<HtmlElement>();
        element.focus().expect("it is in the page");
        element.click();
        settle().await;
    }

    /// Goes to it with the keyboard.
    pub async fn take_focus(&self) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        let element = self.0.unchecked_ref::<HtmlElement>();
        element.focus().expect("it is in the page");
        settle().await;
    }

    /// The pointer comes to it, or goes from it.
    pub async fn is_pointed_at(&self, comes: bool) {
        point(
            &self.0,
            if comes {
                "pointerenter"
            } else {
                "pointerleave"
            },
        );
        settle().await;
    }

    /// Presses it twice, faster than anything can be drawn.
    pub async fn double_click(&self) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        let element = self.0.unchecked_ref::<HtmlElement>();
        element.click();
        element.click();
        settle().await;
    }

    /// The second click of a double click lands here, whatever the first one pressed.
    pub async fn second_click(&self) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        second_click(&self.0);
        settle().await;
    }

    /// Presses Enter in a field and its form's button at once.
    pub async fn enter_and_click(&self, button: &Self) {
        self.default_action("Enter");
        button.0.unchecked_ref::<HtmlElement>().click();
        settle().await;
    }

    /// Types this in place of what stands there.
    pub async fn fill(&self, text: &str) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        let field = self.0.unchecked_ref::<HtmlInputElement>();
        field.focus().expect("it is in the page");
        field.set_value(text);
        input(&self.0, text);
        settle().await;
    }

    /// Chooses this option.
    pub async fn choose(&self, option: &str) {
        assert!(is_in_reach(&self.0), "out of reach: {}", self.title());
        assert!(
            choose(&self.0, option),
            "{option} cannot be chosen: {:?}",
            self.options()
        );
        settle().await;
    }

    /// The words of the options, and whether each can be chosen.
    pub fn options(&self) -> Vec<(String, bool)> {
        serde_json::from_str(&options(&self.0)).expect("JSON")
    }

    /// The words of the option that is chosen.
    pub fn chosen(&self) -> String {
        chosen(&self.0)
    }

    /// Presses a key in it; the browser then does what it does with that key here.
    pub async fn key(&self, key: &str) {
        self.key_as(key, false).await;
    }

    /// Presses a key while an input method is composing: it belongs to the composition.
    pub async fn key_while_composing(&self, key: &str) {
        self.key_as(key, true).await;
    }

    async fn key_as(&self, key: &str, is_composing: bool) {
        let goes_on = key_down(&self.0, key, is_composing);
        if goes_on && !is_composing {
            self.default_action(key);
        }
        settle().await;
    }

    fn default_action(&self, key: &str) {
        let closest = |selector| self.0.closest(selector).expect("a selector");
        match key {
            "Enter" if self.0.has_type::<HtmlInputElement>() => {
                if let Some(form) = closest("form") {
                    let form: HtmlFormElement = form.unchecked_into();
                    form.request_submit().expect("it is in the page");
                }
            }
            "Enter" | " " => self.0.unchecked_ref::<HtmlElement>().click(),
            "Escape" => {
                if let Some(dialog) = closest("dialog[open]") {
                    cancel(&dialog);
                }
            }
            _ => {}
        }
    }
}
