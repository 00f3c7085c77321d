// Brings the page of an upload up to date until the upload is finished. Without script the page reloads itself.
"use strict";

const PAUSE = 900;

async function bring() {
  const shown = document.getElementById("job");
  const address = shown?.dataset.job;
  if (!address) return;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("job");
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(document.adoptNode(fresh));
    if (fresh && !fresh.dataset.job) {
      document.title = page.title;
      return;
    }
  } catch (error) {
    console.info("Not reached, trying again:", error.message);
  }
  setTimeout(bring, PAUSE);
}

setTimeout(bring, PAUSE);
