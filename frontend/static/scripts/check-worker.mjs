// Hashes and compares texts off the page's thread. Texts come in and never leave: out go counts, hashes and offsets.
import { hexadecimal, sketch } from "./fp1.mjs";
import { Alignment } from "./align.mjs";

const SMALLEST_SCALE = 16;
const MOST_HASHES = 48_000;

let texts = [];
let alignments = [];
let found = []; // of every token of every text: 1 the same somewhere, 2 edited inside a passage

const answers = {
  /** The request that will be sent, word for word. */
  sketch({ given }) {
    texts = given;
    alignments = [];
    found = [];
    const all = texts.reduce((sum, text) => sum + text.length, 0);
    for (let scale = SMALLEST_SCALE; ; scale *= 4) {
      let done = 0;
      const documents = texts.map((text) => {
        const made = sketch(text, scale);
        done += text.length;
        postMessage({ progress: all === 0 ? 1 : done / all });
        return { words: made.words, shingles: made.shingles, hashes: hexadecimal(made) };
      });
      const hashes = documents.reduce((sum, { hashes }) => sum + hashes.length, 0);
      if (hashes <= MOST_HASHES) {
        return { request: { fingerprint: "fp1", scale, documents: shuffled(documents) } };
      }
    }
  },

  /** The passages that the texts share with a record, as offsets. */
  align({ other }) {
    const passages = texts.flatMap((text, document) => {
      alignments[document] ??= new Alignment(text);
      const { starts } = alignments[document].sample;
      found[document] ??= new Uint8Array(starts.length);
      return alignments[document].passages(other).map((passage) => {
        mark(found[document], starts, passage.parts);
        return { document, ...passage };
      });
    });
    return { passages };
  },

  /** Words that are the same in some record so far, that were edited inside a passage, and all. */
  tally() {
    const count = (kind) => found.reduce((sum, marks) => sum + marks.reduce((n, mark) => n + (mark === kind), 0), 0);
    return { same: count(1), edited: count(2), all: found.reduce((sum, marks) => sum + marks.length, 0) };
  },
};

function mark(marks, starts, parts) {
  let behind = -1;
  for (const { sampleStart, sampleEnd } of parts) {
    const first = tokenAt(starts, sampleStart);
    const next = tokenAt(starts, sampleEnd);
    for (let token = behind; behind >= 0 && token < first; token++) marks[token] ||= 2;
    marks.fill(1, first, next);
    behind = next;
  }
}

// The first token that starts at an offset or behind it.
function tokenAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The order of documents says nothing, so it is not sent.
function shuffled(documents) {
  const random = crypto.getRandomValues(new Uint32Array(documents.length));
  return documents
    .map((document, i) => ({ document, at: random[i] }))
    .sort((one, other) => one.at - other.at)
    .map(({ document }) => document);
}

onmessage = ({ data }) => {
  try {
    postMessage({ id: data.id, ...answers[data.ask](data) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
};
