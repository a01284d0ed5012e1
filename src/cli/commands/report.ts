/** `nashra report`: a day as a page that a person reads. */
import { Argument, Command, Option } from 'commander';
import { loadConfigured } from '../../configured-knowledge.ts';
import { BadInputError } from '../../errors.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Summary } from '../../model/summary.ts';
import { configWith, scopeCode } from '../options.ts';
import { asHtml, asMarkdown, type Language, type ReportNames, reportBlocks } from '../report-page.ts';
import { openSource } from '../summary-source.ts';
import { day } from './export.ts';

interface ReportOptions {
  readonly governorate?: string;
  readonly format: 'md' | 'html';
  readonly lang: Language;
  readonly in?: string;
}

/** The names of a country pack, for a page. */
export function reportNames(knowledge: Knowledge): ReportNames {
  return {
    actor: (id) => knowledge.actor(id) ?? { ar: id, en: id },
    eventType: (type) => knowledge.eventLabel(type),
    weapon: (weapon) => knowledge.weaponLabel(weapon),
  };
}

async function report(date: string, options: ReportOptions): Promise<void> {
  const source = await openSource(options.in);
  try {
    const summaries: Summary[] = [];
    const range = { from: date, to: date, governorate: options.governorate };
    for await (const summary of source.summaries(range)) summaries.push(summary);
    if (summaries.length === 0) {
      const where = options.governorate ? ` in ${options.governorate}` : '';
      throw new BadInputError(date, `nothing is known of this day${where}`);
    }
    const names = reportNames(loadConfigured(configWith()));
    const blocks = reportBlocks(summaries, date, options.lang, names);
    process.stdout.write(options.format === 'html' ? asHtml(blocks, options.lang) : asMarkdown(blocks));
  } finally {
    await source.close();
  }
}

export function reportCommand(): Command {
  return new Command('report')
    .description('print a day as a page that a person reads')
    .addArgument(new Argument('<date>', 'the day, YYYY-MM-DD').argParser(day))
    .option('--governorate <code>', 'one governorate, such as SY03', scopeCode)
    .addOption(new Option('--format <form>', 'form of the page').choices(['md', 'html']).default('md'))
    .addOption(new Option('--lang <language>', 'language of the page').choices(['ar', 'en']).default('ar'))
    .option('--in <dir>', 'read a folder that nashra wrote (its --out) in place of Redis')
    .addHelpText(
      'after',
      `
Examples:
  $ nashra report 2015-07-04
  $ nashra report 2015-07-04 --governorate SY03 --lang en
  $ nashra report 2015-07-04 --in out/ --format html > day.html`,
    )
    .action(report);
}
