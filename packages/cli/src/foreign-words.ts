// Words that people bring along from docker and para, and what they do here.

const VERBS: { [word: string]: string } = {
  ps: "list",
  ls: "list",
  run: "start",
  create: "start",
  dispatch: "start NAME -- COMMAND",
  stop: "finish",
  rm: "finish --discard",
  down: "finish",
  kill: "cancel --all, or finish --timeout 0s",
  top: "monitor",
  stats: "monitor",
  events: "monitor --json",
  inspect: "status --json",
  prune: "clean",
  docker: "exec, without docker before it",
  shell: "exec; for a shell with a terminal, docker exec -it CONTAINER sh",
};

const FLAGS: { [verbAndFlag: string]: string } = {
  "exec -t":
    "exec gives no terminal. For a shell: docker exec -it CONTAINER sh (para-docker status tells the container).",
  "exec -u": "Commands run as the user of the session: start --user.",
  "exec --user": "Commands run as the user of the session: start --user.",
  "start -d": "A session always runs on by itself: leave it out.",
  "start --rm": "finish takes the container away: leave it out.",
  "start --name": "The name is the first word: para-docker start NAME.",
  "start -i": "A session has no terminal; give its main command after --.",
  "start -t": "A session has no terminal; give its main command after --.",
  "start --container": "A session is always in a container: leave it out.",
  "start -c": "A session is always in a container: leave it out.",
  "start --docker-image": "Here it is --image.",
  "finish -f": "Here it is --timeout 0s, or --discard.",
  "clean --dry-run": "Without --yes nothing is removed: leave it out.",
  "clean -f": "Here it is --yes.",
  "clean --force": "Here it is --yes.",
};

/** What to do instead of the verb `word`, where that is known. */
export function hintForVerb(word: string): string | undefined {
  return Object.hasOwn(VERBS, word) ? `Here it is para-docker ${VERBS[word]}.` : undefined;
}

/** What to do instead of `flag`, where `verb` has none such and it is known. */
export function hintForFlag(verb: string, flag: string): string | undefined {
  const words = `${verb} ${flag}`;
  return Object.hasOwn(FLAGS, words) ? FLAGS[words] : undefined;
}
