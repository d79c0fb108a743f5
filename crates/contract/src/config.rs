//! `config.json`: what an operator sets without recompiling.

use serde::{Deserialize, Serialize};

/// The whole of `config.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// Whose portal this is.
    pub brand: Brand,
    /// Where the API answers: a path on this host (`/api`) or an `https:` address of the same
    /// site. The prototype does not read it.
    pub api_base: String,
    /// The operator's mail servers, for the steps of "Now set up".
    pub mail: MailServers,
    /// Whether the browser keeps a copy of the page for when there is no network. Read by the
    /// scripts beside the program; `false` takes back what browsers keep already.
    #[serde(default = "yes")]
    pub offline: bool,
}

const fn yes() -> bool {
    true
}

/// Whose portal this is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The organisation's name, in place of the guide's "Microsoft".
    pub name: String,
    /// The portal's own name, shown beside it.
    pub portal: String,
    /// What help desk to turn to: an e-mail address or a web address; may be empty.
    pub help_desk: String,
}

/// The servers a mail application asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailServers {
    /// Incoming mail (IMAP).
    pub incoming: MailServer,
    /// Outgoing mail (SMTP submission).
    pub outgoing: MailServer,
}

/// One server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailServer {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// The encryption in the words of a mail application: `SSL/TLS` or `STARTTLS`.
    pub encryption: String,
}
