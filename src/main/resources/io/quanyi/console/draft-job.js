// Shows how far a job of a draft is and what it has found so far, and loads the page again once it has ended.
const section = document.getElementById('job');

function show(now) {
  const state = now.getElementById('job-state');
  const shown = document.getElementById('job-state');
  if (shown.textContent !== state.textContent) shown.textContent = state.textContent;
  for (const attribute of now.getElementById('job-progress').attributes) {
    document.getElementById('job-progress').setAttribute(attribute.name, attribute.value);
  }
  const found = document.getElementById('job-found');
  const fresh = now.getElementById('job-found').innerHTML;
  // A link that has the focus keeps it
  if (found.innerHTML !== fresh && !found.contains(document.activeElement)) found.innerHTML = fresh;
}

async function poll() {
  try {
    const answer = await fetch(section.dataset.poll, { credentials: 'same-origin' });
    if (answer.ok) {
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!now.querySelector('[data-open]')) {
        location.reload();
        return;
      }
      show(now);
    }
  } catch (failure) {
    // The connection may come back
  }
  setTimeout(poll, 700);
}

if (section && section.querySelector('[data-open]')) setTimeout(poll, 400);
