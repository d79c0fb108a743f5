//! Texts that stand in the static page and in its scripts: there too a key exists, and the English
//! in place is that of the file.

use crate::file::{MessageFile, Text};

/// The keys that `index.html` names in `data-words` and `data-words-label`, and scripts in
/// `say('…', '…')`.
///
/// ```
/// # use message_files::keys_in;
/// assert_eq!(keys_in(r#"<h1 tabindex="-1" data-words="sign_in.title">Sign in</h1>"#), ["sign_in.title"]);
/// assert_eq!(keys_in("again.textContent = say('boot.again', 'Try again');"), ["boot.again"]);
/// ```
pub fn keys_in(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in [
        ("data-words=\"", '"'),
        ("data-words-label=\"", '"'),
        ("say('", '\''),
    ] {
        for rest in text.split(open).skip(1) {
            found.extend(rest.split(close).next());
        }
    }
    found
}

/// What is wrong with the texts of one static file. Empty when nothing is.
pub fn check_static(english: &[MessageFile], text: &str) -> Vec<String> {
    // a script may break a long text over lines
    let joined = text.replace("\\'", "'");
    let joined: String = joined
        .split("'\n")
        .map(|part| {
            part.trim_start()
                .strip_prefix("+ '")
                .unwrap_or(part)
                .to_owned()
        })
        .collect();
    let mut wrong = Vec::new();
    for key in keys_in(text) {
        match english.iter().find_map(|file| file.get(key)) {
            None => wrong.push(format!("{key} is not in the English file")),
            Some(message) => {
                if let Text::Plain(words) = &message.text
                    && !joined.contains(words.as_str())
                {
                    wrong.push(format!("{key} says otherwise in the English file: {words}"));
                }
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first paint would say something else than the screen a moment later.
    #[test]
    fn a_static_text_that_differs_from_the_file_is_named() {
        let english =
            [
                MessageFile::read(
                    r#"{"@version": 1, "a.b": "Sign in", "a.c": "It's safe. Go on."}"#,
                )
                .unwrap(),
            ];
        let same = "<h1 data-words=\"a.b\">Sign in</h1> say('a.c', 'It\\'s safe. '\n  + 'Go on.')";
        assert_eq!(check_static(&english, same), [""; 0]);
        let other = "<h1 data-words=\"a.b\">Log in</h1><p data-words=\"a.d\">x</p>";
        assert_eq!(check_static(&english, other).len(), 2);
    }
}
