// Before the first paint: the theme that was chosen, if one was.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch (error) {
  console.info("No theme is kept here:", error.message);
}
