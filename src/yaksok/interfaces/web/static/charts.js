// Draws the charts of a page from the tables that stand in it. Needs d3 and Plot; without script the tables stay.
"use strict";

const tone = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// light-dark() is not resolved in custom properties: let the browser resolve it on an element.
const resolved = (name) => {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name}, currentColor)`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};

const PALETTE = ["commitment", "overdue_no_evidence", "kept", "silent", "partly_kept", "broken", "context"];
const colourOf = (key, place) => resolved(tone(key) ? key : PALETTE[place % PALETTE.length]);

function read(figure) {
  const head = [...figure.querySelectorAll("thead th")];
  const columns = head.slice(1).map((cell) => ({ key: cell.dataset.key, text: cell.textContent.trim() }));
  const rows = [...figure.querySelectorAll("tbody tr")].map((line) => {
    const label = line.querySelector("th");
    return {
      key: label.dataset.key,
      text: label.textContent.trim(),
      href: label.querySelector("a")?.getAttribute("href") ?? null,
      values: [...line.querySelectorAll("td")].map((cell) => Number(cell.dataset.value)),
    };
  });
  const cells = rows.flatMap((row) =>
    columns.map((column, place) => ({ row: row.text, key: row.key, href: row.href, column: column.text, columnKey: column.key, value: row.values[place] })),
  );
  return { corner: head[0].textContent.trim(), columns, rows, cells };
}

const common = (figure, more) => ({
  width: Math.max(300, figure.clientWidth - 32),
  style: { background: "transparent", color: "inherit", fontSize: "12px", fontFamily: "inherit" },
  ariaLabel: figure.querySelector("figcaption").textContent,
  ...more,
});

const widthOf = (text) => 9 * [...text].reduce((sum, sign) => sum + (sign > "\u1100" ? 1.35 : 0.75), 0);
// The room for labels beside a chart: what the longest needs, and on narrow screens a good third at most.
const room = (figure) => Math.min(220, 0.38 * figure.clientWidth);
const widest = (texts, figure) => Math.min(room(figure), 16 + Math.max(...texts.map(widthOf)));
const shortened = (figure) => (text) => {
  if (widthOf(text) + 16 <= room(figure)) return text;
  const signs = [...text];
  while (signs.length > 3 && widthOf(signs.join("")) + 30 > room(figure)) signs.pop();
  return `${signs.join("").trimEnd()}…`;
};

const DRAWING = {
  stacked(figure, table) {
    const order = table.columns.map((column) => column.text);
    return Plot.plot(common(figure, {
      height: 300,
      marginLeft: 48,
      x: { label: null, type: "band", domain: table.rows.map((row) => row.text), tickRotate: table.rows.length > 16 ? -60 : 0 },
      marginBottom: table.rows.length > 16 ? 54 : 30,
      y: { label: null, grid: true, tickFormat: "d", ticks: 5 },
      color: { domain: order, range: table.columns.map((column, place) => colourOf(column.key, place)) },
      marks: [
        Plot.barY(table.cells.filter((cell) => cell.value), { x: "row", y: "value", fill: "column", order, href: "href", title: (cell) => `${cell.row} · ${cell.column}: ${cell.value}` }),
        Plot.ruleY([0]),
      ],
    }));
  },
  stacked_rows(figure, table) {
    const order = table.columns.map((column) => column.text);
    return Plot.plot(common(figure, {
      height: 46 + 26 * table.rows.length,
      marginLeft: widest(table.rows.map((row) => row.text), figure),
      marginRight: 30,
      x: { label: null, grid: true, ticks: 5, tickFormat: "d" },
      y: { label: null, domain: table.rows.map((row) => row.text), tickFormat: shortened(figure) },
      color: { domain: order, range: table.columns.map((column, place) => colourOf(column.key, place)) },
      marks: [
        Plot.barX(table.cells.filter((cell) => cell.value), { x: "value", y: "row", fill: "column", order, href: "href", title: (cell) => `${cell.row} · ${cell.column}: ${cell.value}` }),
        Plot.ruleX([0]),
      ],
    }));
  },
  bars(figure, table) {
    return Plot.plot(common(figure, {
      height: 40 + 26 * table.rows.length,
      marginLeft: widest(table.rows.map((row) => row.text), figure),
      x: { label: null, grid: true, ticks: 5, tickFormat: "d" },
      y: { label: null, domain: table.rows.map((row) => row.text), tickFormat: shortened(figure) },
      marks: [
        Plot.barX(table.cells, { x: "value", y: "row", fill: (cell) => colourOf(cell.key, 0), href: "href", title: (cell) => `${cell.row}: ${cell.value}` }),
        Plot.text(table.cells, { x: "value", y: "row", text: "value", dx: 4, textAnchor: "start", fill: "currentColor" }),
        Plot.ruleX([0]),
      ],
    }));
  },
  lines(figure, table) {
    const order = table.columns.map((column) => column.text);
    return Plot.plot(common(figure, {
      height: 280,
      marginLeft: 48,
      x: { label: null, type: "point", domain: table.rows.map((row) => row.text) },
      y: { label: null, grid: true, ticks: 5, zero: true },
      color: { domain: order, range: table.columns.map((column, place) => colourOf(column.key, place)) },
      marks: [
        Plot.line(table.cells, { x: "row", y: "value", stroke: "column", z: "column", strokeWidth: 2 }),
        Plot.dot(table.cells, { x: "row", y: "value", fill: "column", title: (cell) => `${cell.row} · ${cell.column}: ${cell.value}` }),
        Plot.ruleY([0]),
      ],
    }));
  },
  heat(figure, table) {
    const most = Math.max(...table.cells.map((cell) => cell.value), 0.0001);
    const share = most <= 1;
    const marginLeft = widest(table.rows.map((row) => row.text), figure);
    const step = (figure.clientWidth - 52 - marginLeft) / table.columns.length;
    const crowded = step < Math.max(...table.columns.map((column) => widthOf(column.text)));
    return Plot.plot(common(figure, {
      height: 46 + 26 * table.rows.length + (crowded ? 24 : 0),
      marginLeft,
      marginTop: crowded ? 52 : 28,
      x: { label: null, axis: "top", domain: table.columns.map((column) => column.text), tickRotate: crowded ? -35 : 0 },
      y: { label: null, domain: table.rows.map((row) => row.text), tickFormat: shortened(figure) },
      marks: [
        Plot.cell(table.cells, { x: "column", y: "row", fill: resolved("accent"), fillOpacity: (cell) => 0.06 + 0.84 * (cell.value / most), inset: 1, href: "href", title: (cell) => `${cell.row} · ${cell.column}: ${share ? `${Math.round(cell.value * 1000) / 10} %` : cell.value}` }),
        Plot.text(table.cells.filter((cell) => cell.value && step > 22), { x: "column", y: "row", text: (cell) => (share ? `${Math.round(cell.value * 100)}%` : String(cell.value)), fill: (cell) => (cell.value / most > 0.78 ? resolved("paper") : "currentColor"), fontSize: 11 }),
      ],
    }));
  },
};

// The map: shapes by the three digits of ISO 3166-1, points for countries without a shape ("@latitude,longitude").
const worlds = new Map();
async function worldOf(address) {
  if (!worlds.has(address)) worlds.set(address, fetch(address).then((answer) => answer.json()));
  const world = await worlds.get(address);
  const shapes = topojson.feature(world, world.objects.countries).features.filter((shape) => shape.id !== "010");
  return { shapes, borders: topojson.mesh(world, world.objects.countries, (one, other) => one !== other) };
}

const LEVELS = 5;
function steps(rows) {
  const most = Math.max(1, ...rows.map((row) => row.values[0]));
  const bounds = Array.from({ length: LEVELS }, (_, place) => Math.ceil(most ** ((place + 1) / LEVELS)));
  return [...new Set(bounds)];
}
const levelOf = (value, bounds) => bounds.findIndex((bound) => value <= bound);
const opacityOf = (level, bounds) => 0.2 + (0.75 * (level + 1)) / bounds.length;

DRAWING.map = (figure, table) => {
  const bounds = steps(table.rows);
  const accent = resolved("accent");
  const seen = table.rows.filter((row) => row.values[0] > 0);
  const byNumber = new Map(seen.map((row) => [row.key, row]));
  const shapes = figure.world.shapes.map((shape) => ({ ...shape, row: byNumber.get(shape.id) ?? null }));
  const points = seen.filter((row) => row.key.startsWith("@")).map((row) => {
    const [latitude, longitude] = row.key.slice(1).split(",").map(Number);
    return { row, latitude, longitude };
  });
  const title = (one) => `${one.row.text}: ${one.row.values[0]}`;
  const opacity = (one) => opacityOf(levelOf(one.row.values[0], bounds), bounds);
  const named = shapes.filter((shape) => shape.row);
  const width = Math.max(300, figure.clientWidth - 32);
  const drawing = Plot.plot(common(figure, {
    height: Math.round(width * 0.47),
    // Korea stands near the middle, as on maps printed there.
    projection: { type: "equal-earth", rotate: [-150, 0], domain: { type: "FeatureCollection", features: figure.world.shapes } },
    marks: [
      Plot.geo(shapes.filter((shape) => !shape.row), { fill: resolved("line"), fillOpacity: 0.55 }),
      Plot.geo(named, { fill: resolved("card") }),
      Plot.geo(named, { fill: accent, fillOpacity: opacity, href: (one) => one.row.href, title }),
      Plot.geo(figure.world.borders, { stroke: resolved("card"), strokeWidth: 0.6 }),
      Plot.dot(points, { x: "longitude", y: "latitude", r: 4, fill: accent, fillOpacity: opacity, stroke: accent, href: (one) => one.row.href, title }),
    ],
  }));
  // The table is for the keyboard: a hundred links in a picture help nobody.
  for (const link of drawing.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  return drawing;
};

function mapLegend(table) {
  const bounds = steps(table.rows);
  const list = document.createElement("ul");
  list.className = "legend";
  bounds.forEach((bound, level) => {
    const item = document.createElement("li");
    const first = level ? bounds[level - 1] + 1 : 1;
    item.textContent = first === bound ? String(bound) : `${first}–${bound}`;
    item.style.setProperty("--tone", `color-mix(in srgb, ${resolved("accent")} ${Math.round(opacityOf(level, bounds) * 100)}%, ${resolved("card")})`);
    list.append(item);
  });
  return list;
}

function saveAs(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function asFile(svg) {
  const copy = svg.cloneNode(true);
  const drawn = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, place) => {
    const seen = getComputedStyle(drawn[place]);
    for (const name of ["fill", "stroke"]) {
      if (seen[name] && node.getAttribute(name) !== "none") node.setAttribute(name, seen[name]);
    }
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", getComputedStyle(document.body).fontFamily.replaceAll('"', "'"));
  copy.setAttribute("font-size", "12");
  return new XMLSerializer().serializeToString(copy);
}

async function savePng(svg, name) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asFile(svg))}`;
  await picture.decode();
  const box = svg.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = box.width * 2;
  canvas.height = box.height * 2;
  const pen = canvas.getContext("2d");
  pen.fillStyle = resolved("card");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => saveAs(blob, `${name}.png`), "image/png");
}

function tools(figure, drawing) {
  const bar = document.createElement("div");
  bar.className = "chart-tools";
  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "plain";
    made.textContent = words;
    made.addEventListener("click", () => act(made));
    bar.append(made);
    return made;
  };
  const table = figure.querySelector(".chart-table");
  const shown = button(figure.dataset.showTable, () => {
    const open = table.classList.toggle("shown");
    shown.setAttribute("aria-expanded", String(open));
  });
  shown.setAttribute("aria-expanded", "false");
  const svg = () => (drawing().matches("svg") ? drawing() : drawing().querySelector("svg"));
  button(figure.dataset.saveSvg, () => saveAs(new Blob([asFile(svg())], { type: "image/svg+xml" }), `${figure.dataset.name}.svg`));
  button(figure.dataset.savePng, () => savePng(svg(), figure.dataset.name));
  figure.append(bar);
}

function legend(figure, table) {
  if (figure.dataset.chart === "map") return mapLegend(table);
  const list = document.createElement("ul");
  list.className = "legend";
  table.columns.forEach((column, place) => {
    const item = document.createElement("li");
    item.textContent = column.text;
    item.style.setProperty("--tone", colourOf(column.key, place));
    list.append(item);
  });
  return list;
}

// Plot puts a style element into what it draws, which the pages' policy does not let in; yaksok.css says the same.
function drawn(figure, kind, table) {
  const made = DRAWING[kind](figure, table);
  for (const style of made.querySelectorAll("style")) style.remove();
  for (const part of made.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label"); // no role takes it
  return made;
}

function draw(figure) {
  const kind = figure.dataset.chart;
  const table = read(figure);
  if (!DRAWING[kind] || !table.rows.length) return;
  let drawing = drawn(figure, kind, table);
  const place = figure.querySelector(".chart-table");
  const needsLegend = kind.startsWith("stacked") || kind === "lines" || kind === "map";
  let key = needsLegend ? legend(figure, table) : null;
  figure.insertBefore(drawing, place);
  if (key) figure.insertBefore(key, drawing);
  if (!figure.classList.contains("drawn")) {
    figure.classList.add("drawn");
    tools(figure, () => drawing);
    const again = () => {
      const fresh = drawn(figure, kind, table);
      drawing.replaceWith(fresh);
      drawing = fresh;
      if (key) { const made = legend(figure, table); key.replaceWith(made); key = made; }
    };
    let width = figure.clientWidth;
    new ResizeObserver(() => { if (figure.clientWidth !== width) { width = figure.clientWidth; again(); } }).observe(figure);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }
}

async function begin(figure) {
  if (figure.dataset.chart === "map") figure.world = await worldOf(figure.dataset.map);
  draw(figure);
}

for (const figure of document.querySelectorAll("figure[data-chart]")) begin(figure);
document.addEventListener("htmx:after:swap", () => {
  for (const figure of document.querySelectorAll("figure[data-chart]:not(.drawn)")) begin(figure);
});
