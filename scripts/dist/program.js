// Starts the program. Bundled with the glue of wasm-bindgen into one file.
import start from './app.js';

start({ module_or_path: window.portal.compile('program') }).catch((error) => window.portal.broken(error));
