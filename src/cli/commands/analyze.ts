/** `nashra analyze`: reads files in this process, without Redis, and prints what they tell. */
import { Command, Option } from 'commander';
import { loadConfigured } from '../../configured-knowledge.ts';
import type { RawArticle } from '../../model/article.ts';
import { analyseArticles } from '../analyse-articles.ts';
import { type Analysis, analysisOf } from '../analysis.ts';
import { analysisHtml } from '../analysis-html.ts';
import { analysisTable } from '../analysis-table.ts';
import { configWith, limitsOf, withMetaOptions } from '../options.ts';
import { readFiles } from '../read-files.ts';

interface AnalyzeOptions {
  readonly published?: string;
  readonly source?: string;
  readonly gazetteer?: string;
  readonly format: 'json' | 'table' | 'html';
}

const RENDER: Readonly<
  Record<AnalyzeOptions['format'], (analysis: Analysis, articles: readonly RawArticle[]) => string>
> = {
  json: (analysis) => `${JSON.stringify(analysis, null, 1)}\n`,
  table: (analysis) => analysisTable(analysis),
  html: analysisHtml,
};

async function analyze(files: readonly string[], options: AnalyzeOptions): Promise<void> {
  const { published, source } = options;
  const config = configWith({ NASHRA_GAZETTEER: options.gazetteer });
  const { articles, problems } = readFiles(files, { published, source }, limitsOf(config));
  for (const { where, message } of problems) process.stderr.write(`nashra: ${where}: ${message}\n`);
  if (articles.length === 0 && problems.length > 0) {
    process.exitCode = 1;
    return;
  }
  const knowledge = loadConfigured(config);
  const { run, summaries } = await analyseArticles(articles, knowledge);
  for (const { id, stage, error } of run.failed) {
    const file = articles.find((article) => article.id === id)?.file ?? id;
    process.stderr.write(`nashra: ${file}: ${stage} failed: ${error.message}\n`);
  }
  process.stdout.write(RENDER[options.format](analysisOf(articles, run, summaries), articles));
  if (problems.length + run.failed.length > 0) process.exitCode = 1;
}

export function analyzeCommand(): Command {
  return withMetaOptions(
    new Command('analyze')
      .description('read files without Redis and print what they tell: sections, mentions, events, summaries')
      .argument('<file...>', 'files in any format that nashra reads; - is standard input'),
  )
    .option('--gazetteer <file>', 'a full gazetteer used beside the built-in one (NASHRA_GAZETTEER)')
    .addOption(
      new Option('--format <form>', 'how to print').choices(['json', 'table', 'html']).default('json'),
    )
    .addHelpText(
      'after',
      `
Files are read in the order given, and later ones are compared with earlier ones. What cannot be read is told, the rest
goes on, and the exit code is 1.

Examples:
  $ nashra analyze --published 2015-07-04 bulletin.txt
  $ nashra analyze --format table morning.txt evening.txt
  $ nashra analyze --format html bulletin.txt > reading.html`,
    )
    .action(analyze);
}
