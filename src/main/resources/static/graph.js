// Draws what the page lists: each fact and claim with two entities is an edge.
// Cytoscape would add a style element of its own, which the content policy forbids, unless it finds
// one of this id; parley.css says what that would have said.
document.querySelector('link[rel="stylesheet"]').id = "__________cytoscape_stylesheet";
const section = document.getElementById("graph");
const self = location.pathname;
const nodes = new Map();
const edges = new Map();

function node(path, label) {
  if (!nodes.has(path)) {
    const kind = path.split("/")[2];
    nodes.set(path, { data: { id: path, label, kind }, classes: path === self ? "self" : "" });
  }
  return path;
}

function edge(from, to, label, held) {
  const id = `${from} ${label} ${to}`;
  if (!edges.has(id)) {
    edges.set(id, { data: { id, source: from, target: to, label }, classes: held ? "held" : "" });
  }
}

for (const row of document.querySelectorAll("[data-edge]")) {
  const end = row.querySelector("[data-end] a[href^='/page/']");
  if (end) {
    const other = node(end.getAttribute("href"), end.textContent);
    const me = node(self, document.querySelector("h1").textContent);
    const out = row.dataset.edge === "out";
    edge(out ? me : other, out ? other : me, row.dataset.predicate, false);
  }
}
for (const row of document.querySelectorAll("[data-from][data-to]")) {
  const { from, fromLabel, to, toLabel, predicate } = row.dataset;
  edge(node(from, fromLabel), node(to, toLabel), predicate, true);
}

if (section && nodes.size > 2 && nodes.size <= 80 && globalThis.cytoscape) {
  section.hidden = false;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const style = () => [
    {
      selector: "node",
      style: {
        label: "data(label)", "text-wrap": "wrap", "text-max-width": 120, "font-size": 11,
        "font-family": getComputedStyle(document.body).fontFamily,
        color: colour("--ink"), "background-color": colour("--accent"), width: 16, height: 16,
        "text-valign": "bottom", "text-margin-y": 4,
        "text-background-color": colour("--card"), "text-background-opacity": 0.85, "text-background-padding": 2, "z-index-compare": "manual", "z-index": 2,
      },
    },
    { selector: "node[kind = 'meeting'], node[kind = 'series'], node[kind = 'event']", style: { shape: "diamond", "background-color": colour("--move") } },
    { selector: "node[kind = 'place']", style: { shape: "round-triangle" } },
    { selector: "node[kind = 'issue'], node[kind = 'outcome'], node[kind = 'date']", style: { shape: "round-rectangle", "background-color": colour("--soft") } },
    { selector: ".self", style: { width: 30, height: 30, "font-size": 13, "font-weight": 700, "border-width": 3, "border-color": colour("--ink") } },
    {
      selector: "edge",
      style: {
        label: "data(label)", "font-size": 9, "z-index-compare": "manual", "z-index": 1, color: colour("--soft"), width: 1.4, "curve-style": "bezier",
        "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "arrow-scale": 0.8,
        "text-rotation": "autorotate", "text-background-color": colour("--card"), "text-background-opacity": 0.85,
      },
    },
    { selector: ".held", style: { "line-style": "dashed", "line-color": colour("--against"), "target-arrow-color": colour("--against") } },
  ];
  const graph = cytoscape({
    container: section.querySelector(".canvas"),
    elements: [...nodes.values(), ...edges.values()],
    style: style(),
    layout: { name: "concentric", concentric: (n) => (n.hasClass("self") ? 2 : n.connectedEdges().length > 3 ? 1.5 : 1), levelWidth: () => 0.5, minNodeSpacing: 60, padding: 24 },
    userZoomingEnabled: false,
    maxZoom: 1.25,
  });
  graph.on("tap", "node", (event) => { if (event.target.id() !== self) location.assign(event.target.id()); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(style()));
}
