/** A file in processing/: sent, and then moved to processed/ or failed/ once its last article is through. */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sidecarNames } from '../../stages/intake/formats.ts';
import { type FolderLayout, freePath, isSameFile, moveFile, nameAlso, pruneFolders } from './layout.ts';
import { type FileOutcome, type SendOptions, sendFile } from './send-file.ts';

/** A file younger than this that cannot be read may still be on its way: it is read once more. */
const YOUNG_MS = 2_000;

export interface Claimed {
  readonly name: string;
  /** The producer's own folder in processing/. */
  readonly desk: string;
}

/** Sends a claimed file and resolves when it has been moved to where it belongs. */
export async function handleClaimed(
  file: Claimed,
  layout: FolderLayout,
  options: SendOptions,
  wasRead: () => void,
): Promise<FileOutcome> {
  const path = join(file.desk, file.name);
  const toRead = { path, name: file.name, alsoIn: [`${layout.inbox}/`] };
  for (;;) {
    const sent = await sendFile(toRead, options);
    wasRead();
    await sent.accepted;
    const outcome = await sent.done;
    if (outcome.problems.length > 0) await untilOld(path);
    const stamp = await stampOf(path);
    if (stamp === null) return outcome;
    // Somebody went on writing into the file after it was taken: what was read is not what lies there.
    if (sent.stamp !== null && stamp !== sent.stamp) continue;
    if (sent.stamp === null && (await changedSince(path, stamp))) continue;
    await putAway(file, layout, outcome);
    return outcome;
  }
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size}-${mtimeMs}`;
  } catch {
    return null;
  }
}

/** Waits until a young file has had time to change. */
async function untilOld(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  const wait = found ? Math.min(found.mtimeMs + YOUNG_MS - Date.now(), YOUNG_MS) : 0;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

async function changedSince(path: string, stamp: string): Promise<boolean> {
  const now = await stampOf(path);
  return now !== null && now !== stamp;
}

async function putAway({ name, desk }: Claimed, layout: FolderLayout, outcome: FileOutcome): Promise<void> {
  const path = join(desk, name);
  const inFailed = join(layout.failed, name);
  const failed = outcome.problems.length > 0;
  // The new name first, then the reason, then the old name goes: whoever is killed between does it again.
  const target = await nameAlso(path, failed ? inFailed : join(layout.processed, localDay(new Date()), name));
  if (target === null) return;
  if (failed) await writeReason(target, outcome);
  else if (await isSameFile(path, inFailed)) await removeFiles(inFailed, `${inFailed}.error.json`);
  await removeFiles(path);
  for (const sidecar of sidecarNames(name)) {
    const beside = join(dirname(target), basename(sidecar));
    if (await moveFile(join(desk, sidecar), await freePath(beside))) break;
  }
  await pruneFolders(dirname(desk), join(desk, name));
}

async function removeFiles(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

/** Writes `NAME.error.json` beside the place where the file will lie: where, what and why. */
export async function writeReason(target: string, outcome: FileOutcome): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const reason = {
    file: outcome.name,
    at: new Date().toISOString(),
    articles: outcome.articles,
    problems: outcome.problems,
  };
  await writeFile(`${target}.error.json`, `${JSON.stringify(reason, null, 2)}\n`);
}

/** The day on this machine's clock, by which the analyst looks for a file. */
function localDay(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
