//! Signing in and out, and who is signed in.

use super::{
    Api, ApiError, ApiResult, lean,
    transport::{Reply, Verb},
};
use contract::{AppTile, Profile, SessionState, SignIn, paths};

impl Api {
    /// Where this visitor stands.
    pub async fn session(self) -> ApiResult<SessionState> {
        let reply = self.ask(Verb::Get, paths::SESSION, vec![], None).await?;
        self.state(reply).await
    }

    /// Step 1 of the guide.
    pub async fn sign_in(self, form: SignIn) -> ApiResult<SessionState> {
        let body = lean::object(&[("email", &form.email), ("password", form.password.expose())]);
        let reply = self
            .ask(Verb::Post, paths::SESSION, vec![], Some(body))
            .await?;
        self.state(reply).await
    }

    async fn state(self, reply: Reply) -> ApiResult<SessionState> {
        match lean::is_signed_out(reply.body.expose()) {
            Some(true) => Ok(SessionState::SignedOut),
            Some(false) => (self.read_state)(reply.body).await,
            None => Err(ApiError::Unreadable(reply.status)),
        }
    }

    /// Ends the session on the portal.
    pub async fn sign_out(self) -> ApiResult<()> {
        self.exchange(Verb::Delete, paths::SESSION, vec![], None)
            .await
    }

    /// The tiles.
    pub async fn apps(self) -> ApiResult<Vec<AppTile>> {
        self.get(paths::APPS).await
    }

    /// Name, e-mail, phones.
    pub async fn profile(self) -> ApiResult<Profile> {
        self.get(paths::PROFILE).await
    }
}
