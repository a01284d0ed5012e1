/**
 * A section's sketch: two bytes of each shingle whose hash is below a quarter of all hashes. The same shingles are kept
 * of every text, whatever its length, so what two sketches share tells containment and not likeness alone. A section
 * of 150 words has a sketch of 75 bytes, where its words take 450.
 */

const KEEP_BELOW = 2 ** 30;
/** Texts with so few kept shingles keep all of them, marked by a first byte. */
const FEW = 16;
const WHOLE = 1;
const SAMPLED = 0;

/** Byte 0: whether all shingles are kept. Then two bytes each. */
export function sketchOf(shingles: Uint32Array): Buffer {
  const kept = shingles.filter((shingle) => shingle < KEEP_BELOW);
  const whole = kept.length < FEW;
  const source = whole ? shingles : kept;
  const bytes = Buffer.allocUnsafe(1 + source.length * 2);
  bytes[0] = whole ? WHOLE : SAMPLED;
  for (let i = 0; i < source.length; i++) bytes.writeUInt16LE(fold(source[i] as number), 1 + i * 2);
  return bytes;
}

/** The low bits, with the top two (which decide whether a shingle is kept) in the lowest places. */
function fold(shingle: number): number {
  return ((shingle << 2) | (shingle >>> 30)) & 0xffff;
}

/** The kept shingles of a sketch, 16 bits each. */
export function valuesOf(sketch: Buffer): number[] {
  const values: number[] = [];
  for (let at = 1; at < sketch.length; at += 2) values.push(sketch.readUInt16LE(at));
  return values;
}

/** Compares one sketch with many: how many kept shingles the other shares, 0 where it is too little for any match. */
export function looksAlike(sketch: Buffer): (other: Buffer) => number {
  const all = new Set<number>();
  const sampled = new Set<number>();
  for (let at = 1; at < sketch.length; at += 2) {
    const value = sketch.readUInt16LE(at);
    all.add(value);
    if ((value & 3) === 0) sampled.add(value);
  }
  const own = sketch[0] === WHOLE ? all : sampled;
  return (other) => {
    const whole = sketch[0] === WHOLE && other[0] === WHOLE;
    const mine = whole ? all : own === all ? sampled : own;
    let shared = 0;
    let theirs = 0;
    for (let at = 1; at < other.length; at += 2) {
      const value = other.readUInt16LE(at);
      if (!whole && (value & 3) !== 0) continue;
      theirs++;
      if (mine.has(value)) shared++;
    }
    return isEnough(shared, Math.min(mine.size, theirs)) ? shared : 0;
  };
}

/** A match needs half of the shorter one, or a paragraph of it; the words decide. */
function isEnough(shared: number, shorter: number): boolean {
  return shared >= Math.max(shorter > 8 ? 2 : 1, shorter * 0.1);
}
