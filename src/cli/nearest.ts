/** Names like one that was mistyped: for every command's messages. */
export { nearest } from '../index.ts';
