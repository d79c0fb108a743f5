//! Changes of the account itself.

use crate::records::Aggregate;
use contract::Secret;

/// Stores a new hash of the same password, unless the password was changed meanwhile.
pub fn replace_password_hash(aggregate: &mut Aggregate, old: &Secret, new: Secret) {
    if aggregate.account.password_hash == *old {
        aggregate.account.password_hash = new;
    }
}
