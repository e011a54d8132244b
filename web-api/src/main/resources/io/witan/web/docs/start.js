window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "{root}/openapi?format=json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "list",
    tagsSorter: "alpha",
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
  });
});
