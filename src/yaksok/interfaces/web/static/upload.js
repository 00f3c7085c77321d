// Files by drag and drop, with the progress of sending. Without script the form sends them itself.
"use strict";

for (const form of document.querySelectorAll("form[data-upload]")) {
  const input = form.querySelector('input[type="file"]');
  const area = form.querySelector(".drop");
  const bar = form.querySelector("[data-upload-bar]");
  const note = form.querySelector("[data-upload-note]");
  const chosen = form.querySelector("[data-upload-chosen]");
  const button = form.querySelector("button");
  let depth = 0;

  const show = () => {
    const names = [...input.files].map((file) => file.name);
    chosen.hidden = names.length === 0;
    chosen.textContent = [form.dataset.chosen.replace("{number}", names.length), ...names.slice(0, 5), names.length > 5 ? "…" : ""].filter(Boolean).join("\n");
  };

  const send = () => {
    if (input.files.length > Number(form.dataset.most)) {
      note.textContent = form.dataset.tooMany.replace("{number}", form.dataset.most);
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const share = Math.round((100 * event.loaded) / event.total);
      bar.value = share;
      note.textContent = share < 100 ? form.dataset.sending.replace("{share}", share) : form.dataset.sent;
    });
    request.addEventListener("load", () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { answer = { message: request.responseText.slice(0, 300) }; }
      if (request.status === 202 && answer.address) {
        location.assign(answer.address);
        return;
      }
      note.textContent = [answer.message || form.dataset.failed, answer.next_step].filter(Boolean).join(" ");
      bar.hidden = true;
      button.disabled = false;
    });
    request.addEventListener("error", () => {
      note.textContent = form.dataset.failed;
      bar.hidden = true;
      button.disabled = false;
    });
    bar.value = 0;
    bar.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  };

  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    area.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (!depth) area.classList.remove("over");
  });
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    area.classList.remove("over");
    if (!event.dataTransfer.files.length || button.disabled) return;
    input.files = event.dataTransfer.files;
    show();
    send();
  });
  input.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}
