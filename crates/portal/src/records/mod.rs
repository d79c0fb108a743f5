//! What is stored, and nothing else: records know no rules. Secrets are stored only as digests;
//! the keys of authenticator apps, which RFC 6238 needs in clear, are stored [sealed](SealedKey).

mod account;
mod aggregate;
mod app_password;
mod attempts;
mod digest;
mod event;
mod ids;
mod sealed_key;
mod session;

pub use account::{AccountRecord, AuthenticatorRecord, PendingPhone};
pub use aggregate::Aggregate;
pub use app_password::{AppPasswordRecord, IdempotencyRecord, UsedFor};
pub use attempts::{AttemptWindow, AttemptsId};
pub use digest::{KeyedDigest, TokenDigest};
pub use event::{Event, EventKind, Factor, Proof};
pub use ids::{AccountId, ChallengeId, SessionId};
pub use sealed_key::SealedKey;
pub use session::{
    ChallengeRecord, Outcome, SecondFactor, SessionRecord, SessionView, Stage, TrustedDeviceRecord,
};
