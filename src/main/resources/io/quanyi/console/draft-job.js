// Shows how far a job of a draft is, and loads the page again once it has ended.
const section = document.getElementById('job');

async function poll() {
  try {
    const answer = await fetch(section.dataset.poll, { credentials: 'same-origin' });
    if (answer.ok) {
      section.innerHTML = await answer.text();
      if (!section.querySelector('[data-open]')) {
        location.reload();
        return;
      }
    }
  } catch (failure) {
    // The connection may come back
  }
  setTimeout(poll, 700);
}

if (section && section.querySelector('[data-open]')) setTimeout(poll, 400);
