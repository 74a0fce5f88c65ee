/* APT: shows one slide at a time, full screen, by keys, swipe or buttons, and keeps the presenter's window in step.
   Without it all slides stand under each other. */
(function () {
  "use strict";
  var deck = document.getElementById("apt"), told = document.getElementById("sagt");
  if (!deck) return;

  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-do=skriv-ut]")) window.print();
  });
  if (deck.dataset.mode === "val") return choosing();
  var room = document.getElementById("rum"), stage = document.getElementById("scen");
  var slides = Array.from(stage.querySelectorAll(".slide")), black = room.querySelector(".black");
  if (deck.dataset.mode === "alla" || !slides.length) return;

  var speaker = deck.dataset.mode === "talare", typed = "", typing = null, grid = false;
  var at = slides.findIndex(function (slide) { return slide.classList.contains("on"); });
  var channel = window.BroadcastChannel ? new BroadcastChannel("maltavlan" + deck.dataset.deck) : null;
  /* The same as in slides.css: there the page scrolls, and a slide is as long as it needs. */
  var narrow = matchMedia("(max-width: 45rem), (max-height: 26rem)");
  deck.classList.add("live");

  function say(words) { told.textContent = words; }
  function heading(slide) { return slide.querySelector("h2").textContent; }

  /* Shows slide `to`; `quiet` where another window asked for it. */
  function show(to, quiet) {
    var held = stage.contains(document.activeElement) && document.activeElement !== stage;
    at = Math.max(0, Math.min(slides.length - 1, to));
    if (grid) overview(false);
    draw();
    say("Bild " + (at + 1) + " av " + slides.length + ": " + heading(slides[at]));
    var next = new URL(location.href);
    next.searchParams.set("bild", at + 1);
    history.replaceState(history.state, "", next.pathname + next.search.replace(/%2C/g, ","));
    if (held) stage.focus({ preventScroll: true });
    if (!quiet) tell();
  }

  function draw() {
    slides.forEach(function (slide, place) {
      slide.classList.toggle("on", place === at);
      slide.classList.toggle("next", place === at + 1);
    });
    deck.querySelectorAll(".notes").forEach(function (part) { part.hidden = Number(part.dataset.for) !== at + 1; });
    room.querySelector(".nr").textContent = (at + 1) + " av " + slides.length;
    turn("forra", at === 0);
    turn("nasta", at === slides.length - 1);
    counted(document.querySelector("[data-do=kopiera-lank]"));
    document.title = "Bild " + (at + 1) + ": " + heading(slides[at]) + " · Måltavlan";
    if (narrow.matches && scrollY > room.offsetTop) scrollTo(0, room.offsetTop);
  }

  /* The words that are copied with the link name the slide that it opens. */
  function counted(button) {
    if (button) button.dataset.words = button.dataset.words.replace(/, bild \d+(?=,)/, ", bild " + (at + 1));
  }

  /* A button that leads nowhere keeps its focus, so it is marked and not disabled. */
  function turn(name, off) {
    room.querySelector("[data-apt=" + name + "]").setAttribute("aria-disabled", String(off));
  }

  function tell() {
    if (channel) channel.postMessage({ at: at, black: !black.hidden });
  }

  function dark(on, quiet) {
    black.hidden = !on;
    say(on ? "Skärmen är svart. Tryck B för att gå på." : "Bild " + (at + 1) + " av " + slides.length);
    if (!quiet) tell();
  }

  /* All slides small, each a link to itself. */
  function overview(on) {
    grid = on;
    deck.classList.toggle("grid", on);
    slides.forEach(function (slide) { slide.querySelector(".in").inert = on; });
    if (on) {
      say("Översikt över " + slides.length + " bilder. Välj en med piltangenterna och Enter.");
      pick(at);
    } else {
      stage.focus({ preventScroll: true });
    }
  }

  function pick(place) {
    var link = slides[Math.max(0, Math.min(slides.length - 1, place))].querySelector(".leads");
    link.focus();
    link.scrollIntoView({ block: "nearest" });
  }

  function full() {
    if (document.fullscreenElement) return document.exitFullscreen();
    if (room.requestFullscreen) room.requestFullscreen().then(function () { stage.focus(); }, function () { });
  }

  function present() {
    var link = document.getElementById("talare"), next = new URL(link.href);
    next.searchParams.set("bild", at + 1);
    window.open(next.href, link.target, "popup,width=1180,height=760");
  }

  var keys = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1
  };

  function pressed(event) {
    var key = event.key, small = key.length === 1 ? key.toLowerCase() : key;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    var control = event.target.closest("a, button, [tabindex='0']");
    if (control && (key === "Enter" && !typed || key === " ")) return;
    if (control && control.matches("[tabindex='0']") && /^(Arrow|Page)/.test(key)) return;
    if (!act(key, small, event.shiftKey)) return;
    event.preventDefault();
  }

  /* Whether the key meant something. */
  function act(key, small, shift) {
    if (!black.hidden) { dark(false); return true; }
    if (/^[0-9]$/.test(key)) return number(key);
    if (key === "Enter" && typed) { show(Number(typed) - 1); typed = ""; return true; }
    typed = "";
    if (grid && keys[key] && key !== " ") { pick(within() + keys[key] * across(key)); return true; }
    if (keys[key]) { show(at + (shift && key === " " ? -1 : keys[key])); return true; }
    if (key === "Home") { show(0); return true; }
    if (key === "End") { show(slides.length - 1); return true; }
    if (key === "Escape" && grid) { overview(false); return true; }
    if (small === "o" || small === "g") { overview(!grid); return true; }
    if (small === "f") { full(); return true; }
    if (small === "b") { dark(true); return true; }
    if (small === "p" && !speaker) { present(); return true; }
    return false;
  }

  function number(digit) {
    typed = (typed + digit).slice(-3);
    clearTimeout(typing);
    typing = setTimeout(function () { typed = ""; }, 4000);
    say("Bild " + typed + ", tryck Enter");
    return true;
  }

  function within() {
    return slides.findIndex(function (slide) { return slide.contains(document.activeElement); });
  }

  /* Up and down go a whole row of the overview. */
  function across(key) {
    if (!/^(ArrowUp|ArrowDown)$/.test(key)) return 1;
    var top = slides[0].offsetTop, row = slides.findIndex(function (slide) { return slide.offsetTop !== top; });
    return row < 0 ? 1 : row;
  }

  document.addEventListener("keydown", pressed);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.leads"), button = event.target.closest("[data-apt]");
    if (link) { event.preventDefault(); return show(Number(link.dataset.to) - 1); }
    if (!black.hidden) return dark(false);
    if (event.target.closest("#talare") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      return present();
    }
    if (!button) return;
    var does = {
      forra: function () { show(at - 1); }, nasta: function () { show(at + 1); }, helskarm: full,
      oversikt: function () { overview(!grid); }, svart: function () { dark(black.hidden); }, om: restart
    };
    does[button.dataset.apt]();
  });

  document.addEventListener("fullscreenchange", function () {
    var button = deck.querySelector("[data-apt=helskarm]");
    if (button) button.textContent = document.fullscreenElement ? "Lämna helskärm" : "Visa i helskärm";
  });
  if (!room.requestFullscreen && deck.querySelector("[data-apt=helskarm]")) deck.querySelector("[data-apt=helskarm]").hidden = true;

  /* A swipe to the side, told from scrolling. */
  var start = null;
  room.addEventListener("touchstart", function (event) {
    start = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
  }, { passive: true });
  room.addEventListener("touchend", function (event) {
    if (!start || grid) return;
    var end = event.changedTouches[0], x = end.clientX - start.x, y = end.clientY - start.y;
    if (Math.abs(x) > 50 && Math.abs(x) > 1.5 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
  }, { passive: true });

  if (channel) {
    channel.onmessage = function (event) {
      var asked = event.data;
      if (asked.hello) return speaker ? null : tell();
      if (asked.at !== at) show(asked.at, true);
      if (asked.black === black.hidden) dark(asked.black, true);
    };
    if (speaker) channel.postMessage({ hello: true });
  }

  /* The presenter's clock, and the time since the window was opened. */
  var began = Date.now();
  function restart() { began = Date.now(); tick(); }
  function two(value) { return (value < 10 ? "0" : "") + value; }
  function tick() {
    var now = new Date(), gone = Math.floor((Date.now() - began) / 1000);
    document.getElementById("klocka").textContent = two(now.getHours()) + "." + two(now.getMinutes());
    document.getElementById("gangen").textContent = Math.floor(gone / 60) + "." + two(gone % 60);
  }
  if (speaker) { tick(); setInterval(tick, 1000); }
  draw();

  /* The choice of slides: each box and way is an address, fetched and put in place so that focus stays. */
  function choosing() {
    deck.addEventListener("change", function (event) {
      if (event.target.tagName === "SELECT" && event.target.value) return location.assign(event.target.value);
      if (event.target.dataset.go) swap(event.target.dataset.go, event.target.id);
    });
    deck.addEventListener("click", function (event) {
      var link = event.target.closest("a[data-swap]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      swap(link.getAttribute("href"), link.id);
    });
  }

  function swap(address, id) {
    fetch(address).then(function (answer) { return answer.text(); }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html"), found = page.getElementById("apt");
      var copy = document.querySelector("[data-do=kopiera-lank]"), fresh = page.querySelector("[data-do=kopiera-lank]");
      if (!found) return location.assign(address);
      deck.replaceChildren.apply(deck, Array.from(found.childNodes));
      history.replaceState(history.state, "", address);
      if (copy && fresh) copy.dataset.words = fresh.dataset.words;
      var control = document.getElementById(id) || document.getElementById(id.replace(/^(upp|ned)-/, "ta-"));
      if (control) control.focus();
      say(deck.querySelector("h2").textContent);
    }, function () { location.assign(address); });
  }
})();
