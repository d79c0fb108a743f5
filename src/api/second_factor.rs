//! The second factor in progress.

use super::{Api, ApiResult, to_json, transport::Verb};
use contract::{AnswerChallenge, Challenge, Method, SelectMethod, SessionState, paths};

impl Api {
    /// How far it is; asked again and again while a phone rings.
    pub async fn challenge(self) -> ApiResult<Challenge> {
        self.get(paths::CHALLENGE).await
    }

    /// Sends again, or switches to another way.
    pub async fn start_challenge(self, method: Method) -> ApiResult<Challenge> {
        self.send(Verb::Post, paths::CHALLENGE, &SelectMethod { method })
            .await
    }

    /// The code, or "it was answered".
    pub async fn answer_challenge(self, answer: AnswerChallenge) -> ApiResult<SessionState> {
        let body = to_json(&answer)?;
        let reply = self
            .ask(Verb::Post, paths::CHALLENGE_ANSWER, vec![], Some(body))
            .await?;
        self.state(reply).await
    }
}
