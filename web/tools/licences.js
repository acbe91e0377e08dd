import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
const FILE = '_app/licences.txt';
const TEXT = /^(licen[sc]e|notice|copying)/i;

/** The folder of the package that a module lies in, or null for one of ours. */
function packageOf(module) {
  const path = module.replace(/^\0/, '').split('?')[0];
  if (!path.includes('/node_modules/')) return null;
  for (let folder = dirname(path); folder.includes('/node_modules/'); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version) return folder;
  }
  return null;
}

/** Lists the packages that the pages are made of, with their licences and the texts of these, in a file beside the pages. */
export function licences() {
  return {
    name: 'licences',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(options, bundle) {
      // Fonts are files that a style sheet names, and no modules.
      const files = Object.values(bundle).flatMap((file) => file.originalFileNames ?? []).map((name) => resolve(here, name));
      const folders = new Set([...this.getModuleIds(), ...files].map(packageOf).filter(Boolean));
      const packages = [...folders]
        .map((folder) => ({ folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en'));
      const lines = packages.map((one) => `${one.name}@${one.version}\t${one.license ?? ''}`);
      const texts = packages.flatMap((one) =>
        readdirSync(one.folder)
          .filter((name) => TEXT.test(name))
          .map((name) => `== ${one.name} ${name}\n\n${readFileSync(join(one.folder, name), 'utf8').trim()}\n`)
      );
      this.emitFile({ type: 'asset', fileName: FILE, source: `${lines.join('\n')}\n\n${texts.join('\n')}` });
    },
  };
}
