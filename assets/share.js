/* Taking along: the link of a page, a figure as an image, code for other sites; and menus that close with Esc. */
(function () {
  "use strict";
  var WAITS = 4000;

  function say(words, by) {
    var place = document.getElementById("sagt"), button = by && by.isConnected && by;
    if (place) { place.textContent = ""; place.textContent = words; }
    if (!button) return;
    if (!button.dataset.label) button.dataset.label = button.textContent;
    button.textContent = words;
    clearTimeout(button.waiting);
    button.waiting = setTimeout(function () { button.textContent = button.dataset.label; }, WAITS);
  }

  /* The page's address with the state that it shows, so that it can tell later whether it has changed. */
  function link(button) {
    var here = new URL(location.href), per = button.dataset.per;
    if (per && !here.searchParams.has("per")) here.search += (here.search ? "&" : "?") + "per=" + encodeURIComponent(per);
    return button.dataset.words + ": " + here.href;
  }

  /* Where copying is not allowed (no https, no permission) the words stand selected in a field of their own. */
  function copy(words, button) {
    var wait = navigator.clipboard && navigator.clipboard.writeText ? navigator.clipboard.writeText(words) : Promise.reject();
    return wait.then(function () { say("Kopierat", button); }, function () { offer(words, button); });
  }

  function offer(words, button) {
    var box = document.getElementById("kopiera") || document.body.appendChild(made());
    var field = box.querySelector("input");
    field.value = words;
    box.back = button;
    box.hidden = false;
    field.focus();
    field.select();
    say("Kopiera med Ctrl+C");
  }

  function made() {
    var box = document.createElement("div"), label = document.createElement("label");
    var field = document.createElement("input"), close = document.createElement("button");
    box.id = "kopiera"; box.className = "offer";
    label.htmlFor = "kopiera-ord"; label.textContent = "Markerat. Kopiera med Ctrl+C eller Cmd+C.";
    field.id = "kopiera-ord"; field.readOnly = true;
    close.type = "button"; close.className = "btn"; close.textContent = "Stäng";
    close.addEventListener("click", function () { shut(box); });
    box.append(label, field, close);
    return box;
  }

  function shut(box) {
    box.hidden = true;
    if (box.back && box.back.isConnected) box.back.focus();
  }

  function image(button) {
    var address = button.dataset.what, word = window.ClipboardItem;
    if (!navigator.clipboard || !navigator.clipboard.write || !word) return say("Går inte att kopiera här. Hämta bilden.", button);
    var asked = fetch(address).then(function (got) { if (!got.ok) throw got; return got.blob(); });
    return navigator.clipboard.write([new word({ "image/png": asked })]).then(
      function () { say("Bilden är kopierad", button); },
      function () { say("Går inte att kopiera här. Hämta bilden.", button); });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-do]");
    document.querySelectorAll("details.take[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    var chosen = event.target.closest && event.target.closest("details.take a");
    if (chosen) chosen.closest("details").open = false;
    if (!button) return;
    if (button.dataset.do === "kopiera-lank") copy(link(button), button);
    if (button.dataset.do === "kopiera-bild") image(button);
    if (button.dataset.do === "kopiera-kod") copy(button.parentNode.querySelector("code").textContent, button);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var box = document.getElementById("kopiera");
    if (box && !box.hidden) return shut(box);
    var menu = event.target.closest && event.target.closest("details.take[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  document.addEventListener("focusin", function (event) {
    document.querySelectorAll("details.take[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
})();
