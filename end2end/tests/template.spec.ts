import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '../support/test';

const EXAMPLE = path.join(__dirname, '..', '..', 'examples', 'hydrate');

/** Makes an application out of `examples/hydrate`, as a person would, and returns its files. */
function generate(name: string): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'magic-auth-template-'));
  try {
    execFileSync('cargo-leptos', ['leptos', 'new', '--path', EXAMPLE, '--name', name], { cwd: folder, stdio: 'pipe' });
    return files(path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function files(root: string): Map<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const named = entries.map((file): [string, string] => [path.relative(root, file), readFileSync(file, 'latin1')]);
  return new Map(named.filter(([name]) => !name.startsWith('.git/')));
}

const DEPENDENCY = /^leptos-magic-auth = .*$/m;

test('examples/hydrate is a template: what comes out of it is the example under another name', { tag: '@scripts' }, () => {
  const made = generate('example-hydrate');
  expect([...made.keys()].sort()).toEqual([
    '.gitignore', 'Cargo.toml', 'public/favicon.ico', 'src/app.rs', 'src/lib.rs', 'src/main.rs', 'style/main.css',
  ]);
  for (const [name, text] of made) {
    const own = readFileSync(path.join(EXAMPLE, name), 'latin1');
    expect(text.replace(DEPENDENCY, ''), name).toBe(own.replace(DEPENDENCY, ''));
  }
  expect(DEPENDENCY.exec(made.get('Cargo.toml') ?? '')?.[0]).toMatch(/^leptos-magic-auth = "\d+\.\d+"$/);

  const named = generate('my-notes');
  expect(named.get('Cargo.toml')).toContain('name = "my-notes"');
  expect(named.get('Cargo.toml')).toContain('output-name = "my-notes"');
  expect(named.get('src/main.rs')).toContain('use my_notes::app::*;');
  expect(named.get('src/app.rs')).toContain('/pkg/my-notes.css');
  for (const [name, text] of named) expect(text, name).not.toMatch(/example.hydrate|\{\{|\}\}\}/);
});
