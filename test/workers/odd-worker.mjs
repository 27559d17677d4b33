/** In place of the real worker: scores nothing, and does what the ids of conversations say. */
import { parentPort, workerData } from 'node:worker_threads';

const sleep = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

parentPort.on('message', ({ items }) => {
  if (!items) return;
  const scores = [];
  for (const [place, { conversation }] of items.entries()) {
    workerData.at[0] = place;
    const [word, number] = conversation.id.split(' ');
    if (word === 'slow') sleep(Number(number));
    if (word === 'exit') process.exit(3);
    if (word === 'throw') throw new Error('it threw');
    if (word === 'fault') {
      parentPort.postMessage({ fault: { place, message: 'it said so' } });
      return;
    }
    scores.push({ conversation: conversation.id, agents: [], findings: [] });
  }
  parentPort.postMessage({ made: scores });
});
