// Keys for deciding on links. Every key presses a button that is on the page; the keys can be switched off.
"use strict";

(() => {
  const bar = document.querySelector("[data-keys]");
  const links = [...document.querySelectorAll("[data-link]")];
  const open = (element) => { for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true; };
  if (!bar || !links.length) return;
  const help = bar.querySelector("[data-keys-help]");
  const button = bar.querySelector("[data-keys-switch]");
  const stored = "yaksok-keys";
  let on = localStorage.getItem(stored) !== "off";

  const show = () => {
    help.hidden = !on;
    button.textContent = on ? button.dataset.on : button.dataset.off;
    button.setAttribute("aria-pressed", String(on));
  };
  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem(stored, on ? "on" : "off");
    show();
  });
  bar.hidden = false;
  show();

  const fromAddress = location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
  let place = Math.max(0, links.indexOf(fromAddress));
  const choose = (next) => {
    links[place].classList.remove("chosen");
    place = Math.min(links.length - 1, Math.max(0, next));
    links[place].classList.add("chosen");
    open(links[place]);
    links[place].focus({ preventScroll: true });
    links[place].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("focusin", (event) => {
    const at = links.indexOf(event.target.closest("[data-link]"));
    if (at >= 0 && at !== place) {
      links[place].classList.remove("chosen");
      place = at;
      links[place].classList.add("chosen");
    }
  });
  if (fromAddress) choose(place);
  else links[place].classList.add("chosen");

  const field = (name) => {
    const found = links[place].querySelector(`[data-key-field="${name}"]`);
    if (!found) return;
    found.closest("details").open = true;
    found.focus();
  };
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && typing(event.target) && event.target.closest("[data-link]")) {
      links[place].focus();
      return;
    }
    if (typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") choose(place + (key === "j" ? 1 : -1));
    else if (key === "l" || key === "n") field(key);
    else if (["a", "r", "u", "s"].includes(key)) {
      const pressed = links[place].querySelector(`[data-key="${key}"]`) || document.querySelector(`[data-page-key="${key}"]`);
      if (!pressed) return;
      pressed.click();
    } else return;
    event.preventDefault();
  });
})();
