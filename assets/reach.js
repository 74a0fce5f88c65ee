/* On every page, also those without Dash: the menu's button on narrow screens, and the search box and its key. */
(function () {
  "use strict";

  function menu() {
    return document.querySelector(".top .menu");
  }

  function open(on) {
    if (menu()) menu().setAttribute("aria-expanded", String(on));
  }

  function opened() {
    return menu() && menu().getAttribute("aria-expanded") === "true";
  }

  function writing(place) {
    return place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName);
  }

  document.addEventListener("click", function (event) {
    if (!event.target.closest) return;
    if (event.target.closest(".top .menu")) open(!opened());
    else if (event.target.closest(".top .panel a") || !event.target.closest(".top")) open(false);
  });

  document.addEventListener("keydown", function (event) {
    var box = document.getElementById("sok");
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && box && !writing(event.target) && box.getClientRects().length) {
      event.preventDefault();
      box.focus();
      box.select();
    }
    if (event.key !== "Escape") return;
    if (event.target === box) leave(box);
    else if (opened()) { open(false); menu().focus(); }
  });

  /* Back to the page, where the reader came from as far as that is still there. */
  function leave(box) {
    var from = box.from;
    box.blur();
    if (from && from.isConnected && from.focus) from.focus({ preventScroll: true });
  }

  document.addEventListener("focusin", function (event) {
    if (event.target.id === "sok") event.target.from = event.relatedTarget;
    else if (opened() && !event.target.closest(".top")) open(false);
  });

  /* Where pages are drawn by script the answer comes without a new document; else the form asks by itself. */
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("form.find") || !window.maltavlan || !window.maltavlan.ask) return;
    event.preventDefault();
    window.maltavlan.ask(event.target.getAttribute("action"), event.target.elements.sok.value);
  });
})();
