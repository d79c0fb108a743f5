//! The authenticator app on the phone.

use crate::{Machine, World};
use contract::Secret;
use portal::{AccountId, code_now};

/// A code that the app shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCode {
    /// The account's e-mail address.
    pub account: String,
    /// Six digits.
    pub code: Secret,
}

impl Machine {
    /// The codes of the person in the scenario and of every account whose QR code was scanned.
    #[must_use]
    pub fn codes(&self, world: &World) -> Vec<ShownCode> {
        let now = self.now(world);
        let accounts = world.portal.accounts.values();
        accounts
            .filter_map(|account| {
                let scanned = world.handset.scanned.contains(&account.id);
                let own = scanned || account.id == world.scenario.person.email();
                let pending = account.pending_authenticator.as_ref().filter(|_| scanned);
                let used = account.authenticator.as_ref().filter(|_| own);
                let key = pending.or(used.map(|authenticator| &authenticator.key))?;
                Some(ShownCode {
                    account: account.email.clone(),
                    code: code_now(key.text(), now)?,
                })
            })
            .collect()
    }
}

impl World {
    /// The account whose QR code is on the screen and was not scanned.
    #[must_use]
    pub fn to_scan(&self) -> Option<AccountId> {
        let mut accounts = self.portal.accounts.values();
        accounts
            .find(|account| {
                account.pending_authenticator.is_some()
                    && !self.handset.scanned.contains(&account.id)
            })
            .map(|account| account.id.clone())
    }

    /// Scans it.
    pub fn scan(&mut self) {
        if let Some(account) = self.to_scan() {
            self.handset.scanned.push(account);
        }
    }

    /// Lets the codes that were used so far be used again, for a walk that must leave no trace.
    pub(crate) fn forget_used_codes(&mut self) {
        for account in self.portal.accounts.values_mut() {
            if let Some(authenticator) = &mut account.authenticator {
                authenticator.last_step = None;
            }
        }
    }
}
