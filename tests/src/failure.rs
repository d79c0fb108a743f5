//! What a failed test tells: what each of its pages showed, as a picture and as a screen reader is handed
//! it, what the console said, and the last requests.

use crate::{browser::Browser, engine::Engine, page::Page, repository, scope::Scope, tree};
use anyhow::Result;
use serde_json::json;
use std::{
    cell::RefCell,
    fs, mem,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

/// How many requests are told of.
const REQUESTS: usize = 20;

/// Lines of method, path and query, in order.
pub(crate) type Requests = Arc<Mutex<Vec<String>>>;

thread_local! {
    /// Of the hosts of this thread's test.
    static REQUESTED: RefCell<Vec<Requests>> = const { RefCell::new(Vec::new()) };
}

/// Has a failure of this thread's test tell of these requests.
pub(crate) fn tell_of(requests: &Requests) {
    REQUESTED.with_borrow_mut(|all| all.push(Arc::clone(requests)));
}

/// All that is known after a failure.
pub(crate) async fn report(lent: &[Arc<Browser>]) -> String {
    let mut told = Vec::new();
    for (number, browser) in lent.iter().enumerate() {
        let page = Page(Scope::whole(Arc::clone(browser)));
        let shown = shown(&page, number).await;
        told.push(shown.unwrap_or_else(|error| format!("The page cannot be read: {error:#}")));
    }
    for requests in REQUESTED.with_borrow_mut(mem::take) {
        let requests = requests.lock().unwrap_or_else(PoisonError::into_inner);
        let from = requests.len().saturating_sub(REQUESTS);
        told.push(format!(
            "The last requests:\n  {}",
            requests[from..].join("\n  ")
        ));
    }
    told.join("\n")
}

async fn shown(page: &Page, number: usize) -> Result<String> {
    let url = page.url().await?;
    let picture = picture(page, number).await?;
    let read = if page.engine == Engine::Chromium {
        tree::accessible_tree(page).await?
    } else {
        let outline = page.script("return outline()", json!([])).await?;
        outline.as_str().unwrap_or_default().to_owned()
    };
    let errors = page.console_errors().await?.join("\n  ");
    Ok(format!(
        "{url} reads:\n{read}\nThe console says:\n  {errors}\nPicture: {}",
        picture.display()
    ))
}

/// Puts a picture beside the build, under the name of the test.
async fn picture(page: &Page, number: usize) -> Result<PathBuf> {
    let folder = repository::root().join("target/e2e/failures");
    fs::create_dir_all(&folder)?;
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("test").replace("::", "-");
    let path = folder.join(format!("{test}.{number}.png"));
    fs::write(&path, page.picture().await?)?;
    Ok(path)
}
