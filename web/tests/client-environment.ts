/** Node, but compiled as for the browser: Svelte's effects run, no DOM is needed. */
export default { name: 'client', viteEnvironment: 'client', setup: () => ({ teardown: () => undefined }) };
