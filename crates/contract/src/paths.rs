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

/// `DELETE` of a phone: `/security/phones/authentication` or `/security/phones/alternate`.
#[must_use]
pub fn phone(slot: crate::PhoneSlot) -> String {
    format!("/security/phones/{}", slot.as_str())
}

/// `DELETE` of one app password.
#[must_use]
pub fn app_password(id: &crate::AppPasswordId) -> String {
    format!("{APP_PASSWORDS}/{}", id.0)
}

/// `POST` [`crate::DeliveryReport`]: how far the showing of one app password came.
#[must_use]
pub fn app_password_delivery(id: &crate::AppPasswordId) -> String {
    format!("{APP_PASSWORDS}/{}/delivery", id.0)
}

/// Whether a path is one of [`app_password_delivery`].
#[must_use]
pub fn is_app_password_delivery(path: &str) -> bool {
    path.starts_with(APP_PASSWORDS) && path.ends_with("/delivery")
}

/// `POST` (no body) within [`crate::limits::UNDO_SECONDS`] of its `DELETE`: the same app password is
/// back; replies the [`crate::AppPassword`]. Doing it twice changes nothing more.
#[must_use]
pub fn app_password_restoration(id: &crate::AppPasswordId) -> String {
    format!("{APP_PASSWORDS}/{}/restore", id.0)
}

/// Request header: one fresh random value for each create a person starts
/// (draft-ietf-httpapi-idempotency-key-header).
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Request header: 1 for the first attempt with a key, rising by one with each retry, so that a
/// late first attempt cannot undo a newer one.
pub const IDEMPOTENCY_ATTEMPT: &str = "idempotency-attempt";
