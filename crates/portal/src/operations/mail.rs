//! Signing in to mail with an app password.

use crate::{records::Aggregate, rules::digest::Digests};
use contract::Delivery;

/// The name of the account's app password with one of these digests; none if there is none. Its
/// delivery is closed by that, and its digest becomes the current one, so that an old key can retire.
pub fn sign_in(aggregate: &mut Aggregate, password: &Digests) -> Option<String> {
    let mut rows = aggregate.app_passwords.iter_mut();
    let row = rows.find(|row| row.is_active() && password.contain(&row.digest))?;
    row.delivery = Delivery::Closed;
    row.digest = password.current().clone();
    Some(row.name.clone())
}
