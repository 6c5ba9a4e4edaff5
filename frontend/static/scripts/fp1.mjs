// The fingerprint fp1 (docs/fp1.md): the same bits as the Java package `fingerprint`. No dependency; for pages and workers.
import table from "./fp1-table.mjs";

export const NAME = "fp1";

// Classes of code points; those from SEQUENCE on exist only here.
const LETTER = 1;
const NUMBER = 2;
const SINGLE = 3;
const MARK = 4;
const IGNORABLE = 5;
const SOFT_HYPHEN = 6;
const APOSTROPHE = 7;
const HYPHEN = 8;
const SPACE = 9;
const BREAK = 10;
const SEQUENCE = 11;

const SPAN = 16;
const RING = 16;
const LARGEST_SCALE = 1 << 24;
const MOST_MARKS = 32;
const IOTA_BELOW = 0x345;
const DOT_ABOVE = 0x307;
const TOKEN_A = 0x9e3779b1 | 0;
const TOKEN_B = 0x85ebca77 | 0;
const SEED_A = 0x2545f491;
const SEED_B = 0x4f6cdd1d;
const SHINGLE_A = 0x9e3779b1 | 0;
const SHINGLE_B = 0xc2b2ae3d | 0;

// Of every code point `class | argument << 4`, in blocks of 128; ASCII also as the folded letter or digit, 0 for what
// separates, -1 for apostrophe and hyphen.
const BLOCKS = new Int32Array((0x110000 >> 7) + 1);
const SEQUENCES = [];
const ASCII = new Int8Array(128);
let VALUES = new Int32Array(1 << 16);
readTable();

function readTable() {
  let top = 128; // block 0 holds nothing
  const set = (c, value) => {
    const block = c >> 7;
    if (BLOCKS[block] === 0) {
      BLOCKS[block] = top;
      top += 128;
      if (top > VALUES.length) {
        const larger = new Int32Array(VALUES.length * 2);
        larger.set(VALUES);
        VALUES = larger;
      }
    }
    VALUES[BLOCKS[block] + (c & 127)] = value;
  };
  const sequence = (codePoints) => {
    SEQUENCES.push(codePoints.length, ...codePoints);
    return SEQUENCE | ((SEQUENCES.length - codePoints.length - 1) << 4);
  };
  const ends = (range) => {
    const [from, to = from] = range.split("-");
    return [parseInt(from, 16), parseInt(to, 16)];
  };
  const lines = table.split("\n");
  for (const line of lines) {
    const [name, ...items] = line.split(" ");
    const kind = "_LNSMIYAHZB".indexOf(name.charAt(0));
    if (name === "" || kind < 0) continue;
    const value = kind | (kind === MARK ? Number(name.slice(1)) << 4 : 0);
    for (const item of items) {
      const [from, to] = ends(item);
      for (let c = from; c <= to; c++) set(c, value);
    }
  }
  for (let index = 0; index < 11172; index++) {
    const jamo = [0x1100 + Math.floor(index / 588), 0x1161 + Math.floor((index % 588) / 28)];
    if (index % 28 > 0) jamo.push(0x11a7 + (index % 28));
    set(0xac00 + index, sequence(jamo));
  }
  for (const item of lines.find((line) => line.startsWith("D ")).split(" ").slice(1)) {
    const [range, target] = item.split("=");
    const [from, to] = ends(range);
    const codePoints = target.split(".").map((c) => parseInt(c, 16));
    for (let c = from; c <= to; c++) {
      const first = codePoints[0] + c - from;
      const kind = valueOf(first) & 15;
      const one = codePoints.length === 1 && kind !== MARK;
      set(c, one ? kind | (first << 4) : sequence([first, ...codePoints.slice(1)]));
    }
  }
  for (let c = 0; c < 128; c++) {
    const value = valueOf(c);
    const kind = value & 15;
    const word = kind === LETTER || kind === NUMBER;
    ASCII[c] = word ? folded(c, value) : kind === APOSTROPHE || kind === HYPHEN ? -1 : 0;
  }
}

function valueOf(codePoint) {
  return VALUES[BLOCKS[codePoint >> 7] + (codePoint & 127)];
}

function folded(codePoint, value) {
  return value >>> 4 === 0 ? codePoint : value >>> 4;
}

function fmix32(hash) {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

// Walks over the tokens of a text: next() steps, the fields hold the token stepped to.
class Tokenizer {
  constructor(text) {
    this.text = text;
    this.position = 0;
    this.start = 0;
    this.end = 0;
    this.a = 0;
    this.b = 0;
    this.weight = 0;
    this.element = 0;
    this.kind = 0;
    this.value = 0;
    this.from = 0;
    this.held = false;
    this.sequence = 0;
    this.sequenceIndex = 0;
    this.sequenceLength = 0;
    this.base = 0;
    this.marks = new Int32Array(MOST_MARKS);
    this.markClasses = new Int32Array(MOST_MARKS);
    this.markCount = 0;
  }

  next() {
    if (this.held || this.sequenceIndex < this.sequenceLength) return this.nextOfAny();
    const text = this.text;
    const n = text.length;
    let i = this.position;
    let c = 0;
    while (i < n && (c = text.charCodeAt(i)) < 128 && ASCII[c] <= 0) i++;
    if (i === n || c >= 128) {
      this.position = i;
      return this.nextOfAny();
    }
    this.start = i;
    let x = SEED_A;
    let y = SEED_B;
    let letter = ASCII[c];
    let last;
    do {
      last = letter;
      x = (Math.imul(x, TOKEN_A) + letter) | 0;
      y = (Math.imul(y, TOKEN_B) + letter) | 0;
      c = ++i < n ? text.charCodeAt(i) : 32;
      letter = c < 128 ? ASCII[c] : -1;
    } while (letter > 0);
    this.end = i;
    this.position = i;
    this.weight = 2;
    if (letter < 0) {
      this.a = x;
      this.b = y;
      this.base = last;
      this.continueWord(last >= 97 ? LETTER : NUMBER);
    } else {
      this.a = fmix32(x);
      this.b = fmix32(y);
    }
    return true;
  }

  nextOfAny() {
    while (this.advance()) {
      if (this.kind === LETTER || this.kind === NUMBER) {
        this.begin(2);
        this.continueWord(this.kind);
        return true;
      }
      if (this.kind === SINGLE) {
        this.begin(1);
        this.continueSingle();
        return true;
      }
    }
    return false;
  }

  begin(weight) {
    this.weight = weight;
    this.start = this.from;
    this.end = this.position;
    this.a = SEED_A;
    this.b = SEED_B;
    this.hash(folded(this.element, this.value));
  }

  // What may come between two parts of one word decides about what follows it.
  continueWord(firstKind) {
    let lastKind = firstKind;
    let pending = 0;
    while (this.advance()) {
      const kind = this.kind;
      const plain = pending === 0 || pending === SOFT_HYPHEN;
      if (kind === LETTER || kind === NUMBER) {
        if (!plain && pending !== APOSTROPHE && !(pending === BREAK && kind === LETTER)) {
          this.held = true;
          break;
        }
        this.flushMarks();
        this.hash(folded(this.element, this.value));
        lastKind = kind;
        this.end = this.position;
        pending = 0;
      } else if (kind === MARK) {
        if (!plain) break;
        this.mark();
        this.end = this.position;
        pending = 0;
      } else if (kind === SOFT_HYPHEN) {
        if (!plain) break;
        pending = SOFT_HYPHEN;
      } else if (kind === APOSTROPHE) {
        if (!plain) break;
        pending = APOSTROPHE;
      } else if (kind === HYPHEN) {
        if (!plain || lastKind !== LETTER) break;
        pending = HYPHEN;
      } else if (kind === SPACE) {
        if (pending === SOFT_HYPHEN && lastKind === LETTER) pending = HYPHEN;
        else if (pending !== HYPHEN && pending !== BREAK) break;
      } else if (kind === BREAK) {
        const second =
          pending === BREAK && this.element === 10 && this.text.charCodeAt(this.from - 1) === 13;
        const first = pending === HYPHEN || (pending === SOFT_HYPHEN && lastKind === LETTER);
        if (!first && !second) break;
        pending = BREAK;
      } else if (kind !== IGNORABLE) {
        this.held = kind === SINGLE;
        break;
      }
    }
    this.finish();
  }

  continueSingle() {
    while (this.advance()) {
      if (this.kind === MARK) {
        this.mark();
        this.end = this.position;
      } else if (this.kind !== IGNORABLE && this.kind !== SOFT_HYPHEN) {
        this.held = true;
        break;
      }
    }
    this.finish();
  }

  // Looks at the next element: a code point after decomposition and folding.
  advance() {
    if (this.held) {
      this.held = false;
      return true;
    }
    for (;;) {
      if (this.sequenceIndex < this.sequenceLength) {
        this.element = SEQUENCES[this.sequence + 1 + this.sequenceIndex++];
        this.value = valueOf(this.element);
        this.kind = this.value & 15;
        return true;
      }
      if (this.position === this.text.length) return false;
      this.from = this.position;
      const unit = this.text.charCodeAt(this.position);
      const codePoint = unit >= 0xd800 && unit < 0xdc00 ? this.text.codePointAt(this.position) : unit;
      this.position += codePoint > 0xffff ? 2 : 1;
      this.element = codePoint;
      this.value = valueOf(codePoint);
      this.kind = this.value & 15;
      if (this.kind !== SEQUENCE) return true;
      this.sequence = this.value >>> 4;
      this.sequenceLength = SEQUENCES[this.sequence];
      this.sequenceIndex = 0;
    }
  }

  hash(codePoint) {
    this.base = codePoint;
    this.mix(codePoint);
  }

  mix(codePoint) {
    this.a = (Math.imul(this.a, TOKEN_A) + codePoint) | 0;
    this.b = (Math.imul(this.b, TOKEN_B) + codePoint) | 0;
  }

  // Marks are put in canonical order: sorted by class, those of one class left in order.
  mark() {
    const combining = this.value >>> 4;
    if (combining === 0) {
      this.flushMarks();
      this.hash(this.element);
      return;
    }
    if (this.markCount === MOST_MARKS) return;
    const { marks, markClasses } = this;
    let place = this.markCount++;
    for (; place > 0 && markClasses[place - 1] > combining; place--) {
      marks[place] = marks[place - 1];
      markClasses[place] = markClasses[place - 1];
    }
    marks[place] = this.element;
    markClasses[place] = combining;
  }

  flushMarks() {
    for (let i = 0; i < this.markCount; i++) {
      const mark = this.marks[i];
      if (mark === IOTA_BELOW) this.mix(0x3b9);
      else if (mark !== DOT_ABOVE || this.base !== 105) this.mix(mark);
    }
    this.markCount = 0;
  }

  finish() {
    this.flushMarks();
    this.a = fmix32(this.a);
    this.b = fmix32(this.b);
  }
}

const powers = (factor) => {
  const made = new Int32Array(RING);
  made[0] = 1;
  for (let i = 1; i < RING; i++) made[i] = Math.imul(made[i - 1], factor);
  return made;
};
const POWERS_A = powers(SHINGLE_A);
const POWERS_B = powers(SHINGLE_B);

// The window that slides over the tokens: full as soon as its weights reach SPAN.
class Shingler {
  constructor() {
    this.a = new Int32Array(RING);
    this.b = new Int32Array(RING);
    this.weights = new Int32Array(RING);
    this.first = 0;
    this.count = 0;
    this.weight = 0;
    this.sumA = 0;
    this.sumB = 0;
  }

  add(token) {
    const place = (this.first + this.count++) & (RING - 1);
    this.a[place] = token.a;
    this.b[place] = token.b;
    this.weights[place] = token.weight;
    this.weight += token.weight;
    this.sumA = (Math.imul(this.sumA, SHINGLE_A) + token.a) | 0;
    this.sumB = (Math.imul(this.sumB, SHINGLE_B) + token.b) | 0;
  }

  full() {
    return this.weight >= SPAN;
  }

  high() {
    return fmix32(this.sumA);
  }

  low() {
    return fmix32(this.sumB);
  }

  dropFirst() {
    const place = this.first & (RING - 1);
    this.count--;
    this.sumA = (this.sumA - Math.imul(this.a[place], POWERS_A[this.count])) | 0;
    this.sumB = (this.sumB - Math.imul(this.b[place], POWERS_B[this.count])) | 0;
    this.weight -= this.weights[place];
    this.first++;
  }
}

function keptMask(scale) {
  if (!Number.isInteger(scale) || scale < 1 || scale > LARGEST_SCALE || (scale & (scale - 1)) !== 0) {
    throw new RangeError(`The scale is a power of two from 1 to ${LARGEST_SCALE}, not ${scale}.`);
  }
  return -(0x100000000 / scale) | 0;
}

// An Int32Array that grows.
class Ints {
  constructor(room) {
    this.array = new Int32Array(room);
    this.length = 0;
  }

  push(value) {
    if (this.length === this.array.length) {
      const larger = new Int32Array(this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  cut() {
    return this.array.subarray(0, this.length);
  }
}

/**
 * The sketch of a text: its hashes of which one in `scale` is kept, distinct and ascending.
 * @returns {{scale: number, words: number, shingles: number, high: Uint32Array, low: Uint32Array}} the two halves of each hash
 */
export function sketch(text, scale) {
  const mask = keptMask(scale);
  const tokenizer = new Tokenizer(text);
  const window = new Shingler();
  const high = new Ints(64);
  const low = new Ints(64);
  let words = 0;
  let shingles = 0;
  while (tokenizer.next()) {
    words++;
    window.add(tokenizer);
    while (window.full()) {
      shingles++;
      const hash = window.high();
      if ((hash & mask) === 0) {
        high.push(hash);
        low.push(window.low());
      }
      window.dropFirst();
    }
  }
  return { scale, words, shingles, ...sortedAndDistinct(new Uint32Array(high.cut()), new Uint32Array(low.cut())) };
}

function sortedAndDistinct(high, low) {
  const order = new Uint32Array(high.length).map((_, i) => i);
  order.sort((i, j) => high[i] - high[j] || low[i] - low[j]);
  const kept = order.filter(
    (at, i) => i === 0 || high[at] !== high[order[i - 1]] || low[at] !== low[order[i - 1]],
  );
  return { high: kept.map((at) => high[at]), low: kept.map((at) => low[at]) };
}

/** The hashes of a sketch as they are sent: 16 hexadecimal digits each. */
export function hexadecimal({ high, low }) {
  const hex = (number) => number.toString(16).padStart(8, "0");
  return Array.from(high, (hash, i) => hex(hash) + hex(low[i]));
}

/** Number of tokens: words, and code points of scripts that are written without spaces. */
export function words(text) {
  const tokenizer = new Tokenizer(text);
  let count = 0;
  while (tokenizer.next()) count++;
  return count;
}

/**
 * The tokens of a text: where they stand (UTF-16 offsets), the two halves of their hashes, their weights; and the two
 * halves of the hash of the shingle that starts at each, as far as one does.
 */
export function tokens(text) {
  const tokenizer = new Tokenizer(text);
  const window = new Shingler();
  const found = ["starts", "ends", "a", "b", "weights", "high", "low"].map((name) => [name, new Ints(256)]);
  const [starts, ends, a, b, weights, high, low] = found.map(([, ints]) => ints);
  while (tokenizer.next()) {
    starts.push(tokenizer.start);
    ends.push(tokenizer.end);
    a.push(tokenizer.a);
    b.push(tokenizer.b);
    weights.push(tokenizer.weight);
    window.add(tokenizer);
    while (window.full()) {
      high.push(window.high());
      low.push(window.low());
      window.dropFirst();
    }
  }
  return Object.fromEntries(found.map(([name, ints]) => [name, ints.cut()]));
}
