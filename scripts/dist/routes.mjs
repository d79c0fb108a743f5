// Every route of the page with its title in English, from routes.json.
import { readFileSync } from 'node:fs';

export const routes = (file, texts) => JSON.parse(readFileSync(file, 'utf8')).routes
  .map(({ path, title, access }) => ({ path, access, key: title, title: texts[title] }));
