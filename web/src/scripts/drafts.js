// Nothing typed is lost: what stands in a field with data-draft is kept on this machine until it is saved or thrown away.
// The key names the user, the plan, the text and its version, so that a draft never meets a text it was not made for.

const PREFIX = "giamngheo:draft:";

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
};

const write = (key, text) => {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ text, at: Date.now() }));
  } catch {
    /* storage is full or forbidden: typing goes on */
  }
};

const drop = (key) => localStorage.removeItem(PREFIX + key);

function restore(field) {
  const draft = read(field.dataset.draft);
  if (!draft || draft.text === field.value) return;
  const saved = field.value;
  field.value = draft.text;
  const note = field.form?.querySelector("[data-draft-note]");
  if (!note) return;
  note.hidden = false;
  const time = note.querySelector("time");
  if (time) time.textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
  note.querySelector("button")?.addEventListener("click", () => {
    field.value = saved;
    drop(field.dataset.draft);
    note.hidden = true;
    field.focus();
  });
}

// A passage that has a draft says so, even when its form is closed.
function markPassages(root) {
  for (const mark of root.querySelectorAll("[data-has-draft]")) mark.hidden = !read(mark.dataset.hasDraft);
}

export function keepDrafts(htmx) {
  document.addEventListener("input", (event) => {
    const field = event.target.closest?.("[data-draft]");
    if (field) write(field.dataset.draft, field.value);
  });
  // the click is heard before the link asks for the passage back: what was given up is not kept
  document.addEventListener(
    "click",
    (event) => {
      const field = event.target.closest?.("[data-drop-draft]")?.closest("form").querySelector("[data-draft]");
      if (field) drop(field.dataset.draft);
    },
    true,
  );
  htmx.onLoad((root) => {
    const part = root.querySelectorAll ? root : document;
    for (const saved of document.querySelectorAll("[data-draft-saved]")) drop(saved.dataset.draftSaved);
    if (part.matches?.("[data-draft]")) restore(part);
    for (const field of part.querySelectorAll("[data-draft]")) restore(field);
    markPassages(document);
  });
}
