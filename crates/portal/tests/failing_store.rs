//! What a person and an operator are told when the store fails.

use axum::{
    body::{Body, to_bytes},
    http::{Request, header},
};
use contract::{Code, Problem, Secret, Timestamp, paths};
use contract_suite::Devices;
use futures::executor::block_on;
use portal::{
    AccountId, Aggregate, ChallengeId, KeyedDigest, Portal, RequestId, ServerKey, ServerKeys,
    Settings, Store, StoreError,
    records::{AttemptWindow, AttemptsId, SessionView, TokenDigest},
    store::Ruling,
};
use tower::ServiceExt;

/// A store that answers nothing but its failure.
struct Failing(StoreError);

impl Store for Failing {
    async fn change<T: Send>(
        &self,
        _: &AccountId,
        _: impl FnOnce(&mut Aggregate) -> Result<T, Problem> + Send,
    ) -> Ruling<T> {
        Err(self.0.clone())
    }

    async fn read<T: Send>(
        &self,
        _: &AccountId,
        _: impl FnOnce(&Aggregate) -> T + Send,
    ) -> Result<Option<T>, StoreError> {
        Err(self.0.clone())
    }

    async fn session(&self, _: &TokenDigest) -> Result<Option<SessionView>, StoreError> {
        Err(self.0.clone())
    }

    async fn account_of_challenge(&self, _: &ChallengeId) -> Result<Option<AccountId>, StoreError> {
        Err(self.0.clone())
    }

    async fn account_of_app_password(
        &self,
        _: &[KeyedDigest],
    ) -> Result<Option<AccountId>, StoreError> {
        Err(self.0.clone())
    }

    async fn change_attempts<T: Send>(
        &self,
        _: &AttemptsId,
        _: impl FnOnce(&mut AttemptWindow) -> Result<T, Problem> + Send,
    ) -> Ruling<T> {
        Err(self.0.clone())
    }

    async fn purge(&self, _: Timestamp) -> Result<(), StoreError> {
        Err(self.0.clone())
    }
}

fn portal(error: StoreError) -> Portal<Failing> {
    let key = ServerKey::new("1", Secret::new("a key".into()));
    let settings = Settings::new("Contoso", ServerKeys::only(key));
    Portal::new(Failing(error), Devices::default().ports(), settings)
}

#[test]
fn a_person_is_told_the_code_and_an_operator_the_reason_under_one_id() {
    for (error, code) in [
        (
            StoreError::Unavailable("disk full".into()),
            Code::Unavailable,
        ),
        (StoreError::Broken("row 7 is torn".into()), Code::Internal),
    ] {
        let request = Request::get(paths::APPS)
            .header(header::COOKIE, "__Host-session=abc")
            .extension(RequestId("from-the-host".into()))
            .body(Body::empty())
            .unwrap();
        let router = portal(error.clone()).router();
        let reply = block_on(router.oneshot(request)).unwrap();
        assert_eq!(reply.status().as_u16(), code.status());
        assert_eq!(reply.extensions().get::<StoreError>(), Some(&error));
        assert_eq!(reply.headers()[paths::REQUEST_ID], "from-the-host");
        let bytes = block_on(to_bytes(reply.into_body(), usize::MAX)).unwrap();
        let problem: Problem = serde_json::from_slice(&bytes).unwrap();
        let expected = Problem {
            request_id: Some("from-the-host".into()),
            ..Problem::new(code)
        };
        assert_eq!(problem, expected);
    }
}

#[test]
fn a_mail_server_is_not_told_that_the_password_is_wrong() {
    let error = StoreError::Unavailable("disk full".into());
    let portal = portal(error.clone());
    let password = Secret::new("abcdefghijklmnop".into());
    let answer = block_on(portal.check_app_password("alex@contoso.example", &password));
    assert_eq!(answer, Err(error));
}
