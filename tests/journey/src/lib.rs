//! The attribute of a test that runs in a browser.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Makes a test of an `async fn` without parameters. It runs on the runtime of the pool of browsers, which
/// outlives it, and a failure tells all that is known of its pages.
///
/// ```ignore
/// #[journey]
/// async fn the_password_is_copied() -> Result<()> { ... }
/// ```
#[proc_macro_attribute]
pub fn journey(_: TokenStream, test: TokenStream) -> TokenStream {
    let mut head: Vec<TokenTree> = test.into_iter().collect();
    let place = head
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(word) if word.to_string() == "async"));
    let (Some(place), Some(body)) = (place, head.pop()) else {
        return parsed("compile_error!(\"an `async fn` is expected\");");
    };
    // the tokens themselves, and not their text, keep the numbers of their lines
    let block = [head.remove(place), body].into_iter().collect();
    let mut call = parsed("::end_to_end::run");
    call.extend([TokenTree::from(Group::new(Delimiter::Parenthesis, block))]);
    let mut made = parsed("#[test]");
    made.extend(head);
    made.extend([TokenTree::from(Group::new(Delimiter::Brace, call))]);
    made
}

fn parsed(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
