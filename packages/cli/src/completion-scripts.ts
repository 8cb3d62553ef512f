// The scripts of `para-docker completion`. Each asks the program itself what fits, so that they never grow old.

/** Shells that have a script. */
export const COMPLETION_SHELLS = ["bash", "zsh", "fish"] as const;

/** The word that asks for completions: `para-docker __complete WORD…`, the last word the one that is being typed. */
export const COMPLETE_VERB = "__complete";

const BASH = `# Completion of para-docker for bash.
_para_docker() {
  local IFS=$'\\n'
  COMPREPLY=($(para-docker ${COMPLETE_VERB} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  if [ \${#COMPREPLY[@]} -eq 1 ] && [ "\${COMPREPLY[0]}" = "__files" ]; then
    COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
  fi
}
complete -F _para_docker para-docker
`;

const ZSH = `#compdef para-docker
# Completion of para-docker for zsh.
_para_docker() {
  local -a found
  found=("\${(@f)$(para-docker ${COMPLETE_VERB} "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [ "$found" = "__files" ]; then
    _files
  else
    compadd -- "\${(@)found:#}"
  fi
}
compdef _para_docker para-docker
`;

const FISH = `# Completion of para-docker for fish.
function __para_docker
  set -l words (commandline -opc)[2..-1] (commandline -ct)
  set -l found (para-docker ${COMPLETE_VERB} $words 2>/dev/null)
  if test "$found" = __files
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $found
  end
end
complete -c para-docker -f -a '(__para_docker)'
`;

/** The script for `shell`. */
export function completionScript(shell: (typeof COMPLETION_SHELLS)[number]): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
}
