/* Läs in: files dropped or chosen are sent one by one, the list follows their reading, n and p walk the doubts.
   Without it all of that works as plain forms. */
(function () {
  "use strict";
  var form = document.getElementById("nya-filer"), place = document.getElementById("lage"),
    words = document.getElementById("lage-ord");

  /* From doubt to doubt. Never while something is written, never with another key held. */
  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "n" && event.key !== "p") return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    var doubts = Array.from(document.querySelectorAll("[data-doubt]"));
    if (!doubts.length) return;
    var at = doubts.findIndex(function (one) { return one.contains(document.activeElement); });
    var next = doubts[event.key === "n" ? at + 1 : at < 0 ? doubts.length - 1 : at - 1];
    if (!next) return;
    event.preventDefault();
    next.scrollIntoView({ block: "start" });
    next.focus({ preventScroll: true });
  });

  /* After a decision the address names the next doubt: Tab goes on from there. */
  var named = location.hash && document.querySelector("[data-doubt]") && document.getElementById(location.hash.slice(1));
  if (named) {
    if (!named.hasAttribute("tabindex")) named.setAttribute("tabindex", "-1");
    named.scrollIntoView({ block: "start" });
    named.focus({ preventScroll: true });
  }

  if (!form || !place) return;
  var told = document.getElementById("skickas"), choice = form.querySelector("input[type=file]");
  var token = form.elements.csrf.value, waiting = [], sending = false, timer = null;

  function say(words) { if (told.textContent !== words) told.textContent = words; }

  function take(files) {
    waiting = waiting.concat(Array.from(files));
    if (!sending) send();
  }

  function send() {
    var file = waiting.shift();
    sending = Boolean(file);
    if (!file) { choice.value = ""; return say("Alla filer är skickade."); }
    var body = new FormData(), request = new XMLHttpRequest();
    body.append("fil", file, file.name);
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader("X-CSRF", token);
    request.upload.onprogress = function (event) {
      if (event.lengthComputable) say("Skickar " + file.name + ", " + Math.round(100 * event.loaded / event.total) + " %");
    };
    request.onerror = function () { say("Filen " + file.name + " kom inte fram. Servern svarar inte. Försök igen."); };
    request.onload = function () {
      if (request.status === 204) { follow(); return send(); }
      sending = false;
      say(request.status === 413 || request.status === 400 ? "Filen " + file.name + " är för stor. En rapport får vara högst 20 MB."
        : "Filen " + file.name + " togs inte emot. Läs om sidan och logga in igen.");
    };
    request.send(body);
  }

  /* The list anew while something is read; focus stays on the same place of it. */
  function follow() {
    clearTimeout(timer);
    fetch("/importera/lage", { headers: { Accept: "text/html" } }).then(function (answer) {
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (text) {
      if (text === null) return say("Inloggningen har gått ut. Läs om sidan och logga in igen.");
      show(text);
      if (place.querySelector("[data-busy]")) timer = setTimeout(follow, 700);
    }).catch(function () { timer = setTimeout(follow, 4000); });
  }

  var shown = null;
  function show(text) {
    if (text === shown) return;
    shown = text;
    var active = document.activeElement, row = place.contains(active) && active.closest("[id]"), tag = active && active.tagName;
    var drawn = new DOMParser().parseFromString(text, "text/html"), lead = drawn.getElementById("nya-ord");
    if (lead) {
      lead.remove();
      if (words.innerHTML !== lead.innerHTML) words.replaceChildren.apply(words, Array.from(lead.childNodes));
    }
    place.replaceChildren.apply(place, Array.from(drawn.body.childNodes));
    if (!row || row === place) return;
    var again = document.getElementById(row.id);
    var target = again && (again.querySelector(tag === "A" ? "a" : "button") || again) || place.querySelector("h2");
    if (!target) return;
    if (!/^(A|BUTTON)$/.test(target.tagName)) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    take(choice.files);
  });

  var hint = form.querySelector(".drophint");
  if (hint) hint.hidden = false;
  document.addEventListener("dragover", function (event) {
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", function (event) { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", function (event) {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer && event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
  if (place.querySelector("[data-busy]")) follow();
})();
