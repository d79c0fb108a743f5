//! Where the world is kept: the browser's local storage, or the tab's memory where that is
//! forbidden or full. Two tabs share it safely: each change is made under a Web Lock.

use super::{link::MEMORY, setting};
use crate::clock;
use leptos::prelude::*;
use made_up::World;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Web Locks; web-sys holds it back as unstable.
    type LockManager;
    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, callback: &JsValue) -> js_sys::Promise;
}

/// How well the world is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In local storage; a reload goes on where it was.
    Kept,
    /// In this tab's memory alone: storage is forbidden or full, or the link asked for it.
    MemoryOnly,
    /// Storage holds a world that this version cannot read; nothing is written until the person
    /// starts over.
    Broken,
}

/// One namespace of storage. Cheap to clone.
#[derive(Clone)]
pub struct Storage(Rc<Inner>);

struct Inner {
    key: String,
    memory: RefCell<World>,
    keeping: RwSignal<Keeping>,
    version: RwSignal<u32>,
}

impl Storage {
    /// Opens the world of this name. `otherwise` is the world of a first visit.
    pub fn open(name: &str, otherwise: World) -> Self {
        let keeping = if name == MEMORY {
            Keeping::MemoryOnly
        } else {
            Keeping::Kept
        };
        let storage = Self(Rc::new(Inner {
            key: format!("app-password-portal/prototype/{name}"),
            memory: RefCell::new(otherwise),
            keeping: RwSignal::new(keeping),
            version: RwSignal::new(0),
        }));
        if keeping == Keeping::MemoryOnly {
            return storage;
        }
        match storage.read() {
            Read::World(world) => *storage.0.memory.borrow_mut() = *world,
            Read::Nothing => storage.write(),
            Read::Broken => storage.0.keeping.set(Keeping::Broken),
            Read::Forbidden => storage.0.keeping.set(Keeping::MemoryOnly),
        }
        storage.follow_other_tabs();
        storage
    }

    /// How well the world is kept.
    pub fn keeping(&self) -> Signal<Keeping> {
        self.0.keeping.into()
    }

    /// Looks at the world; tracks its changes, those of other tabs too.
    pub fn with<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        self.0.version.track();
        look(&self.0.memory.borrow())
    }

    /// Looks at the world as it is now, without following it.
    pub fn peek<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.0.memory.borrow())
    }

    /// Changes the world, alone: load, change and save happen in one go while the lock is held.
    pub async fn change<R: 'static>(
        &self,
        change: impl FnOnce(&mut World) -> R + 'static,
    ) -> Option<R> {
        let result = Rc::new(RefCell::new(None));
        let job = {
            let (storage, result) = (self.clone(), Rc::clone(&result));
            move || {
                let changed = storage.change_now(change);
                *result.borrow_mut() = Some(changed);
            }
        };
        let locks = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("locks"))
            .ok()
            .filter(|locks| !locks.is_undefined());
        match locks {
            Some(locks) => {
                let locks: LockManager = locks.unchecked_into();
                let callback = Closure::once_into_js(job);
                // Fails only where the page is being left.
                let _ = JsFuture::from(locks.request(&self.0.key, &callback)).await;
            }
            // Plain http has no locks; the change itself awaits nothing, so one tab is safe anyway.
            None => job(),
        }
        result.borrow_mut().take()
    }

    fn change_now<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        if self.0.keeping.get_untracked() == Keeping::Kept {
            match self.read() {
                Read::World(world) => *self.0.memory.borrow_mut() = *world,
                Read::Broken => self.0.keeping.set(Keeping::Broken),
                Read::Nothing | Read::Forbidden => {}
            }
        }
        let changed = change(&mut self.0.memory.borrow_mut());
        self.write();
        self.announce();
        changed
    }

    /// Throws the kept world away and begins again.
    pub fn start_over(&self, mut world: World) {
        if self.0.keeping.get_untracked() == Keeping::Broken {
            self.0.keeping.set(Keeping::Kept);
        }
        world.began = clock::timers::now().0;
        *self.0.memory.borrow_mut() = world;
        self.write();
        self.announce();
    }

    fn write(&self) {
        if self.0.keeping.get_untracked() != Keeping::Kept {
            return;
        }
        let text = serde_json::to_string(&*self.0.memory.borrow()).ok();
        let written = local()
            .zip(text)
            .is_some_and(|(storage, text)| storage.set_item(&self.0.key, &text).is_ok());
        if !written {
            self.0.keeping.set(Keeping::MemoryOnly);
        }
    }

    fn read(&self) -> Read {
        let Some(storage) = local() else {
            return Read::Forbidden;
        };
        match storage.get_item(&self.0.key) {
            Err(_) => Read::Forbidden,
            Ok(None) => Read::Nothing,
            Ok(Some(text)) => match World::from_json(&text) {
                None => Read::Broken,
                Some(world) if world.began < self.0.memory.borrow().began => Read::Nothing,
                Some(world) => Read::World(Box::new(world)),
            },
        }
    }

    /// Another tab wrote: take its world over.
    fn follow_other_tabs(&self) {
        let storage = self.clone();
        let listen =
            Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
                if event.key().is_some_and(|key| key != storage.0.key) {
                    return;
                }
                if let Read::World(world) = storage.read() {
                    *storage.0.memory.borrow_mut() = *world;
                    storage.announce();
                }
            });
        // A window always takes listeners. It lives as long as the page.
        let _ =
            window().add_event_listener_with_callback("storage", listen.as_ref().unchecked_ref());
        listen.forget();
    }

    fn announce(&self) {
        clock::set(setting(self.0.memory.borrow().clock));
        self.0
            .version
            .update(|version| *version = version.wrapping_add(1));
    }
}

enum Read {
    World(Box<World>),
    Nothing,
    Broken,
    Forbidden,
}

/// Local storage; reading the property throws where it is forbidden.
fn local() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
