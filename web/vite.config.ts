import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { licences } from './tools/licences.js';

export default defineConfig(({ mode }) => ({
  plugins: [sveltekit(), licences()],
  // Tests use the half of Svelte that browsers use: the other one has no reactivity.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  server: { proxy: { '/api': 'http://127.0.0.1:8090' } },
  test: { include: ['tests/**/*.test.ts', 'tests/**/*.test.svelte.ts'], environment: './tests/client-environment.ts' },
}));
