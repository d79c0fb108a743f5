//! Characters that people's devices type or paste: digits of other scripts, dashes, blanks, and
//! characters that show nothing.

/// Zero of every script's decimal digits (Unicode general category `Nd`). One to nine follow each.
const ZEROS: &[char] = &[
    '\u{30}',
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{FF10}',
    '\u{104A0}',
    '\u{10D30}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{112F0}',
    '\u{11450}',
    '\u{114D0}',
    '\u{11650}',
    '\u{116C0}',
    '\u{11730}',
    '\u{118E0}',
    '\u{11950}',
    '\u{11C50}',
    '\u{11D50}',
    '\u{11DA0}',
    '\u{16A60}',
    '\u{16AC0}',
    '\u{16B50}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
    '\u{1E140}',
    '\u{1E2F0}',
    '\u{1E950}',
    '\u{1FBF0}',
];

/// The value of a decimal digit of any script: full-width, Arabic-Indic, Devanagari and so on.
#[must_use]
pub fn digit(character: char) -> Option<u32> {
    let after = ZEROS.partition_point(|zero| *zero <= character);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    let value = u32::from(character) - u32::from(*zero);
    (value < 10).then_some(value)
}

/// The character, or the ASCII digit of the same value.
#[must_use]
pub fn ascii_digit(character: char) -> char {
    let ascii = digit(character).and_then(|value| char::from_digit(value, 10));
    ascii.unwrap_or(character)
}

/// Whether it shows nothing and takes no room (Unicode property `Default_Ignorable_Code_Point`):
/// joiners, direction marks, soft hyphens, variation selectors, fillers, byte order marks.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether it shows as room only: white space, or the Braille pattern without dots.
#[must_use]
pub fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{2800}'
}

/// What stands between groups of digits or letters: any dash, dot or blank.
#[must_use]
pub fn is_filling(character: char) -> bool {
    is_blank(character) || is_dash(character) || is_dot(character)
}

/// General category `Pd`, the minus sign, and the long-vowel mark that a Japanese keyboard types
/// for it.
const fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{58A}'
            | '\u{5BE}'
            | '\u{1400}'
            | '\u{1806}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2043}'
            | '\u{2212}'
            | '\u{2E17}'
            | '\u{2E1A}'
            | '\u{2E3A}'..='\u{2E3B}'
            | '\u{2E40}'
            | '\u{2E5D}'
            | '\u{301C}'
            | '\u{3030}'
            | '\u{30A0}'
            | '\u{30FC}'
            | '\u{FE31}'..='\u{FE32}'
            | '\u{FE58}'
            | '\u{FE63}'
            | '\u{FF0D}'
            | '\u{FF70}'
            | '\u{10EAD}'
    )
}

/// Full stops, middle dots and the bullet.
const fn is_dot(character: char) -> bool {
    matches!(
        character,
        '.' | '\u{B7}'
            | '\u{6D4}'
            | '\u{2022}'
            | '\u{2024}'
            | '\u{2027}'
            | '\u{3002}'
            | '\u{30FB}'
            | '\u{FE52}'
            | '\u{FF0E}'
            | '\u{FF61}'
            | '\u{FF65}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_every_script_have_their_value() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            for value in 0..10 {
                let character = char::from_u32(u32::from(*zero) + value).unwrap();
                assert!(character.is_numeric(), "{character:?}");
                assert_eq!(digit(character), Some(value), "{character:?}");
            }
        }
        for other in [
            '\0', '/', ':', 'a', '\u{B2}', '\u{65F}', '\u{66A}', '\u{2460}', '\u{4E00}',
        ] {
            assert_eq!(digit(other), None, "{other:?}");
        }
    }

    #[test]
    fn no_character_is_of_two_kinds() {
        for character in '\0'..=char::MAX {
            let kinds = [
                is_invisible(character),
                is_blank(character),
                is_dash(character),
                is_dot(character),
                digit(character).is_some(),
            ];
            assert!(
                kinds.iter().filter(|kind| **kind).count() <= 1,
                "{character:?}"
            );
        }
    }
}
