// A virtualised list as X has it: cells stand absolutely at measured heights; what is far out of sight leaves the
// document and comes back as new nodes.

import { el } from './element.js';

/** How many screens above and below the visible one stay in the document. */
const OVERSCAN = 0.75;
/** The height of a cell nobody has measured yet, in px. */
const GUESS = 170;

export class Timeline {
  /**
   * @param {string} label what the list is called
   * @param {{everything?: boolean}} [options] `everything`: no cell ever leaves
   */
  constructor(label, { everything = false } = {}) {
    this.items = [];
    this.everything = everything;
    this.heights = new Map();
    this.cells = new Map();
    this.host = el('div', { style: 'position: relative;' });
    const id = `accessible-list-${label.length}`;
    this.node = el('section', { 'aria-labelledby': id, role: 'region' },
      el('h1.unseen', { dir: 'auto', 'aria-level': '1', role: 'heading', id }, label),
      el('div', { 'aria-label': `Tijdlijn: ${label}` }, this.host));
    this.resized = new ResizeObserver((entries) => this.measure(entries));
    this.onScroll = () => this.soon();
    addEventListener('scroll', this.onScroll, { passive: true });
    addEventListener('resize', this.onScroll);
  }

  /** @param {Array<{key: string, draw: () => Node}>} items */
  show(items) {
    const keys = new Set(items.map((it) => it.key));
    for (const [key, cell] of this.cells) if (!keys.has(key)) this.drop(key, cell);
    this.items = items;
    this.place();
  }

  /** Draws a cell anew, in a new node. */
  redraw(key) {
    const cell = this.cells.get(key);
    if (cell) this.drop(key, cell);
    this.place();
  }

  close() {
    removeEventListener('scroll', this.onScroll);
    removeEventListener('resize', this.onScroll);
    this.resized.disconnect();
    this.node.remove();
  }

  soon() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.place();
    });
  }

  place() {
    const top = this.host.getBoundingClientRect().top;
    const from = -top - innerHeight * OVERSCAN;
    const to = -top + innerHeight * (1 + OVERSCAN);
    const wanted = new Set();
    let y = 0;
    for (const item of this.items) {
      const height = this.heights.get(item.key) ?? GUESS;
      if (this.everything || (y + height >= from && y <= to)) {
        wanted.add(item.key);
        this.put(item, y);
      }
      y += height;
    }
    for (const [key, cell] of this.cells) if (!wanted.has(key)) this.drop(key, cell);
    this.host.style.minHeight = `${y}px`;
  }

  put(item, y) {
    let cell = this.cells.get(item.key);
    if (!cell) {
      cell = el('div.cell', { 'data-testid': 'cellInnerDiv' }, el('div', null, el('div', null, item.draw())));
      cell.dataset.key = item.key;
      this.cells.set(item.key, cell);
      cell.style.transform = `translateY(${y}px)`;
      cell.style.position = 'absolute';
      cell.style.width = '100%';
      this.host.append(cell);
      this.resized.observe(cell);
    } else if (cell.style.transform !== `translateY(${y}px)`) {
      cell.style.transform = `translateY(${y}px)`;
    }
  }

  drop(key, cell) {
    this.resized.unobserve(cell);
    this.cells.delete(key);
    cell.remove();
  }

  /** Cells grow (a picture, a badge): those below move; what is being read stays where it is. */
  measure(entries) {
    let above = 0;
    for (const entry of entries) {
      const key = entry.target.dataset.key;
      const height = entry.borderBoxSize[0].blockSize;
      if (!this.cells.has(key) || height === 0) continue;
      const before = this.heights.get(key) ?? GUESS;
      if (height !== before && entry.target.getBoundingClientRect().bottom < 0) above += height - before;
      this.heights.set(key, height);
    }
    if (above) scrollBy(0, above);
    // Not here: moving cells inside the observer's own turn would make it complain of a loop.
    this.soon();
  }
}
