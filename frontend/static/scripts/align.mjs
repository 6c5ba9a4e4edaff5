// The passages that texts share with one sample (docs/fp1.md, section 8): the same as the Java class `fingerprint.Alignment`.
import { tokens } from "./fp1.mjs";

const MOST_EDITED = 2;
const MOST_PLACES = 4;

/** Made once for a sample, then asked for each text. */
export class Alignment {
  constructor(sample) {
    this.sample = tokens(sample);
    const { high, low } = this.sample;
    let room = 16;
    while (room < high.length * 2) room *= 2;
    this.room = room;
    this.slots = new Int32Array(room).fill(-1); // first place of a shingle
    this.nextPlace = new Int32Array(high.length).fill(-1);
    for (let place = high.length - 1; place >= 0; place--) {
      const slot = this.slot(high[place], low[place]);
      this.nextPlace[place] = this.slots[slot];
      this.slots[slot] = place;
    }
  }

  slot(high, low) {
    let slot = (high ^ low) & (this.room - 1);
    for (;;) {
      const place = this.slots[slot];
      if (place < 0 || (this.sample.high[place] === high && this.sample.low[place] === low)) return slot;
      slot = (slot + 1) & (this.room - 1);
    }
  }

  /**
   * In the order of the other text.
   * @returns {{words: number, parts: {sampleStart: number, sampleEnd: number, otherStart: number, otherEnd: number}[]}[]} words that
   *   are the same, and the pieces that are; more than one piece where a few words between them were edited
   */
  passages(text) {
    const other = tokens(text);
    const spans = [];
    let covered = 0;
    for (let first = 0; first < other.high.length; first++) {
      if (first < covered) continue;
      const place = this.slots[this.slot(other.high[first], other.low[first])];
      if (place < 0) continue;
      const span = this.longest(place, other, first, covered);
      if (span.length > 0) {
        spans.push(span);
        covered = span.other + span.length;
      }
    }
    return this.merged(spans, other);
  }

  longest(firstPlace, other, at, from) {
    const { sample } = this;
    const same = (i, j) => sample.a[i] === other.a[j] && sample.b[i] === other.b[j];
    let best = { sample: 0, other: at, length: 0 };
    for (let place = firstPlace, tried = 0; place >= 0 && tried < MOST_PLACES; tried++) {
      let left = 0;
      while (place - left > 0 && at - left > from && same(place - left - 1, at - left - 1)) left++;
      let right = 0;
      while (place + right < sample.a.length && at + right < other.a.length && same(place + right, at + right)) right++;
      if (right > 0 && left + right > best.length) {
        best = { sample: place - left, other: at - left, length: left + right };
      }
      place = this.nextPlace[place];
    }
    return best;
  }

  merged(spans, other) {
    const passages = [];
    for (let i = 0; i < spans.length; ) {
      const parts = [];
      let words = 0;
      do {
        const span = spans[i];
        parts.push({
          sampleStart: this.sample.starts[span.sample],
          sampleEnd: this.sample.ends[span.sample + span.length - 1],
          otherStart: other.starts[span.other],
          otherEnd: other.ends[span.other + span.length - 1],
        });
        words += span.length;
        i++;
      } while (i < spans.length && goesOn(spans[i - 1], spans[i]));
      passages.push({ words, parts });
    }
    return passages;
  }
}

function goesOn(span, next) {
  const inSample = next.sample - (span.sample + span.length);
  const inOther = next.other - (span.other + span.length);
  return inSample >= 0 && inSample <= MOST_EDITED && inOther <= MOST_EDITED;
}
