// Builds or checks the pages for Maven, and skips the work when nothing that it depends on has changed.
// Usage: node build.mjs build | check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const NOT_INPUT = new Set(['node_modules', 'build', 'target', '.svelte-kit', 'pom.xml']);
const STEPS = { build: [['run', 'build']], check: [['run', 'check'], ['test']] };

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_INPUT.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

/** One hash over the names and the bytes of all files given, and over the version of Node that reads them. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) hash.update(`\0${relative(here, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

const stamp = (name) => join(here, 'target', `${name}.hash`);

function isCurrent(name, hash) {
  return existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === hash;
}

function remember(name, hash) {
  mkdirSync(join(here, 'target'), { recursive: true });
  writeFileSync(stamp(name), hash);
}

function npm(args) {
  const done = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error) fail(`npm could not be started (${done.error.message}): install Node.js 20.19 or newer with npm`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function fail(message) {
  console.error(`web: ${message}`);
  process.exit(1);
}

const step = process.argv[2] ?? 'build';
if (!(step in STEPS)) fail(`no step "${step}": use one of ${Object.keys(STEPS).join(', ')}`);
if (!existsSync(join(here, 'package.json'))) fail('package.json is missing: the sources of the pages are not complete');

const inputs = hashOf(files(here));
const output = join(here, 'build', 'index.html');
if (isCurrent(step, inputs) && (step !== 'build' || existsSync(output))) {
  console.log(`web: ${step} is up to date`);
} else {
  const packages = hashOf([join(here, 'package.json'), join(here, 'package-lock.json')]);
  if (!existsSync(join(here, 'node_modules')) || !isCurrent('packages', packages)) {
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    remember('packages', packages);
  }
  for (const command of STEPS[step]) npm(command);
  // Built files carry a hash in their names: what Maven copied before would stay in the jar beside the new ones.
  if (step === 'build') rmSync(join(here, 'target', 'classes', 'static'), { recursive: true, force: true });
  remember(step, inputs);
}
