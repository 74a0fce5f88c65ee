/* On paper: what is folded away is told, the foot says when and from where, and where links lead is written out.
   A link in running text gets a number and its address. Names and places in tables, lists and counts would be forty
   addresses that nobody types: they are told once, by the page where all of their kind are found. */
(function () {
  "use strict";

  var ROWS = "table, .tally, .tree, .rows, .att, .cuts, .secs, .goals, .facts, h1, h2, h3, h4";
  var CONTROLS = "nav, .crumb, .sample, .pick, .btns, .tools, .take, .choose, .cuts, .head p, .acts, .go, .more, .feed, .star, .apt";
  var KINDS = [
    ["/enhet/", "/enhet", "Enheternas sidor"],
    ["/indikator/", "/indikator", "Indikatorernas sidor"],
    ["/mal", "/mal", "Målen"],
    ["/kallor", "/kallor", "Rapporterna, där rad- och sidnumren står"]
  ];
  var MOST = 20;
  // A loose sheet says what it is of, and from which day: what print.css can't know.
  var foot = document.adoptedStyleSheets && new CSSStyleSheet();
  if (foot) document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).concat(foot);

  window.addEventListener("beforeprint", function () {
    var day = new Date().toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
    var printed = document.getElementById("utskriven");
    if (printed) printed.textContent = " Utskriven " + day + " från " + written(location);
    if (foot) foot.replaceSync("@page { @bottom-left { content: " + JSON.stringify(document.title.replace(/^Bild \d+: /, "") + ", utskriven " + day) + "; } }");
    document.querySelectorAll("details.cases:not([open])").forEach(function (part) { part.open = true; part.dataset.paper = ""; });
    writeOut();
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-paper]").forEach(function (part) { part.open = false; delete part.dataset.paper; });
    document.querySelectorAll("a[data-ref]").forEach(function (link) { delete link.dataset.ref; });
  });

  function written(place) {
    var path = place.pathname + decodeURI(place.search) + decodeURI(place.hash === location.hash ? "" : place.hash);
    return place.host + path;
  }

  function writeOut() {
    var list = document.getElementById("lankar");
    if (!list) return;
    var told = new Map(), kinds = new Map(), reports = new Set();
    links().forEach(function (link) {
      if (inText(link) && (told.size < MOST || told.has(written(link)))) number(link, told); else kind(link, kinds, reports);
    });
    list.textContent = "";
    if (!told.size && !kinds.size) return;
    list.appendChild(made("h2", "Länkar på sidan"));
    var lines = list.appendChild(made("ol", ""));
    told.forEach(function (one) { lines.appendChild(made("li", "[" + one.number + "] " + one.words + ": " + one.address)); });
    // Where all rows are of one report the line is of that one.
    if (reports.size === 1) kinds.set("/kallor", "Rapporten, där rad- och sidnumren står: " + Array.from(reports)[0]);
    KINDS.forEach(function (one) { if (kinds.has(one[1])) lines.appendChild(made("li", kinds.get(one[1]))); });
  }

  /* Links that are printed and lead from the page. */
  function links() {
    return Array.from(document.querySelectorAll("main a[href]")).filter(function (link) {
      return !link.closest(CONTROLS) && link.getClientRects().length && !samePage(link) && link.textContent.trim();
    });
  }

  function samePage(link) {
    return link.origin === location.origin && link.pathname === location.pathname && (link.search === location.search || !link.search);
  }

  function inText(link) {
    return !link.closest(ROWS) && !link.classList.contains("tog") && !row(link);
  }

  function row(link) {
    return link.pathname === "/kallor" && new URLSearchParams(link.search).has("rad");
  }

  function number(link, told) {
    var address = written(link);
    if (!told.has(address)) told.set(address, { number: told.size + 1, address: address, words: link.innerText.trim() });
    link.dataset.ref = told.get(address).number;
  }

  function kind(link, kinds, reports) {
    var found = KINDS.find(function (one) { return link.pathname.indexOf(one[0]) === 0; });
    if (!found || link.origin !== location.origin || link.pathname === location.pathname) return;
    kinds.set(found[1], found[2] + ": " + location.host + found[1]);
    var report = found[1] === "/kallor" && new URLSearchParams(link.search).get("dokument");
    if (report) reports.add(location.host + "/kallor?dokument=" + report);
  }

  function made(name, words) {
    var node = document.createElement(name);
    node.textContent = words;
    return node;
  }
})();
