//! A browser with a cookie jar, and what it is told.

use crate::{Api, codes};
use axum::http::{HeaderMap, Method as Verb, Request, header};
use contract::{Code, Problem, paths};
use portal::ClientAddress;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Clone)]
pub struct Browser {
    api: Api,
    pub jar: BTreeMap<String, String>,
    pub address: String,
}

pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Browser {
    pub fn new(api: Api) -> Self {
        Self {
            api,
            jar: BTreeMap::new(),
            address: "192.0.2.1".into(),
        }
    }

    pub fn send(
        &mut self,
        verb: Verb,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Reply {
        let mut request = Request::builder().method(verb).uri(format!("/api{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        for (name, value) in &self.jar {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let body = body.map_or_else(String::new, |body| body.to_string());
        let request = request
            .extension(ClientAddress(self.address.clone()))
            .body(body)
            .expect("a request");
        let (parts, text) = (self.api)(request).into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a cookie is text"));
        }
        let body = if text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).expect("a reply is JSON")
        };
        codes::note(&body);
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        }
    }

    fn keep(&mut self, cookie: &str) {
        let (name, rest) = cookie.split_once('=').expect("a cookie has a name");
        let value = rest.split(';').next().unwrap_or_default();
        if value.is_empty() {
            self.jar.remove(name);
        } else {
            self.jar.insert(name.into(), value.into());
        }
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.send(Verb::GET, path, &[], None)
    }

    pub fn post(&mut self, path: &str, body: Value) -> Reply {
        self.send(Verb::POST, path, &[], Some(body))
    }

    pub fn put(&mut self, path: &str, body: Value) -> Reply {
        self.send(Verb::PUT, path, &[], Some(body))
    }

    pub fn delete(&mut self, path: &str) -> Reply {
        self.send(Verb::DELETE, path, &[], None)
    }

    pub fn try_password(&mut self, email: &str, password: &str) -> Reply {
        self.post(
            paths::SESSION,
            json!({"email": email, "password": password}),
        )
    }

    pub fn state(&mut self) -> String {
        self.get(paths::SESSION).ok::<Value>()["state"]
            .as_str()
            .expect("a session has a state")
            .to_owned()
    }

    pub fn select(&mut self, method: &str) -> Reply {
        self.post(paths::CHALLENGE, json!({"method": method}))
    }

    pub fn answer(&mut self, code: &str) -> Reply {
        self.post(paths::CHALLENGE_ANSWER, json!({"code": code}))
    }

    pub fn answer_nothing(&mut self) -> Reply {
        self.post(paths::CHALLENGE_ANSWER, json!({}))
    }

    pub fn create(&mut self, name: &str, key: &str, attempt: u32) -> Reply {
        let body = Some(json!({"name": name}));
        self.create_at(paths::APP_PASSWORDS, key, attempt, body)
    }

    pub fn create_initial(&mut self, key: &str, attempt: u32) -> Reply {
        self.create_at(paths::INITIAL_APP_PASSWORD, key, attempt, None)
    }

    fn create_at(&mut self, path: &str, key: &str, attempt: u32, body: Option<Value>) -> Reply {
        let attempt = attempt.to_string();
        let headers = [
            (paths::IDEMPOTENCY_KEY, key),
            (paths::IDEMPOTENCY_ATTEMPT, &attempt),
        ];
        self.send(Verb::POST, path, &headers, body)
    }
}

impl Reply {
    #[track_caller]
    pub fn ok<T: DeserializeOwned>(self) -> T {
        assert!(self.status < 300, "{} {}", self.status, self.body);
        serde_json::from_value(self.body).expect("the reply is of the contract's type")
    }

    #[track_caller]
    pub fn problem(self) -> Problem {
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{}",
            self.body
        );
        let problem: Problem = serde_json::from_value(self.body).expect("a problem");
        let wait = self.headers.get(header::RETRY_AFTER);
        let wait = wait.and_then(|wait| wait.to_str().ok()?.parse().ok());
        assert_eq!(wait, problem.retry_after, "header and body say the same");
        problem
    }

    #[track_caller]
    pub fn refused(self, code: Code) -> Problem {
        assert_eq!(self.status, code.status(), "{}", self.body);
        let problem = self.problem();
        assert_eq!(problem.code, code);
        problem
    }
}
