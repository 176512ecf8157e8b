"use strict";
(() => {
  const items = [...document.querySelectorAll(".item")];
  const parts = [...document.querySelectorAll(".ev")];
  const coveredBy = (part) => part.dataset.items.split(" ");
  const partsOf = (item) => parts.filter((part) => coveredBy(part).includes(item.dataset.item));
  const twoColumns = matchMedia("(min-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;
  let clicked = null;
  let turn = 0;

  const light = (numbers) => {
    for (const item of items) item.classList.toggle("lit", numbers.includes(item.dataset.item));
    for (const part of parts)
      part.classList.toggle("lit", coveredBy(part).some((number) => numbers.includes(number)));
  };

  const reveal = (element) => {
    if (!element) return;
    const box = element.getBoundingClientRect();
    const pane = element.closest("[tabindex='0']").getBoundingClientRect();
    const top = Math.max(pane.top, 0);
    const bottom = Math.min(pane.bottom, innerHeight);
    if (box.top >= top && box.bottom <= bottom) return;
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  };

  // What the keyboard is on stays lit when the pointer leaves.
  const settle = () => {
    clearTimeout(timer);
    const item = document.activeElement.closest(".item");
    const part = document.activeElement.closest(".ev");
    light(item ? [item.dataset.item] : part ? coveredBy(part) : []);
  };

  for (const item of items) {
    const show = (delay) => {
      light([item.dataset.item]);
      clearTimeout(timer);
      if (twoColumns.matches) timer = setTimeout(() => reveal(partsOf(item)[0]), delay);
    };
    item.addEventListener("mouseenter", () => show(200));
    item.addEventListener("mouseleave", settle);
    item.addEventListener("focusin", () => show(0));
    item.addEventListener("focusout", settle);
    item.querySelector(".jump")?.addEventListener("click", (event) => {
      event.preventDefault();
      const part = partsOf(item)[0];
      part.focus({ preventScroll: true });
      light([item.dataset.item]);
      reveal(part);
    });
  }

  for (const part of parts) {
    const show = () => light(coveredBy(part));
    part.addEventListener("mouseenter", show);
    part.addEventListener("mouseleave", settle);
    part.addEventListener("focusin", show);
    part.addEventListener("focusout", settle);
    part.addEventListener("click", (event) => {
      event.preventDefault();
      const numbers = coveredBy(part);
      turn = part === clicked ? (turn + 1) % numbers.length : 0; // each further click goes to the next item
      clicked = part;
      const item = items.find((candidate) => candidate.dataset.item === numbers[turn]);
      item.focus({ preventScroll: true });
      light(numbers);
      clearTimeout(timer);
      reveal(item);
    });
  }
})();
