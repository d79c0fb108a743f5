// Runs before each look at the page. What a person can reach is found here; whether its role and
// name are the ones asked for is then confirmed by the browser's own accessibility tree.

const visible = (element) =>
  element.isConnected && element.checkVisibility({ visibilityProperty: true });

// Behind a modal dialog nothing can be reached.
const reachable = (element) => {
  const modal = [...document.querySelectorAll("dialog:modal")].pop();
  return (
    visible(element) &&
    !element.closest("[inert], [aria-hidden=true]") &&
    (!modal || modal.contains(element))
  );
};

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

// The text that shows, without what `text-transform` does to it, and with a space between blocks.
const words = (root) => {
  const block = (element) => {
    let at = element;
    while (at.parentElement && /^(inline|contents)/.test(getComputedStyle(at).display)) {
      at = at.parentElement;
    }
    return at;
  };
  const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  let last = null;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent || !visible(parent)) continue;
    const now = block(parent);
    if (now !== last) text += " ";
    last = now;
    text += walker.currentNode.data;
  }
  return squeezed(text);
};

// All that a name may be made of, without spaces: an element whose hint lacks a name has not that
// name, except where a style sheet or an unusual source adds to it.
const hint = (element) => {
  const by = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const parts = [
    element.textContent,
    element.getAttribute("aria-label"),
    element.title,
    element.alt,
    element.placeholder,
    /^(button|submit|reset)$/.test(element.type) ? element.value : "",
    ...by.map((id) => document.getElementById(id)?.textContent),
    ...[...(element.labels ?? [])].map((label) => label.textContent),
  ];
  return parts.filter(Boolean).join(" ").replace(/\s+/g, "").toLowerCase();
};

const find = (root, selector, wanted) => {
  const key = wanted.replace(/\s+/g, "").toLowerCase();
  const found = { likely: [], rest: [] };
  for (const element of (root ?? document).querySelectorAll(selector)) {
    if (reachable(element)) found[hint(element).includes(key) ? "likely" : "rest"].push(element);
  }
  return found;
};

// A row is known by what stands in one of its cells.
const rows = (root, wanted, begins) =>
  [...(root ?? document).querySelectorAll("tr, [role=row]")].filter(
    (row) =>
      reachable(row) &&
      [...row.querySelectorAll("td, th, [role=cell], [role=gridcell], [role=rowheader]")]
        .map(words)
        .some((text) => (begins ? text.startsWith(wanted) : text === wanted)),
  );

const announced = () =>
  [...document.querySelectorAll("output, [role=status], [role=alert], [role=log], [aria-live]")]
    .filter(visible)
    .map(words)
    .filter(Boolean);

// What a label says that has its field within: only its own text.
const labelAround = (element) => {
  const label = [...(element.labels ?? [])].find((label) => label.contains(element));
  if (!label || /^(checkbox|radio)$/.test(element.type)) return null;
  const texts = [...label.childNodes].filter((node) => !node.contains(element));
  return squeezed(texts.map((node) => node.textContent).join(" "));
};

const describedBy = (element) =>
  squeezed(
    ["aria-describedby", "aria-errormessage"]
      .flatMap((name) => (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean))
      .map((id) => document.getElementById(id))
      .filter((described) => described && visible(described))
      .map(words)
      .join(" "),
  );

// What can be reached, for whoever reads why a test failed.
const outline = () =>
  [...document.querySelectorAll("h1, h2, h3, button, summary, a[href], input, select, textarea, dialog, output, [role]")]
    .filter(reachable)
    .map((element) => `  ${element.role ?? element.localName} ${JSON.stringify(words(element) || hint(element))}`)
    .concat(words(null))
    .join("\n");
