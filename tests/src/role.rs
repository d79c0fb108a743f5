//! What a person calls things: a role and a name.

use std::fmt;

/// A role as assistive technology tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press, a disclosure's summary included.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// A heading of any level.
    Heading,
    /// Whatever text is typed into, passwords and numbers included.
    Field,
    /// A choice of one from a list that opens.
    Select,
    /// On or off.
    Checkbox,
    /// One of several.
    Radio,
    /// A set of radio buttons or fields under one name.
    Group,
    /// One tab of several.
    Tab,
    /// What a tab shows.
    TabPanel,
    /// A dialog, modal or not.
    Dialog,
    /// A table.
    Table,
    /// A row of a table. Known by the text of one of its cells.
    Row,
    /// The heading of a column.
    ColumnHeader,
    /// A list.
    List,
    /// An entry of a list.
    ListItem,
    /// A picture.
    Image,
    /// A menu.
    Menu,
    /// An entry of a menu.
    MenuItem,
    /// A set of links through the site.
    Navigation,
    /// The main part of the page.
    Main,
    /// A named part of the page.
    Region,
    /// A named form.
    Form,
    /// A search.
    Search,
    /// How far something has come.
    Progress,
    /// What is told without being asked for.
    Status,
    /// What is told at once.
    Alert,
}

impl Role {
    /// Elements that may have the role: the browser has the last word.
    pub(crate) const fn candidates(self) -> &'static str {
        match self {
            Self::Button => {
                "button, summary, input[type=button], input[type=submit], input[type=reset], input[type=image], [role=button]"
            }
            Self::Link => "a[href], area[href], [role=link]",
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Field => {
                "input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image], [type=checkbox], [type=radio], [type=file], [type=range], [type=color]), textarea, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton]"
            }
            Self::Select => "select, [role=combobox], [role=listbox]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox], [role=switch]",
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Group => "fieldset, details, [role=group], [role=radiogroup]",
            Self::Tab => "[role=tab]",
            Self::TabPanel => "[role=tabpanel]",
            Self::Dialog => "dialog, [role=dialog], [role=alertdialog]",
            Self::Table => "table, [role=table], [role=grid]",
            Self::Row => "tr, [role=row]",
            Self::ColumnHeader => "th, [role=columnheader]",
            Self::List => "ul, ol, menu, [role=list]",
            Self::ListItem => "li, [role=listitem]",
            Self::Image => "img, svg, [role=img], [role=image]",
            Self::Menu => "[role=menu]",
            Self::MenuItem => "[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]",
            Self::Navigation => "nav, [role=navigation]",
            Self::Main => "main, [role=main]",
            Self::Region => "section, [role=region]",
            Self::Form => "form, [role=form]",
            Self::Search => "search, [role=search]",
            Self::Progress => "progress, [role=progressbar]",
            Self::Status => "output, [role=status]",
            Self::Alert => "[role=alert]",
        }
    }

    /// What the engines call it. Firefox has no word (`""`) for a password field and for a
    /// disclosure's summary, WebKit none for the summary; a list to choose from is a button to
    /// `WebKit`.
    pub(crate) const fn computed(self) -> &'static [&'static str] {
        match self {
            Self::Button => &["button", "DisclosureTriangle", ""],
            Self::Link => &["link"],
            Self::Heading => &["heading"],
            Self::Field => &["textbox", "searchbox", "spinbutton", "combobox", ""],
            Self::Select => &["combobox", "listbox", "button"],
            Self::Checkbox => &["checkbox", "switch"],
            Self::Radio => &["radio"],
            Self::Group => &["group", "radiogroup"],
            Self::Tab => &["tab"],
            Self::TabPanel => &["tabpanel"],
            Self::Dialog => &["dialog", "alertdialog"],
            Self::Table => &["table", "grid"],
            Self::Row => &["row"],
            Self::ColumnHeader => &["columnheader"],
            Self::List => &["list", "menu"],
            Self::ListItem => &["listitem"],
            Self::Image => &["img", "image"],
            Self::Menu => &["menu"],
            Self::MenuItem => &["menuitem", "menuitemradio", "menuitemcheckbox"],
            Self::Navigation => &["navigation"],
            Self::Main => &["main"],
            Self::Region => &["region"],
            Self::Form => &["form"],
            Self::Search => &["search"],
            Self::Progress => &["progressbar"],
            Self::Status => &["status"],
            Self::Alert => &["alert"],
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// The accessible name that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// This and no more.
    Is(String),
    /// This, and perhaps more: `Delete` finds `Delete iPhone Mail`.
    Begins(String),
    /// Whatever it is called.
    Any,
}

/// A name that begins with this.
pub fn begins(text: &str) -> Name {
    Name::Begins(text.to_owned())
}

impl Name {
    pub(crate) fn fits(&self, name: &str) -> bool {
        match self {
            Self::Is(text) => name == text,
            Self::Begins(text) => name.starts_with(text),
            Self::Any => true,
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Is(text) | Self::Begins(text) => text,
            Self::Any => "",
        }
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::Is(text.to_owned())
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        Self::Is(text.clone())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(text) => write!(formatter, "named {text:?}"),
            Self::Begins(text) => write!(formatter, "whose name begins with {text:?}"),
            Self::Any => formatter.write_str("of any name"),
        }
    }
}
