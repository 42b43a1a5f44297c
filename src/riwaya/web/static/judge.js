// Judging by keyboard: a key presses the button that shows it; name and note go with every judgement.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "/") { event.preventDefault(); document.getElementById("note")?.focus(); return; }
  const wanted = /^[a-z]$/.test(key) ? key : { KeyY: "y", KeyN: "n", KeyU: "u", KeyS: "s", KeyR: "r", KeyW: "w", KeyM: "m" }[event.code];
  if (wanted) document.querySelector(`[data-key="${wanted}"]`)?.click();
});
document.addEventListener("submit", (event) => {
  const author = document.getElementById("author");
  const note = document.getElementById("note");
  const form = event.target;
  if (author && form.querySelector(".author")) form.querySelector(".author").value = author.value;
  if (note && form.querySelector(".note")) form.querySelector(".note").value = note.value;
});
