/* Units that the reader has starred: kept in this browser alone, never sent as anything but a choice in the address. */
(function () {
  "use strict";
  var KEY = "maltavlan-enheter", MOST = 60, SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/, waiting = false;

  /* The starred units; null where the browser keeps nothing for us, and then no star is shown. */
  function starred() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter(function (unit) { return SLUG.test(unit); }).slice(0, MOST) : [];
    } catch (error) {
      return error instanceof SyntaxError ? [] : null;
    }
  }

  function keep(units) {
    try { localStorage.setItem(KEY, JSON.stringify(units)); } catch (error) { /* full, or not allowed */ }
  }

  function parts(words) {
    return (words || "").split(",").filter(Boolean);
  }

  function paint() {
    waiting = false;
    var mine = starred();
    document.querySelectorAll("[data-star]").forEach(function (button) {
      button.hidden = mine === null;
      if (mine) button.setAttribute("aria-pressed", String(mine.indexOf(button.dataset.star) >= 0));
    });
    document.querySelectorAll("[data-mine]").forEach(function (button) {
      var here = ours(button, mine || []), chosen = parts(button.dataset.chosen);
      button.hidden = !here.length;
      button.setAttribute("aria-pressed", String(same(here, chosen)));
    });
  }

  function same(some, others) {
    return some.slice().sort().join() === others.slice().sort().join();
  }

  /* Whether the page that is drawn is cut to the reader's own units: then shell.js lets the cut follow in the menu. */
  function mine() {
    var button = document.querySelector("[data-mine]"), here = button ? ours(button, starred() || []) : [];
    var asked = parts(new URLSearchParams(location.search).get("enheter"));
    return here.length > 0 && same(here, parts(button.dataset.chosen)) && same(here, asked);
  }

  /* The starred ones of the page's units, in the page's order. */
  function ours(button, mine) {
    return parts(button.dataset.mine).filter(function (unit) { return mine.indexOf(unit) >= 0; });
  }

  function toggle(unit) {
    var mine = starred() || [], place = mine.indexOf(unit);
    if (place >= 0) mine.splice(place, 1); else mine.push(unit);
    keep(mine);
    paint();
  }

  /* Writes the units in the address, or takes them away where they stand there already. */
  function cut(button) {
    var next = new URL(location.href), query = next.searchParams;
    query.delete("rad");
    if (button.getAttribute("aria-pressed") === "true") query.delete("enheter");
    else query.set("enheter", ours(button, starred() || []).join(","));
    next.search = query.toString().replace(/%2C/g, ",");
    next.hash = "";
    window.maltavlan.go(next.href, false);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-star], button[data-mine]");
    if (!button) return;
    if (button.dataset.star) toggle(button.dataset.star); else cut(button);
  });

  window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) paint(); });

  /* The page is drawn anew with every address. */
  new MutationObserver(function () {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(paint);
  }).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-star", "data-mine", "data-chosen"]
  });
  window.maltavlan = Object.assign(window.maltavlan || {}, { mine: mine });
  paint();
})();
