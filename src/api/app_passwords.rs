//! App passwords. A create is retried safely: one key for each create a person starts, and an
//! attempt number that rises.

use super::{Api, ApiResult, to_json, transport::Verb};
use contract::{
    AppPassword, AppPasswordId, AppPasswordList, Code, CreateAppPassword, CreatedAppPassword,
    DeletedAppPassword, Delivery, DeliveryReport, Secret, paths,
};
use std::{cell::Cell, rc::Rc};

/// The Idempotency-Key of one create, with the number of attempts made.
#[derive(Clone, Debug)]
pub struct IdempotencyKey {
    key: String,
    attempts: Rc<Cell<u32>>,
}

impl IdempotencyKey {
    /// A fresh one: 128 bits from the browser's random source (available on plain http too, unlike
    /// `randomUUID`).
    pub fn fresh() -> Self {
        let mut bytes = [0_u8; 16];
        if let Ok(crypto) = leptos::prelude::window().crypto() {
            // Fails only for more than 65,536 bytes.
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        let key = format!("{:032x}", u128::from_be_bytes(bytes));
        Self {
            key,
            attempts: Rc::default(),
        }
    }

    fn next_headers(&self) -> Vec<(&'static str, String)> {
        self.attempts.set(self.attempts.get() + 1);
        vec![
            (paths::IDEMPOTENCY_KEY, self.key.clone()),
            (paths::IDEMPOTENCY_ATTEMPT, self.attempts.get().to_string()),
        ]
    }
}

impl Api {
    /// The list, newest first.
    pub async fn app_passwords(self) -> ApiResult<AppPasswordList> {
        self.get(paths::APP_PASSWORDS).await
    }

    /// Steps 7 and 8: the reply is the only one that holds the password.
    pub async fn create_app_password(
        self,
        name: String,
        key: IdempotencyKey,
    ) -> ApiResult<CreatedAppPassword> {
        let body = to_json(&CreateAppPassword { name })?;
        self.make(paths::APP_PASSWORDS, &key, Some(body)).await
    }

    /// Step 6: the one that is made without asking on the very first visit.
    pub async fn create_initial_app_password(
        self,
        key: IdempotencyKey,
    ) -> ApiResult<CreatedAppPassword> {
        self.make(paths::INITIAL_APP_PASSWORD, &key, None).await
    }

    /// A browser may send a request again by itself when a connection that was kept open dies before
    /// the answer (RFC 9112, section 9.3.1). The portal then refuses the repeat, whose number it has
    /// seen, though this page made no newer one: the next number asks for the password that nobody saw.
    async fn make(
        self,
        path: &str,
        key: &IdempotencyKey,
        body: Option<Secret>,
    ) -> ApiResult<CreatedAppPassword> {
        const REPEATS: u32 = 2;
        let mut repeats = 0;
        loop {
            let headers = key.next_headers();
            let attempt = key.attempts.get();
            let result = self.exchange(Verb::Post, path, headers, body.clone()).await;
            let stale = matches!(&result, Err(error) if error.code() == Some(Code::StaleAttempt));
            if !stale || key.attempts.get() != attempt || repeats == REPEATS {
                return result;
            }
            repeats += 1;
        }
    }

    /// Tells how far the showing came.
    pub async fn report_delivery(self, id: AppPasswordId, delivery: Delivery) -> ApiResult<()> {
        self.send(
            Verb::Post,
            &paths::app_password_delivery(&id),
            &DeliveryReport { delivery },
        )
        .await
    }

    /// Step 11. Doing it twice changes nothing more.
    pub async fn delete_app_password(self, id: AppPasswordId) -> ApiResult<DeletedAppPassword> {
        self.exchange(Verb::Delete, &paths::app_password(&id), vec![], None)
            .await
    }

    /// Undoes step 11. Doing it twice changes nothing more.
    pub async fn restore_app_password(self, id: AppPasswordId) -> ApiResult<AppPassword> {
        let path = paths::app_password_restoration(&id);
        self.exchange(Verb::Post, &path, vec![], None).await
    }
}
