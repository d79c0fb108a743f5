//! The mail applications that the steps are written for.

use crate::words::Text;
use crate::{ui::Platform, words};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Client {
    /// Apple's, on iPhone and iPad.
    IPhoneMail,
    /// Gmail and Samsung Email, on Android.
    AndroidMail,
    /// On computers and phones.
    Outlook,
    /// On computers.
    Thunderbird,
}

impl Client {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::IPhoneMail,
        Self::AndroidMail,
        Self::Outlook,
        Self::Thunderbird,
    ];

    /// As the guide and its users call it.
    pub fn name(self) -> Text {
        match self {
            Self::IPhoneMail => words::clients::iphone_mail(),
            Self::AndroidMail => words::clients::android_mail(),
            Self::Outlook => words::clients::outlook(),
            Self::Thunderbird => words::clients::thunderbird(),
        }
    }

    /// The one that the name of an app password speaks of. An application's name says more than a
    /// device's: "Outlook on iPhone" is Outlook.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["outlook"]) {
            Some(Self::Outlook)
        } else if says(&["thunderbird"]) {
            Some(Self::Thunderbird)
        } else if says(&["iphone", "ipad", "ios", "apple"]) {
            Some(Self::IPhoneMail)
        } else if says(&["android", "gmail", "samsung", "galaxy", "pixel"]) {
            Some(Self::AndroidMail)
        } else {
            None
        }
    }

    /// The one that is likely on a device.
    pub const fn of_platform(platform: Platform) -> Self {
        match platform {
            Platform::IPhone | Platform::IPad => Self::IPhoneMail,
            Platform::Android => Self::AndroidMail,
            Platform::Windows | Platform::Mac => Self::Outlook,
            Platform::Other => Self::Thunderbird,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_steps_that_open_first_are_those_of_the_named_application() {
        for (name, client) in [
            ("iPhone Mail", Some(Client::IPhoneMail)),
            ("Android Type Mail App", Some(Client::AndroidMail)),
            ("Outlook on iPhone", Some(Client::Outlook)),
            ("THUNDERBIRD", Some(Client::Thunderbird)),
            ("9", None),
            ("Initial app password20160831195929", None),
        ] {
            assert_eq!(Client::of_name(name), client, "{name}");
        }
    }
}
