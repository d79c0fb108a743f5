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

    pub(super) async fn state(self, reply: Reply) -> ApiResult<SessionState> {
        let (is_signed_out, ends_in) =
            lean::session(reply.body.expose()).ok_or(ApiError::Unreadable(reply.status))?;
        if is_signed_out {
            return Ok(SessionState::SignedOut);
        }
        if let Some(ends_in) = ends_in {
            (self.session.on_limit)(ends_in);
        }
        (self.read_state)(reply.body).await
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
