//! Telephone numbers, masked to their last digits on the way out.

/// `+15555550134` as `+1 ••• ••• 0134`: enough to know which phone to look at, no more.
#[must_use]
pub fn mask(number: &str) -> String {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let country = country_code_length(digits).min(digits.len());
    let (country, rest) = digits.split_at_checked(country).unwrap_or(("", digits));
    // A short number keeps at least half of itself hidden.
    let shown = 4.min(rest.len() / 2);
    let (hidden, last) = rest
        .split_at_checked(rest.len() - shown)
        .unwrap_or(("", rest));
    let mut masked = format!("+{country}");
    for start in (0..hidden.len()).step_by(3) {
        masked.push(' ');
        masked.extend(std::iter::repeat_n('•', (hidden.len() - start).min(3)));
    }
    masked.push(' ');
    masked.push_str(last);
    masked
}

/// Digits of the country code (ITU-T E.164, list of assigned codes): one for zones 1 and 7, two
/// for those named here, three for all others.
fn country_code_length(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_digits_of_a_phone_are_shown_before_the_second_factor() {
        assert_eq!(mask("+15555550134"), "+1 ••• ••• 0134");
        assert_eq!(mask("+4915112345678"), "+49 ••• ••• • 5678");
        assert_eq!(mask("+3546123456"), "+354 ••• • 456");
        assert_eq!(mask("+2904123"), "+290 •• 23");
        assert_eq!(mask(""), "+ ");
    }
}
