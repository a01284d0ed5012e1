/** `nashra schema`: the contract for consumers as JSON Schema and AsyncAPI. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { counted } from '../counted.ts';
import { schemaDocuments, schemaText } from '../schema-documents.ts';

async function schema(name: string | undefined, options: { out?: string }): Promise<void> {
  const documents = schemaDocuments();
  if (options.out !== undefined) {
    await mkdir(options.out, { recursive: true });
    for (const [file, document] of documents) await writeFile(join(options.out, file), schemaText(document));
    process.stdout.write(`${counted(documents.size, 'file')} written to ${options.out}\n`);
    return;
  }
  const document = documents.get(fileOf(name ?? 'summary-event'));
  if (document) process.stdout.write(schemaText(document));
}

function fileOf(name: string): string {
  return name === 'asyncapi' ? 'asyncapi.json' : `${name}.schema.json`;
}

export function schemaCommand(): Command {
  const names = ['summary-event', 'summary', 'event', 'mention', 'asyncapi'];
  return new Command('schema')
    .description('print the contract for consumers: JSON Schema of what is emitted, AsyncAPI of the stream')
    .addArgument(new Argument('[name]', 'which document').choices(names))
    .option('--out <dir>', 'write all documents to a folder')
    .addHelpText(
      'after',
      `
Examples:
  $ nashra schema summary
  $ nashra schema asyncapi > asyncapi.json
  $ nashra schema --out docs/schema`,
    )
    .action(schema);
}
