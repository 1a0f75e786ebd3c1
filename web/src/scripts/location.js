// Taking the location of a house with the device that shows the page. What goes wrong is said in words that are in the page;
// what was taken stands in the fields and is sent by the officer, never by itself. Typing over it makes it a typed one.

const COARSE = 100; // metres: a network's guess, not a satellite's
const ASKED = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 };
const WHY = { 1: "refused", 2: "no-signal", 3: "late" };

function say(form, name) {
  for (const part of form.querySelectorAll("[data-say]")) part.hidden = part.dataset.say !== name;
}

function put(form, name, value) {
  const field = form.elements[name];
  field.value = value;
  field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "device" })); // so that the draft has it
}

function taken(form, found) {
  const { latitude, longitude, accuracy } = found.coords;
  put(form, "latitude", latitude.toFixed(6));
  put(form, "longitude", longitude.toFixed(6));
  put(form, "accuracy", String(Math.round(accuracy)));
  form.elements.located_at.value = new Date(found.timestamp).toISOString();
  say(form, accuracy > COARSE ? "coarse" : "taken");
}

function start(form, button) {
  if (!("geolocation" in navigator) || !window.isSecureContext) return say(form, "unable");
  button.disabled = true;
  say(form, "asking");
  const end = (then) => (given) => {
    button.disabled = false;
    if (form.isConnected) then(given);
  };
  navigator.geolocation.getCurrentPosition(
    end((found) => taken(form, found)),
    end((error) => say(form, WHY[error.code] ?? "unable")),
    ASKED,
  );
}

export function takeLocations(htmx) {
  htmx.onLoad((root) => {
    const part = root.querySelectorAll ? root : document;
    for (const only of part.querySelectorAll("[data-locate-only]")) only.hidden = false;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-locate-start]");
    if (button) start(button.form, button);
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-locate]");
    if (form && event.detail !== "device" && ["latitude", "longitude"].includes(event.target.name)) {
      form.elements.located_at.value = "";
      say(form, "");
    }
  });
}
