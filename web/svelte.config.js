import adapterStatic from '@sveltejs/adapter-static';
import { readFileSync } from 'node:fs';
import { withExternalBoot } from './tools/external-boot.js';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // One shell for every path: the Java server answers unknown paths with index.html.
    adapter: withExternalBoot(adapterStatic({ fallback: 'index.html' })),
    // A fixed name keeps the build the same for the same sources.
    version: { name: version },
  },
};
