/* What a browser adds to pages that work without it: the theme, kept choices, a filter, the card of a mark, copying. */
"use strict";
(() => {
  const root = document.documentElement;
  const kept = (name) => { try { return localStorage.getItem("briefing." + name); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem("briefing." + name, value); } catch { /* a private window keeps nothing */ } };
  /* What the address names, or "": an address may hold anything. */
  const named = (hash) => { try { return decodeURIComponent(hash.slice(1)); } catch { return ""; } };
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

  /* An actor or a place whose marks were switched off: on every page, until they are switched on again. */
  function singles() {
    const facts = document.getElementById("facts");
    if (!facts) return;
    const off = () => new Set((kept("off") ?? "").split(" ").filter(Boolean));
    const marks = Map.groupBy ? Map.groupBy(all(".briefing mark"), ({ dataset: { kind, key, fact } }) => key === fact ? `c-${fact}` : `c-${kind}-${key}`) : new Map();
    for (const card of all(".card.k-actor, .card.k-location", facts)) {
      if (!marks.has(card.id)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "single";
      const paint = (hidden) => {
        for (const mark of marks.get(card.id)) mark.classList.toggle("off", hidden);
        button.textContent = hidden ? "show" : "hide";
        button.setAttribute("aria-label", `${button.textContent} the marks of ${card.querySelector(".entry, b").textContent}`);
      };
      button.addEventListener("click", () => {
        const names = off();
        const hidden = !names.delete(card.id);
        if (hidden) names.add(card.id);
        keep("off", [...names].join(" "));
        paint(hidden);
      });
      card.prepend(button);
      paint(off().has(card.id));
    }
  }

  /* The address says which fact is chosen. A style marks its sentence; of a fact that another one cuts, this marks every piece. */
  function chosen() {
    const fact = named(location.hash);
    for (const mark of all("mark[data-fact]")) mark.classList.toggle("chosen", mark.dataset.fact === fact);
  }

  /* A sentence or a fact of a long briefing may stand on another of its pages: the list of parts tells on which. */
  function elsewhere() {
    const name = named(location.hash);
    const [, kind, start] = /^(s|[a-z]+-)(\d+)/.exec(name) ?? [];
    if (!kind || document.getElementById(name)) return;
    const least = (part) => Number(kind === "s" ? part.dataset.sentence : part.dataset.offset);
    const part = all("#parts [data-sentence]").filter((each) => least(each) <= Number(start)).pop();
    if (part?.href) location.replace(part.href + location.hash);
  }

  /* Pointing at a card, or reaching it by key, lights up all of its mentions in the text. */
  function mentions() {
    const light = (event) => {
      const id = event.target.closest?.(".card")?.id;
      for (const link of all(".briefing mark a")) {
        link.parentElement.classList.toggle("lit", Boolean(id) && named(link.hash) === id);
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
      const card = document.getElementById(named(link.hash));
      if (!card) return;
      pop = document.createElement("div");
      pop.dataset.of = link.hash;
      pop.className = "pop " + card.classList[1];
      pop.id = "pop";
      pop.setAttribute("role", "tooltip");
      link.setAttribute("aria-describedby", "pop");
      pop.append(...[...card.childNodes].filter((node) => node.nodeName !== "BUTTON").map((node) => node.cloneNode(true)));
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
    /* Whoever presses a link of the card leaves the mark, and must still find the card there. */
    text.addEventListener("focusout", ({ relatedTarget }) => { if (!pop?.contains(relatedTarget)) hide(); });
    /* Escape takes the card away, then what is chosen. An address that names nothing moves no page, and is taken away again. */
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (!pop && location.hash) location.replace("#-");
      hide();
    });
    addEventListener("hashchange", () => { if (location.hash === "#-") history.replaceState(null, "", location.pathname + location.search); });
    /* Where nothing hovers, the first tap shows the card and the second goes to it. */
    text.addEventListener("click", (event) => {
      const link = marked(event);
      if (!link || !matchMedia("(hover: none)").matches || pop?.dataset.of === link.hash) return;
      event.preventDefault();
      event.stopPropagation();
      show(link);
    });
    document.addEventListener("click", (event) => {
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

  /* A box that looks through all actors or all places. The names are loaded when the box is first used; where a browser lets
     no page load them, as in a folder, it looks through the page. */
  const SHOWN = 100;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  function finder(box) {
    if (location.protocol === "file:") {
      box.closest("label").firstChild.textContent = "Filter this page ";
      filter(box);
      return;
    }
    const output = box.closest(".filter").querySelector("output");
    const [found, listed] = ["found", "listed"].map((id) => document.getElementById(id));
    const kinds = JSON.parse(box.dataset.kinds);
    let names = null;
    const load = () => names ??= fetch(box.dataset.finder).then((answer) => answer.json()).then((rows) => rows.map((row) => [plain(row[0]), ...row]));
    const element = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });
    const row = ([, name, key, kind, count]) => {
      const link = element("a", `entry k-${found.dataset.kind}`, name);
      link.href = `${box.dataset.base}${key}/index.html`;
      link.dir = "auto";
      const item = document.createElement("li");
      item.append(link, " ", element("span", "note", kinds[kind] ?? kind), " ", element("span", "n", count.toLocaleString("en")));
      return item;
    };
    box.closest(".filter").hidden = false;
    box.addEventListener("focus", () => load().catch(() => {}), { once: true });
    box.addEventListener("input", async () => {
      const asked = box.value;
      const words = plain(asked).split(/\s+/).filter(Boolean);
      const rows = words.length ? await load().catch(() => null) : [];
      if (asked !== box.value) return;
      const hits = rows?.filter(([text]) => words.every((word) => text.includes(word)));
      listed.hidden = words.length > 0;
      found.hidden = !words.length;
      found.replaceChildren(...(hits ?? []).slice(0, SHOWN).map(row));
      const count = hits?.length ?? 0;
      output.textContent = !words.length ? "" : !hits ? "The names could not be loaded." : count > SHOWN ? `${count.toLocaleString("en")}, the first ${SHOWN} shown` : `${count}`;
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
    singles();
    chosen();
    elsewhere();
    addEventListener("hashchange", chosen);
    /* A map wider than the screen shows its middle first. */
    for (const box of all(".atlas .scroll")) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
    all("input[data-filter]").forEach(filter);
    all("input[data-finder]").forEach(finder);
    all("[data-copy]").forEach(copier);
  });
})();
