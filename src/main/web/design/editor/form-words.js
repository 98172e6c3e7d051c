/*
 * The form editor of this version knows no other language than its own, so its words are exchanged where they stand.
 * Only whole texts that are in the table change: what a person typed is never touched.
 */
import { WORDS } from './form-words-table.js';

const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'data-placeholder'];

const text = (node) => {
  const word = node.nodeValue.trim();
  if (word && Object.hasOwn(WORDS, word)) node.nodeValue = node.nodeValue.replace(word, WORDS[word]);
};

const attributes = (element) => ATTRIBUTES.forEach((name) => {
  const word = element.getAttribute(name)?.trim();
  if (word && Object.hasOwn(WORDS, word)) element.setAttribute(name, WORDS[word]);
});

const exchange = (root) => {
  if (root.nodeType === Node.TEXT_NODE) { text(root); return; }
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  attributes(root);
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (walk.currentNode.nodeType === Node.TEXT_NODE) text(walk.currentNode); else attributes(walk.currentNode);
  }
};

/* Begins now and goes on as the editor draws; the answer ends it. */
export const inChinese = (container) => {
  exchange(container);
  const observer = new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === 'characterData') text(change.target);
    else if (change.type === 'attributes') attributes(change.target);
    else change.addedNodes.forEach(exchange);
  }));
  observer.observe(container, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  return () => observer.disconnect();
};
