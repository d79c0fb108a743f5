//! App passwords.

use crate::{
    rules::{
        app_passwords::{Decision, NewAppPassword, decide, is_remembered, remember},
        digest::Digests,
    },
    store::{AppPasswordRecord, State},
};
use contract::{Code, Delivery, Problem, Timestamp};
use std::cmp::Reverse;

impl State {
    pub(super) fn list_app_passwords(&self, account: &str) -> Vec<AppPasswordRecord> {
        let newest_first = self.app_passwords.iter().rev();
        let mut rows: Vec<_> = newest_first
            .filter(|row| row.account == account)
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
        let Some(account) = self.accounts.get_mut(account) else {
            return Err(Problem::new(Code::NoSession));
        };
        let owned = |row: &&AppPasswordRecord| row.account == account.id;
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
        let mut rows = self.app_passwords.iter_mut();
        let row = rows.find(|row| row.account == account && row.id == id);
        row.map(|row| row.delivery = row.delivery.max(delivery))
            .is_some()
    }

    pub(super) fn delete_and_report(
        &mut self,
        account: &str,
        id: &str,
    ) -> Option<AppPasswordRecord> {
        let mut rows = self.app_passwords.iter();
        let place = rows.position(|row| row.account == account && row.id == id)?;
        Some(self.app_passwords.remove(place))
    }

    pub(super) fn sign_in_with_app_password(
        &mut self,
        account: &str,
        password: Digests,
    ) -> Option<AppPasswordRecord> {
        let mut rows = self.app_passwords.iter_mut();
        let row = rows.find(|row| row.account == account && password.contain(&row.digest))?;
        row.delivery = Delivery::Closed;
        row.digest = password.current;
        Some(row.clone())
    }
}
