//! The steps for each mail application, and the choice between them.

use super::{clients::Client, servers::Servers};
use crate::ui::RadioGroup;
use leptos::prelude::*;

/// What the reader knows of the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Password {
    /// It was shown a moment ago.
    JustCopied,
    /// Any app password.
    Any,
}

impl Password {
    /// What goes where the application asks for the password.
    pub const fn words(self) -> &'static str {
        match self {
            Self::JustCopied => "the app password you just copied, not your network password",
            Self::Any => "an app password, not your network password",
        }
    }
}

/// The choice, the values to enter, and the steps of the chosen application.
#[component]
pub fn Chapter(
    /// The application that opens first.
    #[prop(into)]
    fitting: Signal<Client>,
    /// What the reader knows of the password.
    password: Password,
) -> impl IntoView {
    let chosen = RwSignal::new(fitting.get_untracked());
    // The name of the app password comes later than the screen; a choice made meanwhile stays.
    Effect::new(move |before: Option<Client>| {
        let now = fitting.get();
        if before == Some(chosen.get_untracked()) {
            chosen.set(now);
        }
        now
    });
    let options = Client::ALL.map(|client| (client, client.name())).to_vec();
    view! {
        <RadioGroup name="client" legend="Which mail application?" options chosen />
        <section class="steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{move || format!("Set up {}", chosen.get().name())}</h2>
            <Servers password />
            {move || ways(chosen.get())
                .iter()
                .map(|way| view! {
                    {way.title.map(|title| view! { <h3>{title}</h3> })}
                    <ol class="steps__list">
                        {way.steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}
                    </ol>
                })
                .collect_view()}
        </section>
    }
}

/// One way through one application's menus.
struct Way {
    /// Which version or device, where there is more than one.
    title: Option<&'static str>,
    steps: &'static [&'static str],
}

/// The ways of one application. Words in quotation marks are the application's own.
const fn ways(client: Client) -> &'static [Way] {
    match client {
        Client::IPhoneMail => IPHONE_MAIL,
        Client::AndroidMail => ANDROID_MAIL,
        Client::Outlook => OUTLOOK,
        Client::Thunderbird => THUNDERBIRD,
    }
}

const IPHONE_MAIL: &[Way] = &[Way {
    title: None,
    steps: &[
        "Open Settings > Apps > Mail > Mail Accounts > Add Account. (Up to iOS 17: Settings > Mail > Accounts > Add Account.)",
        "Tap \"Other\", then \"Add Mail Account\".",
        "Enter your name, your e-mail address, the app password under \"Password\", and any description. Tap \"Next\".",
        "Choose \"IMAP\". Under \"Incoming Mail Server\" enter the incoming server, your user name, and the app password.",
        "Under \"Outgoing Mail Server\" enter the outgoing server, and the same user name and app password, even though it says \"Optional\". Tap \"Next\".",
        "Leave \"Mail\" switched on and tap \"Save\".",
    ],
}];

const ANDROID_MAIL: &[Way] = &[
    Way {
        title: Some("In the Gmail application"),
        steps: &[
            "Open Gmail, tap your picture at the top right, then \"Add another account\".",
            "Tap \"Other\", enter your e-mail address, and tap \"Next\".",
            "Tap \"Personal (IMAP)\".",
            "Enter the app password where it asks for the password. Tap \"Next\".",
            "Under \"Incoming server settings\" enter the user name, the app password, and the incoming server with its port and security type. Tap \"Next\".",
            "Under \"Outgoing server settings\" leave \"Require sign-in\" on, and enter the same user name and app password, and the outgoing server. Tap \"Next\".",
            "Choose how often to fetch mail, tap \"Next\", and finish.",
        ],
    },
    Way {
        title: Some("In Samsung Email"),
        steps: &[
            "Open Samsung Email, then the menu > the gear > \"Add account\" > \"Other\".",
            "Enter your e-mail address and the app password. Tap \"Manual setup\", then \"IMAP account\".",
            "Enter the user name, the app password, and the incoming and the outgoing server with their ports and security types.",
            "Leave \"Authentication required before sending emails\" on, and tap \"Sign in\".",
        ],
    },
];

const OUTLOOK: &[Way] = &[
    Way {
        title: Some("On a computer with Windows"),
        steps: &[
            "New Outlook: click the gear, then Accounts > Your accounts > \"Add account\". Classic Outlook: click File > \"Add Account\".",
            "Enter your e-mail address. New Outlook: click \"Continue\", then \"Choose provider\" and IMAP. Classic Outlook: open \"Advanced options\", tick \"Let me set up my account manually\", click \"Connect\", then IMAP.",
            "Enter the incoming and the outgoing server with their ports and encryption. New Outlook shows them under \"Show more\".",
            "Enter the app password where it asks for the password, and click \"Connect\" or \"Continue\".",
        ],
    },
    Way {
        title: Some("On a Mac"),
        steps: &[
            "Click Outlook > Settings > Accounts, then the plus sign > \"Add an Account\".",
            "Enter your e-mail address, click \"Continue\", and choose IMAP.",
            "Enter the user name, the app password, and the incoming and the outgoing server with their ports. Click \"Add Account\".",
        ],
    },
    Way {
        title: Some("On a phone"),
        steps: &[
            "Tap your picture or the menu at the top left, then the envelope with the plus sign, or the gear > \"Add account\".",
            "Tap \"Add Email Account\", enter your e-mail address, tap \"Continue\", and choose IMAP.",
            "Enter the app password, open the advanced settings, and enter the incoming and the outgoing server with the same user name and app password for both.",
            "Tap the check mark or \"Sign In\".",
        ],
    },
];

const THUNDERBIRD: &[Way] = &[Way {
    title: None,
    steps: &[
        "Open the menu (the three lines) > \"New Account\" > \"Email\". (In older versions: \"Existing Mail Account\".)",
        "Enter your name, your e-mail address, and the app password. Click \"Continue\".",
        "Click \"Configure manually\" or \"Edit configuration\" if what it found is not what stands above.",
        "Choose IMAP, and enter the incoming server with its port and \"Connection security\". As \"Authentication method\" choose \"Normal password\".",
        "Enter the outgoing server in the same way, with your e-mail address as the user name of both.",
        "Click \"Re-test\", then \"Done\" or \"Continue\". Thunderbird may ask for the password again: enter the app password.",
    ],
}];
