//! The browsers between tests. To start one costs more than most tests, so each stays and is lent to one
//! test after the other, with a new user context in it: cookies, storage, caches and service workers that
//! no other test has. A browser of a test that failed is not lent again.

use crate::{browser::Browser, engine::Start, failure, page::Page, repository, scope::Scope};
use anyhow::Result;
use std::{
    cell::RefCell,
    fs::{self, File},
    future::Future,
    io::Write,
    mem,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Arc, LazyLock, Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::runtime::{Builder, Runtime};

/// Outlives every test, and with it the connections to the browsers.
#[expect(clippy::expect_used, reason = "without a runtime there is no test")]
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2).enable_all();
    builder.build().expect("a runtime")
});

/// Browsers that no test uses. A static is never dropped: their guards end them with this process.
static IDLE: Mutex<Vec<Arc<Browser>>> = Mutex::new(Vec::new());

thread_local! {
    /// What the test of this thread was lent.
    static LENT: RefCell<Vec<Arc<Browser>>> = const { RefCell::new(Vec::new()) };
}

/// Runs a test. If it fails, its error also tells what its pages showed and what was requested.
pub fn run<T>(test: impl Future<Output = Result<T>>) -> Result<T> {
    let begin = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test)));
    let lent = LENT.with_borrow_mut(mem::take);
    match outcome {
        Ok(Ok(value)) => {
            RUNTIME.block_on(give_back(lent))?;
            remember(begin.elapsed())?;
            Ok(value)
        }
        Ok(Err(error)) => {
            let told = RUNTIME.block_on(failure::report(&lent));
            Err(anyhow::anyhow!("{error:#}\n{told}"))
        }
        Err(panic) => {
            eprintln!("{}", RUNTIME.block_on(failure::report(&lent)));
            resume_unwind(panic)
        }
    }
}

/// An empty page for the test of this thread.
pub(crate) async fn lend(start: Start) -> Result<Page> {
    let idle = {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let place = idle.iter().position(|browser| browser.start == start);
        place.map(|place| idle.swap_remove(place))
    };
    let browser = match idle {
        Some(browser) => browser,
        None => Arc::new(start.browser().await?),
    };
    browser.open_context().await?;
    LENT.with_borrow_mut(|lent| lent.push(Arc::clone(&browser)));
    Ok(Page(Scope::whole(browser)))
}

async fn give_back(lent: Vec<Arc<Browser>>) -> Result<()> {
    for browser in lent {
        if browser.start.is_plain() {
            browser.close_context().await?;
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            idle.push(browser);
        }
    }
    Ok(())
}

/// Adds a line to the list of which `make test` prints the slowest.
fn remember(took: Duration) -> Result<()> {
    let folder = repository::root().join("target/e2e");
    fs::create_dir_all(&folder)?;
    let test = std::thread::current();
    let test = test.name().unwrap_or_default();
    let mut times = File::options()
        .append(true)
        .create(true)
        .open(folder.join("times"))?;
    writeln!(times, "{:6.1} {test}", took.as_secs_f64())?;
    Ok(())
}
