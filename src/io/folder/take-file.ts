/**
 * What is done with one file of an inbox that is whole: claimed, read and put away, or only read (`--keep`), or
 * refused. Each way resolves with what became of the file, or null where there was nothing to do.
 */
import { join } from 'node:path';
import type { RedisClient } from '../connection.ts';
import { handleClaimed, writeReason } from './claimed-file.ts';
import { createKeptFiles } from './kept-files.ts';
import { type FolderLayout, freePath, moveFile, moveWithSidecar } from './layout.ts';
import { type FileOutcome, type SendOptions, sendFile } from './send-file.ts';

export interface TakeOptions extends SendOptions {
  readonly layout: FolderLayout;
  readonly redis: RedisClient;
  readonly prefix: string;
  /** Read the folder and move nothing; contents are remembered by hash. */
  readonly keep: boolean;
}

/** Called when a file has been read: the next may be. */
type WasRead = () => void;

export interface TakeFile {
  /** A file that is whole. */
  whole(name: string, wasRead: WasRead): Promise<FileOutcome | null>;
  /** A file that lies on this producer's desk already, from an earlier run. */
  onDesk(name: string, wasRead: WasRead): Promise<FileOutcome | null>;
  link(name: string): Promise<FileOutcome | null>;
}

export function createTakeFile(options: TakeOptions): TakeFile {
  const { layout, keep } = options;
  const desk = join(layout.processing, options.dispatch.producer);
  const kept = createKeptFiles(options.redis, options.prefix);

  async function read(name: string, wasRead: WasRead): Promise<FileOutcome | null> {
    const path = join(layout.inbox, name);
    const hash = await kept.unknown(path);
    if (hash === null) return null;
    const sent = await sendFile({ path, name }, options);
    wasRead();
    await sent.accepted;
    const outcome = await sent.done;
    if (outcome.problems.length === 0) await kept.remember(hash);
    return outcome;
  }

  async function claim(name: string, wasRead: WasRead): Promise<FileOutcome | null> {
    if (!(await moveWithSidecar(layout.inbox, desk, name))) return null;
    return handleClaimed({ name, desk }, layout, options, wasRead);
  }

  return {
    whole: keep ? read : claim,
    onDesk: (name, wasRead) => handleClaimed({ name, desk }, layout, options, wasRead),
    async link(name) {
      const message = 'is a symbolic link, expected a file: links may lead out of the inbox';
      const outcome = { name, articles: 0, problems: [{ where: name, message }] };
      if (keep) return outcome;
      const target = await freePath(join(layout.failed, name));
      await writeReason(target, outcome);
      await moveFile(join(layout.inbox, name), target);
      return outcome;
    },
  };
}
