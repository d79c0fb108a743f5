// What a page complains about, kept where the harness reads it. Only WebKit gets this, before any
// other script: its driver has no way to read the console.
{
  const all = [];
  Object.defineProperty(globalThis, "complaints", { value: all });
  addEventListener(
    "error",
    (event) => {
      // an element that could not fetch its file has no message
      const address = event.target?.src ?? event.target?.href;
      all.push(event.message ?? `cannot load ${address}`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => all.push(`unhandled: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    all.push(`the policy forbids ${event.blockedURI}: ${event.violatedDirective}`),
  );
  const told = console.error;
  console.error = (...words) => {
    all.push(words.map(String).join(" "));
    told.apply(console, words);
  };
}
