// The editor over the plain form, and its answers on the page. Nothing is asked of other hosts.
"use strict";

const form = document.getElementById("editor");
const text = document.getElementById("query");
const answer = document.getElementById("answer");
const JSON_ROWS = "application/sparql-results+json";

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const ask = (query, accept) =>
  fetch("/sparql", { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: accept } });

// what the ontology declares, for completion
const declared = (...types) => () =>
  ask(
    `PREFIX owl: <http://www.w3.org/2002/07/owl#>
     SELECT DISTINCT ?term { GRAPH <https://w3id.org/parley/graph/ontology> {
       VALUES ?type { ${types.map((type) => "owl:" + type).join(" ")} } ?term a ?type } } ORDER BY ?term`,
    JSON_ROWS)
    .then((response) => response.json())
    .then((rows) => rows.results.bindings.map((row) => row.term.value))
    .catch(() => []);

const prefixes = text.dataset.prefixes.match(/\S+: <\S+>/g);
const completer = (of, get) => {
  const name = "our-" + of; // a class name too
  Yasqe.forkAutocompleter(of, { bulk: true, persistenceId: null, name, get }, false);
  return name;
};
// YASQE merges lists by position: what is left of its own would stay
Yasqe.defaults.autocompleters = [
  "variables",
  completer("prefixes", () => prefixes),
  completer("class", declared("Class")),
  completer("property", declared("ObjectProperty", "DatatypeProperty", "AnnotationProperty")),
];
const place = element("div", { className: "editor" });
text.after(place);
new MutationObserver(() =>
  document.querySelector(".CodeMirror-hints")?.setAttribute("aria-label", "Completions"))
  .observe(place, { childList: true, subtree: true });
const submit = () => form.requestSubmit();
const editor = new Yasqe(place, {
  value: text.value,
  theme: "parley",
  persistenceId: null,
  showQueryButton: false,
  createShareableLink: null,
  editorHeight: "auto",
  resizeable: false,
  viewportMargin: Infinity,
  screenReaderLabel: "Query",
  // Tab leaves the editor, as WCAG 2.1.2 has it
  extraKeys: { ...Yasqe.defaults.extraKeys, "Ctrl-Enter": submit, "Cmd-Enter": submit, Tab: false, "Shift-Tab": false },
});
text.hidden = true;
text.required = false;
const label = document.querySelector("label[for=query]");
label.removeAttribute("for");
label.addEventListener("click", () => editor.focus());

const cell = (term) => {
  if (!term) {
    return element("td", {});
  }
  const link = term.type === "uri" && /^https?:/.test(term.value);
  const ours = term.value.match(/^https:\/\/w3id\.org\/parley\/id\/([a-z]+\/.+)$/);
  const shown = link
    ? element("a", { href: ours ? "/page/" + ours[1] : term.value }, ours ? ours[1] : term.value)
    : element("span", { lang: term["xml:lang"] || "" }, term.value);
  shown.dir = "auto";
  return element("td", {}, shown);
};

const table = (head, rows) =>
  element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...head.map((name) => cell(row[name]))))));

// the first rows or characters; all of it is in the file
const SHOWN = 1000;

const shown = (type, body) => {
  if (!type.startsWith(JSON_ROWS)) {
    return ["RDF", element("pre", {}, body.length > 100 * SHOWN ? body.slice(0, 100 * SHOWN) + "\n…" : body)];
  }
  const result = JSON.parse(body);
  if ("boolean" in result) {
    return [String(result.boolean), element("p", {}, "That is the whole answer.")];
  }
  const rows = result.results.bindings;
  const title = rows.length === 1 ? "1 row" : `${rows.length} rows`;
  return [rows.length > SHOWN ? `${title}, the first ${SHOWN} of them` : title, table(result.head.vars, rows.slice(0, SHOWN))];
};

const show = (title, content, ...after) => {
  const heading = element("h2", { id: "result" }, title);
  const region = element("div", { className: "scroll", tabIndex: 0, role: "region" }, content);
  region.setAttribute("aria-labelledby", "result");
  answer.replaceChildren(heading, region, ...after);
  answer.hidden = false;
};

const download = (query, type, name) => {
  const button = element("button", { type: "button", className: "format" }, name);
  button.addEventListener("click", async () => {
    const file = URL.createObjectURL(await (await ask(query, type)).blob());
    element("a", { href: file, download: name }).click();
    URL.revokeObjectURL(file);
  });
  return button;
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const query = editor.getValue();
  history.replaceState(null, "", "#query=" + encodeURIComponent(query));
  show("Asking…", "");
  try {
    const response = await ask(query, JSON_ROWS + ", text/turtle;q=0.9");
    const body = await response.text();
    const type = response.headers.get("Content-Type") ?? "";
    if (!response.ok) {
      const problem = JSON.parse(body);
      show(problem.title, element("p", {}, problem.detail));
      return;
    }
    const files = type.startsWith(JSON_ROWS)
      ? [["text/csv", "answer.csv"], ["text/tab-separated-values", "answer.tsv"], [JSON_ROWS, "answer.srj"]]
      : [["text/turtle", "answer.ttl"], ["application/n-triples", "answer.nt"], ["application/ld+json", "answer.jsonld"]];
    const [title, content] = shown(type, body);
    show(title, content, element("p", {}, ...files.map(([mediaType, name]) => download(query, mediaType, name))));
  } catch (failure) {
    show("There is no answer", element("p", {}, failure.message));
  }
});
