import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const INLINE = /<script>([\s\S]*?)<\/script>/;
const ASSETS = '_app/immutable/assets';

/**
 * Wraps an adapter so that the shell has no inline script: a page served with `default-src 'self'` then starts without hashes in the header.
 * It also asks for the main font at once, which the browser would else find only after the style sheet.
 */
export function withExternalBoot(adapter) {
  return {
    ...adapter,
    name: `${adapter.name}+external-boot`,
    async adapt(builder) {
      await adapter.adapt(builder);
      const shell = 'build/index.html';
      const html = readFileSync(shell, 'utf8');
      const script = html.match(INLINE);
      if (!script) throw new Error(`${shell} has no inline script: SvelteKit changed its shell, adjust tools/external-boot.js`);
      const hash = createHash('sha256').update(script[1]).digest('hex').slice(0, 8);
      const boot = `_app/immutable/boot.${hash}.js`;
      writeFileSync(`build/${boot}`, script[1].trim());
      writeFileSync(shell, html.replace(INLINE, `<script src="/${boot}"></script>`).replace('<!--font-->', fontPreload()));
    },
  };
}

function fontPreload() {
  const font = readdirSync(`build/${ASSETS}`).find((name) => /^inter-latin-wght-normal.*\.woff2$/.test(name));
  return font ? `<link rel="preload" href="/${ASSETS}/${font}" as="font" type="font/woff2" crossorigin>` : '';
}
