// Generated from src/documents by `pnpm generate`. Do not edit.
export const timestamp = /^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
export const protocolVersion = /^[0-9]{1,4}\.[0-9]{1,4}$/u;
export const sessionName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/u;
export const commandId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;
export const signalName = /^[a-z][a-z0-9_-]{0,63}$/u;
export const envName = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/u;
export const containerPort = /^[0-9]{1,5}(?:\/(?:tcp|udp|sctp))?$/u;
export const hostPort = /^[0-9]{1,5}$/u;
export const noNul = /^[^\x00]*$/u;
