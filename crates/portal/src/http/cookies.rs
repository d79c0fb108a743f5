//! The two cookies: read from requests, written to replies.

use crate::settings::Cookies;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use contract::Secret;

/// The value of a cookie, if the request carries it and it is not empty.
pub fn read(headers: &HeaderMap, name: &str) -> Option<Secret> {
    let lines = headers.get_all(header::COOKIE).into_iter();
    let pairs = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'));
    let mut values = pairs.filter_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='));
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
