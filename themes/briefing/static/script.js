/* What a reader's browser adds to pages that work without it: the theme, kept choices, a filter, a card. */
"use strict";
const kept = {
  get: (name) => { try { return localStorage.getItem("briefing." + name); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem("briefing." + name, value); } catch { /* private window: nothing is kept */ } },
};
/* Before the first paint: this file is loaded in the head and not deferred, so that no page flashes white. */
if (kept.get("theme")) document.documentElement.dataset.theme = kept.get("theme");
