// Small conveniences on pages about a document; all of them work without.
"use strict";

// Escape puts away what is shown of words until they are left.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const mark of document.querySelectorAll(".m:hover, .m:focus")) mark.classList.add("quiet");
});
for (const name of ["mouseout", "focusout"]) {
  document.addEventListener(name, (event) => {
    const mark = event.target.closest?.(".m.quiet");
    if (mark && !mark.contains(event.relatedTarget)) mark.classList.remove("quiet");
  });
}

// j and k go from statement to statement.
const statements = () => [...document.querySelectorAll(".s[id]")].filter((one) => one.getClientRects().length);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key !== "j" && event.key !== "k") return;
  const all = statements();
  const at = all.indexOf(document.activeElement.closest(".s[id]"));
  const next = at < 0 ? all.find((one) => one.getBoundingClientRect().top > 60) : all[at + (event.key === "j" ? 1 : -1)];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
});

// The number of a statement puts its permanent address into the address bar and marks it, without loading anew.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.n");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const url = new URL(link.href);
  history.replaceState(null, "", url.pathname + url.search);
  location.hash = url.hash;
});

// The chips stay in the address, so that it can be passed on.
const chips = [...document.querySelectorAll(".act-filter input[value]:not([value='on'])")];
for (const chip of chips) {
  chip.addEventListener("change", () => {
    const url = new URL(location.href);
    url.searchParams.delete("act");
    const on = chips.filter((one) => one.checked);
    if (on.length < chips.length) for (const one of on) url.searchParams.append("act", one.value);
    history.replaceState(null, "", url);
  });
}

// Mentions that are not shown are no stops for the Tab key.
const mentions = document.getElementById("show-mentions");
mentions?.addEventListener("change", () => {
  for (const mark of document.querySelectorAll(".m")) mark.tabIndex = mentions.checked ? 0 : -1;
});

// An anchor of a statement in another part of a long document leads there.
const reading = document.querySelector(".reading[data-first]");
const wanted = /^#s(\d{1,9})$/.exec(location.hash);
if (reading && wanted && !document.getElementById(location.hash.slice(1)) && Number(wanted[1]) <= Number(reading.dataset.statements)) {
  const url = new URL(location.href);
  url.searchParams.delete("part");
  url.searchParams.set("at", wanted[1]);
  location.replace(url);
}

// The printed page comes when it is drawn; pointing at a statement or going to it shows its place.
const light = (n, on) => {
  for (const one of document.querySelectorAll(`.boxes[data-n="${n}"], .read[data-n="${n}"]`)) one.classList.toggle("on", on);
};
for (const place of document.querySelectorAll("[data-fragment]")) {
  fetch(place.dataset.fragment)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
    .then((text) => {
      place.innerHTML = text;
      const chosen = document.activeElement?.closest(".read") ?? document.querySelector(".read:target");
      if (chosen) light(chosen.dataset.n, true);
      for (const one of place.querySelectorAll(".boxes")) {
        one.addEventListener("click", () => {
          const statement = document.getElementById(`s${one.dataset.n}`);
          statement?.focus({ preventScroll: true });
          statement?.scrollIntoView({ block: "nearest" });
        });
      }
    })
    .catch(() => { place.querySelector(".loading").textContent = place.dataset.failed; });
}
for (const [type, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  document.addEventListener(type, (event) => {
    const one = event.target.closest?.(".printed [data-n]");
    if (one) light(one.dataset.n, on);
  });
}
