import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaDocuments, schemaText } from '../../src/cli/schema-documents.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';

const FOLDER = join(PACKAGE_ROOT, 'docs', 'schema');

describe('the contract for consumers', () => {
  it('is committed as it is generated; `nashra schema --out docs/schema` writes it anew', () => {
    const documents = schemaDocuments();
    expect(readdirSync(FOLDER).sort()).toEqual([...documents.keys()].sort());
    for (const [file, document] of documents) {
      expect(readFileSync(join(FOLDER, file), 'utf8'), file).toBe(schemaText(document));
    }
  });

  it('names in AsyncAPI only files that exist', () => {
    const references = [
      ...schemaText(schemaDocuments().get('asyncapi.json') ?? {}).matchAll(/"\$ref": "([^#"]+)"/g),
    ];
    expect(references.length).toBeGreaterThan(0);
    for (const [, file] of references) expect(schemaDocuments().has(file as string)).toBe(true);
  });
});
