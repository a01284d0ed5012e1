/** Takes a page's navigation, forms, comments and boxes out of the tree, by element and by what class and id say. */
import { ELEMENT_NODE, nextNode, type PageElement, type PageNode, TEXT_NODE } from './html-dom.ts';

const BY_ELEMENT =
  'script, style, noscript, template, svg, iframe, nav, form, button, select, textarea, dialog, object, embed';
const BY_ROLE =
  '[role=navigation], [role=search], [role=banner], [role=contentinfo], [role=complementary], [aria-hidden=true]';
/** Parts of class names and ids, between separators, that name furniture in the themes in use. */
const NAMED =
  /(?:^|[-_\s])(?:comments?|commentlist|comment-?respond|respond|disqus|fb-comments|share|sharing|sharedaddy|social|addtoany|addthis|related|jp-relatedposts|sidebar|widgets?|cookies?|newsletter|subscribe|breadcrumbs?|pagination|pager|menu|navbar|navigation|advert|advertisement|ads?|banner|popup|modal|tags?|tagcloud|post-tags|entry-tags|most-read|mostread|trending|ticker|breaking|copyright|footer|author-box|authorbox|prev-next|post-nav|recommended|outbrain|taboola)(?:$|[-_\s])/i;
/** Class names that hold one of the words and yet stand on the whole page or the article. */
const NEVER =
  /(?:^|[-_\s])(?:has|no|with|without|single|site|page|post|article|entry|content|main|body|wrapper|container)(?:$|[-_\s])/i;
/** An element that holds more than this share of the body's words is no furniture, whatever it is called. */
const TOO_MUCH = 0.5;
const FEW_WORDS = 40;
const LINKED_SHARE = 0.8;
const LONGEST_NAME = 400;

/** Removes furniture under `body` and tells what and how much. Linear in the number of elements. */
export function dropFurniture(body: PageElement): { rule: string; elements: number }[] {
  const removed: { rule: string; elements: number }[] = [];
  const drop = (rule: string, elements: readonly PageElement[]): void => {
    for (const element of elements) element.remove();
    if (elements.length > 0) removed.push({ rule, elements: elements.length });
  };
  drop('html-element', [...body.querySelectorAll(BY_ELEMENT)]);
  drop('html-role', [...body.querySelectorAll(BY_ROLE)]);
  const counts = countWords(body);
  const all = counts.get(body)?.words ?? 0;
  const isSmall = (element: PageElement): boolean =>
    all < FEW_WORDS || (counts.get(element)?.words ?? 0) < all * TOO_MUCH;
  drop('html-box', boxes(body, counts).filter(isSmall));
  drop('html-footer', [...body.querySelectorAll('footer, aside')].filter(isSmall));
  drop('html-links', linkLists(body, counts).filter(isSmall));
  return removed;
}

function boxes(body: PageElement, counts: Counts): PageElement[] {
  return [...body.querySelectorAll('[class], [id]')].filter((element) => {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (name.length > LONGEST_NAME || !NAMED.test(name) || isMain(element)) return false;
    return !NEVER.test(name) || (counts.get(element)?.words ?? 0) <= FEW_WORDS;
  });
}

function isMain(element: PageElement): boolean {
  return ['body', 'main', 'article', 'html'].includes(element.localName);
}

/** Lists of which nearly all words are links: menus and related articles. */
function linkLists(body: PageElement, counts: Counts): PageElement[] {
  return [...body.querySelectorAll('ul, ol')].filter((list) => {
    const { words, linked } = counts.get(list) ?? { words: 0, linked: 0 };
    return words > 0 && linked >= words * LINKED_SHARE;
  });
}

type Counts = ReadonlyMap<PageNode, { words: number; linked: number }>;

/** Words, and words inside links, of each element. One pass, no recursion. */
function countWords(root: PageElement): Counts {
  const counts = new Map<PageNode, { words: number; linked: number }>([[root, { words: 0, linked: 0 }]]);
  const open: PageNode[] = [root];
  const close = (): void => {
    const done = open.pop();
    const parent = open.at(-1);
    const own = done ? counts.get(done) : undefined;
    const total = parent ? counts.get(parent) : undefined;
    if (!own || !total) return;
    total.words += own.words;
    total.linked += (done as PageElement).localName === 'a' ? own.words : own.linked;
  };
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    while (open.length > 1 && open.at(-1) !== node.parentNode) close();
    if (node.nodeType === ELEMENT_NODE) {
      counts.set(node, { words: 0, linked: 0 });
      open.push(node);
    } else if (node.nodeType === TEXT_NODE) {
      const own = counts.get(open.at(-1) as PageNode);
      if (own) own.words += wordCount(node.textContent ?? '');
    }
  }
  while (open.length > 1) close();
  return counts;
}

function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 0x20;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}
