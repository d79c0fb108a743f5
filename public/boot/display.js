// Theme, contrast and motion: as the person chose here, else as the device has it. The style sheets read
// the answer from attributes of the root, which are always there.
/** @type {Record<string, { device: string, is: string, otherwise: string }>} */
const display = {
  theme: { device: '(prefers-color-scheme: dark)', is: 'dark', otherwise: 'light' },
  contrast: { device: '(prefers-contrast: more)', is: 'more', otherwise: 'normal' },
  motion: { device: '(prefers-reduced-motion: reduce)', is: 'less', otherwise: 'full' },
};
for (const [name, { device, is, otherwise }] of Object.entries(display)) {
  const media = matchMedia(device);
  let choice = portal.device.get(name);
  const show = () => {
    const chosen = choice === is || choice === otherwise;
    root.dataset[name] = chosen ? choice : media.matches ? is : otherwise;
    return chosen ? choice : '';
  };
  show();
  media.addEventListener('change', show);
  parsed.then(() => {
    const select = /** @type {HTMLSelectElement} */ (document.getElementById(name));
    select.value = show() ?? '';
    select.addEventListener('change', () => {
      choice = select.value;
      portal.device.set(name, choice);
      show();
    });
  });
}
