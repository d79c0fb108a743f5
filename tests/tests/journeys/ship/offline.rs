//! Without a network: what the browser keeps of the page, and what it does not.

use end_to_end::{Engine, Page, Result, Role, Setup, Target, ensure, json, repository, steps};
use std::path::Path;

pub(super) const GONE: &str = "There is no network connection.";
pub(super) const EMAIL: &str = "sam@contoso.example";

const LIST: &str = "/security/app-passwords";

/// Every path but that of the form, the list last, and what the window's title begins with there.
fn routes() -> Result<Vec<(&'static str, String)>> {
    let file = repository::source(Path::new("public/locales/en-US.json")).text;
    let texts: serde_json::Value = serde_json::from_str(&file)?;
    let behind = route_table::all().iter().filter(|route| route.path != "/");
    let mut routes: Vec<_> = behind
        .map(|route| (route.path.as_str(), texts[&route.title].as_str()))
        .filter_map(|(path, title)| Some((path, title?.to_owned())))
        .collect();
    ensure!(routes.len() > 8, "{routes:?}");
    routes.sort_by_key(|(path, _)| *path == LIST);
    Ok(routes)
}

/// Waits until the browser keeps all that it needs without a network.
pub(super) async fn kept(page: &Page) -> Result<()> {
    let script = "const cacheName = `app-password-portal ${portal.base}/ ${document.documentElement.dataset.release}`;
        return navigator.serviceWorker.controller?.state === 'activated'
            && caches.match(`${portal.base}/locales/en-US.json`, { cacheName }).then(Boolean)";
    page.holds("the browser keeps a copy of the page", async || {
        Ok(page.run(script, json!([])).await? == true)
    })
    .await
}

/// Waits until what nobody waits for is here, too.
async fn opened(page: &Page) -> Result<()> {
    page.holds("the page has opened", async || {
        let script = "return document.querySelector('link[rel=manifest]') !== null";
        Ok(page.run(script, json!([])).await? == true)
    })
    .await
}

/// The addresses of everything in the browser's caches, and whether this text is in one of them.
async fn in_caches(page: &Page, text: &str) -> Result<(Vec<String>, bool)> {
    let script = "const [text, found] = [arguments[0], { names: [], holds: false }];
        return (async () => {
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    found.names.push(new URL(request.url).pathname);
                    const body = await (await cache.match(request)).text();
                    if (text && body.includes(text)) found.holds = true;
                }
            }
            return found;
        })()";
    let found = page.run(script, json!([text])).await?;
    let names = serde_json::from_value(found["names"].clone())?;
    Ok((names, found["holds"] == true))
}

async fn every_route_opens(engine: Engine, target: Target) -> Result<()> {
    let mut host = Setup::of_target(target).below("/a/b").start()?;
    let page = engine.start().await?;
    steps::open_list(&page, &host, "three-rows").await?;
    kept(&page).await?;
    host.stop();
    for (path, title) in routes()? {
        for end in ["", "/", "?from=a-bookmark"] {
            page.ready(&host.at(&format!("{path}{end}"))).await?;
            page.announced(GONE).await?;
            if target == Target::Production {
                page.see("Your app passwords are safe and keep working.")
                    .await?;
                page.heading(&title).await?;
                let named = page.title().await?;
                ensure!(named.starts_with(&title), "{path}{end} is called {named:?}");
                page.gone(Role::Heading, "Sign in").await?;
            } else {
                page.see("This prototype does not need one").await?;
            }
        }
        if target == Target::Production && path != "/help" {
            page.see("load as soon as you're back online.").await?;
        }
    }
    // it goes on without being told to
    host.start()?;
    page.row("Android Type Mail App").await?;
    page.announced("You're back online.").await?;
    page.not_see(GONE).await
}

/// On a train, or in a lift: a browser's error page says nothing of what is safe, and whoever is
/// signed in would think that they are not.
#[journey]
async fn every_route_opens_without_a_network_chromium() -> Result<()> {
    every_route_opens(Engine::Chromium, Target::Production).await
}

/// The prototype needs none, and says so.
#[journey]
async fn every_route_of_the_prototype_opens_without_a_network() -> Result<()> {
    every_route_opens(Engine::Chromium, Target::Prototype).await
}

/// The same in the other engine.
#[journey]
async fn every_route_opens_without_a_network_firefox() -> Result<()> {
    every_route_opens(Engine::Firefox, Target::Production).await
}

/// A form that seems to work would take a password for nothing.
#[journey]
async fn signing_in_without_a_network_says_why_it_does_not_work_and_loses_nothing() -> Result<()> {
    let mut host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=three-rows")).await?;
    kept(&page).await?;
    host.stop();
    page.ready(&host.at("/")).await?;
    page.see(GONE).await?;
    page.field("E-mail address").await?.fill(EMAIL).await?;
    let password = page.field("Password").await?;
    password.fill("made-up-password").await?;
    page.button("Sign in").await?.click().await?;
    page.see("The portal cannot be reached.").await?;
    host.start()?;
    page.not_see(GONE).await?;
    page.heading("Sign in").await?;
    ensure!(page.field("E-mail address").await?.value().await? == EMAIL);
    let sent = host.server().asked("POST /session");
    ensure!(sent == 0, "the password was sent by itself");
    page.button("Sign in").await?.click().await?;
    page.heading("Verify your identity").await?;
    Ok(())
}

/// Somebody in the middle of typing: it is said at once, once, and nothing moves.
#[journey]
async fn a_network_that_goes_away_is_said_where_it_disturbs_nobody() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=three-rows")).await?;
    kept(&page).await?;
    let field = page.field("E-mail address").await?;
    field.click().await?;
    page.type_text("sam@con").await?;
    let place = "const box = document.activeElement.getBoundingClientRect(); return [box.x, box.y]";
    let before = page.run(place, json!([])).await?;
    page.offline(true).await?;
    page.announced(GONE).await?;
    page.type_text("toso.example").await?;
    ensure!(field.value().await? == EMAIL, "what was typed is lost");
    ensure!(
        page.run(place, json!([])).await? == before,
        "the form has moved"
    );
    page.offline(false).await?;
    page.announced("You're back online.").await?;
    page.not_see(GONE).await?;
    ensure!(field.value().await? == EMAIL, "what was typed is lost");
    Ok(())
}

/// A phone that shows a network which lets nothing through: the page would stay white.
#[journey]
async fn a_network_that_never_answers_holds_nobody_up() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/?scenario=three-rows")).await?;
    kept(&page).await?;
    host.hold("");
    page.ready(&host.at("/help")).await?;
    page.see(GONE).await?;
    page.heading("How do I get my apps working with app passwords?")
        .await?;
    host.release();
    page.not_see(GONE).await
}

/// What the portal answers is the person's own: on a shared computer the next one would find it.
#[journey]
async fn nothing_that_the_portal_answered_is_kept() -> Result<()> {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let host = Setup::production().below("/a/b").start()?;
        let page = engine.start().await?;
        page.ready(&host.at("/?scenario=three-rows")).await?;
        kept(&page).await?;
        steps::sign_in_as(&page, "Sam Rivera").await?;
        page.heading("Apps").await?;
        page.ready(&host.at("/security/app-passwords")).await?;
        page.heading("App passwords").await?;
        let password = steps::create(&page, "Thunderbird").await?;
        let (names, holds) = in_caches(&page, &password).await?;
        ensure!(!holds, "{engine:?}: the password is in a cache");
        ensure!(names.len() > 5, "{engine:?}: nothing is kept: {names:?}");
        for name in &names {
            let file = name.strip_prefix("/a/b/").unwrap_or(name);
            let is_ours = file.is_empty()
                || file == "config.json"
                || file.starts_with("assets/")
                || file.starts_with("locales/");
            ensure!(is_ours, "{engine:?}: {name} is kept");
        }
        let (_, holds) = in_caches(&page, "Android Type Mail App").await?;
        ensure!(!holds, "{engine:?}: a row of the list is in a cache");
    }
    Ok(())
}

/// An operator for whom it goes wrong must be able to take it back, from browsers that have it too.
#[journey]
async fn it_can_be_switched_off_and_is_taken_back() -> Result<()> {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let host = Setup::production().below("/a/b").start()?;
        let page = engine.start().await?;
        page.ready(&host.at("/")).await?;
        kept(&page).await?;
        host.no_store();
        page.ready(&host.at("/")).await?;
        let left = "return Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]) \
             .then(([workers, names]) => workers.length + names.length)";
        page.holds("nothing is kept any more", async || {
            Ok(page.run(left, json!([])).await? == 0)
        })
        .await?;
        opened(&page).await?;
        page.reload().await?;
        opened(&page).await?;
        ensure!(page.run(left, json!([])).await? == 0, "it came back");
        page.no_errors().await?;
    }
    Ok(())
}

/// Over plain http there is no service worker: everything is as it is without one.
#[journey]
async fn a_browser_that_keeps_nothing_has_nothing_to_complain_of() -> Result<()> {
    let host = Setup::production().static_only().start()?;
    let page = Engine::Chromium.start().await?;
    let address = host.insecure_url(Engine::Chromium);
    page.ready(&format!("{address}/?scenario=three-rows"))
        .await?;
    steps::sign_in_as(&page, "Sam Rivera").await?;
    page.heading("Apps").await?;
    opened(&page).await?;
    page.no_errors().await
}

/// On a phone's home screen it would have no picture, or open somewhere else.
#[journey]
async fn it_can_be_installed() -> Result<()> {
    let host = Setup::production().below("/a/b").start()?;
    let page = Engine::Chromium.start().await?;
    for path in ["/help", "/help/", "/"] {
        page.ready(&host.at(path)).await?;
        kept(&page).await?;
        opened(&page).await?;
        let manifest = page.devtools("Page.getAppManifest", json!({})).await?;
        ensure!(manifest["errors"] == json!([]), "{manifest:#}");
        let parsed = &manifest["manifest"];
        for member in ["startUrl", "scope"] {
            ensure!(
                parsed[member] == host.at("/"),
                "{member}: {}",
                parsed[member]
            );
        }
        // the browser hears of the link from the page, a little later
        page.holds("the browser would install it", async || {
            let wrong = page
                .devtools("Page.getInstallabilityErrors", json!({}))
                .await?;
            Ok(wrong["installabilityErrors"] == json!([]))
        })
        .await?;
    }
    let sizes = "const icons = await (await fetch(document.querySelector('link[rel=manifest]').href)).json();
        const drawn = async (address) => { const image = new Image(); image.src = address; await image.decode(); return `${image.naturalWidth}`; };
        const found = [];
        for (const { src, sizes } of icons.icons) {
            if (sizes !== 'any') found.push([`${portal.base}/${src}`, sizes.split('x')[0]]);
        }
        found.push([document.querySelector('link[rel=apple-touch-icon]').href, '180']);
        const wrong = [];
        for (const [address, size] of found) if (await drawn(address) !== size) wrong.push(address);
        return { count: found.length, wrong }";
    let found = page
        .run(&format!("return (async () => {{ {sizes} }})()"), json!([]))
        .await?;
    ensure!(found == json!({ "count": 4, "wrong": [] }), "{found}");
    page.no_errors().await
}
