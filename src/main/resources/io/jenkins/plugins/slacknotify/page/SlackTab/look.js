// A search asks by its address. Jenkins puts its crumb into every form, and a crumb must not stand in an address.
Behaviour.specify(".slack-notify-search", "slack-notify-search", 0, (form) => {
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const address = new URL(form.action);
      [...form.elements]
        .filter((field) => field.name && field.type !== "hidden" && field.value !== "")
        .forEach((field) => address.searchParams.set(field.name, field.value));
      window.location.assign(address);
    },
    true,
  );
});
