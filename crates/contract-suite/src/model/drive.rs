//! Does each step to a portal and to the model, and compares.

use super::{
    Step,
    expected::{Expected, LIMIT, Model},
};
use crate::{
    browser::{Browser, Reply},
    world::{EMAIL, PASSWORD, World, settings, text_account, wrong},
};
use contract::{AppPasswordId, AppPasswordList, CreatedAppPassword, paths};
use portal::{MailSignIn, Settings, State};
use serde_json::json;

struct Driver {
    world: World,
    browser: Browser,
    model: Model,
    /// The id and the password of each row of the model.
    made: Vec<(AppPasswordId, String)>,
    /// Creates so far, each with a key of its own, and attempts with the newest key.
    keys: usize,
    attempt: u32,
}

/// The first difference, if there is one.
pub(super) fn run(steps: &[Step]) -> Result<(), String> {
    let world = World::with_settings(State::default().with_account(text_account()), limited());
    let mut driver = Driver {
        browser: world.browser(),
        world,
        model: Model::default(),
        made: Vec::new(),
        keys: 0,
        attempt: 0,
    };
    for (index, step) in steps.iter().enumerate() {
        let (seen, expected) = driver.step(step);
        if seen != expected {
            return Err(format!(
                "step {index}, {step:?}: {seen:?} instead of {expected:?}"
            ));
        }
    }
    Ok(())
}

fn limited() -> Settings {
    Settings {
        app_password_limit: LIMIT,
        ..settings()
    }
}

fn seen(reply: Reply) -> Expected {
    if reply.status < 300 {
        Expected::Done
    } else {
        Expected::Refused(reply.problem().code)
    }
}

impl Driver {
    fn step(&mut self, step: &Step) -> (Expected, Expected) {
        match *step {
            Step::SignIn { right } => {
                let password = if right { PASSWORD } else { "wrong" };
                let reply = self.browser.try_password(EMAIL, password);
                (seen(reply), self.model.sign_in(right))
            }
            Step::Answer { right } => {
                let code = self.code(right);
                (seen(self.browser.answer(&code)), self.model.answer(right))
            }
            Step::Resend => {
                let reply = self.browser.select("text_authentication_phone");
                (seen(reply), self.model.resend())
            }
            Step::SignOut => {
                let reply = self.browser.delete(paths::SESSION);
                (seen(reply), self.model.sign_out())
            }
            Step::Create { name } => {
                (self.keys, self.attempt) = (self.keys + 1, 0);
                let expected = self.model.create(name);
                (self.create(name), expected)
            }
            Step::Retry => match self.model.retried_name() {
                None => (Expected::Done, Expected::Done),
                Some(name) => {
                    let expected = self.model.retry();
                    (self.create(&name), expected)
                }
            },
            Step::Delete { back } => {
                let row = self.row(back);
                let path = paths::app_password(&self.id(row));
                (seen(self.browser.delete(&path)), self.model.delete(row))
            }
            Step::Restore { back } => {
                let row = self.row(back);
                let path = paths::app_password_restoration(&self.id(row));
                let reply = self.browser.post(&path, json!(null));
                (seen(reply), self.model.restore(row))
            }
            Step::Mail { back } => {
                let row = self.row(back);
                (self.mail(row), self.model.mail(row))
            }
            Step::List => (self.list(), self.model.list()),
            Step::Wait { seconds } => {
                self.world.pass(seconds);
                self.model.now += seconds;
                (Expected::Done, Expected::Done)
            }
            Step::Purge => {
                self.world.backend.purge();
                (Expected::Done, Expected::Done)
            }
            Step::Restart => {
                self.world.backend.restart(limited());
                self.browser = self.world.reconnected(self.browser.clone());
                (Expected::Done, Expected::Done)
            }
        }
    }

    /// The newest code that was sent; before there is one, any six digits do.
    fn code(&self, right: bool) -> String {
        match (self.world.messages().is_empty(), right) {
            (true, _) => "123456".to_owned(),
            (false, true) => self.world.code(),
            (false, false) => wrong(&self.world.code()),
        }
    }

    /// The index of a row, counted from the newest; that of no row if there are not so many.
    fn row(&self, back: usize) -> usize {
        let newest = self.made.len().checked_sub(1 + back);
        newest.unwrap_or(usize::MAX)
    }

    fn id(&self, row: usize) -> AppPasswordId {
        let id = self.made.get(row).map(|(id, _)| id.clone());
        id.unwrap_or_else(|| AppPasswordId("never-made".to_owned()))
    }

    fn create(&mut self, name: &str) -> Expected {
        self.attempt += 1;
        let key = format!("key-{:05}", self.keys);
        let reply = self.browser.create(name, &key, self.attempt);
        if reply.status >= 300 {
            return seen(reply);
        }
        let created: CreatedAppPassword = reply.ok();
        let made = (created.item.id, created.password.expose().to_owned());
        match self.model.made_row() {
            Some(row) if row < self.made.len() => self.made[row] = made,
            _ => self.made.push(made),
        }
        Expected::Done
    }

    fn mail(&self, row: usize) -> Expected {
        let password = self.made.get(row).map_or("", |(_, password)| password);
        Expected::Mail(match self.world.mail(password) {
            MailSignIn::Accepted { name } => Some(name),
            MailSignIn::Refused => None,
        })
    }

    fn list(&mut self) -> Expected {
        let reply = self.browser.get(paths::APP_PASSWORDS);
        if reply.status >= 300 {
            return seen(reply);
        }
        let list: AppPasswordList = reply.ok();
        let names = list.items.into_iter().map(|item| item.name);
        Expected::Names(names.collect())
    }
}
