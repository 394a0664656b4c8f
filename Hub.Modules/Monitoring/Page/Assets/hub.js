import { badge, cards, cell, element, fill, onOpen } from './elements.js';

const interval = 1000;
const longestPause = 15000;
const rowsShown = 60;
const alertsShown = 20;
const byId = (id) => document.getElementById(id);
const chips = new Intl.NumberFormat('en-US');
const shown = new Map();

const time = (instant) => (instant ? new Date(instant).toLocaleTimeString('en-GB') : '');
const words = (name) => name?.replaceAll('_', ' ');
const stack = (count) => (Number.isFinite(count) ? chips.format(count) : '');
const bytes = (size) => (size >= 1e6 ? `${(size / 1e6).toFixed(1)} MB` : `${Math.ceil((size ?? 0) / 1e3)} kB`);
const seconds = (from, to) => (from ? `${Math.max(0, (new Date(to ?? Date.now()) - new Date(from)) / 1000).toFixed(1)} s` : '');
const clipOf = (output) => `/api/v1/outputs/${Number(output.id)}/clip`;
// FEATURE_TABLE_639248042774182913~2 → Feature table ~2
const tableOf = (id) => words(id.replace(/_\d+/, ' ')).trim().replace(/^(.)(.*)$/, (_, first, rest) => first + rest.toLowerCase());

async function get(path) {
  // From the origin: an address with a login in it, as some people type, would otherwise be refused by the browser.
  const response = await fetch(location.origin + path, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10000) });
  // A module that is switched off has no list; that is no reason to stop the others.
  if (response.status === 404) return { items: [] };
  if (!response.ok) throw new Error(response.status === 401 ? 'the login is no longer valid; reload the page' : `the hub answered ${response.status}`);
  return response.json();
}

// Draws only what changed, so that a selection survives.
function draw(name, data, drawing) {
  const text = JSON.stringify(data);
  if (shown.get(name) === text) return;
  shown.set(name, text);
  drawing(data);
}

function drawStatus({ version, transport, brokerAwaySince, work = {}, stats = {} }) {
  const carrier = brokerAwaySince ? `${transport} is away since ${time(brokerAwaySince)}, messages wait` : transport;
  byId('version').textContent = [version, carrier].filter(Boolean).join(' · ');
  const totals = [['hands', stats.hands?.total], ['premium', stats.hands?.premium], ['captions', stats.render_instructions?.total],
    ['clips', stats.render_instructions?.completed], ['failed', (stats.render_instructions?.failed ?? 0) + (stats.render_instructions?.timed_out ?? 0)],
    ...Object.entries(work).filter(([, left]) => left > 0)];
  byId('totals').replaceChildren(...totals.filter(([, count]) => count !== undefined)
    .map(([name, count]) => element('li', {}, element('b', { text: chips.format(count) }), ` ${name}`)));
}

function handRow(hand) {
  const row = element('tr', { className: hand.tableId.includes('~void') ? 'void' : '' },
    cell(time(hand.startedAt ?? hand.createdAt)), cell(tableOf(hand.tableId)), cell(hand.handNumber, 'number'),
    element('td', {}, ...(hand.grade ? [badge(hand.grade)] : [])), element('td', {}, ...cards(hand.communityCards)),
    cell(words(hand.handRank)), cell(chips.format(hand.pot), 'number'), cell(hand.winner));
  return onOpen(row, () => openHand(hand));
}

function instructionRow(instruction) {
  const status = element('td', { title: instruction.errorMessage }, badge(instruction.status));
  if (instruction.retryCount > 0) status.append(` retry ${instruction.retryCount}`);
  status.append(...staleMark(instruction));
  return element('tr', {}, cell(instruction.id, 'number'), cell(instruction.templateName), cell(words(instruction.triggerType)), status,
    cell(instruction.completedAt ? seconds(instruction.startedAt, instruction.completedAt) : '', 'number'));
}

// The clip says what is not true any more; what has changed is told on hovering and in the player.
const staleMark = (item) => (item.staleSince ? [' ', element('span', { text: 'out of date', className: 'badge stale', title: item.staleReason })] : []);

function outputRow(output) {
  const download = element('a', { text: '.mov', href: clipOf(output), download: '', title: output.outputPath });
  const row = element('tr', {}, cell(time(output.completedAt)), element('td', { text: output.templateName }, ...staleMark(output)),
    cell(bytes(output.fileSize), 'number'), element('td', {}, download));
  return onOpen(row, () => play(output));
}

function drawWorkers(workers) {
  byId('workers').replaceChildren(...(workers.length ? workers.map(({ name, slots, busy, instructions }) => element('li', {
    text: `${name} ${busy}/${slots}`, className: busy ? 'busy' : '', title: busy ? `renders ${instructions.join(', ')}` : 'idle',
  })) : [element('li', { text: 'none: nobody renders' })]));
}

function drawAlerts(alerts) {
  byId('alerts').replaceChildren(...alerts.map(({ severity, code, subject, text, count, lastSeenAt }) => element('li', { title: code },
    badge(severity), element('b', { text: count > 1 ? `${subject} ×${chips.format(count)}` : subject }), text, element('time', { text: time(lastSeenAt), datetime: lastSeenAt }))));
}

function play(output) {
  byId('player-title').textContent = output.templateName;
  byId('player-text').textContent = `${output.width} × ${output.height}, ${output.frameCount} frames · ${output.outputPath}${output.staleReason ? ` · out of date: ${output.staleReason}` : ''}`;
  byId('player-download').href = clipOf(output);
  byId('video').src = `/api/v1/outputs/${Number(output.id)}/preview`;
  byId('player').showModal();
  byId('video').play().catch(() => { byId('player-text').textContent = 'The preview cannot be played; download the clip instead.'; });
}

async function openHand(hand) {
  const detail = await get(`/api/v1/hands/${Number(hand.id)}`);
  byId('hand-title').textContent = `${tableOf(hand.tableId)} · hand ${hand.handNumber}`;
  byId('hand-board').replaceChildren(...cards(hand.communityCards), ` Pot ${chips.format(hand.pot)}`);
  fill(byId('hand-players'), detail.players ?? [], (player) => player.seat, (player) => element('tr', {},
    cell(player.seat, 'number'), cell(player.name), element('td', {}, ...cards(player.hole_cards)), cell(stack(player.start_stack ?? player.stack), 'number'), cell(stack(player.end_stack), 'number'),
    cell(words(player.hand_rank)), cell([player.is_winner && 'won', player.is_all_in && 'all-in', player.went_out && 'out'].filter(Boolean).join(', '))), 'No players.');
  byId('hand-warnings').replaceChildren(...(detail.warnings ?? []).map((text) => element('li', { text })));
  byId('hand').showModal();
}

byId('player').addEventListener('close', () => { byId('video').removeAttribute('src'); byId('video').load(); });

async function refresh() {
  const [status, workers, alerts, hands, instructions, outputs] = await Promise.all(['status', 'workers', `alerts?severity=warning&limit=${alertsShown}`, ...['hands', 'instructions', 'outputs'].map((list) => `${list}?limit=${rowsShown}`)]
    .map((list) => get(`/api/v1/${list}`)));
  draw('status', { ...status, at: undefined }, drawStatus);
  // A hub whose Render module is off has no list of workers.
  draw('workers', (Array.isArray(workers) ? workers : []).map(({ startedAt, lastSeenAt, ...worker }) => worker), drawWorkers);
  draw('alerts', alerts.items, drawAlerts);
  draw('hands', hands.items, (items) => fill(byId('hands'), items, (hand) => hand.id, handRow, 'No hands yet. They appear as soon as an export holds one.'));
  draw('instructions', instructions.items, (items) => fill(byId('instructions'), items, (one) => one.id, instructionRow, 'No captions yet.'));
  draw('outputs', outputs.items, (items) => fill(byId('outputs'), items, (output) => output.id, outputRow, 'No clips yet.'));
}

function show(state, word, problem) {
  byId('link').className = `link ${state}`;
  byId('link').textContent = word;
  byId('alert').hidden = !problem;
  byId('alert').textContent = problem ?? '';
}

async function follow(pause) {
  try {
    if (!document.hidden) await refresh();
    show('up', 'live');
    pause = interval;
  } catch (error) {
    show('down', 'no contact', `No contact: ${error.message}. Trying again.`);
    pause = Math.min(pause * 2, longestPause);
  }
  setTimeout(follow, pause, pause);
}

follow(interval);
