// Sending a file: how much of it is on its way, a way to stop, and a too large file refused before it is sent.

function say(form, name) {
  for (const part of form.querySelectorAll("[data-say]")) part.hidden = part.dataset.say !== name;
}

function put(htmx, form, text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(form.id);
  if (!fresh) return say(form, "failed");
  form.replaceWith(fresh);
  htmx.process(fresh);
  fresh.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
}

function send(htmx, form) {
  const bar = form.querySelector("progress");
  const percent = form.querySelector("[data-percent]");
  const button = form.querySelector("button:not([type])");
  const request = new XMLHttpRequest();
  const end = () => {
    button.disabled = false;
  };
  button.disabled = true;
  say(form, "sending");
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    bar.value = Math.round((100 * event.loaded) / event.total);
    percent.textContent = `${bar.value} %`;
  });
  request.addEventListener("load", () => {
    end();
    if (request.status < 300 && request.responseURL !== form.action) location.assign(request.responseURL);
    else put(htmx, form, request.responseText);
  });
  request.addEventListener("error", () => (end(), say(form, "failed")));
  request.addEventListener("abort", () => (end(), say(form, "stopped")));
  form.querySelector("[data-stop]").onclick = () => request.abort();
  request.open("POST", form.action);
  request.send(new FormData(form));
}

export function showUpload(htmx) {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.("form[data-upload]");
    if (!form) return;
    event.preventDefault();
    const file = form.querySelector("input[type=file]").files[0];
    if (!file) return;
    if (file.size > Number(form.dataset.upload)) say(form, "too-large");
    else send(htmx, form);
  });
}
