/**
 * What `nashra up` shows: on a terminal one line that is kept up to date, with news above it; elsewhere plain lines.
 * Counts are of this run and only shown, never stored.
 */

import type { FileOutcome } from '../io/folder/send-file.ts';
import type { Summary } from '../model/summary.ts';
import { counted } from './counted.ts';
import { countText } from './summary-table.ts';

export interface LiveView {
  say(line: string): void;
  file(outcome: FileOutcome): void;
  articles(items: readonly unknown[]): void;
  revisions(revisions: readonly Summary[]): void;
  /** Begins to show progress; `inHand` tells the files that are taken and not yet put away. */
  start(inHand: () => number): void;
  stop(): void;
}

const REFRESH_MS = 250;
const LINES_A_SECOND = 20;

export function createLiveView(out: NodeJS.WriteStream, colour: boolean): LiveView {
  const live = out.isTTY === true;
  const dim = (text: string) => (live && colour ? `\u001b[2m${text}\u001b[0m` : text);
  const clear = live ? '\r\u001b[K' : '';
  let files = 0;
  let failed = 0;
  let articles = 0;
  let revisions = 0;
  let progress: () => string = () => '';
  let timer: NodeJS.Timeout | null = null;
  let told = { span: 0, lines: 0 };

  /** In a burst the line of counts tells enough: some lines a second are all that anybody reads. */
  const mayTell = () => {
    const span = Math.floor(Date.now() / 1_000);
    if (span !== told.span) told = { span, lines: 0 };
    told.lines++;
    return told.lines <= LINES_A_SECOND;
  };

  const say = (line: string) => {
    out.write(`${clear}${line}\n`);
    if (timer) out.write(progress());
  };

  return {
    say,
    file({ name, articles: through, problems }) {
      files++;
      if (problems.length === 0) {
        if (!live) say(`done    ${name}: ${counted(through, 'article')}`);
        return;
      }
      failed++;
      const [first] = problems;
      const more = problems.length > 1 ? ` (and ${counted(problems.length - 1, 'more problem')})` : '';
      // A line or an element of the file, or its sidecar, is told; the file itself is named already.
      const where = first && first.where !== name ? `${first.where}: ` : `${name}: `;
      say(`failed  ${where.startsWith(name) ? '' : `${name}: `}${where}${first?.message ?? ''}${more}`);
    },
    articles(items) {
      articles += items.length;
    },
    revisions(published) {
      revisions += published.length;
      for (const { date, governorate, revision, counts, killed, injured } of published) {
        if (governorate.id.length === 2 || !mayTell()) continue;
        const told = `${counted(counts.events, 'event')}, killed ${countText(killed)}, injured ${countText(injured)}`;
        say(`${date}  ${governorate.id} ${governorate.en}  ${told}  ${dim(`revision ${revision}`)}`);
      }
    },
    start(inHand) {
      progress = () =>
        dim(
          `${counted(files, 'file')} (${failed} failed), ${inHand()} in hand, ${counted(articles, 'article')}, ${counted(revisions, 'revision')}`,
        );
      if (!live) return;
      timer = setInterval(() => out.write(`${clear}${progress()}`), REFRESH_MS);
      timer.unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
      if (live) out.write(`${clear}${progress()}\n`);
    },
  };
}
