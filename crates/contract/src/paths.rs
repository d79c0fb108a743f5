//! Every path of the API, once, relative to the API base (by default `/api`).

/// `GET` the state (always 200), `POST` e-mail and password, `DELETE` to sign out.
pub const SESSION: &str = "/session";
/// `GET` the challenge's status (polled while a phone rings), `POST` [`crate::SelectMethod`] to
/// start or resend.
pub const CHALLENGE: &str = "/session/challenge";
/// `POST` [`crate::AnswerChallenge`]; replies the new [`crate::SessionState`].
pub const CHALLENGE_ANSWER: &str = "/session/challenge/answer";
/// `GET` the tiles of the user's apps.
pub const APPS: &str = "/apps";
/// `GET` name, e-mail and phones.
pub const PROFILE: &str = "/profile";
/// `GET` the settings, `PUT` [`crate::UpdateSecurity`].
pub const SECURITY: &str = "/security";
/// `POST` [`crate::StartPhoneVerification`]: a code goes to the number.
pub const PHONE_VERIFICATION: &str = "/security/phones/verification";
/// `POST` [`crate::ConfirmCode`]: the number counts from now on.
pub const PHONE_CONFIRMATION: &str = "/security/phones/confirmation";
/// `POST` starts setting up an authenticator app, `DELETE` removes the one in use.
pub const AUTHENTICATOR: &str = "/security/authenticator";
/// `POST` [`crate::ConfirmCode`] from the authenticator app.
pub const AUTHENTICATOR_CONFIRMATION: &str = "/security/authenticator/confirmation";
/// `DELETE` restores the second factor on every previously trusted device.
pub const TRUSTED_DEVICES: &str = "/security/trusted-devices";
/// `GET` the list, `POST` [`crate::CreateAppPassword`] with the idempotency headers.
pub const APP_PASSWORDS: &str = "/app-passwords";
/// `POST` (no body) with the idempotency headers: the automatic first one.
pub const INITIAL_APP_PASSWORD: &str = "/app-passwords/initial";

/// A path with one changing segment: the template for a router, and the function that fills it in.
/// Both are made of the same two literals.
macro_rules! template {
    ($(#[$template_doc:meta])* $template:ident;
     $(#[$doc:meta])* $fill:ident($value:ident: $kind:ty) = $before:literal, $segment:expr, $after:literal) => {
        $(#[$template_doc])*
        pub const $template: &str = concat!($before, "{", stringify!($value), "}", $after);

        $(#[$doc])*
        #[must_use]
        pub fn $fill($value: $kind) -> String {
            format!(concat!($before, "{}", $after), $segment)
        }
    };
}

template! {
    /// The template of [`phone`].
    PHONE;
    /// `DELETE` of a phone: `/security/phones/authentication` or `/security/phones/alternate`.
    phone(slot: crate::PhoneSlot) = "/security/phones/", slot.as_str(), ""
}

template! {
    /// The template of [`app_password`].
    APP_PASSWORD;
    /// `DELETE` of one app password.
    app_password(id: &crate::AppPasswordId) = "/app-passwords/", id.0, ""
}

template! {
    /// The template of [`app_password_delivery`].
    APP_PASSWORD_DELIVERY;
    /// `POST` [`crate::DeliveryReport`]: how far one app password was delivered.
    app_password_delivery(id: &crate::AppPasswordId) = "/app-passwords/", id.0, "/delivery"
}

template! {
    /// The template of [`app_password_restoration`].
    APP_PASSWORD_RESTORATION;
    /// `POST` (no body) within [`crate::limits::UNDO_SECONDS`] of its `DELETE`: the same app password
    /// is back; replies the [`crate::AppPassword`]. Doing it twice changes nothing more.
    app_password_restoration(id: &crate::AppPasswordId) = "/app-passwords/", id.0, "/restore"
}

/// Whether a path is one of [`app_password_delivery`].
#[must_use]
pub fn is_app_password_delivery(path: &str) -> bool {
    path.starts_with(APP_PASSWORDS) && path.ends_with("/delivery")
}

/// Request header: one fresh random value for each create a person starts
/// (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Request header: 1 for the first attempt with a key, rising by one with each retry, so that a
/// late first attempt cannot undo a newer one.
pub const IDEMPOTENCY_ATTEMPT: &str = "idempotency-attempt";
/// Request header: the e-mail address of the account that the page believes it acts for,
/// percent-encoded UTF-8. If the session is another account's, nothing is done and the answer is
/// [`crate::Code::OtherAccount`]. It may be absent.
pub const ACCOUNT: &str = "portal-account";
/// Reply header: the id of the request, as in [`crate::Problem::request_id`]. On every problem.
pub const REQUEST_ID: &str = "x-request-id";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AppPasswordId, PhoneSlot};

    #[test]
    fn a_template_and_its_function_give_the_same_path() {
        let id = AppPasswordId("7f".into());
        let slot = PhoneSlot::Alternate;
        for (template, value, path) in [
            (PHONE, "{slot}", phone(slot)),
            (APP_PASSWORD, "{id}", app_password(&id)),
            (APP_PASSWORD_DELIVERY, "{id}", app_password_delivery(&id)),
            (
                APP_PASSWORD_RESTORATION,
                "{id}",
                app_password_restoration(&id),
            ),
        ] {
            let text = if value == "{slot}" {
                slot.as_str()
            } else {
                "7f"
            };
            assert_eq!(template.replace(value, text), path);
            assert!(template.contains(value), "{template}");
        }
        assert!(app_password(&id).starts_with(APP_PASSWORDS));
    }
}
