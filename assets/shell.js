/* Links and controls change the address without a reload; title, focus and scroll follow. dcc.Location hears of it. */
(function () {
  "use strict";
  var shownPath = null, wanted = null, late = null;
  /* The reader's choice that the menu takes along, and the pages that have it. */
  var chosen = new Map(), cut = new Map(), CHOICES = ["namnd", "ar", "period", "per"], CHOOSING = /^\/(mal|enhet|indikator|jamfor|jamstalldhet|aktiviteter|synpunkter|forandringar)?(\/|$)/;
  /* The pages that can be cut to the reader's own units (assets/stars.js); there the cut follows, too. */
  var CUTTING = /^\/(mal|enhet|jamstalldhet|aktiviteter|synpunkter|forandringar)?$/;
  history.scrollRestoration = "manual";

  function here() {
    return location.pathname + location.search;
  }

  /* Moves to `url` within the site. `replace` leaves no step for Back: an opened row is no page of its own. */
  function go(url, replace) {
    var next = new URL(url, location.href);
    if (next.pathname + next.search === here()) {
      if (next.hash !== location.hash) history.pushState({}, "", next);
      return reveal(next.hash, next.pathname + next.search);
    }
    history.replaceState(Object.assign({}, history.state, { y: scrollY }), "");
    history[replace ? "replaceState" : "pushState"]({}, "", next);
    wanted = { y: null };
    leave();
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function leave() {
    mark(location.pathname);
    clearTimeout(late);
    late = setTimeout(function () { busy(true); }, 250);
  }

  function busy(on) {
    var page = document.querySelector("main > .page");
    if (!page) return;
    if (on) page.setAttribute("aria-busy", "true"); else page.removeAttribute("aria-busy");
  }

  /* The menu's current page: the page itself is "page", a page below it (a unit) is "true". */
  function mark(path) {
    keepChoice();
    document.querySelectorAll(".top nav a").forEach(function (link) {
      var own = link.pathname, inside = own !== "/" && path.indexOf(own + "/") === 0;
      if (CHOOSING.test(own)) link.search = written(CUTTING.test(own) ? new Map([...chosen, ...cut]) : chosen);
      if (path === own) link.setAttribute("aria-current", "page");
      else if (inside) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  /* Called by the Screen when an answer stands on the page. */
  function shown(props) {
    clearTimeout(late);
    busy(false);
    var box = document.getElementById("sok");
    var title = props.heading ? props.heading + " · Måltavlan" : "Måltavlan";
    var moved = shownPath !== null && shownPath !== props.path;
    if (document.title !== title) {
      document.title = title;
      if (shownPath !== null && !moved) say(title);
    }
    mark(props.path);
    if (box) box.value = props.path === box.form.getAttribute("action") ? read(props.search).get("sok") || "" : "";
    var first = shownPath === null, back = wanted && wanted.y;
    shownPath = props.path;
    if (moved && !location.hash) focus(document.querySelector("main h1") || document.querySelector("main"));
    if (typeof back === "number") scrollTo(0, back);
    else if ((moved || first || wanted) && location.hash) reveal(location.hash, here());
    else if (moved) scrollTo(0, 0);
    wanted = null;
  }

  /* Board, year and period follow to the menu's other pages. A unit's page has no board of its own to choose. */
  function keepChoice() {
    if (!CHOOSING.test(location.pathname)) return;
    var query = read(location.search), within = /^\/(enhet|indikator)\//.test(location.pathname);
    CHOICES.forEach(function (name) {
      if (query.get(name)) chosen.set(name, query.get(name));
      else if (!within) chosen.delete(name);
    });
    if (!CUTTING.test(location.pathname)) return;
    cut.clear();
    if (window.maltavlan.mine && window.maltavlan.mine()) cut.set("enheter", query.get("enheter"));
  }

  function say(words) {
    var place = document.getElementById("sagt");
    if (place) place.textContent = words;
  }

  function focus(element) {
    if (!element) return;
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
  }

  /* Scrolls to #hash as soon as it is drawn, and gives it focus so that Tab goes on from there. */
  function reveal(hash, address) {
    if (!hash || hash === "#") return;
    var until = Date.now() + 3000, id = decodeURIComponent(hash.slice(1));
    (function look() {
      var place = document.getElementById(id);
      if (place && address === here()) {
        if (place.tagName === "DETAILS") place.open = true;
        place.scrollIntoView();
        focus(place);
      } else if (!place && Date.now() < until) {
        requestAnimationFrame(look);
      }
    })();
  }

  function ours(link) {
    return link.origin === location.origin && !link.target && !link.hasAttribute("download") &&
      !/^\/(assets|_dash|health|importera|data|fil|bild|inbaddat|apt|flode)(\/|$)/.test(link.pathname);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.namespaceURI !== "http://www.w3.org/1999/xhtml") return;
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!ours(link)) return;
    event.preventDefault();
    go(link.href, link.hasAttribute("data-replace"));
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-do]");
    if (!button) return;
    if (button.dataset.do === "skriv-ut") window.print();
    if (button.dataset.do === "om-igen") location.reload();
  });

  /* A select or a checkbox with data-param writes the address; data-drop names what no longer holds after the change. */
  document.addEventListener("change", function (event) {
    var control = event.target;
    if (control.dataset.go !== undefined && control.value) return go(control.value, false);
    if (!control.dataset.param) return;
    var next = new URL(location.href), query = read(next.search), name = control.dataset.param;
    if (control.type === "checkbox") {
      var list = (query.get(name) || "").split(",").filter(function (item) { return item && item !== control.value; });
      if (control.checked) list.push(control.value);
      query.set(name, list.join(","));
    } else {
      query.set(name, control.value);
    }
    (control.dataset.drop || "").split(",").forEach(function (word) { if (word) query.delete(word); });
    next.search = written(query);
    next.hash = "";
    go(next.href, false);
  });

  /* The search box: the snapshot that the reader looks at goes along, other choices don't. */
  function ask(path, words) {
    var query = new Map([["sok", words.trim()]]);
    if (chosen.get("per")) query.set("per", chosen.get("per"));
    var told = written(query);
    go(path + (told ? "?" + told : ""), false);
  }

  function read(search) {
    return new Map(new URLSearchParams(search));
  }

  /* Commas between values stay readable, as in ui/url.py. */
  function written(query) {
    return Array.from(query).filter(function (pair) { return pair[1]; }).map(function (pair) {
      return encodeURIComponent(pair[0]) + "=" + encodeURIComponent(pair[1]).replace(/%2C/g, ",");
    }).join("&");
  }

  window.addEventListener("popstate", function (event) {
    if (here() === (window.maltavlan.drawn || "")) return reveal(location.hash, here());
    wanted = { y: (event.state || {}).y };
    leave();
  });

  /* An answer that never comes must not leave the reader with the old page under a new address. */
  var fetched = window.fetch;
  window.fetch = function (target) {
    var asked = String(target && target.url || target);
    var answer = fetched.apply(this, arguments);
    if (asked.indexOf("_dash-update-component") >= 0) {
      answer.then(function (got) { failed(!got.ok); }, function () { failed(true); });
    }
    return answer;
  };

  function failed(on) {
    var place = document.getElementById("avbrott");
    if (!place || place.hidden === !on) return;
    place.hidden = !on;
    if (on) { clearTimeout(late); busy(false); say(place.textContent); }
  }

  window.maltavlan = Object.assign(window.maltavlan || {}, {
    go: go,
    ask: ask,
    shown: function (props) { window.maltavlan.drawn = props.path + props.search; shown(props); }
  });
})();
