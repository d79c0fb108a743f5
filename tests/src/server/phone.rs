//! The phone of the person, in the test's own process.

use super::Server;
use anyhow::{Context, Result};
use made_up::{Machine, World};
use portal::Outcome;
use std::time::Duration;

/// How long the page may take until something reaches the phone.
const PATIENCE: Duration = Duration::from_secs(20);

/// See [`Server::phone`].
pub struct Phone(pub(super) Server);

impl Phone {
    /// The newest code that came by text message, or that a voice reads out.
    pub async fn text_code(&self) -> Result<String> {
        self.comes("a code", |_, world| {
            let code = world.handset.text_code()?;
            Some(code.expose().to_owned())
        })
        .await
    }

    /// The code that the authenticator app shows for this account.
    pub async fn app_code(&self, account: &str) -> Result<String> {
        self.comes("a code of the authenticator app", |machine, world| {
            let codes = machine.codes(world).into_iter();
            let mut own = codes.filter(|shown| shown.account == account);
            Some(own.next()?.code.expose().to_owned())
        })
        .await
    }

    /// Approves the request, or answers the call and presses #.
    pub async fn approve(&self) -> Result<()> {
        self.report(Outcome::Approved).await
    }

    /// Denies the request, or answers the call and reports it.
    pub async fn decline(&self) -> Result<()> {
        self.report(Outcome::Declined).await
    }

    async fn report(&self, outcome: Outcome) -> Result<()> {
        let waits = |machine: &Machine, world: &World| {
            let mut handset = world.handset.clone();
            handset.pick_up();
            handset.to_approve(machine.now(world))
        };
        let challenge = self.comes("a call or a request", waits).await?;
        self.0
            .change(|machine, world| machine.report(world, &challenge, outcome));
        Ok(())
    }

    /// Answers the call.
    pub async fn answer_call(&self) -> Result<()> {
        let ringing = |machine: &Machine, world: &World| {
            world.handset.call_at(machine.now(world)).map(|_| ())
        };
        self.comes("a call", ringing).await?;
        self.0.change(|_, world| world.handset.pick_up());
        Ok(())
    }

    /// Scans the QR code on the screen.
    pub async fn scan(&self) -> Result<()> {
        self.comes("a QR code", |_, world| world.to_scan()).await?;
        self.0.change(|_, world| world.scan());
        Ok(())
    }

    /// Waits until it is there.
    async fn comes<R>(
        &self,
        what: &str,
        find: impl Fn(&Machine, &World) -> Option<R>,
    ) -> Result<R> {
        let machine = self.0.machine();
        let mut world = self.0.0.world.subscribe();
        let comes = world.wait_for(|world| find(&machine, world).is_some());
        let world = tokio::time::timeout(PATIENCE, comes)
            .await
            .with_context(|| format!("{what} did not come to the phone"))??;
        find(&machine, &world).with_context(|| format!("{what} went away again"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use made_up::Name;
    use serde_json::{Value, json};

    fn begun(name: Name, path: &str) -> Server {
        let server = Server::new();
        server.begin(name.into(), path);
        server
    }

    fn post(server: &Server, path: &str, body: &Value) -> Value {
        let body = (!body.is_null()).then(|| body.to_string());
        let reply = server.change(|machine, world| {
            let request = world.request("POST", path, &[], body.as_deref())?;
            let reply = machine.serve(world, request).reply?;
            world.cookies.keep(reply.headers());
            Some(reply)
        });
        let reply = reply.map(|reply| serde_json::from_slice(reply.body()).unwrap_or_default());
        reply.unwrap_or_default()
    }

    #[tokio::test]
    async fn a_call_and_a_request_are_approved_or_declined() -> Result<()> {
        let answer = json!({ "code": null, "remember_device": false });
        for name in [Name::PrefersCall, Name::PrefersNotification] {
            let server = begun(name, "/verify");
            server.phone().decline().await?;
            let reply = post(&server, "/session/challenge/answer", &answer);
            assert_eq!(reply["code"], "declined", "{name}: {reply}");

            let server = begun(name, "/verify");
            server.phone().approve().await?;
            let reply = post(&server, "/session/challenge/answer", &answer);
            assert_eq!(reply["state"], "signed_in", "{name}: {reply}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_scanned_qr_code_gives_codes_that_go_with_the_clock() -> Result<()> {
        let server = begun(Name::PrefersText, "/security");
        post(&server, "/security/authenticator", &Value::Null);
        server.phone().scan().await?;
        let first = server.phone().app_code(server.user()).await?;
        server.advance(Duration::from_secs(600));
        let second = server.phone().app_code(server.user()).await?;
        assert_ne!(first, second);
        let code = json!({ "code": second });
        let reply = post(&server, "/security/authenticator/confirmation", &code);
        assert_eq!(reply.get("code"), None, "{reply}");
        Ok(())
    }

    #[tokio::test]
    async fn a_voice_reads_a_code_once_the_call_is_answered() -> Result<()> {
        let server = begun(Name::ThreeRows, "/security");
        let start = json!({ "slot": "alternate", "number": "+442079460018", "channel": "call" });
        post(&server, "/security/phones/verification", &start);
        server.phone().answer_call().await?;
        let code = json!({ "code": server.phone().text_code().await? });
        let reply = post(&server, "/security/phones/confirmation", &code);
        assert_eq!(reply.get("code"), None, "{reply}");
        Ok(())
    }
}
