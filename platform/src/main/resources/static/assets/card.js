// Signing in with a card: the agent on the user's own machine signs the challenge. The PIN goes there and nowhere else.
"use strict";

const local = document.getElementById("card-local");
const trouble = document.getElementById("card-trouble");
const choice = document.getElementById("card-choice");
const pin = document.getElementById("card-pin");
const say = text => {
  trouble.textContent = text;
  trouble.hidden = false;
  trouble.focus();
};

// The agent answers only pages that it was told of; no cookie of ours goes there.
const agent = (path, options) => fetch(local.dataset.agent + path, { credentials: "omit", mode: "cors", cache: "no-store", ...options });

const find = async () => {
  trouble.hidden = true;
  choice.replaceChildren();
  try {
    const { cards } = await (await agent("/cards")).json();
    cards.forEach(card => choice.add(new Option(`${card.holder} · ${card.id.replace(/\.p12$/, "")} · ${card.enterprise}`, card.id)));
    if (cards.length === 0) { say(local.dataset.none); }
  } catch {
    say(local.dataset.unreadable);
  }
};

const refused = body => {
  if (body.error !== "ERR_CARD_PIN") { return body.error === "ERR_CARD_UNREADABLE" ? local.dataset.unreadable : local.dataset.failed; }
  return body.left > 0 ? local.dataset.pinWrong.replace("{left}", body.left) : local.dataset.locked;
};

local.addEventListener("submit", async event => {
  event.preventDefault();
  trouble.hidden = true;
  const token = document.querySelector("#card-answer-form input[name=_csrf]").value;
  try {
    const given = await fetch(local.dataset.challenge, { method: "POST", body: new URLSearchParams({ _csrf: token }) });
    if (given.status === 429) { say(local.dataset.busy); return; }
    if (!given.ok) { throw new Error("no challenge"); }
    const request = { card: choice.value, pin: pin.value, challenge: await given.text() };
    const answer = await agent("/sign", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(request) });
    const body = await answer.json();
    pin.value = "";
    if (!answer.ok) { say(refused(body)); pin.focus(); return; }
    document.getElementById("card-answer").value = body.answer;
    document.getElementById("card-answer-form").submit();
  } catch {
    say(local.dataset.failed);
  }
});

document.getElementById("card-again").addEventListener("click", find);
document.getElementById("card-no-script").hidden = true;
document.getElementById("card-manual").open = false;
local.hidden = false;
find();
