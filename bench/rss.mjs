/** Imported before a command (`node --import`): says on file descriptor 3 how much memory, in MB, the process took at most. */
import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => writeSync(3, String(peak())));

function peak() {
  try {
    // the kernel's own mark; resourceUsage may still hold that of the process which started this one
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // no /proc here
  }
  return process.resourceUsage().maxRSS / 1024;
}
