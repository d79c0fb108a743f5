// Every route of the page with its title, as src/routes.rs has them.
import { readFileSync } from 'node:fs';

export function routes(file) {
  const source = readFileSync(file, 'utf8');
  const table = (name) => {
    const body = source.split(`pub const fn ${name}(`)[1]?.split('\n    }\n')[0] ?? '';
    return new Map([...body.matchAll(/Self::(\w+) => "([^"]+)"/g)].map(([, route, text]) => [route, text]));
  };
  const [paths, titles] = [table('path'), table('title')];
  const count = Number(source.match(/ALL: \[Self; (\d+)\]/)?.[1]);
  if (!count || paths.size !== count || titles.size !== count) {
    throw new Error(`${file}: ${paths.size} paths and ${titles.size} titles of ${count} routes were understood`);
  }
  return [...paths].map(([route, path]) => ({ path, title: titles.get(route) }));
}
