// Nothing typed is lost: what stands in the fields of a form with data-draft is kept on this machine until the server says
// that it is saved (data-draft-saved) or somebody throws it away. The key names the user and the form. A draft remembers
// which words it was made from (`was`): when those have changed meanwhile it is sent as made against its old version, so
// that the server shows both.

const PREFIX = "giamngheo:draft:";
const SKIPPED = ["hidden", "password", "file", "submit", "button"];

// Choices are kept where the form says so (data-draft-choices): of a radio the chosen value, of a check box that it is ticked.
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
const isKept = (form, field) =>
  field.name && field.type && !SKIPPED.includes(field.type) && (!isChoice(field) || form.hasAttribute("data-draft-choices"));
const fieldsOf = (form) => [...form.elements].filter((each) => isKept(form, each));
const keyOf = (field) => (field.type === "checkbox" ? `${field.name}=${field.value}` : field.name);

function valuesOf(form) {
  const found = {};
  for (const field of fieldsOf(form)) {
    if (field.type === "radio") found[field.name] = field.checked ? field.value : (found[field.name] ?? "");
    else found[keyOf(field)] = field.type === "checkbox" ? String(field.checked) : field.value;
  }
  return found;
}

const valueOf = (form, name) => form.elements[name]?.value ?? "";
const sameNames = (one, other) => Object.keys(one).sort().join() === Object.keys(other).sort().join();

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key));
    if (typeof draft?.text === "string") return { values: { text: draft.text }, at: draft.at }; // as they once were kept
    return draft?.values ? draft : null;
  } catch {
    return null;
  }
}

function write(form) {
  const draft = { values: valuesOf(form), was: valueOf(form, "was"), basedOn: valueOf(form, "based_on"), at: Date.now() };
  try {
    localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(draft));
  } catch {
    /* storage is full or forbidden: typing goes on */
  }
}

const drop = (key) => localStorage.removeItem(PREFIX + key);

function fill(form, values) {
  for (const field of fieldsOf(form)) {
    const value = values[keyOf(field)];
    if (value === undefined) continue;
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type === "checkbox") field.checked = value === "true";
    else field.value = value;
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

// What was typed was made from words that are no longer those of the plan: it is sent as what it is.
function keepVersion(form, draft) {
  if (form.elements.was && draft.was && draft.was !== form.elements.was.value) form.elements.based_on.value = draft.basedOn;
}

function tell(form, draft, undo) {
  const words = document.getElementById("draft-note");
  if (!words) return;
  const note = words.content.firstElementChild.cloneNode(true);
  note.querySelector("time").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
  note.querySelector("button").onclick = () => {
    drop(form.dataset.draft);
    note.remove();
    undo();
    markDrafts();
  };
  form.prepend(note);
}

// A table of another shape than the draft's: the server lays it out, and saves nothing.
async function reshape(htmx, form, draft) {
  const body = new FormData(form);
  for (const name of Object.keys(valuesOf(form))) body.delete(name);
  for (const [name, value] of Object.entries(draft.values)) body.append(name, value);
  body.append("lam", "show");
  let text = "";
  try {
    const answer = await fetch(form.action, { method: "POST", headers: { "HX-Request": "true" }, body });
    if (answer.ok) text = await answer.text();
  } catch {
    return; // no network: the draft stays where it is
  }
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(form.id);
  if (!fresh || !form.isConnected) return;
  if (!form.hasAttribute("hx-post")) for (const name of ["hx-post", "hx-target", "hx-swap"]) fresh.removeAttribute(name);
  fresh.removeAttribute("data-draft-touched");
  form.replaceWith(fresh);
  fill(fresh, draft.values);
  keepVersion(fresh, draft);
  htmx.process(fresh);
  tell(fresh, draft, () => fresh.replaceWith(form));
}

function restore(htmx, form) {
  if (form.dataset.draftReady) return;
  form.dataset.draftReady = "yes";
  if (form.hasAttribute("data-draft-touched")) return write(form);
  const draft = read(form.dataset.draft);
  if (!draft) return;
  const saved = valuesOf(form);
  if (form.querySelector("[name^='o-']") && !sameNames(saved, draft.values)) return void reshape(htmx, form, draft);
  if (Object.entries(draft.values).every(([name, value]) => !(name in saved) || saved[name] === value)) return;
  const version = valueOf(form, "based_on");
  fill(form, draft.values);
  keepVersion(form, draft);
  tell(form, draft, () => {
    fill(form, saved);
    if (form.elements.based_on) form.elements.based_on.value = version;
    fieldsOf(form)[0]?.focus();
  });
}

// What has a draft says so, even when its form is closed.
function markDrafts() {
  for (const mark of document.querySelectorAll("[data-has-draft]")) mark.hidden = !read(mark.dataset.hasDraft);
}

// While an answer is awaited nobody types into what is going to be replaced by it.
function hold(event, held) {
  if (!event.target.matches?.("form[data-draft]")) return;
  for (const field of fieldsOf(event.target)) if (!isChoice(field)) field.readOnly = held;
}

export function keepDrafts(htmx) {
  document.addEventListener("htmx:before:request", (event) => hold(event, true));
  document.addEventListener("htmx:finally:request", (event) => hold(event, false));
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-draft]");
    if (form && fieldsOf(form).includes(event.target)) write(form);
  });
  // the click is heard before the link asks for the passage back: what was given up is not kept
  document.addEventListener(
    "click",
    (event) => {
      const form = event.target.closest?.("[data-drop-draft]")?.closest("form[data-draft]");
      if (form) drop(form.dataset.draft);
    },
    true,
  );
  htmx.onLoad((root) => {
    const part = root.querySelectorAll ? root : document;
    for (const saved of document.querySelectorAll("[data-draft-saved]")) drop(saved.dataset.draftSaved);
    if (part.matches?.("form[data-draft]")) restore(htmx, part);
    for (const form of part.querySelectorAll("form[data-draft]")) restore(htmx, form);
    markDrafts();
  });
}
