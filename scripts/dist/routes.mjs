// Every route of the page with its title, as src/routes.rs and the English message file have them.
import { readFileSync } from 'node:fs';

export function routes(file, texts) {
  const source = readFileSync(file, 'utf8');
  const table = (name) => {
    const body = source.split(new RegExp(`pub (?:const )?fn ${name}\\(`))[1]?.split('\n    }\n')[0] ?? '';
    return new Map([...body.matchAll(/Self::(\w+) => (?:"([^"]+)"|words::(\w+)::(\w+)\(\))/g)].map(([, route, text, namespace, name]) => [route, text ?? `${namespace}.${name}`]));
  };
  const [paths, keys] = [table('path'), table('title')];
  const count = Number(source.match(/ALL: \[Self; (\d+)\]/)?.[1]);
  if (!count || paths.size !== count || keys.size !== count) {
    throw new Error(`${file}: ${paths.size} paths and ${keys.size} titles of ${count} routes were understood`);
  }
  return [...paths].map(([route, path]) => {
    const key = keys.get(route);
    return { path, key, title: texts[key] };
  });
}
