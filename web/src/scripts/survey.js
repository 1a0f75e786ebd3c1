// A questionnaire at the keyboard (form[data-quick]): a digit chooses the answer of that place and goes to the next question
// without one; Enter goes on without choosing, Backspace back, Delete takes an answer away. Whatever stands answered (from
// the register, from an earlier form) is passed over; behind the last question waits the button that saves. Tab, arrows
// and the mouse do what they always do.

const visible = (each) => !each.disabled && each.getClientRects().length > 0;
const fieldsOf = (ask) => [...ask.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(visible);
const asksOf = (form) => [...form.querySelectorAll("[data-ask]")].filter((ask) => fieldsOf(ask).length);
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
const answered = (ask) => fieldsOf(ask).some((field) => (isChoice(field) ? field.checked : field.value.trim() !== ""));
// what may stay open never stops the way through the form: notes, the day and the reviewer that are filled in
const passedOver = (ask) => ask.dataset.ask === "skip" || answered(ask);

function enter(ask) {
  const fields = fieldsOf(ask);
  const field = fields.find((each) => isChoice(each) && each.checked) ?? fields[0];
  field.focus();
  if (!isChoice(field) && field.select) field.select();
  ask.scrollIntoView({ block: "nearest" });
}

function onward(form, ask) {
  const asks = asksOf(form);
  const next = asks.slice(asks.indexOf(ask) + 1).find((each) => !passedOver(each));
  if (next) enter(next);
  else form.querySelector("[data-main]")?.focus();
}

function back(form, ask) {
  const asks = asksOf(form);
  const before = asks[asks.indexOf(ask) - 1];
  if (before) enter(before);
}

const tell = (field) => {
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
};

function choose(form, ask, digit) {
  const field = fieldsOf(ask).filter(isChoice)[digit === 0 ? 9 : digit - 1];
  if (!field) return;
  const many = ask.dataset.ask === "many";
  field.checked = many ? !field.checked : true;
  tell(field);
  if (many) field.focus();
  else onward(form, ask);
}

function clear(ask) {
  for (const field of fieldsOf(ask).filter((each) => isChoice(each) && each.checked)) {
    field.checked = false;
    tell(field);
  }
}

function press(event) {
  const field = event.target;
  const form = field.form;
  const ask = field.closest?.("[data-ask]");
  if (!form?.matches("form[data-quick]") || !ask || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const choice = isChoice(field);
  const digit = choice && /^[0-9]$/.test(event.key);
  const on = event.key === "Enter" && field.tagName !== "TEXTAREA" && !event.shiftKey;
  const away = choice && event.key === "Delete";
  const before = choice && event.key === "Backspace";
  if (!digit && !on && !away && !before) return;
  event.preventDefault();
  if (digit) choose(form, ask, Number(event.key));
  else if (on) onward(form, ask);
  else if (before) back(form, ask);
  else clear(ask);
}

// a second click on a chosen answer takes it away: nobody else could with the mouse
function click(event) {
  const field = event.target;
  if (field.type !== "radio" || !field.form?.matches("form[data-quick]") || event.detail === 0) return;
  if (field.dataset.chosen) {
    field.checked = false;
    delete field.dataset.chosen;
    tell(field);
  } else {
    for (const each of field.form.elements) if (each.name === field.name) delete each.dataset.chosen;
    field.dataset.chosen = "yes";
  }
}

// a link to a missing answer goes into it
function jump(event) {
  const link = event.target.closest?.("a[data-to]");
  const place = link && document.getElementById(link.dataset.to);
  if (!place) return;
  event.preventDefault();
  enter(place.closest("[data-ask]") ?? place);
}

export function answerByKeys(htmx) {
  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  document.addEventListener("click", jump);
  htmx.onLoad((root) => {
    const form = root.querySelector?.("form[data-quick]");
    if (!form || form.dataset.quickReady) return;
    form.dataset.quickReady = "yes";
    for (const each of form.querySelectorAll("input[type=radio]:checked")) each.dataset.chosen = "yes";
    const wrong = form.querySelector("[data-ask].wrong, [data-ask] [aria-invalid=true]");
    const first = wrong?.closest("[data-ask]") ?? asksOf(form).find((ask) => !passedOver(ask));
    if (first) enter(first);
  });
}
