//! A one-time code.

use super::characters::{ascii_digit, is_filling, is_invisible};
use crate::{Code, Secret, limits::CODE_LENGTH};

/// The six ASCII digits of a code, in whatever digits it was typed: with any dash, dot or blank, with
/// characters that show nothing, as `G-123456`, or inside the whole message. A message counts when
/// it holds one run of six digits, however often.
///
/// # Errors
/// `code_malformed`. That is not a try.
pub fn parse(typed: &str) -> Result<Secret, Code> {
    let plain = plain(typed);
    let text = plain.expose();
    let only_digits = !text.contains(OTHER);
    let code = if only_digits {
        one_code(std::iter::once(text))
    } else {
        let runs = text.split([OTHER, GAP]);
        // "Your code is 123 456. …": one character between two groups
        one_code(runs).or_else(|| one_code(text.split(OTHER).flat_map(|part| part.split("  "))))
    };
    code.ok_or(Code::CodeMalformed)
}

/// Stands for any dash, dot or blank.
const GAP: char = ' ';
/// Stands for any other character.
const OTHER: char = 'x';

/// What was typed, in ASCII digits, [`GAP`] and [`OTHER`].
fn plain(typed: &str) -> Secret {
    // The capacity is right from the start: growing would leave copies in freed memory.
    let mut plain = String::with_capacity(typed.len());
    let seen = typed.chars().filter(|character| !is_invisible(*character));
    plain.extend(seen.map(|character| match ascii_digit(character) {
        digit @ '0'..='9' => digit,
        gap if is_filling(gap) => GAP,
        _ => OTHER,
    }));
    Secret::new(plain)
}

/// The one code among these parts, gaps aside.
fn one_code<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Secret> {
    let mut codes = parts.filter_map(|part| {
        let mut code = String::with_capacity(part.len());
        code.extend(part.chars().filter(|character| *character != GAP));
        let code = Secret::new(code);
        (code.expose().len() == CODE_LENGTH).then_some(code)
    });
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_accepted_however_a_device_typed_it() {
        for typed in [
            "123456",
            "123 456",
            " 123-456\u{A0}",
            "１２３４５６",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            "১২৩৪৫৬",
            "๑๒๓๔๕๖",
            "𝟏𝟐𝟑𝟒𝟓𝟔",
            "123\u{2011}456",
            "123\u{2013}456",
            "123\u{2212}456",
            "123ー456",
            "123.456",
            "123·456",
            "1 2 3 4 5 6",
            "123\u{3000}456",
            "123\u{202F}456",
            "\u{200B}123456\u{FEFF}",
            "\u{202D}123456\u{202C}",
            "123\u{AD}456",
            "12\u{2060}34\u{200D}56",
        ] {
            assert_eq!(parse(typed).unwrap().expose(), "123456", "{typed:?}");
        }
    }

    #[test]
    fn a_code_is_found_inside_the_whole_message() {
        for typed in [
            "G-123456",
            "G\u{2011}123456",
            "Your code is 123456.",
            "Your code is 123456. 5 minutes are left.",
            "Your code is 123 456. It expires in 5 minutes.",
            "Your code is 123-456",
            "123456 is your Contoso code. Call +1 555 555 0134 if you did not ask for it.",
            "Your code is 123456.\n\n@contoso.example #123456",
            "رمزك هو ١٢٣٤٥٦.",
            "コード：１２３４５６。",
            "<#> Code: 123456 (valid until 12:30)",
        ] {
            assert_eq!(parse(typed).unwrap().expose(), "123456", "{typed:?}");
        }
    }

    #[test]
    fn what_holds_no_code_or_two_is_a_slip_and_not_a_try() {
        for bad in [
            "",
            "\u{200B}",
            "12345",
            "1234567",
            "12345a",
            "123456 7",
            "123456 789",
            "१२३४५",
            "²²²²²²",
            "123a456",
            "Your code is 12345.",
            "Your code is 1234567.",
            "123456 or 654321",
        ] {
            assert_eq!(parse(bad).unwrap_err(), Code::CodeMalformed, "{bad:?}");
        }
    }
}
