//! Refuses what another site's page makes a browser send (docs/decisions.md, 8). `SameSite=Strict`
//! already keeps the cookie back; this is the second lock.

use super::problem::Failure;
use crate::{portal::Portal, store::Store};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use contract::Code;

/// Lets a request through if it is safe, or if nothing says that it comes from another site.
pub async fn check<S: Store>(
    State(portal): State<Portal<S>>,
    request: Request,
    next: Next,
) -> Response {
    let own_host = own_host(&request);
    let allowed = &portal.settings().allowed_origins;
    let headers = request.headers();
    if request.method().is_safe() || is_allowed(headers, own_host.as_deref(), allowed) {
        next.run(request).await
    } else {
        Failure::from(Code::CrossOrigin).into_response()
    }
}

/// HTTP/2 has the host in the address, HTTP/1.1 in a header.
fn own_host(request: &Request) -> Option<String> {
    let header = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let authority = request.uri().authority().map(Authority::as_str);
    header.or(authority).map(str::to_ascii_lowercase)
}

fn is_allowed(headers: &HeaderMap, own_host: Option<&str>, allowed: &[String]) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !matches!(site, None | Some(b"same-origin" | b"same-site" | b"none")) {
        return false;
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else {
        return false;
    };
    let host = origin
        .split_once("://")
        .map(|(_, host)| host.to_ascii_lowercase());
    (host.is_some() && host.as_deref() == own_host) || allowed.iter().any(|one| one == origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(site: Option<&'static str>, origin: Option<&'static str>) -> bool {
        let mut headers = HeaderMap::new();
        if let Some(site) = site {
            headers.insert("sec-fetch-site", site.parse().unwrap());
        }
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_allowed(
            &headers,
            Some("mail.example:8443"),
            &["https://portal.example".into()],
        )
    }

    #[test]
    fn a_strangers_page_cannot_make_or_delete_app_passwords() {
        assert!(!allowed(Some("cross-site"), None));
        assert!(!allowed(
            Some("cross-site"),
            Some("https://mail.example:8443")
        ));
        assert!(!allowed(None, Some("https://evil.example")));
        assert!(!allowed(None, Some("null")));
        assert!(!allowed(
            Some("same-site"),
            Some("https://other.mail.example:8443")
        ));
    }

    #[test]
    fn the_portals_own_page_and_programs_without_a_page_are_let_in() {
        assert!(allowed(None, None));
        assert!(allowed(Some("none"), None));
        assert!(allowed(
            Some("same-origin"),
            Some("https://mail.example:8443")
        ));
        assert!(allowed(Some("same-site"), Some("https://portal.example")));
    }
}
