//! Signing in and out, and who is signed in.

use super::{Api, ApiResult, transport::Verb};
use contract::{AppTile, Profile, SessionState, SignIn, paths};

impl Api {
    /// Where this visitor stands.
    pub async fn session(self) -> ApiResult<SessionState> {
        self.get(paths::SESSION).await
    }

    /// Step 1 of the guide.
    pub async fn sign_in(self, form: SignIn) -> ApiResult<SessionState> {
        self.send(Verb::Post, paths::SESSION, &form).await
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
