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
const menus = () => document.querySelectorAll("details.k-person[open]");
document.addEventListener("click", event => menus().forEach(menu => menu.contains(event.target) || (menu.open = false)));
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    menus().forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  }
});

// A file dropped on the zone becomes the file of its field.
document.querySelectorAll("[data-drop]").forEach(zone => {
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
