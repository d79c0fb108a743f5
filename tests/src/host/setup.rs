//! A host before it starts: what it serves, and how.

use super::{
    Host,
    answer::{Rules, headers_of},
};
use crate::{
    built::{self, Target},
    failure,
    renewal::Copied,
    server::Server,
};
use anyhow::Result;
use axum::http::{HeaderName, HeaderValue};
use std::{net::SocketAddr, path::Path};

/// A host that is not started yet.
pub struct Setup {
    pub(super) rules: Rules,
    pub(super) server: Option<Server>,
    /// The folder, if it is to be renewed.
    pub(super) copied: Option<Copied>,
}

impl Setup {
    /// Serves the prototype.
    #[must_use]
    pub fn page() -> Self {
        Self::of_target(Target::Prototype)
    }

    /// Serves the production page, with a portal behind it.
    #[must_use]
    pub fn production() -> Self {
        Self::of_target(Target::Production)
    }

    /// Serves the page that was built for this.
    #[must_use]
    pub fn of_target(target: Target) -> Self {
        let mut setup = Self::of(&built::folder(target));
        setup.rules.headers = headers_of(&setup.rules.folder);
        setup.server = (target == Target::Production).then(Server::new);
        setup
    }

    /// Serves this folder, without the headers that were built into it.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            rules: Rules {
                folder: folder.to_owned(),
                helpful: true,
                compressed: true,
                ..Rules::default()
            },
            server: None,
            copied: None,
        }
    }

    /// Serves a copy of the folder, for [`Host::renew`].
    pub fn renewable(mut self) -> Result<Self> {
        let copied = Copied::of(&self.rules.folder)?;
        copied.folder().clone_into(&mut self.rules.folder);
        self.copied = Some(copied);
        Ok(self.uncompressed())
    }

    /// Sends this header with every reply, such as `permissions-policy`.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        let header = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        self.rules.headers.push(header);
        self
    }

    /// Sends files and nothing else: `/security` is a folder and leads to `/security/`, and an
    /// unknown path gets an empty 404. Nothing is compressed, and no header is known.
    #[must_use]
    pub fn static_only(mut self) -> Self {
        self.rules.helpful = false;
        self.rules.compressed = false;
        self.rules.headers.clear();
        self
    }

    /// Sends everything as it is, compressed for nobody.
    #[must_use]
    pub const fn uncompressed(mut self) -> Self {
        self.rules.compressed = false;
        self
    }

    /// Sends files whose path ends so as this kind.
    #[must_use]
    pub const fn content_type(mut self, end: &'static str, kind: &'static str) -> Self {
        self.rules.content_type = Some((end, kind));
        self
    }

    /// Adds a byte to files whose path ends so, as a proxy does that means well.
    #[must_use]
    pub const fn corrupt(mut self, end: &'static str) -> Self {
        self.rules.corrupt = Some(end);
        self
    }

    /// Sends only the first half of files whose path ends so.
    #[must_use]
    pub const fn cut(mut self, end: &'static str) -> Self {
        self.rules.cut = Some(end);
        self
    }

    /// Sends `config.json` as an operator changed it.
    #[must_use]
    pub fn configuration(mut self, change: impl Fn(String) -> String) -> Self {
        let text =
            std::fs::read_to_string(self.rules.folder.join("config.json")).unwrap_or_default();
        self.rules.configuration = Some(change(text));
        self
    }

    /// Names another host of the API in the policy, as the README tells operators to.
    #[must_use]
    pub fn connect_to(mut self, origin: &str) -> Self {
        for (name, value) in &mut self.rules.headers {
            let text = value.to_str().unwrap_or_default();
            let more = text.replace(
                "connect-src 'self'",
                &format!("connect-src 'self' {origin}"),
            );
            if name == "content-security-policy"
                && let Ok(more) = HeaderValue::try_from(more)
            {
                *value = more;
            }
        }
        self
    }

    /// Serves below this path, such as `/portal`.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        path.clone_into(&mut self.rules.below);
        self
    }

    /// Starts on a free port.
    pub fn start(self) -> Result<Host> {
        failure::tell_of(&self.rules.asked);
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut host = Host {
            setup: self,
            address,
            running: None,
        };
        host.start()?;
        Ok(host)
    }
}
