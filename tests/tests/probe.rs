//! probe
use end_to_end::{Engine, Result, Setup, json, repository};
use std::time::Instant;
#[tokio::test]
async fn probe() -> Result<()> {
    let host = Setup::of(&repository::root().join("tests/fixture")).header("content-security-policy", "img-src 'none'").start()?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let t = Instant::now();
        let page = engine.start().await?;
        println!("{engine:?} start {:?}", t.elapsed());
        let t = Instant::now();
        page.ready(&host.url()).await?;
        println!("ready {:?}", t.elapsed());
        for _ in 0..3 { let t = Instant::now(); page.button("Delete 9").await?; println!("button {:?}", t.elapsed()); }
        let t = Instant::now(); page.field("Name").await.err(); println!("fail {:?}", t.elapsed());
        let t = Instant::now(); let f = page.field("E-mail").await?; println!("find {:?}", t.elapsed());
        let t = Instant::now(); f.fill("a@b.example").await?; println!("fill {:?}", t.elapsed());
        let t = Instant::now(); f.click().await?; println!("click {:?}", t.elapsed());
        page.run("const i=new Image(); i.src='/x.png'; document.body.append(i); console.error('mine', {a:1}); console.warn('w'); setTimeout(()=>{throw new Error('later')},0); Promise.reject(new Error('rejected')); fetch('/no.txt')", json!([])).await?;
        page.button("fail").await?.click().await?;
        println!("{:#?}", page.console_errors().await?);
        if engine == Engine::Firefox {
            page.wire.post("/moz/context", json!({"context":"chrome"})).await?;
            let r = page.run(r#"
              const a = Services.console.getMessageArray().map(m => { try { m.QueryInterface(Ci.nsIScriptError); return [m.category, m.flags, m.sourceName, m.innerWindowID, m.errorMessage] } catch { return [String(m)] } });
              const b = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).getEvents().map(e => [e.level, e.filename, e.innerID, String(e.arguments)]);
              return [a,b]"#, json!([])).await?;
            println!("{r:#}");
            page.wire.post("/moz/context", json!({"context":"content"})).await?;
        }
        let t = Instant::now(); drop(page); println!("drop {:?}", t.elapsed());
    }
    Ok(())
}
