//! The two cookies: read from requests, written to replies.

use crate::settings::Cookies;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use contract::Secret;

/// The value of a cookie, if the request carries it and it is not empty. Headers are read as bytes:
/// another application of the same site may have set a cookie that is not ASCII.
pub fn read(headers: &HeaderMap, name: &str) -> Option<Secret> {
    let lines = headers.get_all(header::COOKIE).into_iter();
    let pairs = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
    let mut values = pairs.filter_map(|pair| {
        let pair = pair.trim_ascii();
        let value = pair.strip_prefix(name.as_bytes())?.strip_prefix(b"=")?;
        std::str::from_utf8(value).ok()
    });
    let value = values.find(|value| !value.is_empty())?;
    Some(Secret::new(value.to_owned()))
}

/// Sets the session cookie. It has no `Max-Age`: it ends with the browser, or before with the
/// session.
pub fn set_session(response: &mut Response, cookies: Cookies, token: &Secret) {
    append(response, cookies, cookies.session, token.expose(), None);
}

/// Removes the session cookie.
pub fn clear_session(response: &mut Response, cookies: Cookies) {
    append(response, cookies, cookies.session, "", Some(0));
}

/// Most people whose trust one browser keeps: one more takes the place of the oldest.
const TRUSTING_PEOPLE: usize = 10;
/// Stands between the tokens in the cookie of a trusted device; no token holds it.
const BETWEEN_TOKENS: &str = ".";

/// The tokens of the people who trust this browser, the newest first.
pub fn read_trusted_device(headers: &HeaderMap, cookies: Cookies) -> Vec<Secret> {
    let value = read(headers, cookies.trusted_device).unwrap_or_default();
    let tokens = value.expose().split(BETWEEN_TOKENS);
    let tokens = tokens.filter(|token| !token.is_empty());
    let tokens = tokens.map(|token| Secret::new(token.to_owned()));
    tokens.take(TRUSTING_PEOPLE).collect()
}

/// Sets the cookie of a trusted device for `seconds`. It holds a token for each person, so that one
/// person's trust begins and ends without the others'; the newest comes first.
pub fn set_trusted_device(
    response: &mut Response,
    cookies: Cookies,
    tokens: &[Secret],
    seconds: u32,
) {
    let kept = tokens.iter().take(TRUSTING_PEOPLE).map(Secret::expose);
    let value = Secret::new(kept.collect::<Vec<_>>().join(BETWEEN_TOKENS));
    let (name, value) = (cookies.trusted_device, value.expose());
    append(response, cookies, name, value, Some(seconds));
}

fn append(
    response: &mut Response,
    cookies: Cookies,
    name: &str,
    value: &str,
    seconds: Option<u32>,
) {
    let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let secure = if cookies.secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}");
    // Names and tokens are plain ASCII, so this always holds.
    if let Ok(mut line) = HeaderValue::try_from(line) {
        line.set_sensitive(true);
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_from(lines: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_bytes(line).unwrap());
        }
        read(&headers, "session").map(|value| value.expose().to_owned())
    }

    #[test]
    fn a_cookie_is_found_among_those_of_other_applications() {
        let found = Some("abc".to_owned());
        assert_eq!(read_from(&[b"a=1; session=abc; b=2"]), found);
        assert_eq!(read_from(&[b"a=1", b"session=abc"]), found);
        assert_eq!(read_from(&[b"session=; session=abc"]), found);
        assert_eq!(
            read_from(&["gr\u{FC}n=\u{FC}; session=abc".as_bytes()]),
            found
        );
        assert_eq!(read_from(&[b"x=\xFF; session=abc"]), found);
        assert_eq!(read_from(&[b"my-session=abc; sessions=abc"]), None);
    }

    #[test]
    fn a_browser_keeps_the_trust_of_ten_people_the_newest_first() {
        let people: Vec<_> = (0..12).map(|n| Secret::new(format!("token-{n}"))).collect();
        let mut response = Response::default();
        set_trusted_device(&mut response, Cookies::SECURE, &people, 60);
        let line = response.headers()[header::SET_COOKIE].to_str().unwrap();
        let (pair, _) = line.split_once(';').unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(pair).unwrap());
        let read = read_trusted_device(&headers, Cookies::SECURE);
        assert_eq!(read, people[..TRUSTING_PEOPLE]);
        assert_eq!(read_trusted_device(&HeaderMap::new(), Cookies::SECURE), []);
    }
}
