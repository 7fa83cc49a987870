// Sends what a person does on the page.

export async function post(path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

let timer;

// Says in a line at the foot of the page what Slack says, or why something cannot be done.
export function tell(sentence) {
  const place = document.getElementById('toast');
  place.textContent = sentence ?? '';
  place.hidden = !sentence;
  clearTimeout(timer);
  if (sentence) {
    timer = setTimeout(() => tell(''), 8000);
  }
}

// Does something and tells what went wrong.
export async function act(path, body) {
  const answer = await post(path, body);
  tell(answer.error ?? answer.slackSays);
  return answer;
}
