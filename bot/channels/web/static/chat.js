"use strict";

// Sends messages without leaving the page. Without this file, the same form works as a plain one.

const form = document.getElementById("message");
const field = document.getElementById("text");
const log = document.getElementById("log");
const thinking = document.getElementById("thinking");
const problem = document.getElementById("problem");
const position = document.getElementById("position");

const THINKING_AFTER_MS = 300;
const GIVE_UP_AFTER_MS = 30000;
const TOUCH = window.matchMedia("(pointer: coarse)");

const UNREACHABLE =
  "La connexion a échoué. Vérifiez votre réseau, puis réessayez : rien de ce que vous avez écrit n'est perdu.";
const TOO_LONG = "La réponse tarde trop. Réessayez dans un instant : votre texte est resté dans le champ.";
const BROKEN = "Trait d'union n'a pas pu répondre. Réessayez dans un instant.";
const LOCATING_FAILED =
  "Votre position n'a pas pu être lue. Écrivez plutôt le nom de votre commune.";

let busy = false;

class Refused extends Error {}

async function post(message) {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
  });
  const type = response.headers.get("Content-Type") || "";
  const answer = type.startsWith("application/json") ? await response.json() : {};
  if (!response.ok || answer.html === undefined) throw new Refused(answer.error || BROKEN);
  return answer.html;
}

function reason(error) {
  if (error instanceof Refused) return error.message;
  return error.name === "TimeoutError" ? TOO_LONG : UNREACHABLE;
}

function showSaid(words) {
  const said = document.createElement("p");
  const who = document.createElement("span");
  said.className = "said arriving";
  who.className = "unseen";
  who.textContent = "Vous : ";
  said.append(who, words);
  log.append(said);
  said.scrollIntoView({ block: "start" });
  return said;
}

function showReplies(html) {
  const made = document.createElement("template");
  made.innerHTML = html; // escaped by the server, and no script can run under this page's policy
  const replies = [...made.content.querySelectorAll(".reply")];
  replies.forEach((reply) => reply.classList.add("arriving"));
  log.append(made.content);
  return replies[0];
}

// Who typed goes on typing; who pressed, or writes on a telephone, reads the reply.
function moveFocus(reply, typed) {
  if (typed && !TOUCH.matches) field.focus({ preventScroll: true });
  else reply?.focus({ preventScroll: true });
}

function startWaiting() {
  busy = true;
  problem.textContent = "";
  log.setAttribute("aria-busy", "true");
  const timer = setTimeout(() => {
    thinking.textContent = "Trait d'union réfléchit…";
    thinking.scrollIntoView({ block: "nearest" });
  }, THINKING_AFTER_MS);
  return () => {
    clearTimeout(timer);
    thinking.textContent = "";
    log.removeAttribute("aria-busy");
    busy = false;
  };
}

async function converse(message, words) {
  const said = showSaid(words);
  const stopWaiting = startWaiting();
  try {
    const html = await post(message);
    stopWaiting();
    const reply = showReplies(html);
    said.scrollIntoView({ block: "start" });
    moveFocus(reply, message.text !== undefined);
  } catch (error) {
    stopWaiting();
    said.remove();
    problem.textContent = reason(error);
    if (message.text === undefined) return;
    field.value = field.value ? `${message.text}\n${field.value}` : message.text;
    field.focus();
  }
}

function sendText() {
  const text = field.value.trim();
  if (!text) {
    field.focus();
    return;
  }
  field.value = "";
  converse({ text }, text);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (busy) return;
  const button = event.submitter;
  if (button?.name === "press") converse({ press: button.value }, button.textContent.trim());
  else sendText();
});

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

// A hundred metres are enough to know the commune.
const rounded = (degrees) => Math.round(degrees * 1000) / 1000;

function locate() {
  if (busy) return;
  problem.textContent = "";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) =>
      converse({ location: [rounded(coords.latitude), rounded(coords.longitude)] }, "Ma position"),
    () => {
      problem.textContent = LOCATING_FAILED;
      field.focus();
    },
    { timeout: 15000, maximumAge: 600000 },
  );
}

if ("geolocation" in navigator && window.isSecureContext) {
  position.hidden = false;
  position.addEventListener("click", locate);
}
