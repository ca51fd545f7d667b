/** Narrows the groups to a danger and a text; without JavaScript the form stays hidden and all groups are there. */
export const pageScript = `
"use strict";
const form = document.querySelector("form");
const groups = [...document.querySelectorAll("details[data-danger]")];
const shown = document.querySelector("output");
const narrow = () => {
  const words = form.elements.text.value.toLowerCase();
  const danger = form.elements.danger.value;
  let count = 0;
  for (const group of groups) {
    const isWanted = (danger === "" || group.dataset.danger === danger) && group.textContent.toLowerCase().includes(words);
    group.hidden = !isWanted;
    if (isWanted) count += 1;
  }
  shown.textContent = count + " of " + groups.length + " groups";
};
form.hidden = false;
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
narrow();
`;
