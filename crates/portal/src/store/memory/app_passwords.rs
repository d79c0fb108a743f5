//! App passwords.

use crate::{
    rules::{
        app_passwords::{Decision, NewAppPassword, decide, is_remembered, remember},
        digest::Digests,
        undo::{check_restoration, is_gone},
    },
    store::{AppPasswordRecord, State},
};
use contract::{Code, Delivery, Problem, Timestamp};
use std::cmp::Reverse;

impl State {
    pub(super) fn list_app_passwords(&self, account: &str) -> Vec<AppPasswordRecord> {
        let newest_first = self.app_passwords.iter().rev();
        let mut rows: Vec<_> = newest_first
            .filter(|row| row.account == account && row.is_there())
            .cloned()
            .collect();
        // Stable: of two made in the same instant, the later one stays first.
        rows.sort_by_key(|row| Reverse(row.created_at));
        rows
    }

    pub(super) fn create_if_below_limit(
        &mut self,
        account: &str,
        new: &NewAppPassword,
        now: Timestamp,
    ) -> Result<AppPasswordRecord, Problem> {
        self.idempotency
            .retain(|_, known| is_remembered(known, now));
        self.remove_what_is_gone(now);
        let Some(account) = self.accounts.get_mut(account) else {
            return Err(Problem::new(Code::NoSession));
        };
        let owned = |row: &&AppPasswordRecord| row.account == account.id && row.is_there();
        let rows: Vec<_> = self.app_passwords.iter().filter(owned).collect();
        match decide(account, &rows, self.idempotency.get(&new.key), new, now)? {
            Decision::Insert(row) => {
                account.had_app_passwords = true;
                self.idempotency
                    .insert(new.key.clone(), remember(&row, new, now));
                self.app_passwords.push(row.clone());
                Ok(row)
            }
            Decision::Replace { id } => {
                if let Some(known) = self.idempotency.get_mut(&new.key) {
                    known.attempt = new.attempt;
                }
                let row = self.app_passwords.iter_mut().find(|row| row.id == id);
                let row = row.ok_or(Problem::new(Code::NotFound))?;
                row.digest = new.digest.clone();
                Ok(row.clone())
            }
        }
    }

    pub(super) fn report_delivery(&mut self, account: &str, id: &str, delivery: Delivery) -> bool {
        self.app_password(account, id)
            .map(|row| row.delivery = row.delivery.max(delivery))
            .is_some()
    }

    pub(super) fn delete_and_report(
        &mut self,
        account: &str,
        id: &str,
        now: Timestamp,
    ) -> Option<AppPasswordRecord> {
        self.remove_what_is_gone(now);
        let row = self.app_password(account, id)?;
        row.deleted_at = Some(now);
        Some(row.clone())
    }

    pub(super) fn restore_app_password(
        &mut self,
        account: &str,
        id: &str,
        limit: usize,
        now: Timestamp,
    ) -> Result<AppPasswordRecord, Problem> {
        self.remove_what_is_gone(now);
        let owned = |row: &&AppPasswordRecord| row.account == account;
        let rows: Vec<_> = self.app_passwords.iter().filter(owned).collect();
        check_restoration(&rows, id, limit, now)?;
        let mut rows = self.app_passwords.iter_mut();
        let row = rows.find(|row| row.account == account && row.id == id);
        let row = row.ok_or(Problem::new(Code::NotFound))?;
        row.deleted_at = None;
        Ok(row.clone())
    }

    pub(super) fn sign_in_with_app_password(
        &mut self,
        account: &str,
        password: Digests,
    ) -> Option<AppPasswordRecord> {
        let mut rows = self.app_passwords.iter_mut();
        let row = rows.find(|row| {
            row.account == account && row.is_there() && password.contain(&row.digest)
        })?;
        row.delivery = Delivery::Closed;
        row.digest = password.current;
        Some(row.clone())
    }

    /// One that is not deleted.
    fn app_password(&mut self, account: &str, id: &str) -> Option<&mut AppPasswordRecord> {
        let mut rows = self.app_passwords.iter_mut();
        rows.find(|row| row.account == account && row.id == id && row.is_there())
    }

    fn remove_what_is_gone(&mut self, now: Timestamp) {
        self.app_passwords.retain(|row| !is_gone(row, now));
    }
}
