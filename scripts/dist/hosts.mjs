// The same headers, caching and fallback in the form that each kind of host reads.
import { headers, IMMUTABLE, REVALIDATE } from './policy.mjs';

const lines = (table, form) => Object.entries(table).map(form).join('\n');

// Files beside the page: name -> text. `connect` is where the API may be, beyond the page's own host.
export function hostFiles({ policy, target }) {
  const all = headers(policy("'self'"));
  const api = target === 'production'
    ? '# The API on another host of the same site: add it to connect-src, as in connect-src \'self\' https://api.example.org\n' : '';
  const quoted = (value) => value.replaceAll('"', '\\"');
  return {
    // Netlify and Cloudflare Pages
    '_headers': `${api}/*\n${lines(all, ([name, value]) => `  ${name}: ${value}`)}\n  Cache-Control: ${REVALIDATE}\n`
      + `/manifest.webmanifest\n  Content-Type: application/manifest+json\n`
      + `/assets/*\n  ! Cache-Control\n  Cache-Control: ${IMMUTABLE}\n`,
    // Apache, with mod_headers and mod_rewrite
    '.htaccess': `${api}DirectoryIndex index.html
DirectorySlash On
AddType application/wasm .wasm
AddType text/javascript .js
AddType application/manifest+json .webmanifest
<IfModule mod_headers.c>
${lines(all, ([name, value]) => `  Header always set ${name} "${quoted(value)}"`)}
  Header always set Cache-Control "${REVALIDATE}"
  <If "%{REQUEST_URI} =~ m#/assets/[^/]+$#">
    Header always set Cache-Control "${IMMUTABLE}"
  </If>
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
  # what the build compressed already
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+\\.(?:js|css|wasm|svg|json))$ $1.br [L,E=precompressed:br]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+\\.(?:js|css|wasm|svg|json))$ $1.gz [L,E=precompressed:gzip]
  RewriteRule \\.js\\.(?:br|gz)$ - [T=text/javascript,E=no-gzip:1,E=no-brotli:1]
  RewriteRule \\.css\\.(?:br|gz)$ - [T=text/css,E=no-gzip:1,E=no-brotli:1]
  RewriteRule \\.wasm\\.(?:br|gz)$ - [T=application/wasm,E=no-gzip:1,E=no-brotli:1]
  RewriteRule \\.svg\\.(?:br|gz)$ - [T=image/svg+xml,E=no-gzip:1,E=no-brotli:1]
  RewriteRule \\.json\\.(?:br|gz)$ - [T=application/json,E=no-gzip:1,E=no-brotli:1]
  <IfModule mod_headers.c>
    <FilesMatch "\\.br$">
      Header set Content-Encoding br
      Header append Vary Accept-Encoding
    </FilesMatch>
    <FilesMatch "\\.gz$">
      Header set Content-Encoding gzip
      Header append Vary Accept-Encoding
    </FilesMatch>
  </IfModule>
  # the texts, which are edited where they lie and so are not compressed yet
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE application/json
  </IfModule>
  # An unknown path: the page that says so. (With status 200: an ErrorDocument would have to name the
  # path at which this folder lies. Where you know it: ErrorDocument 404 /that/path/404.html)
  RewriteCond %{REQUEST_FILENAME} !-f
  RewriteCond %{REQUEST_FILENAME} !-d
  RewriteRule !^assets/ 404.html [L]
</IfModule>
`,
    'hosts/nginx.conf': `# For the server block that serves this folder at the root of a host:
#   include /path/to/this/folder/hosts/nginx.conf;
${api}# The folder lies at: set root to it.
types {
  text/html html;
  text/css css;
  text/javascript js;
  application/wasm wasm;
  application/json json;
  application/manifest+json webmanifest;
  image/svg+xml svg;
  image/png png;
}
index index.html;
error_page 404 /404.html;
# gzip_static needs the module of that name, which Debian's nginx has; brotli_static is like it.
gzip_static on;
gzip_vary on;
location / {
  try_files $uri $uri.html $uri/index.html =404;
  # the texts, which are edited where they lie and so are not compressed yet
  gzip on;
  gzip_types application/json;
${lines(all, ([name, value]) => `  add_header ${name} "${quoted(value)}" always;`)}
  add_header Cache-Control "${REVALIDATE}" always;
}
location ~ /assets/[^/]+$ {
  try_files $uri =404;
${lines(all, ([name, value]) => `  add_header ${name} "${quoted(value)}" always;`)}
  add_header Cache-Control "${IMMUTABLE}";
}
`,
    'hosts/s3.sh': `#!/bin/sh
# Copies this folder to an S3 bucket: hosts/s3.sh BUCKET. Needs the AWS command line.
# S3 itself sends no security headers: put a CloudFront response headers policy before it, with the
# lines of the file _headers. Error document of the bucket or the distribution: 404.html.
set -eu
cd "$(dirname "$0")/.."
aws s3 sync . "s3://$1" --exclude 'assets/*' --exclude 'hosts/*' --exclude '*.br' --exclude '*.gz' --cache-control '${REVALIDATE}'
aws s3 sync assets "s3://$1/assets" --exclude '*.br' --exclude '*.gz' --exclude '*.wasm' --cache-control '${IMMUTABLE}'
aws s3 cp manifest.webmanifest "s3://$1/manifest.webmanifest" --content-type application/manifest+json --cache-control '${REVALIDATE}'
# the type that a browser compiles while it loads, and the bytes that were compressed already
for file in assets/*.wasm; do
  aws s3 cp "$file.br" "s3://$1/$file" --content-type application/wasm --content-encoding br --cache-control '${IMMUTABLE}'
done
`,
  };
}
