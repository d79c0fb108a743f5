//! The made-up people. Everyone has an account in every world, so that one can sign out and in as
//! somebody else.

use contract::{Method, Secret};
use portal::AccountRecord;

/// The password of everyone; the sign-in screen of the prototype says so.
pub const PASSWORD: &str = "made-up-password";

/// Numbers that may be shown to everyone: 555-01xx is kept for fiction (NANPA).
const PHONE: &str = "+15555550134";
const OFFICE: &str = "+15555550100";
const ALTERNATE: &str = "+15555550177";
/// The shared key of the made-up authenticator apps, in Base32.
const AUTHENTICATOR: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

macro_rules! people {
    ($( $variant:ident $slug:literal $name:literal; )*) => {
        crate::slugs::slugs! {
            /// A person.
            Person { $( #[doc = $name] $variant $slug; )* }
        }

        impl Person {
            /// The e-mail address.
            #[must_use]
            pub const fn email(self) -> &'static str {
                match self { $(Self::$variant => concat!($slug, "@contoso.example")),* }
            }

            /// The name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

people! {
    Sam "sam" "Sam Rivera";
    Noa "noa" "Noa Lindqvist";
    Marek "marek" "Marek Dvořák";
    Wanjiru "wanjiru" "Wanjiru Otieno";
    Theo "theo" "Theo Okafor";
    Ines "ines" "Inès Moreau";
    Priya "priya" "Priya Nair";
    Jonas "jonas" "Jonas Weber";
    Mei "mei" "Mei Tanaka";
    Alice "alice" "Alice Novak";
    Omar "omar" "Omar Haddad";
    Ruth "ruth" "Ruth Adler";
    Lena "lena" "Lena Fischer";
    Diego "diego" "Diego Santos";
    Yara "yara" "Yara Benali-Schwarzenberger";
    Kofi "kofi" "Kofi Mensah";
    Hana "hana" "Hana Sato";
    Elif "elif" "Elif Demir";
    Farah "farah" "Farah Aziz";
    Tomas "tomas" "Tomás Silva";
}

impl Person {
    /// The preferred second factor; none for somebody who has yet to set one up.
    #[must_use]
    pub const fn preferred(self) -> Option<Method> {
        match self {
            Self::Mei => None,
            Self::Omar => Some(Method::CallAuthenticationPhone),
            Self::Ruth => Some(Method::CallOfficePhone),
            Self::Lena => Some(Method::AppNotification),
            Self::Diego => Some(Method::AppCode),
            _ => Some(Method::TextAuthenticationPhone),
        }
    }

    /// The account in the portal, before any app password.
    #[must_use]
    pub fn account(self) -> AccountRecord {
        let account =
            AccountRecord::new(self.email(), self.name(), Secret::new(PASSWORD.to_owned()));
        let Some(preferred) = self.preferred() else {
            return account;
        };
        let account = account.authentication_phone(PHONE).preferred(preferred);
        let account = match self {
            // text messages are her only method
            Self::Alice => return account,
            Self::Jonas => account.administrator(),
            Self::Priya => account.creation_forbidden(),
            _ => account,
        };
        account
            .office_phone(OFFICE, Some("421"))
            .alternate_phone(ALTERNATE)
            .authenticator(Secret::new(AUTHENTICATOR.to_owned()))
    }
}
