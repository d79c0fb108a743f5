//! The e-mail address that an account signs in with.

use crate::Code;

/// The address without the blanks around it. Whether such an account exists is never told apart
/// from a wrong password, so nothing else is checked. How two addresses are compared is up to the
/// portal.
///
/// # Errors
/// `credentials_missing` if nothing is left.
pub fn check(typed: &str) -> Result<&str, Code> {
    let address = typed.trim();
    if address.is_empty() {
        return Err(Code::CredentialsMissing);
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_an_address_do_not_matter() {
        assert_eq!(check(" Alex@contoso.example\t"), Ok("Alex@contoso.example"));
        assert_eq!(check(" \t"), Err(Code::CredentialsMissing));
    }
}
