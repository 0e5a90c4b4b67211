/*
 * The button that tries a connection sends all that its step's form has, as structured form submissions do.
 * f:validateButton sends single fields only, and takes the nearest of that name before it: with an answer at login in the
 * form, the credentials of that answer instead of the step's.
 */
Behaviour.specify(".network-shell-connection-test", "network-shell-connection-test", 0, function (button) {
  const MARK = "network-shell-connection-test-of";

  /* Of all groups of fields in the form, the one that the mark is in. */
  function groupWithMark(value) {
    if (value === null || typeof value !== "object") {
      return null;
    }
    if (value[MARK] !== undefined) {
      return value;
    }
    for (const inner of Object.values(value)) {
      const found = groupWithMark(inner);
      if (found) {
        return found;
      }
    }
    return null;
  }

  function fieldsOfStep() {
    const form = button.closest("form");
    const mark = document.createElement("input");
    mark.type = "hidden";
    mark.name = MARK;
    button.after(mark);
    const before = form.elements.json.value;
    try {
      buildFormTree(form);
      const group = groupWithMark(JSON.parse(form.elements.json.value)) || {};
      delete group[MARK];
      return group;
    } finally {
      form.elements.json.value = before;
      mark.remove();
    }
  }

  button.onclick = function () {
    const container = button.parentElement;
    const spinner = container.firstElementChild;
    const status = container.lastElementChild;
    const body = new URLSearchParams({ json: JSON.stringify(fieldsOfStep()) });
    spinner.hidden = false;
    fetch(button.dataset.url, {
      method: "post",
      body: body.toString(),
      headers: crumb.wrap({ "Content-Type": "application/x-www-form-urlencoded" }),
    })
      .then((response) => response.text())
      .then((text) => {
        status.innerHTML = '<div class="validation-error-area"></div>';
        updateValidationArea(status.firstElementChild, text);
      })
      .finally(() => {
        spinner.hidden = true;
        layoutUpdateCallback.call();
      });
  };
});
