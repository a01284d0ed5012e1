/** Placeholder until the real reader lands: tags away. */
export function htmlToText(html: string): { text: string; title: string | null } {
  return { text: html.replace(/<[^>]*>/g, ' '), title: null };
}
