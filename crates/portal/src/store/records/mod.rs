//! What a store keeps. Secrets stand here only as digests, but for the keys of authenticator
//! apps, which RFC 6238 needs in clear: a store on disk encrypts those at rest.

mod account;
mod app_password;
mod session;

pub use account::{AccountRecord, AuthenticatorRecord, PendingPhone};
pub use app_password::{AppPasswordRecord, IdempotencyRecord, Made};
pub use session::{
    ChallengeRecord, Outcome, SecondFactor, SessionRecord, Stage, TrustedDeviceRecord,
};
