//! Additional security verification.

use super::{Api, ApiResult, transport::Verb};
use contract::{
    AuthenticatorSetUp, ConfirmCode, Method, PhoneSlot, SecuritySettings, StartPhoneVerification,
    UpdateSecurity, VerificationStarted, paths,
};

impl Api {
    /// The settings as they stand.
    pub async fn security(self) -> ApiResult<SecuritySettings> {
        self.get(paths::SECURITY).await
    }

    /// Saves the preferred option.
    pub async fn save_preferred(self, preferred: Method) -> ApiResult<SecuritySettings> {
        self.send(Verb::Put, paths::SECURITY, &UpdateSecurity { preferred })
            .await
    }

    /// Sends a code to a number.
    pub async fn verify_phone(
        self,
        start: StartPhoneVerification,
    ) -> ApiResult<VerificationStarted> {
        self.send(Verb::Post, paths::PHONE_VERIFICATION, &start)
            .await
    }

    /// The number counts from now on.
    pub async fn confirm_phone(self, code: ConfirmCode) -> ApiResult<SecuritySettings> {
        self.send(Verb::Post, paths::PHONE_CONFIRMATION, &code)
            .await
    }

    /// Removes a phone.
    pub async fn remove_phone(self, slot: PhoneSlot) -> ApiResult<SecuritySettings> {
        self.exchange(Verb::Delete, &paths::phone(slot), vec![], None)
            .await
    }

    /// A fresh key for an authenticator app.
    pub async fn start_authenticator(self) -> ApiResult<AuthenticatorSetUp> {
        self.exchange(Verb::Post, paths::AUTHENTICATOR, vec![], None)
            .await
    }

    /// The authenticator app counts from now on.
    pub async fn confirm_authenticator(self, code: ConfirmCode) -> ApiResult<SecuritySettings> {
        self.send(Verb::Post, paths::AUTHENTICATOR_CONFIRMATION, &code)
            .await
    }

    /// Removes the authenticator app.
    pub async fn remove_authenticator(self) -> ApiResult<SecuritySettings> {
        self.exchange(Verb::Delete, paths::AUTHENTICATOR, vec![], None)
            .await
    }

    /// Asks for the second factor again on every trusted device.
    pub async fn restore_trusted_devices(self) -> ApiResult<SecuritySettings> {
        self.exchange(Verb::Delete, paths::TRUSTED_DEVICES, vec![], None)
            .await
    }
}
