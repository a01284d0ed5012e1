/** The few parts of the DOM that reading a page needs; linkedom and Readability give more. */

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly body: PageElement | null;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/** A foreign DOM's document as the part of it that is used here. */
export function asDocument(document: unknown): PageDocument {
  return document as PageDocument;
}

/** The node after `node` in document order, inside `root`; with `skip`, not below `node`. Visits need no recursion. */
export function nextNode(node: PageNode, root: PageNode, skip = false): PageNode | null {
  if (!skip && node.firstChild) return node.firstChild;
  for (let at: PageNode | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}
