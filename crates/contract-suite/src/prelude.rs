//! What every case uses.

pub use crate::{
    Hasher,
    browser::{Browser, Reply},
    world::{
        APP_KEY, EMAIL, MOBILE, PASSWORD, World, account, app_account, keys, settings,
        text_account, with_app, wrong,
    },
};
pub use portal::{
    AccountRecord, Cookies, MailSignIn, Message, OutOfBandError, Outcome, ServerKey, ServerKeys,
    Settings, State, date,
};
