const table = document.querySelector(".obligations");
const bodies = [...table.tBodies];
const numeric = new Set(["seconds", "paths", "queries"]);

function filter() {
  const words = document.getElementById("filter").value.toLowerCase().split(/\s+/);
  const verdict = document.getElementById("verdict").value;
  const kind = document.getElementById("kind").value;
  let shown = 0;
  for (const body of bodies) {
    const text = body.querySelector(".line").textContent.toLowerCase();
    body.hidden = !(words.every(w => text.includes(w)) && (!verdict || body.dataset.verdict === verdict)
      && (!kind || body.dataset.kind === kind));
    if (!body.hidden) shown++;
  }
  document.getElementById("shown").textContent = shown === bodies.length ? "" : shown + " of " + bodies.length;
}

function sort(head) {
  const key = head.dataset.key;
  const up = head.classList.contains("up") ? false : head.classList.contains("down") ? true : !numeric.has(key);
  for (const h of table.tHead.rows[0].cells) h.classList.remove("up", "down");
  head.classList.add(up ? "up" : "down");
  const sign = up ? 1 : -1;
  bodies.sort((a, b) => sign * (numeric.has(key) ? a.dataset[key] - b.dataset[key]
    : a.dataset[key].localeCompare(b.dataset[key])));
  bodies.forEach(body => table.append(body));
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!bodies.includes(target)) return;
  if (target.hidden) {
    for (const id of ["filter", "verdict", "kind"]) document.getElementById(id).value = "";
    filter();
  }
  target.classList.add("opened");
  target.scrollIntoView();
}

for (const id of ["filter", "verdict", "kind"]) document.getElementById(id).addEventListener("input", filter);
for (const head of table.querySelectorAll("th[data-key]")) head.addEventListener("click", () => sort(head));
for (const body of bodies) {
  body.querySelector(".line").addEventListener("click", () => body.classList.toggle("opened"));
}
addEventListener("hashchange", openTarget);
openTarget();

for (const node of document.querySelectorAll(".node")) {
  const graph = node.closest(".graph");
  const id = node.dataset.node;
  node.addEventListener("pointerenter", () => {
    graph.classList.add("pointed");
    const lit = new Set([id]);
    for (const path of graph.querySelectorAll("path")) {
      const touches = path.dataset.from === id || path.dataset.to === id;
      path.classList.toggle("lit", touches);
      if (touches) lit.add(path.dataset.from).add(path.dataset.to);
    }
    for (const n of graph.querySelectorAll(".node")) n.classList.toggle("lit", lit.has(n.dataset.node));
  });
  node.addEventListener("pointerleave", () => graph.classList.remove("pointed"));
}

document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
});
