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

/// Sets the cookie of a trusted device for `seconds`.
pub fn set_trusted_device(response: &mut Response, cookies: Cookies, token: &Secret, seconds: u32) {
    append(
        response,
        cookies,
        cookies.trusted_device,
        token.expose(),
        Some(seconds),
    );
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
}
