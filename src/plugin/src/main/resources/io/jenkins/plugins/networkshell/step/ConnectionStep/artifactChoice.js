/* The path of an artifact is asked for only where one is to be named. */
Behaviour.specify(".network-shell-artifact-choice", "network-shell-artifact-choice", 0, function (choice) {
  const path = choice.parentElement.nextElementSibling;

  function showPath() {
    path.classList.toggle("jenkins-hidden", choice.value !== "path");
  }

  choice.addEventListener("change", showPath);
  showPath();
});
