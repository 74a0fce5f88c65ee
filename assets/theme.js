/* Runs in the head, before anything is drawn: the theme that the reader chose here last. */
(function () {
  "use strict";
  var key = "maltavlan.tema", root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(key) || ""; } catch (_) { return ""; }
  }

  function set(theme) {
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");
  }

  set(kept());
  /* Styles that fold something away hold only where a script can open it (assets/reach.js). */
  root.classList.add("js");
  document.addEventListener("DOMContentLoaded", function () {
    var choice = document.getElementById("tema");
    if (!choice) return;
    choice.value = kept();
    choice.addEventListener("change", function () {
      try { localStorage.setItem(key, choice.value); } catch (_) { /* the choice then holds for this page only */ }
      set(choice.value);
    });
  });
})();
