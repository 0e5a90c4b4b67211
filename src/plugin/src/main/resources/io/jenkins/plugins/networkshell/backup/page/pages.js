/** The keys n and p: to the next and the previous change, wherever a page shows differences. */
(function () {
  "use strict";

  /** Of each section that changed, except those that are folded. */
  function changes() {
    return Array.from(document.querySelectorAll(".network-backup-difference")).filter(
      (change) => change.closest("details:not([open])") === null,
    );
  }

  function isAfter(change, element) {
    return (element.compareDocumentPosition(change) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }

  /** Seen from what has the focus; from the top of the page if nothing has. */
  function next() {
    const here = document.activeElement;
    return changes().find((change) => here === document.body || isAfter(change, here));
  }

  function previous() {
    const here = document.activeElement;
    return changes()
      .reverse()
      .find((change) => change !== here && !isAfter(change, here));
  }

  function isTyping(element) {
    return element.closest("input, textarea, select, [contenteditable], dialog") !== null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
      return;
    }
    const change = event.key === "n" ? next() : event.key === "p" ? previous() : undefined;
    if (change) {
      change.tabIndex = -1;
      change.focus({ preventScroll: true });
      change.scrollIntoView({ block: "center" });
    }
  });
})();
