//! The model: what must be seen, in as few words as it takes.

use contract::Code;

/// Most app passwords in this test, so that sequences reach it.
pub(super) const LIMIT: usize = 3;

/// What a step must come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// Done.
    Done,
    /// Refused with this code.
    Refused(Code),
    /// These names, newest first.
    Names(Vec<String>),
    /// Let in, by the app password of this name; or not.
    Mail(Option<String>),
}

use Expected::{Done, Mail, Names, Refused};

/// An app password that was ever made.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) deleted_at: Option<i64>,
    used: bool,
}

impl Row {
    fn is_active(&self) -> bool {
        self.deleted_at.is_none()
    }

    /// A deletion can be undone for two minutes.
    fn is_gone(&self, now: i64) -> bool {
        self.deleted_at
            .is_some_and(|deleted_at| now - deleted_at >= 2 * 60)
    }
}

#[derive(Clone, Debug)]
enum Stage {
    SecondFactor { sent_at: i64, wrong: usize },
    SignedIn,
}

#[derive(Clone, Debug)]
struct Session {
    opened_at: i64,
    seen_at: i64,
    stage: Stage,
}

#[derive(Clone, Debug)]
struct Key {
    row: usize,
    name: String,
    first_used_at: i64,
}

/// One account, one browser.
#[derive(Default)]
pub(super) struct Model {
    pub(super) now: i64,
    pub(super) rows: Vec<Row>,
    session: Option<Session>,
    key: Option<Key>,
    wrong_passwords: Vec<i64>,
    wrong_codes: Vec<i64>,
}

fn count_since(moments: &[i64], since: i64) -> usize {
    moments.iter().filter(|moment| **moment > since).count()
}

impl Model {
    /// A session ends after 30 minutes without a request, to the minute, and after 12 hours.
    fn look_up_session(&mut self) -> Option<&mut Session> {
        let now = self.now;
        self.session.take_if(|session| {
            now - session.seen_at >= 30 * 60 || now - session.opened_at >= 12 * 60 * 60
        });
        let session = self.session.as_mut()?;
        if now - session.seen_at >= 60 {
            session.seen_at = now;
        }
        Some(session)
    }

    fn check_signed_in(&mut self) -> Result<(), Expected> {
        match self.look_up_session() {
            None => Err(Refused(Code::NoSession)),
            Some(Session {
                stage: Stage::SignedIn,
                ..
            }) => Ok(()),
            Some(_) => Err(Refused(Code::SecondFactorRequired)),
        }
    }

    pub(super) fn sign_in(&mut self, right: bool) -> Expected {
        if count_since(&self.wrong_passwords, self.now - 15 * 60) >= 10 {
            return Refused(Code::TooManyTries);
        }
        if !right {
            self.wrong_passwords.push(self.now);
            return Refused(Code::WrongCredentials);
        }
        self.wrong_passwords.clear();
        self.session = Some(Session {
            opened_at: self.now,
            seen_at: self.now,
            stage: Stage::SecondFactor {
                sent_at: self.now,
                wrong: 0,
            },
        });
        Done
    }

    pub(super) fn answer(&mut self, right: bool) -> Expected {
        let now = self.now;
        let in_account = count_since(&self.wrong_codes, now - 15 * 60);
        let Some(session) = self.look_up_session() else {
            return Refused(Code::NoSession);
        };
        let Stage::SecondFactor { sent_at, wrong } = &mut session.stage else {
            return Refused(Code::NoChallenge);
        };
        if *wrong >= 5 || in_account >= 20 {
            return Refused(Code::CodeExhausted);
        }
        if now - *sent_at >= 5 * 60 {
            return Refused(Code::CodeExpired);
        }
        if right {
            session.stage = Stage::SignedIn;
            self.wrong_codes.clear();
            return Done;
        }
        *wrong += 1;
        let is_last = *wrong == 5 || in_account + 1 == 20;
        self.wrong_codes.push(now);
        Refused(if is_last {
            Code::CodeExhausted
        } else {
            Code::WrongCode
        })
    }

    pub(super) fn resend(&mut self) -> Expected {
        let now = self.now;
        let Some(session) = self.look_up_session() else {
            return Refused(Code::NoSession);
        };
        let Stage::SecondFactor { sent_at, wrong } = &mut session.stage else {
            return Refused(Code::NoChallenge);
        };
        if now - *sent_at < 30 {
            return Refused(Code::ResendTooSoon);
        }
        (*sent_at, *wrong) = (now, 0);
        Done
    }

    pub(super) fn sign_out(&mut self) -> Expected {
        self.session = None;
        Done
    }

    pub(super) fn list(&mut self) -> Expected {
        if let Err(refused) = self.check_signed_in() {
            return refused;
        }
        let newest_first = self.rows.iter().rev().filter(|row| row.is_active());
        Names(newest_first.map(|row| row.name.clone()).collect())
    }

    pub(super) fn create(&mut self, name: &str) -> Expected {
        self.key = None;
        match self.check_signed_in() {
            Ok(()) => self.insert(name),
            Err(refused) => refused,
        }
    }

    fn insert(&mut self, name: &str) -> Expected {
        if let Err(refused) = self.check_room(name) {
            return refused;
        }
        self.key = Some(Key {
            row: self.rows.len(),
            name: name.to_owned(),
            first_used_at: self.now,
        });
        self.rows.push(Row {
            name: name.to_owned(),
            deleted_at: None,
            used: false,
        });
        Done
    }

    fn check_room(&self, name: &str) -> Result<(), Expected> {
        let active = || self.rows.iter().filter(|row| row.is_active());
        if active().count() >= LIMIT {
            return Err(Refused(Code::LimitReached));
        }
        if active().any(|row| row.name.eq_ignore_ascii_case(name)) {
            return Err(Refused(Code::NameTaken));
        }
        Ok(())
    }

    /// The key of the newest create: none if that was refused.
    pub(super) fn retried_name(&self) -> Option<String> {
        self.key.as_ref().map(|key| key.name.clone())
    }

    pub(super) fn retry(&mut self) -> Expected {
        if let Err(refused) = self.check_signed_in() {
            return refused;
        }
        let Some(key) = self.key.clone() else {
            return Done;
        };
        if self.now - key.first_used_at >= 10 * 60 {
            return self.insert(&key.name);
        }
        let row = &self.rows[key.row];
        if !row.is_active() {
            return Refused(Code::NotFound);
        }
        if row.used {
            return Refused(Code::AlreadyShown);
        }
        Done
    }

    /// The row whose password the newest create made or replaced.
    pub(super) fn made_row(&self) -> Option<usize> {
        self.key.as_ref().map(|key| key.row)
    }

    pub(super) fn delete(&mut self, row: usize) -> Expected {
        if let Err(refused) = self.check_signed_in() {
            return refused;
        }
        let now = self.now;
        match self.rows.get_mut(row) {
            Some(found) if !found.is_gone(now) => {
                found.deleted_at.get_or_insert(now);
                Done
            }
            _ => Refused(Code::NotFound),
        }
    }

    pub(super) fn restore(&mut self, row: usize) -> Expected {
        if let Err(refused) = self.check_signed_in() {
            return refused;
        }
        let Some(found) = self.rows.get(row) else {
            return Refused(Code::NotFound);
        };
        if found.is_gone(self.now) {
            return Refused(Code::NotFound);
        }
        if !found.is_active() {
            if let Err(refused) = self.check_room(&found.name) {
                return refused;
            }
            self.rows[row].deleted_at = None;
        }
        Done
    }

    pub(super) fn mail(&mut self, row: usize) -> Expected {
        Mail(match self.rows.get_mut(row) {
            Some(found) if found.is_active() => {
                found.used = true;
                Some(found.name.clone())
            }
            _ => None,
        })
    }
}
