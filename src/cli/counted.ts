/** A number with its noun in the messages of the command line: «1 article», «3 articles», «1,204 articles». */
export function counted(n: number, noun: string, many = `${noun}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? noun : many}`;
}
