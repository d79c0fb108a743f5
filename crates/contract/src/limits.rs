//! The constants of the flow, once, for the page and the portal alike.

/// Most app passwords one user may hold (closing notes of the guide).
pub const APP_PASSWORDS_PER_USER: usize = 40;
/// Seconds for which a deleted app password can be brought back. It is refused all the while.
pub const UNDO_SECONDS: u32 = 2 * 60;
/// Seconds for which the page offers that by itself; longer while a person is at the offer.
pub const UNDO_OFFER_SECONDS: u32 = 10;
/// Letters of a generated app password: 16 of a-z are 75 bits.
pub const APP_PASSWORD_LENGTH: usize = 16;
/// Letters drawn together on the screen; the gaps are CSS and never part of the text.
pub const APP_PASSWORD_GROUP: usize = 4;
/// Longest name of an app password, in Unicode scalar values after NFC and trimming.
pub const NAME_LENGTH: usize = 64;
/// Digits of a one-time code (RFC 6238, 6 digits).
pub const CODE_LENGTH: usize = 6;
/// Seconds a one-time code sent to a phone is good for.
pub const CODE_SECONDS: u32 = 5 * 60;
/// Wrong codes allowed before a code is spent.
pub const CODE_TRIES: u32 = 5;
/// Seconds between two sendings of a code or a call.
pub const RESEND_SECONDS: u32 = 30;
/// Seconds to answer a call or approve a notification.
pub const ANSWER_SECONDS: u32 = 60;
/// Days a device is trusted after "Don't ask again".
pub const TRUSTED_DEVICE_DAYS: u32 = 14;
/// Seconds without a request after which a session ends.
pub const SESSION_IDLE_SECONDS: u32 = 30 * 60;
/// Seconds within which further requests do not count as activity, so that reading is not writing.
pub const SESSION_TOUCH_SECONDS: u32 = 60;
/// Seconds before a session ends by itself in which the page offers to stay signed in.
pub const SESSION_WARNING_SECONDS: u32 = 2 * 60;
/// Seconds after which a session ends however busy it is.
pub const SESSION_ABSOLUTE_SECONDS: u32 = 12 * 60 * 60;
/// Sign-in attempts per account and address within [`PASSWORD_WINDOW_SECONDS`].
pub const PASSWORD_TRIES: u32 = 10;
/// The window that [`PASSWORD_TRIES`] counts in, in seconds.
pub const PASSWORD_WINDOW_SECONDS: u32 = 15 * 60;
/// Seconds for which an Idempotency-Key is remembered.
pub const IDEMPOTENCY_SECONDS: u32 = 10 * 60;
/// Seconds after which the page gives up on a request.
pub const REQUEST_SECONDS: u32 = 15;
/// Seconds after which the page says that it is still working.
pub const STILL_WORKING_SECONDS: u32 = 3;
