// Small conveniences; every page works without them.
"use strict";

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("top-q")?.focus();
  }
});

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
}

// A button with data-copy puts the text of the element it names on the clipboard.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy)?.innerText ?? "";
  await navigator.clipboard.writeText(text.trim());
  button.dataset.label ??= button.textContent;
  button.textContent = button.dataset.copied || "✓";
  setTimeout(() => { button.textContent = button.dataset.label; }, 1500);
});

// A choice from a list takes effect at once; what is typed waits for the button, so that nobody is interrupted.
for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", (event) => { if (event.target.matches("select")) form.requestSubmit(); });
}
