//! Texts with placeholders: `{name}`. There is no way to write a brace that stands for itself; no
//! text needs one.

/// The placeholders of a text, in order, each once.
///
/// # Errors
/// What is wrong with its braces.
///
/// ```
/// # use message_files::placeholders;
/// assert_eq!(placeholders("{number}, extension {extension}"), Ok(vec!["number", "extension"]));
/// assert_eq!(placeholders("Sign in"), Ok(vec![]));
/// assert!(placeholders("We call {number").is_err());
/// assert!(placeholders("We call {the number}").is_err());
/// ```
pub fn placeholders(text: &str) -> Result<Vec<&str>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        if rest[place..].starts_with('}') {
            return Err("a } without its {".into());
        }
        let inside = &rest[place + 1..];
        let end = inside.find('}').ok_or("a { without its }")?;
        let name = &inside[..end];
        if !is_name(name) {
            return Err(format!(
                "{{{name}}} is no placeholder: small letters and _ alone"
            ));
        }
        if !found.contains(&name) {
            found.push(name);
        }
        rest = &inside[end + 1..];
    }
    Ok(found)
}

/// Whether it can be the name of a function and of an argument.
pub(crate) fn is_name(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum",
        "extern", "false", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod",
        "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
        "true", "type", "unsafe", "use", "where", "while",
    ];
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && !KEYWORDS.contains(&name)
}
