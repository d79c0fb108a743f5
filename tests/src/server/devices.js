// The made-up phone, mail application and people beside the production page, for the tests: under the
// same roles and names as in the prototype, in place of real devices.
(() => {
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'onclick') element.addEventListener('click', value); else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const act = (body) => fetch('/__devices/act', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  }).then((reply) => reply.json());
  const button = (words, onclick) => make('button', { type: 'button', class: 'button', onclick }, words);
  const press = (words, what, more = {}) => button(words, () => act({ what, ...more }));
  const time = (now) => new Intl.DateTimeFormat('en-US', { timeStyle: 'short' }).format(now);
  // the same change again is not drawn again: what is pressed must not vanish under the finger
  const draw = (place, state, parts) => {
    const now = JSON.stringify(state);
    if (place.drawn !== now) { place.drawn = now; place.replaceChildren(...parts()); }
  };

  // ---- phone
  const clock = make('span');
  const card = (...children) => make('div', { class: 'phone__card' }, ...children);
  const live = make('div', { 'aria-live': 'polite' });
  const authenticator = make('div');
  const phone = make('section', { 'aria-labelledby': 'phone-title' },
    make('h2', { id: 'phone-title' }, 'Phone'),
    make('p', {}, clock, ' ', press('+10 minutes', 'advance')),
    live,
    make('div', { role: 'group', 'aria-labelledby': 'authenticator-title' },
      make('p', { id: 'authenticator-title' }, 'Authenticator'), authenticator));
  const call = ({ to, answered, code }) => card(
    make('p', {}, `${answered ? 'On the phone' : 'Incoming call'}, ${to}`),
    ...(!answered ? [press('Answer', 'pick_up'), press('Ignore', 'hang_up')]
      : code ? [make('p', {}, '“Your code is ', make('strong', {}, code), '”'), press('Hang up', 'hang_up')]
        : [make('p', {}, '“Please press the pound key to finish signing in.”'), press('Press #', 'approve'), press('Hang up and report', 'decline')]));
  const drawPhone = (state) => {
    clock.textContent = time(state.now);
    draw(live, [state.call, state.request, state.messages], () => [
      ...(state.call ? [call(state.call)] : []),
      ...(state.request ? [card(make('p', {}, 'Approve sign-in?'), make('p', {}, state.request),
        press('Approve', 'approve'), press('Deny', 'decline'))] : []),
      make('ul', { 'aria-label': 'Text messages' }, ...state.messages.toReversed().map(({ to, code }) => make('li', {},
        make('p', {}, `Text message to ${to}`), make('p', {}, 'Your code is ', make('strong', {}, code))))),
    ]);
    draw(authenticator, [state.codes, state.toScan], () => [
      ...(state.toScan ? [press('Scan the QR code', 'scan', { account: state.toScan })] : []),
      ...(state.codes.length ? state.codes.map(({ account, code }) => make('p', {}, account, ' ', make('strong', {}, code)))
        : [make('p', {}, 'No account yet')]),
    ]);
  };

  // ---- mail application
  const field = (id, label, type) => {
    const input = make('input', { id, type, autocomplete: 'off', class: 'field__input' });
    return [input, make('label', { for: id }, label), input];
  };
  const [user, ...userField] = field('mail-user', 'User name', 'email');
  const [secret, ...secretField] = field('mail-password', 'Mail password', 'password');
  const verdict = make('div', { role: 'status' });
  const mail = make('section', { 'aria-labelledby': 'mail-title' },
    make('h2', { id: 'mail-title' }, 'Mail application'), ...userField, ...secretField,
    button('Get mail', async () => {
      verdict.replaceChildren();
      const { accepted } = await act({ what: 'mail', user: user.value, password: secret.value });
      verdict.replaceChildren(accepted === null
        ? make('p', {}, make('strong', {}, 'Refused'), ': the mail server does not accept this user name and password.')
        : make('p', {}, make('strong', {}, 'Signed in'), ' with ', make('bdi', {}, accepted), '.'));
    }), verdict);

  // ---- people, while there is a form to fill in
  const people = make('section', { 'aria-label': 'Made-up people' });
  const choose = (person, password) => {
    document.getElementById('email').value = person.email;
    document.getElementById('password').value = password;
    act({ what: 'person', slug: person.slug });
  };
  const drawPeople = (state) => {
    const wanted = document.getElementById('sign-in') !== null;
    draw(people, [wanted], () => wanted
      ? state.people.map((person) => button(`${person.name} ${person.about}`, () => choose(person, state.password))) : []);
  };

  // ---- a browser that refuses the clipboard
  let refusing = false;
  const refuse = (on) => {
    if (!navigator.clipboard || on === refusing) return;
    refusing = on;
    if (on) {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused by the scenario', 'NotAllowedError'));
    } else delete navigator.clipboard.writeText;
  };

  // ---- a clock that goes with the portal's
  const machine = Date.now;
  let ahead = 0;
  Date.now = () => machine.call(Date) + ahead;

  const beside = make('aside', { 'aria-label': 'Made-up devices', class: 'beside' }, phone, mail, people);
  // in sight, and beside the page where there is room: nothing has to be scrolled to be pressed
  const wide = matchMedia('(min-width: 1200px)');
  const arrange = () => Object.assign(beside.style, wide.matches ? {
    position: 'fixed', right: '0', bottom: '0', width: '230px', maxHeight: '75vh', overflow: 'auto', fontSize: '12px', padding: '4px',
  } : { position: 'static', width: 'auto', maxHeight: 'none' });
  wide.addEventListener('change', arrange);
  arrange();
  document.body.append(beside);
  // A modal dialog makes everything outside it inert; a real phone would not be. So it lies in the
  // dialogs that wait for it.
  const place = () => {
    const dialog = [...document.querySelectorAll('dialog:modal')]
      .find((one) => /phone|authenticator/i.test(one.querySelector('h2')?.textContent ?? ''));
    const parent = dialog ?? document.body;
    if (beside.parentElement !== parent) parent.append(beside);
  };
  window.looksOfDevices = 0;
  const look = async () => {
    try {
      const state = await (await fetch('/__devices/state')).json();
      const now = machine.call(Date);
      ahead = Math.abs(state.now - now) > 5000 ? state.now - now : 0;
      place();
      if (user.value === '' || user.value === beside.email) user.value = state.email;
      beside.email = state.email;
      refuse(state.clipboardRefused);
      drawPhone(state);
      drawPeople(state);
      window.looksOfDevices += 1;
    } catch { /* the host is stopped: it comes back */ }
    setTimeout(look, 120);
  };
  look();
})();
