//! An e-mail address: as it is kept, and as it is compared.

use super::{
    punycode,
    unicode::{Form, normalised},
};
use contract::form::characters::is_invisible;

/// The address without the blanks around it and without characters that show nothing.
#[must_use]
pub fn clean(typed: &str) -> String {
    let seen = typed.chars().filter(|character| !is_invisible(*character));
    let seen: String = seen.collect();
    seen.trim().to_owned()
}

/// The address as it is compared: letter case, width and composition of letters aside. The domain
/// is in Unicode, whichever way a browser sent it, without the dot that may end it.
#[must_use]
pub fn fold(typed: &str) -> String {
    let address = fold_letters(typed);
    let Some((person, domain)) = address.rsplit_once('@') else {
        return address;
    };
    let domain = domain.replace('\u{3002}', ".");
    let labels = domain.trim_end_matches('.').split('.');
    let labels: Vec<_> = labels.map(unicode_label).collect();
    format!("{person}@{}", labels.join("."))
}

fn fold_letters(typed: &str) -> String {
    let compatible = normalised(&clean(typed), Form::Nfkc);
    // Browsers write no final sigma in Punycode. Some letters come apart in lower case.
    normalised(&compatible.to_lowercase().replace('ς', "σ"), Form::Nfkc)
}

/// A label that only looks like Punycode stays as it is.
fn unicode_label(label: &str) -> String {
    let decoded = label.strip_prefix("xn--").and_then(punycode::decode);
    let decoded = decoded.filter(|text| !text.is_ascii());
    decoded.map_or_else(|| label.to_owned(), |text| fold_letters(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_one_account_however_a_browser_sends_it() {
        for (typed, folded) in [
            (" Alex@Contoso.example\t", "alex@contoso.example"),
            ("alex@contoso.example.", "alex@contoso.example"),
            (
                "\u{FEFF}al\u{AD}ex\u{200B}@contoso\u{2060}.example",
                "alex@contoso.example",
            ),
            (
                "\u{202A}alex@contoso.example\u{202C}",
                "alex@contoso.example",
            ),
            ("ａｌｅｘ＠contoso．example", "alex@contoso.example"),
            ("alex@contoso。example", "alex@contoso.example"),
            ("alex@müller.example", "alex@müller.example"),
            ("alex@xn--mller-kva.example", "alex@müller.example"),
            ("Alex@XN--MLLER-KVA.EXAMPLE.", "alex@müller.example"),
            ("alex@MU\u{308}LLER.example", "alex@müller.example"),
            ("alex@ΟΔΟΣ.example", "alex@οδοσ.example"),
            ("alex@xn--pxavbq.example", "alex@οδοσ.example"),
            ("alex@straße.example", "alex@straße.example"),
            ("alex@xn--strae-oqa.example", "alex@straße.example"),
        ] {
            assert_eq!(fold(typed), folded, "{typed:?}");
        }
    }

    #[test]
    fn two_addresses_are_two_accounts() {
        assert_ne!(fold("a@straße.example"), fold("a@strasse.example"));
        assert_ne!(fold("a@müller.example"), fold("a@mueller.example"));
        assert_ne!(fold("xn--mller-kva@a.example"), fold("müller@a.example"));
    }

    #[test]
    fn what_only_looks_like_punycode_stays_as_it_is() {
        for typed in [
            "a@xn--.example",
            "a@xn--abc-.example",
            "a@xn--%%%.example",
            "alex",
            "@",
            "",
        ] {
            assert_eq!(fold(typed), typed, "{typed:?}");
        }
    }
}
