// A stand-in for the Java server, for work on the pages: made-up numbers, the same rules (fallback to index.html, strict content policy).
// node tests/mock-server.mjs build [port]; as_of=1999-01-01 fails, as_of=2000-01-01 is an empty workspace, as_of=2001-01-01 has problems.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const here = new URL('.', import.meta.url).pathname;
const built = process.argv[2] ? join(here, '..', process.argv[2]) : null;
const port = Number(process.argv[3] ?? 8090);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', name), 'utf8'));
const json = (status, body, type = 'application/json') => ({ status, type, body: JSON.stringify(body) });
const problem = (status, code, title, detail, fix) => json(status, { title, status, code, detail, fix }, 'application/problem+json');

function scorecard(asOf) {
  const card = fixture('scorecard.json');
  if (asOf === '1999-01-01') return problem(500, 'E301', 'The engine could not read the data', 'data/orders.csv.gz ends in the middle of line 12,408.', 'Write the file again, then reload.');
  if (asOf === '2000-01-01') return json(200, { ...card, workspace: { ...card.workspace, metrics: 0, kpis: 0 }, objectives: [], needs: [], owners: [] });
  return json(200, { ...card, problems: asOf === '2001-01-01' ? fixture('problems.json') : [] });
}

function kpi(name) {
  const known = ['return_rate', 'on_time'];
  if (known.includes(name)) return json(200, fixture(`kpi-${name}.json`));
  return problem(404, 'kpi_not_found', `There is no KPI "${name}"`, 'No KPI of this workspace has that name.', 'Did you mean return_rate?');
}

function file(path) {
  try {
    if (!built) throw new Error('only the API is served');
    return { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', body: readFileSync(join(built, normalize(path))) };
  } catch {
    return built ? { status: 200, type: TYPES['.html'], body: readFileSync(join(built, 'index.html')) } : problem(404, 'not_found', 'Not found', path, null);
  }
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const answer = pathname === '/api/scorecard' ? scorecard(searchParams.get('as_of'))
    : pathname.startsWith('/api/kpis/') ? kpi(decodeURIComponent(pathname.slice(10)))
    : file(pathname);
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' }).end(answer.body);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
