import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readYamlText, writeTwin } from '../../src/knowledge/yaml-twins.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nashra-twins-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('twins of YAML', () => {
  const text = '- { id: a, since: 2016-03-11, forms: [ب, ت] }\n';

  it('say what the YAML says', () => {
    const plain = readYamlText(text, folder);
    writeTwin(text, folder);
    expect(readYamlText(text, folder)).toEqual(plain);
    expect(plain).toEqual([{ id: 'a', since: '2016-03-11', forms: ['ب', 'ت'] }]);
  });

  it('are read instead of it', () => {
    writeTwin(text, folder);
    const [twin] = readdirSync(folder);
    writeFileSync(join(folder, twin as string), '["from the twin"]');
    expect(readYamlText(text, folder)).toEqual(['from the twin']);
  });

  it('are not those of a changed file', () => {
    writeTwin(text, folder);
    expect(readYamlText(text.replace('id: a', 'id: b'), folder)).toMatchObject([{ id: 'b' }]);
  });

  it('leave errors to the parser', () => {
    expect(() => writeTwin('a: [', folder)).toThrow();
    expect(() => readYamlText('a: [', folder)).toThrow();
  });
});
