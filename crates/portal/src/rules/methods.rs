//! Which methods of the second factor an account has.

use super::phone::mask;
use crate::records::AccountRecord;
use contract::{Code, Method, MethodOption, Phone, PhoneSlot, Problem};

/// Every method that works now, in the order of the guide's list.
#[must_use]
pub fn available(account: &AccountRecord) -> Vec<Method> {
    let mut methods = Vec::new();
    let app = account.authenticator.is_some();
    let phone = account.authentication_phone.is_some();
    for (method, works) in [
        (Method::AppNotification, app),
        (Method::CallAuthenticationPhone, phone),
        (Method::TextAuthenticationPhone, phone),
        (Method::CallOfficePhone, account.office_phone.is_some()),
        (Method::AppCode, app),
        (
            Method::CallAlternatePhone,
            account.alternate_phone.is_some(),
        ),
    ] {
        if works {
            methods.push(method);
        }
    }
    methods
}

/// The preferred method, or the first available; none if the account has no second factor.
#[must_use]
pub fn first_choice(account: &AccountRecord) -> Option<Method> {
    let methods = available(account);
    let preferred = account.preferred.filter(|method| methods.contains(method));
    preferred.or_else(|| methods.first().copied())
}

/// Makes the preferred option one that works: kept if it does, else the first that may be
/// preferred. Called after every change of phones or authenticator.
pub fn settle_preferred(account: &mut AccountRecord) {
    let methods = available(account);
    let works = |method: &Method| methods.contains(method);
    let kept = account.preferred.filter(|method| works(method));
    account.preferred = kept.or_else(|| Method::PREFERABLE.into_iter().find(works));
}

/// The phone a method uses, with its extension.
#[must_use]
pub fn phone(account: &AccountRecord, method: Method) -> Option<Phone> {
    let plain = |number: &Option<String>| {
        number.clone().map(|number| Phone {
            number,
            extension: None,
        })
    };
    match method {
        Method::CallAuthenticationPhone | Method::TextAuthenticationPhone => {
            plain(&account.authentication_phone)
        }
        Method::CallAlternatePhone => plain(&account.alternate_phone),
        Method::CallOfficePhone => account.office_phone.clone(),
        Method::AppNotification | Method::AppCode => None,
    }
}

/// Where a method goes, masked; empty for the app.
#[must_use]
pub fn hint(account: &AccountRecord, method: Method) -> String {
    phone(account, method).map_or_else(String::new, |phone| mask(&phone.number))
}

/// Every method that works, with its hint.
#[must_use]
pub fn options(account: &AccountRecord) -> Vec<MethodOption> {
    let option = |method| MethodOption {
        method,
        hint: hint(account, method),
    };
    available(account).into_iter().map(option).collect()
}

/// The place of a phone that its owner may edit.
pub fn slot(account: &mut AccountRecord, slot: PhoneSlot) -> &mut Option<String> {
    match slot {
        PhoneSlot::Authentication => &mut account.authentication_phone,
        PhoneSlot::Alternate => &mut account.alternate_phone,
    }
}

/// The account after one of its methods was removed, if another is left.
///
/// # Errors
/// `last_method`.
pub fn keep_one(mut without: AccountRecord) -> Result<AccountRecord, Problem> {
    if !without.has_second_factor() {
        return Err(Problem::new(Code::LastMethod));
    }
    settle_preferred(&mut without);
    Ok(without)
}
