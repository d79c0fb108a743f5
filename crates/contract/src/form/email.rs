//! The e-mail address that an account signs in with.

use crate::Code;

/// The address without the blanks around it. Whether such an account exists is never told apart
/// from a wrong password, so nothing else is checked.
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

/// The address for comparing: without the blanks around it and in lower case.
#[must_use]
pub fn fold(typed: &str) -> String {
    typed.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_letter_case_do_not_matter() {
        assert_eq!(check(" Alex@contoso.example\t"), Ok("Alex@contoso.example"));
        assert_eq!(fold(" Alex@Contoso.example\t"), "alex@contoso.example");
        assert_eq!(check(" \t"), Err(Code::CredentialsMissing));
    }
}
