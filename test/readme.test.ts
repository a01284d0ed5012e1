/** README.md tells the truth about settings, commands and files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentSchema } from '../src/config.ts';
import { PACKAGE_ROOT } from '../src/package-root.ts';

const readme = readFileSync(join(PACKAGE_ROOT, 'README.md'), 'utf8');
const settings = [...readme.matchAll(/^\| `(NASHRA_\w+)` \| ([^|]*) \|/gm)].map((match) => ({
  name: match[1] as string,
  told: (match[2] as string).trim(),
}));

/** A default as the table writes it: `—` for none, numbers with thousands separators, sizes in MiB. */
function written(value: unknown): string[] {
  if (value === undefined) return ['—'];
  const text = String(value);
  const number = Number(value);
  const forms = [`\`${text.replace(`${process.cwd()}/`, '').replace(`${PACKAGE_ROOT}/`, '')}\``, text];
  if (Number.isFinite(number)) forms.push(number.toLocaleString('en-US'), `${number / 2 ** 20} MiB`);
  return forms;
}

describe('README.md', () => {
  it('lists every setting and no other', () => {
    expect(settings.map(({ name }) => name).sort()).toEqual(Object.keys(EnvironmentSchema.shape).sort());
  });

  it('gives the defaults that the configuration has', () => {
    const defaults: Readonly<Record<string, unknown>> = EnvironmentSchema.parse({});
    for (const { name, told } of settings) expect(written(defaults[name]), name).toContain(told);
  });

  it('names only commands that exist', () => {
    const named = new Set([...readme.matchAll(/\bnashra ([a-z]+)\b/g)].map((match) => match[1] as string));
    const main = readFileSync(join(PACKAGE_ROOT, 'src/cli/main.ts'), 'utf8');
    const commands = new Set(
      [...main.matchAll(/^ {2}(\w+): async \(\)/gm)].map((match) => match[1] as string),
    );
    const prose = new Set(['runs', 'reads', 'shows', 'is', 'command']);
    expect(commands.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !commands.has(name) && !prose.has(name))).toEqual([]);
    expect([...commands].filter((name) => !named.has(name))).toEqual([]);
  });

  it('links only to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] as string);
    const local = links.filter((link) => !link.startsWith('http'));
    expect(local.length).toBeGreaterThan(5);
    expect(local.filter((link) => !existsSync(join(PACKAGE_ROOT, link)))).toEqual([]);
  });
});
