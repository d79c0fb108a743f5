//! Codes of an authenticator app: RFC 6238 with 30-second steps, HMAC-SHA-1 and six digits, the
//! only parameters that every app understands.

use crate::ports::Random;
use contract::{Secret, Timestamp};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use sha1::Sha1;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// Milliseconds of one time step.
const STEP: i64 = 30_000;
/// Steps of drift to either side whose codes are right.
const DRIFT: i64 = 1;
/// Steps to either side whose codes show that the phone's clock is wrong: ten minutes.
const CLOCK_OFF: i64 = 20;
/// How far ahead the last used step may be: a minute and one step of drift.
const STEPS_AHEAD: i64 = 3;

/// Everything but RFC 3986's unreserved characters, since the address is read by strangers' apps.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Right; remember this step, its code counts once.
    Accepted {
        /// Steps since 1970.
        step: i64,
    },
    /// Right, but used before.
    Used,
    /// Right at another time, at most ten minutes away: the phone's clock is wrong.
    ClockOff {
        /// Its step, if that is yet to come.
        ahead: Option<i64>,
    },
    /// Not right.
    Wrong,
}

/// A fresh key: 20 random bytes (RFC 4226, section 4) in Base32 without padding.
#[must_use]
pub fn generate_key(random: &dyn Random) -> Secret {
    let mut bytes = [0; 20];
    random.fill(&mut bytes);
    let key = Secret::new(BASE32_NOPAD.encode(&bytes));
    bytes.zeroize();
    key
}

/// The `otpauth://` address for the QR code.
#[must_use]
pub fn address(issuer: &str, email: &str, key: &Secret) -> Secret {
    let (issuer, email) = (percent_encode(issuer), percent_encode(email));
    Secret::new(format!(
        "otpauth://totp/{issuer}:{email}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
        key.expose()
    ))
}

/// Judges a code of six digits, with one step of drift to either side; one that is up to ten minutes
/// off is told apart, unless it was used. `last_step` is the newest
/// step whose code was accepted; that one and all before it no longer count (RFC 6238, 5.2). One that
/// is more than a minute and the drift ahead was written by a clock that was wrong, and is ignored.
#[must_use]
pub fn verify(key: &Secret, code: &Secret, last_step: Option<i64>, now: Timestamp) -> Verdict {
    let Ok(bytes) = BASE32_NOPAD
        .decode(key.expose().as_bytes())
        .map(Zeroizing::new)
    else {
        return Verdict::Wrong;
    };
    let current = now.0.div_euclid(STEP);
    let last_step = last_step.filter(|last| *last <= current + STEPS_AHEAD);
    let mut verdict = Verdict::Wrong;
    // All are always computed, so that time does not tell which it was.
    for step in current - CLOCK_OFF..=current + CLOCK_OFF {
        let right = code_at(&bytes, step)
            .expose()
            .as_bytes()
            .ct_eq(code.expose().as_bytes());
        let fresh = last_step.is_none_or(|last| step > last);
        if !bool::from(right) {
            continue;
        }
        if (current - DRIFT..=current + DRIFT).contains(&step) {
            verdict = if fresh {
                Verdict::Accepted { step }
            } else {
                Verdict::Used
            };
        } else if fresh && !matches!(verdict, Verdict::Accepted { .. } | Verdict::Used) {
            verdict = Verdict::ClockOff {
                ahead: (step > current).then_some(step),
            };
        }
    }
    verdict
}

/// The code that an app with this Base32 key shows now: for tests and for made-up phones. None if
/// the key is not Base32.
#[must_use]
pub fn code_now(key: &Secret, now: Timestamp) -> Option<Secret> {
    let bytes = Zeroizing::new(BASE32_NOPAD.decode(key.expose().as_bytes()).ok()?);
    Some(code_at(&bytes, now.0.div_euclid(STEP)))
}

fn code_at(key: &[u8], step: i64) -> Secret {
    Secret::new(format!("{:06}", truncated(key, step) % 1_000_000))
}

/// The 31 bits of RFC 4226, section 5.3.
fn truncated(key: &[u8], step: i64) -> u32 {
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(key) else {
        unreachable!("HMAC takes a key of any length (RFC 2104)")
    };
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let mut four = [0; 4];
    four.copy_from_slice(&hash[offset..offset + 4]);
    u32::from_be_bytes(four) & 0x7fff_ffff
}

fn percent_encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ENCODED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Secret {
        Secret::new(BASE32_NOPAD.encode(b"12345678901234567890"))
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp(seconds * 1000)
    }

    fn judge(code: &str, last: Option<i64>, seconds: i64) -> Verdict {
        verify(&key(), &Secret::new(code.into()), last, at(seconds))
    }

    #[test]
    fn any_authenticator_app_shows_the_codes_of_rfc_6238() {
        // Appendix B, SHA-1, eight digits there.
        for (seconds, eight) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            let step = seconds / 30;
            assert_eq!(
                truncated(b"12345678901234567890", step) % 100_000_000,
                eight
            );
            let six = format!("{:06}", eight % 1_000_000);
            assert_eq!(code_now(&key(), at(seconds)).unwrap().expose(), six);
            assert_eq!(judge(&six, None, seconds), Verdict::Accepted { step });
        }
    }

    #[test]
    fn a_phone_whose_clock_is_one_step_off_still_signs_in_and_two_steps_do_not() {
        for (seconds, accepted) in [
            (59 - 60, false),
            (59 - 30, true),
            (59 + 30, true),
            (59 + 60, false),
        ] {
            let verdict = judge("287082", None, seconds);
            let is_accepted = matches!(verdict, Verdict::Accepted { .. });
            assert_eq!(is_accepted, accepted, "{seconds}");
        }
    }

    #[test]
    fn a_clock_that_is_two_steps_to_ten_minutes_off_is_told() {
        let behind = Verdict::ClockOff { ahead: None };
        let ahead = Verdict::ClockOff { ahead: Some(1) };
        // the code of step 1
        for (steps, expected) in [
            (-20, ahead),
            (-6, ahead),
            (-2, ahead),
            (-1, Verdict::Accepted { step: 1 }),
            (1, Verdict::Accepted { step: 1 }),
            (2, behind),
            (6, behind),
            (20, behind),
            (21, Verdict::Wrong),
            (-21, Verdict::Wrong),
        ] {
            assert_eq!(judge("287082", None, 30 + steps * 30), expected, "{steps}");
        }
        assert_eq!(
            judge("287082", Some(1), 30 + 6 * 30),
            Verdict::Wrong,
            "used"
        );
    }

    #[test]
    fn a_code_read_over_a_shoulder_does_not_sign_in_a_second_time() {
        assert_eq!(judge("287082", Some(1), 59), Verdict::Used);
        assert_eq!(
            judge("287082", Some(2), 59),
            Verdict::Used,
            "nor one older than the last used"
        );
        assert_eq!(judge("287082", Some(0), 59), Verdict::Accepted { step: 1 });
    }

    #[test]
    fn a_clock_that_was_a_year_ahead_locks_nobody_out() {
        assert_eq!(judge("287082", Some(4), 59), Verdict::Used);
        let year = 365 * 86_400 / 30;
        assert_eq!(
            judge("287082", Some(year), 59),
            Verdict::Accepted { step: 1 }
        );
    }

    #[test]
    fn the_address_survives_spaces_and_signs_in_names() {
        let address = address("Contoso Ltd & Co", "a+b@contoso.example", &key());
        assert_eq!(
            address.expose(),
            "otpauth://totp/Contoso%20Ltd%20%26%20Co:a%2Bb%40contoso.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Contoso%20Ltd%20%26%20Co\
             &algorithm=SHA1&digits=6&period=30"
        );
    }
}
