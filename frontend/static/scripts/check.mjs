// The private way of /check: the text is hashed here, only the sketch is sent, passages are compared here.

const LARGEST = 20_000_000; // characters of all texts together
const CONTEXT = 60; // characters around a passage
const SHOWN = 900; // characters of a long passage
const MARKED = 200_000; // characters of a text that is shown whole
const PASSAGES = 2;

const form = document.querySelector("#private");
const words = JSON.parse(document.querySelector("#check-words").textContent);
const say = (key, number) => words[key].replace("#", number === undefined ? "" : number.toLocaleString(document.documentElement.lang));
const state = document.querySelector("#state");
const bar = document.querySelector("#progress");
const result = document.querySelector("#result");
const field = form.querySelector("textarea");
const files = form.querySelector('input[type="file"]');
const buttons = form.querySelectorAll("button");

const worker = new Worker(new URL("./check-worker.mjs", import.meta.url), { type: "module" });
const waiting = new Map();
let asked = 0;
worker.onmessage = ({ data }) => {
  if (data.progress !== undefined) {
    bar.value = data.progress * 0.4;
    return;
  }
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error) reject(new Error(data.error));
  else resolve(data);
};
worker.onerror = () => waiting.forEach(({ reject }) => reject(new Error("worker")));
const ask = (question) =>
  new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject });
    worker.postMessage({ id: asked, ...question });
  });

/** What the person is told, in their words. */
class Told extends Error {}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run(check);
});
form.querySelector("[data-run]").addEventListener("click", () => run(example));
field.addEventListener("paste", (event) => {
  if ((event.clipboardData?.getData("text/plain").length ?? 0) > LARGEST) {
    event.preventDefault();
    tell(say("large", LARGEST / 1e6));
  }
});
for (const kind of ["dragover", "drop"]) {
  form.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (kind === "drop") {
      files.files = event.dataTransfer.files;
      chosen();
    }
  });
}
files.addEventListener("change", chosen);

function chosen() {
  form.querySelector("#chosen").textContent = Array.from(files.files, ({ name }) => name).join(", ");
}

async function run(task) {
  buttons.forEach((button) => (button.disabled = true));
  bar.hidden = false;
  bar.value = 0;
  try {
    await task();
    tell("");
  } catch (error) {
    tell(error instanceof Told ? error.message : say("failed"));
  } finally {
    bar.hidden = true;
    buttons.forEach((button) => (button.disabled = false));
  }
}

function tell(text, calm = false) {
  state.textContent = text;
  state.hidden = text === "";
  state.classList.toggle("notice", !calm);
  state.classList.toggle("caution", !calm);
}

async function check() {
  result.replaceChildren();
  const texts = await given();
  tell(say("hashing"), true);
  const { request } = await ask({ ask: "sketch", given: texts });
  for (const name of ["category", "language"]) {
    const value = form.elements[name].value;
    if (value) request[name] = value;
  }
  const sent = JSON.stringify(request);
  tell(say("asking"), true);
  bar.value = 0.5;
  const answer = await fetch(form.dataset.endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/html" },
    body: sent,
  });
  if (!answer.ok) throw new Told(await problem(answer));
  result.innerHTML = await answer.text();
  const head = result.querySelector("h2");
  head.tabIndex = -1;
  head.focus();
  offerDownload(sent);
  tell(say("comparing"), true);
  await compare(texts);
}

/** One text per file, and the one that was pasted. */
async function given() {
  const texts = [];
  let size = 0;
  for (const file of files.files) {
    size += file.size;
    if (size > LARGEST) throw new Told(say("large", LARGEST / 1e6));
    const text = decoded(new Uint8Array(await file.arrayBuffer()));
    if (text.includes("\0") || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100) {
      throw new Told(`${file.name}: ${say("binary")}`);
    }
    texts.push(text);
  }
  if (field.value.trim()) texts.push(field.value);
  if (texts.every((text) => !text.trim())) throw new Told(say("empty"));
  if (texts.reduce((sum, text) => sum + text.length, 0) > LARGEST) throw new Told(say("large", LARGEST / 1e6));
  return texts;
}

function decoded(bytes) {
  const mark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0;
  return new TextDecoder(mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8").decode(bytes);
}

async function problem(answer) {
  if (answer.status === 429) return say("often");
  try {
    const { detail, remedy } = JSON.parse(await answer.text());
    return [say("refused"), detail, remedy].filter(Boolean).join(" ");
  } catch {
    return say("failed");
  }
}

function offerDownload(sent) {
  const place = result.querySelector("[data-sent]");
  const link = document.createElement("a");
  link.className = "button quiet slim";
  link.download = "sent-to-the-registry.json";
  link.href = URL.createObjectURL(new Blob([sent], { type: "application/json" }));
  link.textContent = say("download");
  place.append(link);
}

/** Downloads the few records that share hashes, and compares them with the texts here. */
async function compare(texts) {
  const place = result.querySelector("[data-passages]");
  const records = Array.from(result.querySelectorAll("[data-record]"));
  const found = [];
  let missing = 0;
  for (const [i, item] of records.entries()) {
    bar.value = 0.6 + (0.4 * i) / records.length;
    const answer = await fetch(item.dataset.record, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      missing++;
      continue;
    }
    const record = await answer.json();
    const { passages } = await ask({ ask: "align", other: record.text });
    const shared = passages.reduce((sum, passage) => sum + passage.words, 0);
    item.querySelector("[data-shared]").textContent = shared > 0 ? say("shared", shared) : say("none");
    found.push(...passages.map((passage) => ({ ...passage, record, title: item.dataset.title })));
  }
  if (!place) return;
  const longest = [];
  for (const passage of found.slice().sort((one, other) => other.words - one.words)) {
    if (longest.length === PASSAGES) break;
    if (!longest.some((taken) => overlap(taken, passage))) longest.push(passage);
  }
  place.replaceChildren(
    ...tallied(records.length > missing ? await ask({ ask: "tally" }) : { all: 0 }),
    ...(longest.length > 0 ? longest.map((passage) => pair(texts, passage)) : [paragraph(say("nopassage"))]),
    ...(missing > 0 ? [paragraph(say("missing", missing))] : []),
    ...texts.flatMap((text, i) => whole(text, found.filter(({ document }) => document === i))),
  );
}

/** What the comparison here found, exactly, in the texts that were downloaded. */
function tallied({ same, edited, all }) {
  if (all === 0 || same === 0) return [];
  const percent = (part) => {
    const maximumFractionDigits = (part > 0 && part < 0.1) || (part > 0.99 && part < 1) ? 1 : 0;
    return part.toLocaleString(document.documentElement.lang, { style: "percent", maximumFractionDigits });
  };
  const figure = element("figure", { className: "sharebar" });
  const caption = element("figcaption", { textContent: say("tally", same).replace("%", percent(same / all)) });
  const svg = drawing("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  const key = element("ul", { className: "sharekey" });
  let start = 0;
  for (const [kind, count] of [
    ["already", same],
    ["similar", edited],
    ["new", all - same - edited],
  ]) {
    if (count === 0) continue;
    const width = (100 * count) / all;
    svg.append(drawing("rect", { class: kind, x: start, width, height: 10 }));
    start += width;
    const sign = drawing("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" });
    sign.append(drawing("rect", { class: kind, width: 10, height: 10 }));
    const item = element("li", {});
    item.append(sign, element("b", { textContent: percent(count / all) }), ` ${say(`tally-${kind}`)}`);
    key.append(item);
  }
  figure.append(caption, svg, key);
  return [figure];
}

function drawing(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

const first = ({ parts }) => parts[0].sampleStart;
const last = ({ parts }) => parts.at(-1).sampleEnd;

function overlap(one, other) {
  return one.document === other.document && first(one) < last(other) && first(other) < last(one);
}

/** A passage in the text and in the record, side by side. */
function pair(texts, { document: at, parts, words: count, record, title }) {
  const figure = element("figure", { className: "pair" });
  figure.append(
    element("figcaption", { textContent: say(parts.length > 1 ? "edited" : "equal", count) }),
    side(say("yours"), texts[at], parts.map(({ sampleStart, sampleEnd }) => [sampleStart, sampleEnd])),
    side(title, record.text, parts.map(({ otherStart, otherEnd }) => [otherStart, otherEnd])),
  );
  return figure;
}

function side(name, text, ranges) {
  const box = element("div", { className: "passage" });
  const start = ranges[0][0];
  const end = ranges.at(-1)[1];
  const until = Math.min(end, start + SHOWN);
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const behind = text.slice(end, end + CONTEXT);
  const from = start - (start > CONTEXT ? before.replace(/^\S*\s/, "") : before).length;
  const to = end > until ? until : end + (end + CONTEXT < text.length ? behind.replace(/\s\S*$/, "") : behind).length;
  const quote = element("blockquote", { tabIndex: 0 });
  quote.append(from > 0 ? "… " : "", ...marked(text, ranges, from, to), to < text.length ? " …" : "");
  box.append(element("p", { className: "from", textContent: name }), quote);
  return box;
}

/** The whole text with everything marked that was found. */
function whole(text, passages) {
  if (passages.length === 0 || text.length > MARKED) return [];
  const ranges = passages
    .flatMap(({ parts }) => parts.map(({ sampleStart, sampleEnd }) => [sampleStart, sampleEnd]))
    .sort((one, other) => one[0] - other[0]);
  const details = element("details", { className: "whole" });
  const quote = element("blockquote", { tabIndex: 0 });
  quote.append(...marked(text, ranges, 0, text.length));
  details.append(element("summary", { textContent: say("whole") }), quote);
  return [details];
}

function marked(text, ranges, from, to) {
  const pieces = [];
  let at = from;
  for (const [start, end] of ranges) {
    const begin = Math.max(start, at);
    const stop = Math.min(end, to);
    if (stop <= begin) continue;
    pieces.push(text.slice(at, begin), element("mark", { textContent: text.slice(begin, stop) }));
    at = stop;
  }
  pieces.push(text.slice(at, to));
  return pieces;
}

function paragraph(text) {
  return element("p", { textContent: text });
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

async function example() {
  const answer = await fetch(form.dataset.example);
  if (!answer.ok) throw new Told(say("noexample"));
  field.value = await answer.text();
  files.value = "";
  chosen();
  await check();
}
