/* What a browser adds to pages that work without it: the theme, kept choices, a filter, the card of a mark, copying. */
"use strict";
(() => {
  const root = document.documentElement;
  const kept = (name) => { try { return localStorage.getItem("briefing." + name); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem("briefing." + name, value); } catch { /* a private window keeps nothing */ } };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Loaded in the head and not deferred, so that the theme is set before the first paint. */
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  function themeButton() {
    const button = document.querySelector("button.theme");
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      keep("theme", root.dataset.theme);
    });
  }

  /* Kinds switched off stay off on the next page. */
  function legend() {
    for (const box of all(".legend input, #how")) {
      const choice = kept(box.id);
      if (choice !== null) box.checked = choice === "1";
      box.addEventListener("change", () => keep(box.id, box.checked ? "1" : "0"));
    }
  }

  /* Choosing a fact marks its words as well as its sentence. */
  function choose(fact) {
    for (const mark of all("mark.chosen")) mark.classList.remove("chosen");
    for (const mark of all("mark[data-fact]")) mark.classList.toggle("chosen", mark.dataset.fact === fact);
  }

  /* Pointing at a card, or reaching it by key, lights up all of its mentions in the text. */
  function mentions() {
    const light = (event) => {
      const id = event.target.closest?.(".card")?.id;
      for (const link of all(".briefing mark a")) {
        link.parentElement.classList.toggle("lit", Boolean(id) && decodeURIComponent(link.hash) === `#${id}`);
      }
    };
    const facts = document.getElementById("facts");
    for (const event of ["mouseover", "mouseleave", "focusin", "focusout"]) facts?.addEventListener(event, light);
  }

  /* Hovering or focusing a mark shows its card: a copy of the one among the facts. */
  function cards() {
    const text = document.querySelector(".briefing");
    if (!text) return;
    let pop = null;
    let timer = 0;
    const hide = () => { clearTimeout(timer); pop?.remove(); pop = null; };
    const show = (link) => {
      hide();
      const card = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!card) return;
      pop = document.createElement("div");
      pop.dataset.of = link.hash;
      pop.className = "pop " + card.classList[1];
      pop.id = "pop";
      pop.setAttribute("role", "tooltip");
      link.setAttribute("aria-describedby", "pop");
      pop.append(...[...card.childNodes].map((node) => node.cloneNode(true)));
      pop.addEventListener("mouseenter", () => clearTimeout(timer));
      pop.addEventListener("mouseleave", later);
      text.append(pop);
      const line = link.getClientRects()[0];
      const below = line.bottom + pop.offsetHeight + 8 < innerHeight;
      pop.style.top = `${scrollY + (below ? line.bottom + 6 : line.top - pop.offsetHeight - 6)}px`;
      pop.style.left = `${scrollX + Math.max(8, Math.min(line.left, root.clientWidth - pop.offsetWidth - 8))}px`;
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
    const marked = (event) => event.target.closest?.("mark a");
    text.addEventListener("mouseover", (event) => {
      const link = marked(event);
      if (!link) return;
      clearTimeout(timer);
      timer = setTimeout(show, 150, link);
    });
    text.addEventListener("mouseout", (event) => { if (marked(event)) later(); });
    text.addEventListener("focusin", (event) => { const link = marked(event); if (link?.matches(":focus-visible")) show(link); });
    text.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); choose(""); } });
    /* Where nothing hovers, the first tap shows the card and the second goes to it. */
    text.addEventListener("click", (event) => {
      const link = marked(event);
      if (!link || !matchMedia("(hover: none)").matches || pop?.dataset.of === link.hash) return;
      event.preventDefault();
      event.stopPropagation();
      show(link);
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      if (link?.dataset.fact) choose(link.dataset.fact);
      if (!event.target.closest?.(".pop")) hide();
    });
  }

  /* A box that keeps only the entries whose text holds all of its words. */
  function filter(box) {
    const items = all("[data-filter-item]").map((item) => [item, item.textContent.toLowerCase()]);
    const panel = box.closest(".filter");
    const count = panel.querySelector("output");
    panel.hidden = false;
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [item, text] of items) {
        item.hidden = !words.every((word) => text.includes(word));
        if (!item.hidden) shown += 1;
      }
      count.textContent = words.length ? `${shown} of ${items.length}` : "";
    });
  }

  function copier(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = "Copied";
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    themeButton();
    legend();
    cards();
    mentions();
    all("input[data-filter]").forEach(filter);
    all("[data-copy]").forEach(copier);
  });
})();
