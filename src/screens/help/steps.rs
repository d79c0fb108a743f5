//! The steps for each mail application, and the choice between them.

use super::{
    clients::Client,
    servers::{Password, Servers},
};
use crate::words::Text;
use crate::{
    ui::RadioGroup,
    words::{self, steps as said},
};
use leptos::prelude::*;

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
        <RadioGroup name="client" legend=words::help::which() options chosen />
        <section class="steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{move || words::help::set_up_client(chosen.get().name())}</h2>
            <Servers password />
            {move || ways(chosen.get())
                .iter()
                .map(|way| view! {
                    {way.title.map(|title| view! { <h3>{title()}</h3> })}
                    <ol class="steps__list">
                        {way.steps.iter().map(|step| view! { <li>{step()}</li> }).collect_view()}
                    </ol>
                })
                .collect_view()}
        </section>
    }
}

/// One way through one application's menus.
struct Way {
    /// Which version or device, where there is more than one.
    title: Option<Words>,
    steps: &'static [Words],
}

/// A text, made when it is drawn.
type Words = fn() -> Text;

/// The ways of one application. Words in quotation marks are the application's own.
const fn ways(client: Client) -> &'static [Way] {
    match client {
        Client::IPhoneMail => &[Way {
            title: None,
            steps: &[
                said::iphone_1,
                said::iphone_2,
                said::iphone_3,
                said::iphone_4,
                said::iphone_5,
                said::iphone_6,
            ],
        }],
        Client::AndroidMail => ANDROID_MAIL,
        Client::Outlook => OUTLOOK,
        Client::Thunderbird => &[Way {
            title: None,
            steps: &[
                said::thunderbird_1,
                said::thunderbird_2,
                said::thunderbird_3,
                said::thunderbird_4,
                said::thunderbird_5,
                said::thunderbird_6,
            ],
        }],
    }
}

const ANDROID_MAIL: &[Way] = &[
    Way {
        title: Some(said::gmail),
        steps: &[
            said::gmail_1,
            said::gmail_2,
            said::gmail_3,
            said::gmail_4,
            said::gmail_5,
            said::gmail_6,
            said::gmail_7,
        ],
    },
    Way {
        title: Some(said::samsung),
        steps: &[
            said::samsung_1,
            said::samsung_2,
            said::samsung_3,
            said::samsung_4,
        ],
    },
];

const OUTLOOK: &[Way] = &[
    Way {
        title: Some(said::windows),
        steps: &[
            said::windows_1,
            said::windows_2,
            said::windows_3,
            said::windows_4,
        ],
    },
    Way {
        title: Some(said::mac),
        steps: &[said::mac_1, said::mac_2, said::mac_3],
    },
    Way {
        title: Some(said::phone),
        steps: &[said::phone_1, said::phone_2, said::phone_3, said::phone_4],
    },
];
