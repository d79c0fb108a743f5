//! What travels between the page and the portal, and nothing else: wire types, paths, problem
//! codes, the checks of form that both sides make, and [`Secret`]. This crate knows no screen and no
//! storage, so that the page, the portal inside the tab and a portal on a server can all use it.
//!
//! "The guide", here and elsewhere, is the text in `docs/guide.md`.

pub mod app_password;
pub mod config;
pub mod form;
pub mod limits;
pub mod paths;
pub mod problem;
pub mod profile;
pub mod secret;
pub mod security;
pub mod session;

pub use app_password::{
    AppPassword, AppPasswordId, AppPasswordList, CreateAppPassword, CreatedAppPassword, Creation,
    DeletedAppPassword, Delivery, DeliveryReport,
};
pub use config::{Brand, Configuration, MailServer, MailServers};
pub use problem::{Code, Field, Problem};
pub use profile::{AppTile, Profile};
pub use secret::Secret;
pub use security::{
    AuthenticatorSetUp, ConfirmCode, Phone, PhoneSlot, SecuritySettings, StartPhoneVerification,
    UpdateSecurity, VerificationChannel, VerificationStarted,
};
pub use session::{
    Account, AnswerChallenge, Challenge, ChallengeStatus, Method, MethodOption, SelectMethod,
    SessionReply, SessionState, SignIn,
};

/// A moment as milliseconds since 1970-01-01T00:00:00Z. A number, because the page hands it to
/// the browser's `Intl` as it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The moment so many seconds later.
    #[must_use]
    pub fn plus(self, seconds: u32) -> Self {
        Self(self.0 + i64::from(seconds) * 1000)
    }
}
