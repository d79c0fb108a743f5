//! A static host for the built page, as an operator would have one: helpful or dumb, under any path,
//! with the headers that the build wrote for hosts and with any others. It can be stopped, started
//! again on the same port, and told to hold a file back. For the production page there is a portal
//! behind it.

mod answer;
mod setup;

pub use setup::Setup;

use crate::{complaints, engine::Engine, server::Server};
use answer::{answer, is_text_to_edit};
use anyhow::{Context, Result};
use axum::{Router, middleware};
use std::{
    net::{SocketAddr, TcpListener},
    sync::{PoisonError, atomic::Ordering},
};
use tokio::runtime::Runtime;
use tower_http::{compression::CompressionLayer, services::ServeDir};

/// A host that runs until it is dropped.
pub struct Host {
    setup: Setup,
    address: SocketAddr,
    running: Option<Runtime>,
}

impl Host {
    /// The portal behind the production page.
    ///
    /// # Panics
    /// For the prototype, which has its portal in the tab.
    pub fn server(&self) -> &Server {
        let server = self.setup.server.as_ref();
        assert!(
            server.is_some(),
            "the prototype has no server: begin the test with `Setup::production`"
        );
        server.unwrap_or_else(|| unreachable!("asserted above"))
    }

    /// The address of the page's root, without a slash at the end.
    pub fn url(&self) -> String {
        format!(
            "http://127.0.0.1:{}{}",
            self.address.port(),
            self.setup.rules.below
        )
    }

    /// The same on an origin that is no secure context: no `navigator.clipboard` there. WebKit has
    /// no way to give a name an address; it trusts loopback by how the address is written, and this
    /// way of writing it leads here all the same.
    pub fn insecure_url(&self, engine: Engine) -> String {
        self.url().replace(
            "127.0.0.1",
            match engine {
                Engine::Chromium | Engine::Firefox => "insecure.test",
                Engine::Webkit => "[::ffff:127.0.0.1]",
            },
        )
    }

    /// The address of a path of the page. A scenario in it has no latency: that is for people who look.
    pub fn at(&self, path: &str) -> String {
        let asks = path.contains("scenario=") && !path.contains("latency=");
        let latency = if asks { "&latency=0" } else { "" };
        format!("{}{path}{latency}", self.url())
    }

    /// What was asked for so far: method, path and query.
    pub fn asked(&self) -> Vec<String> {
        self.setup
            .rules
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Keeps files whose path ends so waiting, such as `.wasm`, until `release`.
    pub fn hold(&self, end: &str) {
        self.setup.rules.held.send_replace(Some(end.to_owned()));
    }

    /// Sends what was held.
    pub fn release(&self) {
        self.setup.rules.held.send_replace(None);
    }

    /// Answers 404 for files whose path holds this, or no longer.
    pub fn refuse(&self, part: &str, refused: bool) {
        let mut rule = self
            .setup
            .rules
            .refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *rule = refused.then(|| part.to_owned());
    }

    /// From now on `config.json` says `"offline": false`: browsers keep no copy of the page, for tests
    /// that hold a file back or take it away.
    pub fn no_store(&self) {
        self.setup.rules.no_store.store(true, Ordering::SeqCst);
    }

    /// Deploys the next release, which differs in its name alone.
    pub fn renew(&self) -> Result<()> {
        let copied = self.setup.copied.as_ref();
        copied.context("begin with `Setup::renewable`")?.renew()
    }

    /// Cuts all connections and refuses new ones.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.shutdown_background();
        }
    }

    /// Starts again, on the same port.
    pub fn start(&mut self) -> Result<()> {
        self.stop();
        let listener = TcpListener::bind(self.address).with_context(|| self.address.to_string())?;
        listener.set_nonblocking(true)?;
        self.address = listener.local_addr()?;
        if let Some(server) = &self.setup.server {
            server.runs_at(self.address.port());
        }
        let running = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("host")
            .enable_all()
            .build()?;
        let router = self.router();
        running.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        self.running = Some(running);
        Ok(())
    }

    fn router(&self) -> Router {
        let rules = &self.setup.rules;
        let mut files = ServeDir::new(&rules.folder);
        if rules.compressed {
            files = files.precompressed_br().precompressed_gzip();
        }
        let files = Router::new()
            .fallback_service(files)
            .layer(middleware::from_fn_with_state(rules.clone(), answer))
            .layer(middleware::from_fn(complaints::collect));
        let files = if rules.compressed {
            files.layer(CompressionLayer::new().compress_when(is_text_to_edit))
        } else {
            files
        };
        match &self.setup.server {
            Some(server) => server.routes(files),
            None => files,
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        Server::left(self.address.port());
        self.stop();
    }
}
