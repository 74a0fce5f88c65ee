/* Words and signs explain themselves on hover, focus and touch: the glossary stands once in the document (ui/tips.py).
   What is shown can be pointed at, stays until one leaves it, and goes with Esc. */
(function () {
  "use strict";
  var about = null, waiting = null, WAIT = 350, GONE = 250;

  function box() {
    return document.getElementById("hjalp");
  }

  /* What is explained at a place: a tip, else a sign or a small chart by its symbol's name. Plus and minus count
     different things on different pages; the word beside them says what. */
  function explained(place) {
    var tip = place.closest && place.closest(".tip");
    if (tip) return { place: tip, text: document.getElementById(tip.getAttribute("aria-describedby")) };
    var drawn = place.closest && place.closest("svg.sg, svg.bu, svg.du, svg.ar");
    if (!drawn) return null;
    var use = drawn.querySelector("use");
    var name = use ? use.getAttribute("href").slice(1) : drawn.classList.contains("bu") ? "stapel"
      : drawn.querySelector("circle") ? "hantel" : "";
    if (!name || name.indexOf("m-") === 0) return null;
    return { place: drawn, text: document.getElementById("hj-" + name) };
  }

  function show(found) {
    clearTimeout(waiting);
    if (!found || !found.text || !box()) return;
    about = found.place;
    box().replaceChildren.apply(box(), Array.from(found.text.cloneNode(true).childNodes));
    box().hidden = false;
    follow();
  }

  function hide() {
    clearTimeout(waiting);
    about = null;
    if (box()) box().hidden = true;
  }

  function later(what, after) {
    clearTimeout(waiting);
    waiting = setTimeout(what, after);
  }

  /* Stays at its word while the page scrolls, within the window, and goes when the word does. */
  function follow() {
    if (!about) return;
    var at = about.getBoundingClientRect();
    if (!about.isConnected || !at.width || at.bottom < 0 || at.top > innerHeight) return hide();
    var own = box(), width = document.documentElement.clientWidth, below = at.bottom + 6;
    own.style.left = Math.max(8, Math.min(at.left, width - own.offsetWidth - 8)) + "px";
    own.style.top = (below + own.offsetHeight > innerHeight && at.top > own.offsetHeight + 6
      ? at.top - own.offsetHeight - 6 : below) + "px";
    requestAnimationFrame(follow);
  }

  document.addEventListener("mouseover", function (event) {
    if (event.target.closest && event.target.closest("#hjalp")) return clearTimeout(waiting);
    var found = explained(event.target);
    if (!found) return;
    if (found.place === about) return clearTimeout(waiting);
    later(function () { show(found); }, WAIT);
  });

  document.addEventListener("mouseout", function (event) {
    if (about && document.activeElement === about) return clearTimeout(waiting);
    if (explained(event.target) || event.target.closest("#hjalp")) later(hide, GONE);
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.classList.contains("tip")) show(explained(event.target));
    else if (about) hide();
  });

  document.addEventListener("focusout", function (event) {
    if (event.target === about) later(hide, GONE);
  });

  document.addEventListener("click", function (event) {
    var tip = event.target.closest && event.target.closest(".tip");
    var sign = !event.target.closest("a, button") && explained(event.target);
    if (tip) show(explained(tip));
    else if (sign) show(sign);
    else if (about && !event.target.closest("#hjalp")) hide();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "?" && ask(event.target)) return event.preventDefault();
    if (event.key !== "Escape" || !about) return;
    event.stopPropagation();
    hide();
  }, true);

  /* The keyboard's way to the signs of a row, which are no stops of their own: the key ? on any link in the row shows
     the first one's explanation, and again the next one's. It is also said. */
  function ask(from) {
    var row = from.closest && !/^(INPUT|TEXTAREA|SELECT)$/.test(from.tagName) && from.closest("tr, li, .node");
    var found = row ? Array.from(row.querySelectorAll("svg")).map(explained).filter(visible) : [];
    if (!found.length) return false;
    var now = found.findIndex(function (one) { return one.place === about; });
    show(found[(now + 1) % found.length]);
    document.getElementById("sagt").textContent = box().textContent;
    return true;
  }

  function visible(found) {
    return found && found.text && found.place.getClientRects().length;
  }
})();
