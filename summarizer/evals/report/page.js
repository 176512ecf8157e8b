"use strict";
(() => {
  const form = document.getElementById("controls");
  if (!form) return; // a report without articles has nothing to sort
  const list = document.getElementById("list");
  const state = document.getElementById("state");
  const toggle = document.getElementById("toggle");
  const entries = [...list.querySelectorAll(".entry")];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map(entries.map((entry) => [entry, fold(entry.textContent)]));
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  const visible = () => entries.filter((entry) => !entry.hidden);
  const chosen = (id) => document.getElementById(id)?.value ?? "";

  const fits = (entry) => {
    const wanted = fold(chosen("search")).split(/\s+/).filter(Boolean);
    const only = [...form.querySelectorAll("[name=only]:checked")].map((box) => box.value);
    return (
      ["system", "language", "genre"].every((id) => !chosen(id) || entry.dataset[id] === chosen(id)) &&
      (!only.length || only.some((what) => Number(entry.dataset[what]))) &&
      wanted.every((word) => words.get(entry).includes(word))
    );
  };

  const tell = () => {
    const shown = visible();
    state.textContent = shown.length === entries.length ? `${shown.length} shown` : `${shown.length} of ${entries.length} shown`;
    document.getElementById("none").hidden = shown.length > 0;
    toggle.textContent = shown.length && shown.every((entry) => entry.open) ? "Close all" : "Open all";
  };

  const filter = () => {
    for (const entry of entries) entry.hidden = !fits(entry);
    tell();
  };

  const sort = () => {
    const key = chosen("sort");
    const name = key.replace("-", "");
    const way = key.startsWith("-") ? -1 : 1;
    const order = [...entries].sort((a, b) =>
      name === "title" ? compare(a.dataset.title, b.dataset.title) : way * (a.dataset[name] - b.dataset[name]),
    );
    if (key === "overall") order.sort((a, b) => b.dataset.failed - a.dataset.failed);
    list.append(...order);
  };

  // A dot of a plot, or an address with an anchor, leads to an entry: show it even if it was filtered out.
  const reveal = () => {
    const entry = document.getElementById(location.hash.slice(1))?.closest(".entry");
    if (!entry) return;
    entry.hidden = false;
    entry.open = true;
    entry.scrollIntoView();
    entry.querySelector("summary").focus({ preventScroll: true });
    tell();
  };

  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  for (const option of document.getElementById("language").options)
    if (/^[a-z]{2,3}$/.test(option.value))
      option.textContent = option.textContent.replace(option.value, names.of(option.value) ?? option.value);

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(() => (sort(), filter())));
  document.getElementById("sort").addEventListener("change", sort);
  toggle.addEventListener("click", () => {
    const open = toggle.textContent === "Open all";
    for (const entry of visible()) entry.open = open;
    tell();
  });
  list.addEventListener("toggle", tell, true);
  addEventListener("hashchange", reveal);
  for (const link of document.querySelectorAll(".plot a"))
    link.addEventListener("click", () => setTimeout(reveal)); // the same anchor twice changes no hash
  sort(); // a browser may have kept what was chosen before
  filter();
  reveal();
})();
