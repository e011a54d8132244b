"use strict";

const address = "{root}/api/v1/session";
const part = (id) => document.getElementById(id);
let session = null;

function show(answered) {
  session = answered;
  part("outside").hidden = session !== null;
  part("inside").hidden = session === null;
  part("problem").textContent = "";
  if (session !== null) {
    part("name").textContent = session.username;
    part("roles").textContent = session.roles.join(", ") || "none";
  }
}

async function complain(answer) {
  const problem = await answer.json();
  part("problem").textContent = problem.detail;
}

async function look() {
  const answer = await fetch(address);
  show(answer.ok ? await answer.json() : null);
}

part("outside").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: form.username.value, password: form.password.value }),
  });
  if (!answer.ok) {
    await complain(answer);
    return;
  }
  form.reset();
  await look();
  if (session === null) {
    part("problem").textContent = "The browser did not keep the session: use https, or 127.0.0.1.";
  }
});

part("leave").addEventListener("click", async () => {
  const answer = await fetch(address, {
    method: "DELETE",
    headers: { "X-CSRF-Token": session.csrf_token },
  });
  if (answer.ok || answer.status === 401) {
    show(null);
  } else {
    await complain(answer);
  }
});

look();
