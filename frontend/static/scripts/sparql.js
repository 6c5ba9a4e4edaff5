// The query page: runs the form without leaving the page, or starts the editor where it was asked for.

const editor = document.getElementById("yasgui");
if (editor) {
  const start = () => {
    const yasgui = new Yasgui(editor, {
      requestConfig: { endpoint: new URL(editor.dataset.endpoint, location).href },
      copyEndpointOnNewTab: true,
      endpointCatalogueOptions: { getData: () => [] },
      persistencyExpire: 0,
      yasqe: { autocompleters: ["variables"] },
    });
    yasgui.getTab().setQuery(editor.dataset.query);
  };
  if (window.Yasgui) start();
  else addEventListener("DOMContentLoaded", start);
}

const form = document.querySelector("form[data-run]");
const result = document.getElementById("result");

const element = (name, text = "") => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const value = (term) => {
  if (!term) return document.createTextNode("");
  if (term.type !== "uri") return document.createTextNode(term.value);
  if (!/^https?:/.test(term.value)) return document.createTextNode(term.value);
  const link = element("a", term.value);
  link.href = term.value;
  return link;
};

const table = ({ head, results }) => {
  const made = document.createElement("table");
  const row = made.createTHead().insertRow();
  for (const name of head.vars) {
    const cell = element("th", name);
    cell.scope = "col";
    row.append(cell);
  }
  const body = made.createTBody();
  for (const binding of results.bindings) {
    const line = body.insertRow();
    for (const name of head.vars) line.insertCell().append(value(binding[name]));
  }
  return made;
};

const run = async () => {
  const words = form.dataset;
  result.hidden = false;
  result.replaceChildren(element("p", words.running));
  const began = performance.now();
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.1",
      },
      body: form.elements.query.value,
    });
    const type = answer.headers.get("Content-Type") ?? "";
    const seconds = ((performance.now() - began) / 1000).toLocaleString(document.documentElement.lang, {
      maximumFractionDigits: 2,
    });
    if (type.includes("problem+json")) {
      const problem = await answer.json();
      const notice = element("p", [problem.detail, problem.remedy].filter(Boolean).join(" "));
      notice.className = "notice caution";
      notice.lang = "en";
      result.replaceChildren(notice);
    } else if (type.includes("sparql-results+json")) {
      const body = await answer.json();
      if ("boolean" in body) {
        result.replaceChildren(element("p", body.boolean ? words.true : words.false));
      } else {
        const count = body.results.bindings.length.toLocaleString(document.documentElement.lang);
        result.replaceChildren(
          element("p", words.rows.replace("%rows", count).replace("%seconds", seconds)),
          table(body),
        );
      }
    } else {
      const text = element("pre");
      text.append(element("code", await answer.text()));
      result.replaceChildren(text);
    }
  } catch {
    result.replaceChildren(element("p", words.failed));
  }
};

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
form?.elements.query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
