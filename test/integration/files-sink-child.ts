/** Runs the files sink until it is killed. Arguments: Redis URL, prefix, folder. */
import { connectRedis } from '../../src/io/connection.ts';
import { runFilesSink } from '../../src/io/sinks/files-sink.ts';

const [url, prefix, out] = process.argv.slice(2) as [string, string, string];
await runFilesSink(connectRedis(url, { patience: 'endless' }), { out, prefix, follow: true });
