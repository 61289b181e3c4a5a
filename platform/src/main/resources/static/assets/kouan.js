// What makes the pages livelier. Nothing here is needed: every page works without it.
"use strict";

// A beat every two seconds for whatever renews itself; pauses while nobody looks, and while somebody is at work in it.
const busy = () => {
  const live = document.getElementById("live");
  const selection = document.getSelection();
  return live && (live.contains(document.activeElement)
    || (selection && !selection.isCollapsed && live.contains(selection.anchorNode)));
};
setInterval(() => {
  if (document.visibilityState === "visible" && !busy()) {
    document.body.dispatchEvent(new CustomEvent("kouan:tick"));
  }
}, 2000);

// A menu closes when the pointer goes elsewhere, or on Escape.
const menus = () => document.querySelectorAll("details[name=k-drop][open]");
document.addEventListener("click", event => menus().forEach(menu => menu.contains(event.target) || (menu.open = false)));
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    menus().forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  }
});

// A file dropped on the zone becomes the file of its field.
const prepareDrops = root => root.querySelectorAll("[data-drop]").forEach(zone => {
  const field = zone.querySelector("input[type=file]");
  const name = zone.querySelector("[data-file-name]");
  const show = () => { if (name && field.files.length) { name.textContent = field.files[0].name; } };
  ["dragenter", "dragover"].forEach(kind => zone.addEventListener(kind, event => {
    event.preventDefault();
    zone.classList.add("is-over");
  }));
  ["dragleave", "drop"].forEach(kind => zone.addEventListener(kind, () => zone.classList.remove("is-over")));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
      show();
      zone.closest("form").requestSubmit();
    }
  });
  field.addEventListener("change", show);
});

// Uploads show how far they are: one file after the other, then the page as the server has it. What was typed elsewhere in the page is
// in forms of its own and is not touched before an upload begins.
const sendFile = (form, file, onProgress) => new Promise((resolve, reject) => {
  const data = new FormData(form);
  data.delete("file");
  data.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", event => event.lengthComputable && onProgress(event.loaded / event.total));
  request.addEventListener("load", () => resolve(new DOMParser().parseFromString(request.responseText, "text/html")));
  ["error", "abort", "timeout"].forEach(kind => request.addEventListener(kind, reject));
  request.send(data);
});
const showAnswer = (answer, anchor) => {
  const main = answer.querySelector("main");
  if (!main) { window.location.reload(); return; }
  document.querySelector("main").replaceWith(main);
  prepareUploads(main);
  const target = main.querySelector("#faults") || document.getElementById(anchor) || main;
  target.setAttribute("tabindex", "-1");
  target.focus();
};
const prepareUploads = root => {
  prepareDrops(root);
  root.querySelectorAll("form[data-upload]").forEach(form => {
    const field = form.querySelector("input[type=file]");
    const bar = form.querySelector("progress");
    const told = form.querySelector("[role=status]");
    const say = (text, failed) => {
      bar.parentElement.hidden = false;
      bar.hidden = failed;
      told.textContent = text;
      form.classList.toggle("is-failed", failed);
    };
    if ("atOnce" in form.dataset) { field.addEventListener("change", () => field.files.length && form.requestSubmit()); }
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const files = [...field.files];
      if (files.some(file => file.size > form.dataset.most * 1024 * 1024)) { say(form.dataset.tooLarge, true); return; }
      const buttons = form.querySelectorAll("button");
      buttons.forEach(button => { button.disabled = true; });
      const anchor = form.closest(".k-slot").id;
      try {
        let answer = null;
        for (const [index, file] of files.entries()) {
          const done = part => {
            bar.value = 100 * (index + part) / files.length;
            say(`${file.name} ${Math.round(100 * part)}%${files.length > 1 ? ` (${index + 1}/${files.length})` : ""}`, false);
          };
          done(0);
          answer = await sendFile(form, file, done);
          if (answer.querySelector("#faults")) { break; }
        }
        showAnswer(answer, anchor);
      } catch (_) {
        say(form.dataset.failed, true);
        buttons.forEach(button => { button.disabled = false; });
      }
    });
  });
};
prepareUploads(document);

// Questions come and go with the answers they depend on; what is hidden is not asked for on the server either.
const answersOf = (form, field) => [...form.querySelectorAll("[name]")]
  .filter(input => input.name === field || input.name.endsWith("." + field))
  .filter(input => (input.type !== "radio" && input.type !== "checkbox") || input.checked)
  .map(input => input.value).filter(value => value !== "");
const holds = (form, when) => {
  if (when.all) { return when.all.every(one => holds(form, one)); }
  if (when.any) { return when.any.some(one => holds(form, one)); }
  if (when.not) { const inner = holds(form, when.not[0]); return inner === null ? null : !inner; }
  if (when.context) { return null; }
  if (when.present) { return answersOf(form, when.present).length > 0; }
  if (when.absent) { return answersOf(form, when.absent).length === 0; }
  const field = when.is || when.contains;
  if (!form.querySelector(`[name="${field}"]`)) { return null; }
  return answersOf(form, field).some(value => when.values.includes(value));
};
document.querySelectorAll("form.k-question").forEach(form => {
  const show = () => form.querySelectorAll("[data-when]").forEach(question => {
    const shown = holds(form, JSON.parse(question.dataset.when));
    if (shown !== null) { question.hidden = !shown; }
  });
  form.addEventListener("change", show);
  show();
});
document.addEventListener("htmx:configRequest", event => {
  if (event.detail.elt.dataset && event.detail.elt.dataset.query) {
    event.detail.parameters.q = event.detail.elt.value;
  }
});
// Enter in a field that looks codes up chooses, and does not send the form.
document.addEventListener("keydown", event => {
  const field = event.target;
  if (event.key !== "Enter" || !field.dataset || !field.dataset.query) { return; }
  event.preventDefault();
  const typed = field.value.trim().toLowerCase();
  const options = [...document.getElementById(`${field.id}-options`).options];
  const chosen = options.find(option => option.value.toLowerCase() === typed)
    || options.find(option => typed && option.text.toLowerCase().includes(typed));
  const shown = document.getElementById(`${field.id}-shown`);
  if (chosen) {
    field.value = chosen.value;
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }
  if (shown && chosen) { shown.textContent = chosen.text; }
});
// Who leaves a page with unsaved changes is asked; the buttons of its form ask or keep by themselves.
document.querySelectorAll("form[data-unsaved]").forEach(form => {
  let changed = form.dataset.unsaved === "true";
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  document.querySelectorAll("[data-leave]").forEach(link => link.addEventListener("click", () => { changed = false; }));
  window.addEventListener("beforeunload", event => { if (changed) { event.preventDefault(); } });
});
const summary = document.getElementById("faults");
if (summary) { summary.focus(); }
// A page that the server could not draw says so, instead of a broken picture.
document.querySelectorAll("img[data-drawn]").forEach(picture => {
  const tell = () => { picture.hidden = true; picture.nextElementSibling.hidden = false; };
  picture.addEventListener("error", tell);
  if (picture.complete && picture.naturalWidth === 0) { tell(); }
});
