/** `nashra knowledge`: what the country pack knows, and how a fuller gazetteer is brought in. */
import { join } from 'node:path';
import { Command } from 'commander';
import { checkPack } from '../../knowledge/check.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { defaultPackFolder, readFixtures, readPackFiles } from '../../knowledge/load.ts';
import { importToFile } from '../../knowledge/places/import-file.ts';
import { lookupPlace } from '../../knowledge/places/lookup.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { counted } from '../counted.ts';

export function knowledgeCommand(): Command {
  const knowledge = new Command('knowledge').description('look into the country pack and extend it');
  knowledge
    .command('lookup')
    .description('what a name could be, and why')
    .argument('<name...>', 'an Arabic name, as written')
    .option('--gazetteer <file>', 'a gazetteer beside the built-in one', process.env.NASHRA_GAZETTEER)
    .action((words: string[], options: { gazetteer?: string }) => {
      console.log(lookupPlace(words.join(' '), loadKnowledge(options)).join('\n'));
    });
  knowledge
    .command('import')
    .description('check a gazetteer (OCHA CSV or XLSX, GeoNames dump) and keep it for --gazetteer')
    .argument('<file>', 'the table as published')
    .option('--out <file>', 'where the local gazetteer is written', '.nashra/gazetteer.csv')
    .action((file: string, options: { out: string }) => {
      const { places, unnamed } = importToFile(file, options.out);
      console.log(
        `${counted(places, 'place')} written to ${options.out}; ${counted(unnamed, 'row')} without an Arabic name.`,
      );
      console.log(`Use it with --gazetteer ${options.out} or NASHRA_GAZETTEER=${options.out}.`);
    });
  knowledge
    .command('check')
    .description('schema, duplicates, unknown parents, coordinates, shared forms, entries without a fixture')
    .option('--pack <folder>', 'the country pack', defaultPackFolder())
    .option(
      '--fixtures <folder>',
      'texts that use its entries',
      join(PACKAGE_ROOT, 'test', 'gold', 'knowledge'),
    )
    .action((options: { pack: string; fixtures: string }) => {
      const lines = check(options.pack, options.fixtures);
      console.log(lines.length === 0 ? `${options.pack}: nothing to mend.` : lines.join('\n'));
      if (lines.length > 0) process.exitCode = 1;
    });
  return knowledge;
}

function check(pack: string, fixtures: string): string[] {
  const files = readPackFiles(pack);
  return checkPack(files, loadKnowledge({ pack }), readFixtures(fixtures));
}
