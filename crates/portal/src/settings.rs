//! What an operator decides, handed in once when the portal is made.

use crate::keys::ServerKeys;
use contract::{AppTile, limits};

/// Everything that is the same for all accounts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The brand's name, as an authenticator app shows it beside the code.
    pub issuer: String,
    /// The tiles of the apps screen.
    pub apps: Vec<AppTile>,
    /// Most app passwords one user may hold; 40 in the guide.
    pub app_password_limit: usize,
    /// How cookies are named, and whether they are kept to TLS.
    pub cookies: Cookies,
    /// Origins of pages that may call this API beside its own host, as a browser writes them in
    /// `Origin`: `https://portal.contoso.example`.
    pub allowed_origins: Vec<String>,
    /// The keys of the digests of app passwords and codes.
    pub keys: ServerKeys,
}

impl Settings {
    /// The defaults: no tiles, 40 app passwords, TLS-only cookies, no other origin.
    #[must_use]
    pub fn new(issuer: impl Into<String>, keys: ServerKeys) -> Self {
        Self {
            issuer: issuer.into(),
            apps: Vec::new(),
            app_password_limit: limits::APP_PASSWORDS_PER_USER,
            cookies: Cookies::SECURE,
            allowed_origins: Vec::new(),
            keys,
        }
    }
}

/// Names and strictness of the two cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cookies {
    /// The cookie with the session token.
    pub session: &'static str,
    /// The cookie with the tokens of "Don't ask again for 14 days", one for each person.
    pub trusted_device: &'static str,
    /// Whether they carry `Secure`.
    pub secure: bool,
}

impl Cookies {
    /// For every real deployment: a browser keeps `__Host-` cookies from other hosts and paths.
    pub const SECURE: Self = Self {
        session: "__Host-session",
        trusted_device: "__Host-trusted-device",
        secure: true,
    };

    /// For http on a loopback address only: some browsers drop `Secure` cookies there.
    pub const INSECURE_LOOPBACK: Self = Self {
        session: "insecure-session",
        trusted_device: "insecure-trusted-device",
        secure: false,
    };
}
