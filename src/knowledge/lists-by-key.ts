/** Maps that keep a list for each key. */

/** Adds a value to the list of a key, which is made with its first. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
