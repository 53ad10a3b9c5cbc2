/* The search page: asks Pagefind's index, narrows by facets, and shows the sentences that matched. The address keeps it all.

   Pagefind finds words by their stems, so "attacks" finds "attack". A phrase in quotes is looked up the same way and then
   compared with the sentences themselves, letter by letter. */
"use strict";
(() => {
  const PAGE = 10; /* results at a time */
  const HITS = 3; /* sentences of a result */
  const VALUES = 8; /* of a facet, before "more" */
  const STEP = 40;
  const EXAMINED = 50; /* briefings compared with a phrase before the first answer; the others are compared when asked for */
  const WINDOW = 45; /* words shown of a very long sentence */
  const TYPED = 3; /* letters from which a search starts while typing */

  const finder = document.getElementById("finder");
  const form = finder.querySelector("form");
  const box = document.getElementById("q");
  const narrow = document.getElementById("narrow");
  const order = document.getElementById("order");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  const by = document.getElementById("by");
  const { title } = document;
  const facets = [...narrow.querySelectorAll("[data-facet]")];
  const say = (id, text) => { document.getElementById(id).textContent = text; };
  const briefings = (number) => `${number.toLocaleString("en")} briefing${number === 1 ? "" : "s"}`;
  const make = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  function explain(why) {
    for (const note of finder.querySelectorAll(".why")) note.hidden = note.dataset.why !== why;
    form.hidden = finder.querySelector(".finds").hidden = why !== "";
  }

  /* --- words ------------------------------------------------------------------------------------------- */

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const spaced = (text) => ` ${fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ")} `;

  /* `"air base" attack` -> its phrases and its other words. */
  function parsed(query) {
    const straight = query.replace(/[“”„«»]/g, '"');
    const phrases = [...straight.matchAll(/"([^"]+)"/g)].map((match) => match[1]).filter((phrase) => spaced(phrase).trim());
    return { phrases, words: straight.replace(/"[^"]*"/g, " ").replaceAll('"', " ").trim() };
  }

  /* --- the address --------------------------------------------------------------------------------------- */

  let state;

  function read() {
    const address = new URLSearchParams(location.search);
    state = { q: address.get("q") ?? "", order: address.get("order") ?? "", chosen: {} };
    for (const { dataset } of facets) state.chosen[dataset.facet] = [...new Set(address.getAll(dataset.facet))];
    box.value = state.q;
    order.value = state.order;
    state.order = order.value ||= ""; /* an address may name an order that there is not */
  }

  function keep(push) {
    const address = new URLSearchParams();
    if (state.q) address.set("q", state.q);
    for (const [name, values] of Object.entries(state.chosen)) for (const value of values) address.append(name, value);
    if (state.order) address.set("order", state.order);
    const query = address.toString();
    if (query !== location.search.slice(1)) history[push ? "pushState" : "replaceState"](null, "", query ? `?${query}` : location.pathname);
  }

  const narrowed = () => Object.values(state.chosen).some((values) => values.length);

  /* --- asking the index ---------------------------------------------------------------------------------- */

  let loading;
  let totals; /* of each facet's values over the whole archive, once they are asked for */
  const index = () => (loading ??= import(new URL(finder.dataset.bundle, location.href).href));

  /* What Pagefind is to filter by, but for the facet `without`. */
  function filters(without) {
    const wanted = {};
    for (const { dataset } of facets) {
      const values = state.chosen[dataset.facet];
      if (values.length && dataset.facet !== without) wanted[dataset.facet] = "many" in dataset ? values : { any: values };
    }
    return wanted;
  }

  /* The briefings in which all words and phrases stand, best first, each with the numbers of the words that matched. */
  async function found(query, without) {
    const pagefind = await index();
    const sort = state.order ? { date: state.order === "oldest" ? "asc" : "desc" } : query.words || query.phrases.length ? {} : { date: "desc" };
    const terms = [...(query.words ? [query.words] : []), ...query.phrases.map((phrase) => `"${phrase}"`)];
    const answers = [];
    for (const term of terms.length ? terms : [null]) answers.push(await pagefind.search(term, { filters: filters(without), sort }));
    const [first, ...others] = answers.map((answer) => answer.results);
    const also = others.map((results) => new Map(results.map((result) => [result.id, result.words])));
    const all = first.filter((result) => also.every((ids) => ids.has(result.id)));
    const results = all.map((result) => ({ data: result.data, words: [...result.words, ...also.flatMap((ids) => ids.get(result.id))] }));
    return { results, counts: answers[0].filters };
  }

  /* A result with its sentences: each has its number, its words, and which of them matched. */
  async function opened(result) {
    const briefing = await result.data();
    const places = [...new Set(result.words)].sort((a, b) => a - b);
    const anchors = briefing.anchors.filter((anchor) => /^s\d+$/.test(anchor.id)).sort((a, b) => a.location - b.location);
    const sentences = anchors.map((anchor, at) => {
      const end = anchors[at + 1]?.location ?? Infinity;
      const marks = places.filter((word) => word >= anchor.location && word < end).map((word) => word - anchor.location);
      return { id: anchor.id, text: anchor.text ?? "", words: (anchor.text ?? "").split(" "), marks: new Set(marks) };
    });
    return { url: briefing.url, meta: briefing.meta, filters: briefing.filters, sentences };
  }

  /* Whether each phrase stands in a sentence just so; the sentences keep only such marks. */
  function exact(briefing, query) {
    const wanted = query.phrases.map(spaced);
    const holds = (sentence, phrase) => spaced(sentence.text).includes(phrase);
    if (!wanted.every((phrase) => briefing.sentences.some((sentence) => holds(sentence, phrase)))) return false;
    if (!query.words) briefing.sentences.forEach((sentence) => { if (!wanted.some((phrase) => holds(sentence, phrase))) sentence.marks.clear(); });
    return true;
  }

  /* --- one search, from the question to the page ------------------------------------------------------------ */

  let asked = 0; /* searches so far: an answer that comes after a later question is dropped */
  let query = parsed("");
  let waiting = []; /* results not yet shown */
  let matched = []; /* words that matched in those that are */

  const blank = () => !query.words && !query.phrases.length && !narrowed();

  async function search() {
    const mine = ++asked;
    query = parsed(state.q);
    document.title = state.q ? `${state.q} · ${title}` : title;
    chips();
    try {
      if (blank()) clear();
      else await answer(mine);
      await recount(mine);
    } catch (error) {
      console.warn(error);
      explain("missing");
    }
  }

  function clear() {
    list.replaceChildren();
    more.hidden = by.hidden = true;
    say("status", "");
    say("near", "");
  }

  async function answer(mine) {
    const { results } = await found(query);
    const sure = !query.phrases.length || results.length <= EXAMINED;
    const shown = query.phrases.length ? await proven(results) : results;
    if (mine !== asked) return;
    list.replaceChildren();
    waiting = shown;
    matched = [];
    by.hidden = shown.length < 2;
    say("status", shown.length ? `${sure ? "" : "up to "}${briefings(shown.length)}` : nothing());
    await show(mine);
    if (mine === asked) say("near", near());
  }

  function nothing() {
    const one = query.words && !query.phrases.length && !/\s/.test(query.words);
    const what = one ? `“${query.words}”` : query.words || !query.phrases.length ? "all of this" : "these words just so";
    return `No briefing has ${what}${narrowed() ? " within what you chose" : ""}.`;
  }

  /* The first results compared with the phrases, the rest as they are. */
  async function proven(results) {
    const first = await Promise.all(results.slice(0, EXAMINED).map(async (result) => ({ ...result, briefing: await opened(result) })));
    return [...first.filter((result) => exact(result.briefing, query)), ...results.slice(EXAMINED)];
  }

  function tally(results) {
    const counts = {};
    for (const { briefing } of results) {
      for (const [name, values] of Object.entries(briefing.filters)) {
        counts[name] ??= {};
        for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + 1;
      }
    }
    return counts;
  }

  /* The counts of a search's facets, without what is chosen of the facet `without`; and whether they are only bounds, since
     too many briefings are yet to be compared with a phrase. */
  async function counted(without) {
    const { results, counts } = await found(query, without);
    if (!query.phrases.length) return { counts, loose: false };
    return results.length > EXAMINED ? { counts, loose: true } : { counts: tally(await proven(results)), loose: false };
  }

  /* Of a facet in which a briefing has one value, the other values can be chosen as well: they are counted as if none were. */
  async function recount(mine) {
    if (!totals) return;
    const whole = blank() ? { counts: totals, loose: false } : await counted();
    const offers = new Map();
    for (const { dataset: { facet, many } } of facets) {
      const { counts, loose } = many === undefined && state.chosen[facet].length ? await counted(facet) : whole;
      offers.set(facet, { counts: counts[facet] ?? {}, loose });
    }
    if (mine === asked) offer(offers);
  }

  /* The next results; nothing where another search has begun. */
  async function show(mine) {
    const items = [];
    while (items.length < PAGE && waiting.length) {
      const part = waiting.slice(0, PAGE - items.length);
      const ready = await Promise.all(part.map(async (result) => result.briefing ?? opened(result)));
      if (mine !== asked) return null;
      waiting = waiting.slice(part.length);
      for (const [at, briefing] of ready.entries()) {
        if (!part[at].briefing && !exact(briefing, query)) continue;
        matched.push(...briefing.sentences.flatMap((sentence) => [...sentence.marks].map((mark) => spaced(sentence.words[mark] ?? ""))));
        items.push(item(briefing));
      }
    }
    list.append(...items);
    more.hidden = !waiting.length;
    return items[0];
  }

  /* --- a result ------------------------------------------------------------------------------------------ */

  function item(briefing) {
    const title = briefing.sentences.find((sentence) => sentence.id === "s0");
    const body = briefing.sentences.filter((sentence) => sentence.id !== "s0");
    const hits = body.filter((sentence) => sentence.marks.size);
    const kinds = (sentence) => new Set([...sentence.marks].map((at) => fold(sentence.words[at] ?? ""))).size;
    const best = [...hits].sort((a, b) => kinds(b) - kinds(a)).slice(0, HITS);
    const shown = hits.length ? hits.filter((sentence) => best.includes(sentence)) : title?.marks.size ? [] : body.slice(0, 1);
    const { outlet, section } = briefing.filters;
    const meta = [day(briefing.meta.date), ...(outlet ?? []), ...(section ?? [])].filter(Boolean).join(" · ");
    const left = hits.length - shown.length;
    return make("li", {},
      make("h3", { dir: "auto" }, make("a", { href: briefing.url }, ...(title ? marked(title) : [briefing.meta.title]))),
      make("p", { className: "meta" }, meta),
      make("ul", { className: "hits" }, ...shown.map((sentence) => make("li", {},
        make("a", { href: place(briefing, sentence.id) }, make("small", {}, sentence.id), " ", make("span", { className: "q", dir: "auto" }, ...marked(sentence)))))),
      ...(left > 0 ? [make("p", { className: "meta" }, `and ${left} more sentence${left === 1 ? "" : "s"}`)] : []));
  }

  /* The address of a sentence: of a long briefing, on the one of its pages that holds it. */
  function place(briefing, id) {
    const part = (briefing.meta.parts ?? "").split(" ").filter((first) => first && Number(first) <= Number(id.slice(1))).length;
    return `${part > 1 ? briefing.url.replace("index.html", `${part}/index.html`) : briefing.url}#${id}`;
  }

  /* The words of a sentence, those that matched as marks; a very long one is cut around the first of them. */
  function marked(sentence) {
    const first = sentence.marks.size ? Math.min(...sentence.marks) : 0;
    const long = sentence.words.length > 2 * WINDOW;
    const start = long ? Math.max(0, first - 10) : 0;
    const end = long ? Math.min(sentence.words.length, start + WINDOW) : sentence.words.length;
    const parts = start ? ["… "] : [];
    for (let at = start; at < end; at += 1) {
      if (at > start) parts.push(" ");
      parts.push(...(sentence.marks.has(at) ? inked(sentence.words[at]) : [sentence.words[at]]));
    }
    return end < sentence.words.length ? [...parts, " …"] : parts;
  }

  /* A word that matched; the quotes and stops around it did not. */
  function inked(word) {
    const [, before, inside, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
    return [before, make("mark", {}, inside), after];
  }

  /* "2023-11-21T22:33" -> 21 November 2023; less where less is stated. */
  function day(iso) {
    const stated = /^(\d{4})(-\d{2})?(-\d{2})?/.exec(iso ?? "");
    if (!stated) return "";
    const style = { year: "numeric", timeZone: "UTC", ...(stated[2] && { month: "long" }), ...(stated[3] && { day: "numeric" }) };
    const date = new Date(stated[0]);
    return Number.isNaN(date.getTime()) ? "" : new Intl.DateTimeFormat("en-GB", style).format(date);
  }

  /* For a word that stands nowhere Pagefind gives what begins alike. That is said, not passed off as found. */
  function near() {
    const alike = (word) => ` ${word.slice(0, Math.max(TYPED, Math.ceil(word.length * 0.6)))}`;
    const lost = spaced(query.words).split(" ").filter((word) => word.length >= TYPED && !matched.some((other) => other.includes(alike(word))));
    return list.children.length && lost.length ? `${lost.map((word) => `“${word}”`).join(", ")} may stand in no briefing: these come nearest.` : "";
  }

  /* --- facets ---------------------------------------------------------------------------------------------- */

  const label = (facet) => facet.querySelector("legend").textContent;

  /* The values that a search leaves, most briefings first, years in their own order. */
  function offer(offers) {
    for (const facet of facets) {
      const name = facet.dataset.facet;
      const chosen = state.chosen[name];
      const { counts, loose } = offers.get(name);
      const left = Object.entries(counts).filter(([value, count]) => count && !chosen.includes(value));
      left.sort(name === "year" ? ([a], [b]) => (a < b ? 1 : -1) : ([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      const values = [...chosen.map((value) => [value, counts[value] ?? 0]), ...left];
      facet.hidden = !values.length;
      const ul = facet.querySelector("ul");
      const rest = facet.querySelector(".rest");
      let shown = Math.max(VALUES, chosen.length);
      const fill = () => {
        ul.replaceChildren(...values.slice(0, shown).map(([value, count]) => choice(name, value, `${loose ? "≤ " : ""}${count}`)));
        rest.hidden = shown >= values.length;
      };
      rest.onclick = () => {
        const next = shown;
        shown += STEP;
        fill();
        ul.children[next]?.querySelector("input").focus();
      };
      fill();
    }
    narrow.hidden = facets.every((facet) => facet.hidden); /* nothing was found: there is nothing to narrow */
  }

  function choice(name, value, count) {
    const input = make("input", { type: "checkbox", value, checked: state.chosen[name].includes(value) });
    input.addEventListener("change", () => { choose(name, value, input.checked); });
    return make("li", {}, make("label", {}, input, make("span", { dir: "auto" }, value), make("span", { className: "note" }, count)));
  }

  async function choose(name, value, on) {
    state.chosen[name] = state.chosen[name].filter((other) => other !== value);
    if (on) state.chosen[name].push(value);
    keep(true);
    await search();
    /* The lists are made anew: what had the focus gets it back. */
    const again = [...narrow.querySelectorAll(`[data-facet="${name}"] input`)].find((input) => input.value === value);
    (again ?? narrow.querySelector("summary")).focus();
  }

  function chips() {
    document.getElementById("chosen").replaceChildren(...facets.flatMap((facet) => state.chosen[facet.dataset.facet].map((value) => {
      const button = make("button", { type: "button" }, `${label(facet)}: ${value} `, make("span", { ariaHidden: "true" }, "×"));
      button.setAttribute("aria-label", `Remove ${label(facet)}: ${value}`);
      button.addEventListener("click", () => { choose(facet.dataset.facet, value, false); });
      return make("li", {}, button);
    })));
  }

  /* The values of all facets are some hundred kilobytes in a large archive: they are loaded when the list is opened. */
  async function openFacets() {
    if (!narrow.open || totals) return;
    try {
      totals = await (await index()).filters();
      await recount(asked);
    } catch (error) {
      console.warn(error);
      explain("missing");
    }
  }

  /* --- hands --------------------------------------------------------------------------------------------- */

  function arrows(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [box, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  function listen() {
    let timer = 0;
    const ask = (push) => {
      clearTimeout(timer);
      state.q = box.value.trim();
      keep(push);
      search();
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); ask(true); });
    box.addEventListener("focus", () => { index().then((pagefind) => pagefind.init(), () => explain("missing")); }, { once: true });
    box.addEventListener("input", () => {
      clearTimeout(timer);
      const letters = box.value.trim().length;
      if (!letters || letters >= TYPED) timer = setTimeout(ask, 250, false);
    });
    order.addEventListener("change", () => { state.order = order.value; keep(true); search(); });
    more.addEventListener("click", async () => { (await show(asked))?.querySelector("a").focus(); });
    narrow.addEventListener("toggle", openFacets);
    finder.addEventListener("keydown", arrows);
    addEventListener("popstate", () => { read(); search(); });
  }

  if (location.protocol === "file:") {
    explain("file");
    return;
  }
  explain("");
  read();
  listen();
  narrow.open = matchMedia("(min-width: 64rem)").matches || narrowed();
  if (state.q || narrowed()) search();
  else if (matchMedia("(hover: hover)").matches) box.focus();
})();
