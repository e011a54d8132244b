"use strict";

const READING = ["GET", "HEAD", "OPTIONS"];

async function session() {
  const answer = await fetch("{root}/api/v1/session");
  return answer.ok ? answer.json() : null;
}

async function tellWhoIsLoggedIn() {
  const known = await session();
  if (known !== null) {
    const link = document.querySelector("#who a");
    link.textContent = "Log out";
    document.getElementById("who").replaceChildren(`You are ${known.username}. `, link);
  }
}

// Asked each time, as somebody may log in or out in another window.
async function withItsToken(request) {
  if (READING.includes((request.method ?? "GET").toUpperCase())) {
    return request;
  }
  const known = await session();
  if (known?.csrf_token) {
    request.headers["X-CSRF-Token"] = known.csrf_token;
  }
  return request;
}

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "{root}/openapi?format=json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "list",
    tagsSorter: "alpha",
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    requestInterceptor: withItsToken,
  });
  tellWhoIsLoggedIn();
});
