/* Draws the trees of dashboard/ui/markup.py. Text becomes text nodes, and nothing outside these lists is drawn. */
(function () {
  "use strict";
  var React = window.React;

  var TAGS = words(
    "main header footer nav section article aside div span p h1 h2 h3 h4 a b strong em i small mark sub sup br hr " +
    "ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption details summary " +
    "form fieldset legend label select optgroup option input button abbr time blockquote q code kbd noscript " +
    "svg defs g path rect circle line polyline polygon text tspan title desc use symbol pattern clipPath");
  var ATTRIBUTES = words(
    "key class id href for role title lang dir hidden tabindex scope colspan rowspan headers span open datetime " +
    "type name value selected checked disabled required placeholder autocomplete label target rel download start " +
    "viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity " +
    "stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity opacity text-anchor " +
    "dominant-baseline dx dy font-size font-weight focusable patternUnits patternTransform clip-path vector-effect");
  var FREE = /^(aria|data)-[a-z-]+$/;
  var HREF = /^([/?#](?!\/)|https:\/\/|mailto:)[^\x00-\x20\\]*$/;
  var REACT_NAMES = { "class": "className", "for": "htmlFor", tabindex: "tabIndex", colspan: "colSpan",
    rowspan: "rowSpan", datetime: "dateTime", autocomplete: "autoComplete" };

  function words(text) {
    return new Set(text.split(" "));
  }

  function reactName(name) {
    if (FREE.test(name)) return name;
    return REACT_NAMES[name] || name.replace(/-([a-z])/g, function (_, letter) { return letter.toUpperCase(); });
  }

  function attributes(given) {
    var kept = {};
    Object.keys(given).forEach(function (name) {
      var value = given[name];
      if (!ATTRIBUTES.has(name) && !FREE.test(name)) return;
      if (name === "href" && !HREF.test(String(value))) return;
      if (name === "target") kept.rel = "noopener";
      kept[reactName(name)] = value;
    });
    return kept;
  }

  /* A control shows what the address says, also after Back; until then what the reader just chose. */
  function Control(props) {
    var place = React.useRef(null);
    var value = props.given.value, checked = Boolean(props.given.checked);
    React.useEffect(function () {
      if (props.tag === "select" && value !== undefined) place.current.value = value;
      if (props.tag === "input" && props.given.type === "checkbox") place.current.checked = checked;
    });
    /* What is being written stays until the address says something else. */
    React.useEffect(function () {
      if (props.given.type === "search") place.current.value = value || "";
    }, [value]);
    var kept = Object.assign({}, props.given, { ref: place });
    if (props.tag === "select") { kept.defaultValue = value; delete kept.value; }
    if (props.given.type === "checkbox") { kept.defaultChecked = checked; delete kept.checked; }
    if (props.given.type === "search") { kept.defaultValue = value; delete kept.value; }
    return React.createElement(props.tag, kept, props.tag === "select" ? props.inside : undefined);
  }

  function drawn(node, lifted) {
    if (!Array.isArray(node)) return node;
    if (typeof node[0] === "number") return React.createElement(React.Fragment, { key: "c" + node[0] }, lifted[node[0]]);
    if (!TAGS.has(node[0])) return null;
    var kept = attributes(node[1]);
    var inside = node.slice(2).map(function (child) { return drawn(child, lifted); });
    if (node[0] === "select" || (node[0] === "input" && (kept.type === "checkbox" || kept.type === "search"))) {
      return React.createElement(Control, { key: kept.key, tag: node[0], given: kept,
        inside: React.createElement.apply(null, [React.Fragment, null].concat(inside)) });
    }
    return React.createElement.apply(null, [node[0], kept].concat(inside));
  }

  /* Dash builds a figure anew with every answer, also an equal one; an equal one is kept as it stands. */
  function useKept(lifted) {
    var kept = React.useRef({});
    var next = {};
    var result = lifted.map(function (element) {
      var asked = element && element.props && element.props._passedComponent;
      if (!asked) return element;
      var mark = JSON.stringify([asked, element.props.componentPath]), old = kept.current[element.key];
      next[element.key] = old && old.mark === mark ? old : { mark: mark, element: element };
      return next[element.key].element;
    });
    React.useEffect(function () { kept.current = next; });
    return result;
  }

  /* The page. Busy until the first answer; after each one assets/shell.js puts title, focus and scroll right. */
  function Screen(props) {
    var lifted = useKept([].concat(props.children || []));
    React.useEffect(function () {
      if (props.path) window.maltavlan.shown(props);
    }, [props.path, props.search, props.node]);
    var inside = (props.node || []).map(function (node) { return drawn(node, lifted); });
    var page = ["div", { className: "page", "aria-busy": props.path ? undefined : true }].concat(inside);
    return React.createElement("main", { id: props.id, className: "wrap", tabIndex: -1 },
      React.createElement.apply(null, page));
  }

  window.maltavlan = Object.assign(window.maltavlan || {}, { Screen: Screen });
})();
