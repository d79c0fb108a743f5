//! What the page may do: Content-Security-Policy, Trusted Types, integrity, permissions.

use end_to_end::{Engine, Result, Setup, ensure, in_every_browser, json, steps};

in_every_browser! {
    both targets:
    /// A policy that the page itself breaks would be switched off by the first operator who sees it.
    async fn no_violation_in_the_whole_guide(page: Page, host: Host) {
        page.ready(&host.at("/?scenario=three-rows")).await?;
        steps::sign_in_as(&page, "Sam Rivera").await?;
        page.heading("Apps").await?;
        page.run(
            "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => \
             window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))",
            json!([]),
        ).await?;
        page.button("Sam Rivera").await?.click().await?;
        page.link("Profile").await?.click().await?;
        page.heading("Profile").await?;
        page.link(end_to_end::begins("Additional security verification")).await?.click().await?;
        page.heading("Additional security verification").await?;
        page.link("app passwords").await?.click().await?;
        page.heading("App passwords").await?;
        steps::create(&page, "Thunderbird").await?;
        steps::copy(&page).await?;
        page.button("close").await?.click().await?;
        page.heading("Now set up Thunderbird").await?;
        let violations = page.run("return window.violations", json!([])).await?;
        ensure!(violations == json!([]), "{violations:#}");
        page.no_errors().await
    }
}

/// A policy that forbids nothing would pass the test above.
#[journey]
async fn the_policy_bites() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    // Asked of the page's own world: an event handler in markup, a script of another host, markup with
    // a script in it, a frame.
    let script = "
        const found = [];
        const attempt = (name, work) => { try { work(); } catch (error) { found.push(`${name}: ${error.name}`); } };
        const note = (event) => found.push(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', note);
        attempt('markup', () => { document.createElement('div').innerHTML = '<script>1</script>'; });
        attempt('script url', () => { document.createElement('script').src = 'https://evil.example/x.js'; });
        const button = document.createElement('button');
        attempt('handler', () => button.setAttribute('onclick', 'window.ran = true'));
        document.body.append(button);
        button.click();
        const frame = document.createElement('iframe');
        frame.src = 'https://evil.example/';
        document.body.append(frame);
        const image = new Image();
        image.src = 'https://evil.example/x.png';
        return new Promise((done) => setTimeout(() => done({ found, ran: window.ran === true }), 500));";
    let seen = page.run(script, json!([])).await?;
    let found = seen["found"].to_string();
    ensure!(seen["ran"] == false, "a handler in markup ran");
    for directive in ["frame-src", "img-src", "require-trusted-types-for"] {
        ensure!(
            found.contains(directive),
            "{directive} forbids nothing: {found}"
        );
    }
    ensure!(found.contains("handler: TypeError"), "{found}");
    ensure!(found.contains("markup: TypeError"), "{found}");
    ensure!(found.contains("script url: TypeError"), "{found}");
    Ok(())
}

/// What the browser is told with every reply.
#[journey]
async fn every_reply_carries_the_headers() -> Result<()> {
    let host = Setup::production().start()?;
    let page = Engine::Chromium.start().await?;
    page.ready(&host.at("/")).await?;
    let script = "return fetch(location.href).then((reply) => Object.fromEntries(reply.headers))";
    let headers = page.run(script, json!([])).await?;
    let policy = headers["content-security-policy"]
        .as_str()
        .unwrap_or_default();
    for directive in [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "form-action 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
    ] {
        ensure!(policy.contains(directive), "{directive} is not in {policy}");
    }
    for forbidden in ["unsafe-inline", "'unsafe-eval'"] {
        ensure!(!policy.contains(forbidden), "{forbidden} is in {policy}");
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
    ] {
        ensure!(headers[name] == value, "{name}: {}", headers[name]);
    }
    let permissions = headers["permissions-policy"].as_str().unwrap_or_default();
    ensure!(
        permissions.contains("clipboard-write=(self)"),
        "{permissions}"
    );
    Ok(())
}
