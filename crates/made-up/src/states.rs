//! The one list of what is to be seen. A new screen, or a new state of one, is a line here; `make
//! shots` then has it, and `make test` compares it where it is `main`. The steps are run by a browser
//! driver in the tests, and may be run within the page.

use Step::{Choose, Code, Delete, Dialog, Fill, Hold, Load, Press, See};

/// One state of one screen.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// As it stands in the names of files.
    pub name: &'static str,
    /// The path of the page.
    pub path: &'static str,
    /// What the link says after `scenario=`: `three-rows`, or `forty&network=slow`.
    pub scenario: &'static str,
    /// What a person does and sees there until it shows. The last one waits for what is new.
    pub steps: &'static [Step],
    /// Whether pictures of it are kept and compared.
    pub main: bool,
    /// Its line in this file, for messages.
    pub line: u32,
}

/// What a person does, or waits for, by names as they stand on the page.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Waits until this text shows.
    See(&'static str),
    /// Waits until this dialog shows.
    Dialog(&'static str),
    /// Presses the button of this name.
    Press(&'static str),
    /// Presses the button whose name begins so.
    Choose(&'static str),
    /// Fills in the field of this label.
    Fill(&'static str, &'static str),
    /// Fills in the code that came to the phone.
    Code,
    /// Deletes the app password of this name, and says yes.
    Delete(&'static str),
    /// Opens the path again, with no scenario.
    Load,
    /// From here on no answer comes from a slow network, so that what is shown meanwhile stays; as the
    /// first step, not even the first one.
    Hold,
}

impl State {
    /// Where it is in the address, below the page's own folder.
    #[must_use]
    pub fn link(&self) -> String {
        format!("{}?scenario={}", self.path, self.scenario)
    }
}

/// Kept and compared.
#[track_caller]
const fn main(
    name: &'static str,
    path: &'static str,
    scenario: &'static str,
    steps: &'static [Step],
) -> State {
    State {
        name,
        path,
        scenario,
        steps,
        main: true,
        line: std::panic::Location::caller().line(),
    }
}

/// Only to be looked at.
#[track_caller]
const fn more(
    name: &'static str,
    path: &'static str,
    scenario: &'static str,
    steps: &'static [Step],
) -> State {
    State {
        name,
        path,
        scenario,
        steps,
        main: false,
        line: std::panic::Location::caller().line(),
    }
}

const LIST: &str = "/security/app-passwords";
const PREFERRED: &str = "What's your preferred option?";
const ANOTHER_WAY: &str = "Having trouble? Sign in another way";

/// Everything there is to be seen.
#[rustfmt::skip] // a line each: a table to be read down
pub const STATES: &[State] = &[
    // step 1
    main("sign-in", "/", "three-rows", &[See("Made-up people")]),
    more("sign-in-empty", "/", "three-rows", &[Press("Sign in"), See("Enter your e-mail address.")]),
    main("sign-in-refused", "/", "three-rows", &[Fill("E-mail address", "sam@contoso.example"), Fill("Password", "not it"), Press("Sign in"), See("is incorrect")]),
    more("sign-in-no-such-scenario", "/", "no-such", &[See("There is no scenario called")]),
    more("sign-in-slow", "/", "slow-network", &[Choose("Kofi Mensah"), Hold, Press("Sign in"), See("Still working")]),
    more("sign-in-failing", "/", "server-failing", &[Choose("Hana Sato"), Press("Sign in"), See("Try again in")]),
    more("sign-in-offline", "/", "offline", &[See("There is no network connection."), Choose("Tomás Silva"), Press("Sign in"), See("The portal cannot be reached.")]),
    more("sign-in-again", LIST, "session-ends", &[Press("create"), Fill("Name", "Tablet"), Press("next"), See("Your session has ended.")]),
    // step 2
    main("verify-text", "/verify", "prefers-text", &[See("Your code is"), See("Don't ask again")]),
    more("verify-call", "/verify", "prefers-call", &[See("Incoming call"), See("Don't ask again")]),
    more("verify-office-call", "/verify", "prefers-office-call", &[See("Incoming call"), See("Don't ask again")]),
    more("verify-notification", "/verify", "prefers-notification", &[See("Approve sign-in?"), See("Don't ask again")]),
    more("verify-app-code", "/verify", "prefers-app-code", &[See("Don't ask again")]),
    more("verify-wrong", "/verify", "prefers-text", &[See("Your code is"), Fill("Code", "000 000"), Press("Sign in"), See("This is not the right code.")]),
    more("verify-another-way", "/verify", "three-rows", &[See("Your code is"), Press(ANOTHER_WAY), See("Call my office phone")]),
    more("verify-one-other-way", "/verify", "prefers-text", &[See("Your code is"), Press(ANOTHER_WAY), See("Call +1")]),
    more("verify-declined", "/verify", "prefers-notification", &[See("Approve sign-in?"), Press("Deny"), See("denied on the phone")]),
    main("set-up", "/set-up", "no-second-factor", &[See("Authenticator app")]),
    more("set-up-phone", "/set-up", "no-second-factor", &[Press("Set up authentication phone"), Dialog("Authentication phone")]),
    more("set-up-authenticator", "/set-up", "no-second-factor", &[Press("Set up authenticator app"), Dialog("Set up authenticator app"), See("Scan this code with it.")]),
    // step 3
    more("apps", "/apps", "three-rows", &[See("Mail, calendar and contacts")]),
    more("apps-found", "/apps", "three-rows", &[See("Mail, calendar and contacts"), Fill("Search apps", "m"), See("apps found")]),
    more("apps-none", "/apps", "three-rows", &[See("Mail, calendar and contacts"), Fill("Search apps", "qqq"), See("No app matches your search.")]),
    more("account-menu", "/apps", "three-rows", &[See("Mail, calendar and contacts"), Press("Sam Rivera"), See("Sign out")]),
    // step 4
    more("profile", "/profile", "three-rows", &[See("Office phone")]),
    more("profile-long-name", "/profile", "long-names", &[See("Office phone"), Press("Yara Benali-Schwarzenberger"), See("Sign out")]),
    // step 5
    main("security", "/security", "three-rows", &[See(PREFERRED), See("Authenticator app")]),
    more("security-one-way", "/security", "prefers-text", &[See(PREFERRED), See("Authenticator app")]),
    more("security-saved", "/security", "three-rows", &[See(PREFERRED), Press("Save"), See("Saved.")]),
    more("phone", "/security", "three-rows", &[Press("Change authentication phone"), Dialog("Authentication phone")]),
    more("phone-wrong", "/security", "three-rows", &[Press("Change authentication phone"), Fill("Phone number", "555 0199"), Press("Send code"), See("This is not a complete telephone number.")]),
    more("phone-code", "/security", "three-rows", &[Press("Change authentication phone"), Fill("Phone number", "+1 555 555 0199"), Press("Send code"), See("Your code is"), See("Change the number")]),
    more("phone-call", "/security", "three-rows", &[Press("Change authentication phone"), Fill("Phone number", "+44 20 7946 0018"), Press("Send code"), See("Your code is"), Code, Press("Confirm"), See("is set up:")]),
    more("authenticator", "/security", "three-rows", &[Press("Change authenticator app"), Dialog("Set up authenticator app"), See("Scan this code with it.")]),
    more("authenticator-key", "/security", "three-rows", &[Press("Change authenticator app"), Press("Can't scan it?"), See("Copy key")]),
    more("remove", "/security", "three-rows", &[Press("Remove authentication phone"), Dialog("Remove authentication phone?")]),
    more("remove-last", "/security", "prefers-text", &[Press("Remove authentication phone"), Dialog("Remove authentication phone?"), Press("Remove authentication phone"), See("Set up another way first.")]),
    more("restore", "/security", "three-rows", &[Press("Restore"), Dialog("Restore multi-factor authentication?")]),
    // steps 6 and 11
    main("list", LIST, "three-rows", &[See("Android Type Mail App")]),
    more("list-forty", LIST, "forty", &[See("Scanner in room 40")]),
    more("list-long-names", LIST, "long-names", &[See("Old laptop in the office")]),
    more("list-administrator", LIST, "administrator", &[See("Android Type Mail App")]),
    main("list-forbidden", LIST, "creation-forbidden", &[See("Android Type Mail App")]),
    main("list-failing", LIST, "server-failing", &[See("Try again")]),
    more("list-loading", LIST, "slow-network", &[Hold, See("additional security verification"), See("Loading…")]),
    more("list-bookmark", LIST, "three-rows", &[See("Android Type Mail App"), Press("Bookmark this page"), See("Press Ctrl+D.")]),
    more("delete", LIST, "three-rows", &[Press("Delete Android Type Mail App"), Dialog("Delete Android Type Mail App?")]),
    main("undo", LIST, "three-rows", &[Delete("Android Type Mail App"), See("This can still be undone.")]),
    more("undo-long-name", LIST, "long-names", &[Delete("Old laptop in the office on the third floor, Thunderbird, spare."), See("This can still be undone.")]),
    more("undone", LIST, "three-rows", &[Delete("9"), Press("Undo deleting 9"), See("Android Type Mail App")]),
    more("list-one", LIST, "one", &[See("Android Mail")]),
    more("list-empty", LIST, "empty", &[See("You have no app passwords.")]),
    more("list-offline", LIST, "offline", &[See("There is no network connection."), See("load as soon as you're back online.")]),
    // step 7
    // Not main: the devices move into an open dialog, and their edges are drawn a pixel off now and then.
    more("create", LIST, "three-rows", &[Press("create"), Dialog("Create app password"), See("For example:")]),
    more("create-empty", LIST, "three-rows", &[Press("create"), Press("next"), See("Enter a name, so that")]),
    more("create-taken", LIST, "three-rows", &[Press("create"), Fill("Name", "9"), Press("next"), See("You already have an app password with this name.")]),
    more("create-failing", LIST, "server-failing", &[Press("Try again"), Press("create"), Fill("Name", "Tablet"), Press("next"), See("Try again in")]),
    more("create-slow", LIST, "slow-network", &[Press("create"), Fill("Name", "Tablet"), Hold, Press("next"), See("Still working")]),
    more("limit", LIST, "forty", &[Press("create"), Dialog("Delete an app password first"), See("Scanner in room 40")]),
    // step 8: the password comes from the seed, so it is the same for everyone and keeps nobody out
    more("shown-once", LIST, "three-rows", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Dialog("Your app password")]),
    more("shown-once-copied", LIST, "three-rows", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Press("copy password to clipboard"), See("Copied: the password is on the clipboard.")]),
    more("shown-once-refused", LIST, "clipboard-refused", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Press("copy password to clipboard"), See("Not copied")]),
    more("shown-once-not-copied", LIST, "three-rows", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Press("close"), See("You have not copied it.")]),
    more("shown-once-initial", LIST, "first-visit", &[See("This initial app password was automatically created.")]),
    more("list-lost", LIST, "three-rows", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Dialog("Your app password"), Load, See("cannot be shown again")]),
    // the application
    more("now-set-up", LIST, "three-rows", &[Press("create"), Fill("Name", "iPhone Mail"), Press("next"), Press("copy password to clipboard"), See("Copied"), Press("close"), See("Now set up iPhone Mail")]),
    more("mail-refused", "/help", "three-rows", &[Fill("Mail password", "not it"), Press("Get mail"), See("Refused")]),
    main("help", "/help", "three-rows", &[See("How do I get my apps working with app passwords?")]),
    more("not-found", "/no/such/page", "three-rows", &[See("Page not found")]),
];

#[cfg(test)]
mod tests {
    use super::STATES;
    use crate::{Misread, Scenario};
    use std::collections::BTreeMap;

    /// Two of one name would lie in one file, and one of them would never be looked at.
    #[test]
    fn each_has_a_name_of_its_own() {
        let mut lines = BTreeMap::new();
        for state in STATES {
            if let Some(first) = lines.insert(state.name, state.line) {
                panic!("lines {first} and {}: {:?} twice", state.line, state.name);
            }
        }
    }

    #[test]
    fn each_scenario_is_understood() {
        for state in STATES {
            let read = Scenario::parse(&format!("scenario={}", state.scenario));
            match read {
                Err(Misread::Scenario(name)) if name == "no-such" => {}
                Ok(_) => {}
                Err(wrong) => panic!("line {}, {}: {wrong}", state.line, state.name),
            }
        }
    }
}
