// What nobody waits for: runs after the page has opened, or at once when there is no network. Bundled
// into one file; `TARGET` is put in by main.mjs.
import { describe } from './describe.js';
import { keepCopy } from './keep.js';
import { watchNetwork } from './network.js';
import { watchRelease } from './release.js';

describe();
const look = watchRelease();
watchNetwork(look);
keepCopy(look);
