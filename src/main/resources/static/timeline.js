// Draws the dated entries of the list to scale, each a link to its place in the list.
const figure = document.getElementById("scale");
const entries = [...document.querySelectorAll("li[data-first]")].map((item) => ({
  item,
  first: Date.parse(item.dataset.first),
  last: Date.parse(item.dataset.last),
}));

function draw(name, attributes, parent) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

if (figure && entries.length > 2) {
  const begin = new Date(Math.min(...entries.map((e) => e.first)));
  const end = new Date(Math.max(...entries.map((e) => e.last)));
  const from = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth(), 1);
  const to = Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 1);
  const months = (end.getUTCFullYear() - begin.getUTCFullYear()) * 12 + end.getUTCMonth() - begin.getUTCMonth() + 1;
  const width = 1000;
  const x = (time) => 10 + ((time - from) / (to - from)) * (width - 20);

  const rows = [];
  const height = () => rows.length * 18 + 40;
  for (const entry of entries) {
    entry.x = x(entry.first);
    entry.w = Math.max(12, x(entry.last + 86400000) - entry.x);
    entry.row = rows.findIndex((end) => end + 3 < entry.x);
    if (entry.row < 0) entry.row = rows.push(0) - 1;
    rows[entry.row] = entry.x + entry.w;
  }
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height()}`, role: "group", "aria-label": "The dated entries to scale" }, figure);
  const every = Math.ceil(months / 12);
  for (let month = 0; month < months; month += every) {
    const day = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1));
    draw("line", { x1: x(day), x2: x(day), y1: 0, y2: height() - 22, class: "tick" }, svg);
    draw("text", { x: x(day) + 5, y: height() - 8, class: "month" }, svg).textContent =
      day.toLocaleDateString("en", { month: "short", year: month === 0 || day.getUTCMonth() === 0 ? "numeric" : undefined, timeZone: "UTC" });
  }
  for (const { item, x, w, row } of entries) {
    const link = draw("a", { href: `#${item.id}`, "aria-label": item.textContent.replace(/\s+/g, " ").trim(), class: item.className }, svg);
    draw("title", {}, link).textContent = item.textContent.replace(/\s+/g, " ").trim();
    draw("rect", { x, y: height() - 40 - row * 18, width: w, height: 12, rx: 6 }, link);
  }
  figure.hidden = false;
}
