function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const line = target && target.closest("details.line");
  if (!line) return;
  line.open = true;
  target.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", openTarget);
openTarget();

document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
});
