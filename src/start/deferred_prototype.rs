//! Stands in until the prototype is here: in a release it comes with the screens behind sign-in, after
//! the form is interactive.

use super::second_chunk::{self, NotLoaded};
use crate::{
    api::transport::{Answer, Request, Transport, TransportError},
    prototype::Parts,
    slots::{SignInFields, Slots},
};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Waits for the prototype's transport with each request.
pub struct DeferredTransport(Rc<str>);

impl DeferredTransport {
    /// With the text of `config.json`.
    pub fn new(configuration: &str) -> Self {
        Self(configuration.into())
    }
}

async fn parts(configuration: &str) -> Result<Parts, NotLoaded> {
    let behind = second_chunk::load().await?;
    // a configuration that is wrong is said when the screens are opened
    (behind.prototype)(configuration).map_err(|_| NotLoaded)
}

impl Transport for DeferredTransport {
    fn send(&self, request: Request) -> Answer {
        let configuration = Rc::clone(&self.0);
        Box::pin(async move {
            let parts = parts(&configuration).await;
            let parts = parts.map_err(|NotLoaded| TransportError::Incomplete)?;
            parts.transport.send(request).await
        })
    }
}

/// The people under the form, when they are here.
pub fn slots() -> Slots {
    Slots {
        sign_in: Some(people),
        ..Slots::default()
    }
}

fn people(fields: SignInFields) -> AnyView {
    let people = RwSignal::new(None::<fn(SignInFields) -> AnyView>);
    spawn_local(async move {
        // loaded with the screens, which open it with the configuration
        if let Ok(behind) = second_chunk::load().await
            && let Some(configuration) = super::boot::configuration().await
            && let Ok(parts) = (behind.prototype)(&configuration)
        {
            people.try_set(parts.slots.sign_in);
        }
    });
    let fields = StoredValue::new_local(fields);
    (move || people.get().map(|people| people(fields.get_value()))).into_any()
}
