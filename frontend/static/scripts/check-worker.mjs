// Hashes and compares texts off the page's thread. Texts come in and never leave: out go counts, hashes and offsets.
import { hexadecimal, sketch } from "./fp1.mjs";
import { Alignment } from "./align.mjs";

const SMALLEST_SCALE = 16;
const MOST_HASHES = 50_000;

let texts = [];
let alignments = [];

const answers = {
  /** The request that will be sent, word for word. */
  sketch({ given }) {
    texts = given;
    alignments = [];
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
      return alignments[document].passages(other).map((passage) => ({ document, ...passage }));
    });
    return { passages };
  },
};

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
