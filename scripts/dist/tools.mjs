// The packages of scripts/node, which lie outside the checkout (scripts/environment.sh).
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const tool = createRequire(join(process.env.NODE_TOOLS ?? '.', 'package.json'));
