// A para agent in Go's standard library, written from docs/protocol.md and the schemas alone.
//
// usage: para-agent-go            runs the agent; its environment: docs/protocol.md#environment
package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// config is what can be set, with its defaults.
type config struct {
	raw                     map[string]any
	heartbeat, poll, metric time.Duration
	concurrency             int
	grace                   time.Duration
	output                  int64
}

func newConfig(raw map[string]any) config {
	get := func(name string, otherwise float64) float64 {
		if value, ok := raw[name].(float64); ok {
			return value
		}
		return otherwise
	}
	return config{
		raw:         raw,
		heartbeat:   seconds(get("heartbeat_interval_seconds", 5)),
		poll:        seconds(get("poll_interval_seconds", 1)),
		metric:      seconds(get("metrics_interval_seconds", 10)),
		concurrency: int(get("max_concurrency", 4)),
		grace:       seconds(get("kill_grace_seconds", 10)),
		output:      int64(get("max_output_bytes", 16777216)),
	}
}

func seconds(value float64) time.Duration { return time.Duration(value * float64(time.Second)) }

func now() string { return time.Now().UTC().Format("2006-01-02T15:04:05.000Z") }

// agent is one run of the agent: what it knows, and the loop that looks, acts and tells.
type agent struct {
	directory, claims, doorbell, workspace string
	config                                 config
	boot                                   string
	sequence                               int64
	highest                                float64
	status                                 string
	report                                 map[string]any
	faults                                 map[string]string
	jobs                                   map[string]*job
	order, retired                         []string
	processed                              map[string]bool
	probes                                 []*probe
	paused, changed                        bool
	shutdownAt                             time.Time
	started, measuredAt                    time.Time
}

func statusDirectory() (string, error) {
	if directory := os.Getenv("PARA_STATUS_DIR"); directory != "" {
		return directory, nil
	}
	if info, err := os.Stat("/para/status"); err == nil && info.IsDir() {
		return "/para/status", nil
	}
	if name := os.Getenv("PARA_SESSION_NAME"); sessionName.MatchString(name) {
		return filepath.Join("/workspace/.para/state/docker", name), nil
	}
	return "", errors.New("PARA_STATUS_DIR or a valid PARA_SESSION_NAME is needed")
}

func newAgent() (*agent, error) {
	directory, err := statusDirectory()
	if err != nil {
		return nil, err
	}
	boot := make([]byte, 16)
	if _, err := rand.Read(boot); err != nil {
		return nil, err
	}
	workspace := os.Getenv("PARA_WORKSPACE")
	if workspace == "" {
		workspace = "/workspace"
	}
	a := &agent{
		directory: directory, claims: filepath.Join(directory, "logs", "commands"), doorbell: filepath.Join(directory, "doorbell"),
		workspace: workspace, config: newConfig(nil), boot: hex.EncodeToString(boot), highest: -1, status: "starting",
		report: map[string]any{"errors": []any{}, "warnings": []any{}}, faults: map[string]string{}, jobs: map[string]*job{},
		changed: true, started: time.Now(),
	}
	for _, path := range []string{a.claims, filepath.Join(directory, "reports")} {
		if err := os.MkdirAll(path, 0o770); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// where is the directory that commands start in unless they say otherwise.
func (a *agent) where() string {
	if info, err := os.Stat(a.workspace); err == nil && info.IsDir() {
		return a.workspace
	}
	return "/"
}

// ── telling ─────────────────────────────────────────────────────────────────────────────────────────────────────

func (a *agent) log(level, event string, extra map[string]any) {
	path := filepath.Join(a.directory, "logs", "agent.jsonl")
	if info, err := os.Stat(path); err == nil && info.Size() > 4<<20 {
		_ = os.Rename(path, path+".1")
	}
	record := map[string]any{"timestamp": now(), "level": level, "event": event}
	for key, value := range extra {
		record[key] = value
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o660)
	if err != nil {
		return
	}
	defer file.Close()
	_, _ = file.Write(append(encode(record), '\n'))
}

func (a *agent) notice(kind, code, message, source string) {
	if runes := []rune(message); len(runes) > 2048 {
		message = string(runes[:2048])
	}
	a.append(kind, map[string]any{"timestamp": now(), "code": code, "message": message, "source": source})
}

func (a *agent) append(kind string, notices ...any) {
	all := append(append([]any{}, a.report[kind].([]any)...), notices...)
	if len(all) > 50 {
		all = all[len(all)-50:]
	}
	a.report[kind] = all
	a.changed = true
}

// fault tells of a bad file, once per content.
func (a *agent) fault(source string, f *fault, content []byte) {
	mark := f.code + "\x00" + string(content)
	if a.faults[source] == mark {
		return
	}
	a.faults[source] = mark
	a.notice("errors", f.code, f.message, source)
	a.log("error", "file.rejected", map[string]any{"code": f.code})
}

func (a *agent) writeStatus() {
	a.sequence++
	results := []any{}
	for _, id := range a.order {
		results = append(results, a.jobs[id].summary())
	}
	document := map[string]any{
		"protocol_version": "1.0", "timestamp": now(), "status": a.status, "boot_id": a.boot, "sequence": a.sequence,
		"heartbeat_interval_seconds": a.config.heartbeat.Seconds(),
		"agent":                      map[string]any{"name": "para-agent-go", "version": "1.0.0", "runtime": runtime.Version()},
		"results":                    results,
	}
	for key, value := range a.report {
		document[key] = value
	}
	dropped := false
	for len(encode(document)) > 262144-512 {
		dropped = true
		if warnings := document["warnings"].([]any); len(warnings) > 0 {
			document["warnings"] = warnings[1:]
		} else if faults := document["errors"].([]any); len(faults) > 0 {
			document["errors"] = faults[1:]
		} else if _, there := document["custom"]; there {
			delete(document, "custom")
		} else {
			break
		}
	}
	if dropped {
		warnings := document["warnings"].([]any)
		if len(warnings) > 49 {
			warnings = warnings[len(warnings)-49:]
		}
		document["warnings"] = append(append([]any{}, warnings...),
			map[string]any{"timestamp": now(), "code": "oversize", "message": "the status was too large; the oldest was left out"})
	}
	publish(filepath.Join(a.directory, "status.json"), document)
	a.changed = false
}

// ── looking ─────────────────────────────────────────────────────────────────────────────────────────────────────

// look reads `commands.json` and acts on what is new.
func (a *agent) look() {
	content, f := readFile(filepath.Join(a.directory, "commands.json"), commandsLimit)
	var queue map[string]any
	if f == nil {
		queue, f = parse(content, checkEnvelope)
	}
	if f == nil && queue != nil {
		f = a.advance(queue)
	}
	if f != nil {
		a.fault("commands.json", f, content)
		return
	}
	processed := map[string]bool{}
	ids, _ := queue["processed"].([]any)
	for _, each := range ids {
		id := each.(string)
		processed[id] = true
		if j := a.jobs[id]; j != nil && j.ended() {
			a.forget(id)
		}
	}
	a.retain(processed)
	entries, _ := queue["commands"].([]any)
	a.take(entries, processed)
}

// advance refuses a document older than one acted on, across restarts.
func (a *agent) advance(queue map[string]any) *fault {
	sequence, there := queue["sequence"].(float64)
	if !there || sequence == a.highest {
		return nil
	}
	if sequence < a.highest {
		return &fault{"stale_document", fmt.Sprintf("sequence %v after %v", sequence, a.highest)}
	}
	a.highest = sequence
	publish(filepath.Join(a.claims, ".sequence"), sequence)
	return nil
}

func (a *agent) forget(id string) {
	publish(filepath.Join(a.claims, id, ".processed"), true)
	delete(a.jobs, id)
	for i, each := range a.order {
		if each == id {
			a.order = append(a.order[:i:i], a.order[i+1:]...)
			break
		}
	}
	a.changed = true
}

// take claims what is new: all of it first, so that a cancel in the same document comes before any start.
func (a *agent) take(entries []any, processed map[string]bool) {
	seen := map[string]bool{}
	var signals []*job
	for i, each := range entries {
		entry, _ := each.(map[string]any)
		name, _ := entry["id"].(string)
		if !commandID.MatchString(name) {
			a.fault(fmt.Sprintf("commands/%d", i), &fault{"invalid_id", "an entry has no usable id"}, encode(each))
			continue
		}
		if seen[name] {
			a.fault("commands/"+name, &fault{"duplicate_id", name + " stands twice"}, nil)
			continue
		}
		seen[name] = true
		if a.jobs[name] != nil || processed[name] || !a.shutdownAt.IsZero() || !a.claim(name) {
			continue
		}
		j := a.add(name, entry)
		if f := a.check(entry); f != nil {
			a.end(j, "rejected", map[string]any{"code": f.code, "message": f.message})
		} else if entry["type"] == "signal" {
			signals = append(signals, j)
		}
	}
	for _, j := range signals {
		a.signal(j)
	}
}

// claim is true if the command is ours to act on: its directory was not there, and is now, durably.
func (a *agent) claim(id string) bool {
	if os.Mkdir(filepath.Join(a.claims, id), 0o770) != nil {
		return false
	}
	if parent, err := os.Open(a.claims); err == nil {
		_ = parent.Sync()
		_ = parent.Close()
	}
	return true
}

func (a *agent) check(entry map[string]any) *fault {
	switch entry["type"] {
	case "exec":
		if f := checkExec(entry, ""); f != nil {
			return f
		}
	case "signal":
		if f := checkSignal(entry, ""); f != nil {
			return f
		}
		if _, there := entry["target"]; entry["signal"] == "cancel" && !there {
			return bad("/target", "a cancel needs one")
		}
	default:
		return &fault{"unsupported_command", "no command of this type"}
	}
	allowed := map[string]bool{}
	names, _ := a.config.raw["allow_env"].([]any)
	for _, name := range names {
		allowed[name.(string)] = true
	}
	env, _ := entry["env"].(map[string]any)
	for name := range env {
		guarded := strings.HasPrefix(name, "LD_") || strings.Contains(" PATH IFS ENV BASH_ENV NODE_OPTIONS ", " "+name+" ")
		if guarded && !allowed[name] {
			return &fault{"denied_by_policy", name + " may not be set"}
		}
	}
	return nil
}

// ── signals ─────────────────────────────────────────────────────────────────────────────────────────────────────

func (a *agent) signal(j *job) {
	switch name := j.entry["signal"].(string); name {
	case "ping":
	case "pause", "resume":
		a.paused, a.status = name == "pause", map[string]string{"pause": "paused", "resume": "running"}[name]
	case "reload_config":
		if f := a.loadConfig(); f != nil {
			a.end(j, "failed", map[string]any{"code": f.code, "message": f.message})
			return
		}
	case "cancel":
		id := j.entry["target"].(string)
		target := a.jobs[id]
		if _, err := os.Stat(filepath.Join(a.claims, id)); target == nil && err != nil {
			a.end(j, "failed", map[string]any{"code": "unknown_target", "message": "no such command was seen"})
			return
		}
		if target != nil {
			a.cancel(target)
		}
	case "shutdown":
		timeout, given := j.entry["timeout_seconds"].(float64)
		if !given {
			timeout = 30
		}
		a.beginShutdown(seconds(timeout))
	default:
		hooks, _ := a.config.raw["signals"].(map[string]any)
		hook, there := hooks[name].(map[string]any)
		if !there {
			a.end(j, "rejected", map[string]any{"code": "unsupported_signal", "message": "no hook of that name"})
			return
		}
		if hook["timeout_seconds"] == nil {
			hook["timeout_seconds"] = 30.0
		}
		j.entry = hook // runs at once, beside the queue
		a.start(j)
		return
	}
	a.end(j, "succeeded", nil)
}

func (a *agent) beginShutdown(timeout time.Duration) {
	if !a.shutdownAt.IsZero() {
		return
	}
	a.shutdownAt, a.status, a.changed = time.Now().Add(timeout), "stopping", true
	for _, j := range a.all() {
		if j.state == "accepted" && j.entry["type"] == "exec" {
			a.end(j, "cancelled", nil)
		}
	}
}

// drained says whether nothing runs any more; past the time of the shutdown, what runs is stopped.
func (a *agent) drained() bool {
	running := 0
	for _, j := range a.all() {
		if j.state == "running" {
			running++
			if time.Now().After(a.shutdownAt) {
				a.cancel(j)
			}
		}
	}
	return running == 0
}

// ── the loop ────────────────────────────────────────────────────────────────────────────────────────────────────

func (a *agent) loadConfig() *fault {
	path := os.Getenv("PARA_AGENT_CONFIG")
	if path == "" {
		path = "/para/agent.json"
	}
	content, f := readFile(path, configLimit)
	if f != nil {
		return f
	}
	raw, f := parse(content, checkConfig)
	if f != nil {
		return f
	}
	a.config = newConfig(raw)
	a.makeProbes()
	return nil
}

// listen sends a word for each byte on the doorbell; it is opened for reading and writing, so it never ends.
func (a *agent) listen(wake chan<- struct{}) {
	if os.Getenv("PARA_DOORBELL") == "off" {
		return
	}
	if info, err := os.Lstat(a.doorbell); err == nil && info.Mode()&os.ModeNamedPipe == 0 {
		_ = os.RemoveAll(a.doorbell)
	}
	_ = syscall.Mkfifo(a.doorbell, 0o660)
	bell, err := os.OpenFile(a.doorbell, os.O_RDWR|syscall.O_NONBLOCK|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return
	}
	go func() {
		buffer := make([]byte, 4096)
		for {
			if _, err := bell.Read(buffer); err != nil {
				return
			}
			select {
			case wake <- struct{}{}:
			default:
			}
		}
	}()
}

func (a *agent) run() {
	terminate := make(chan os.Signal, 1)
	signal.Notify(terminate, syscall.SIGTERM, syscall.SIGINT)
	wake := make(chan struct{}, 1)
	if f := a.loadConfig(); f != nil {
		a.fault("configuration", f, nil)
	}
	a.recover()
	a.listen(wake)
	a.status = "running"
	var beat time.Time
	for {
		a.reap()
		a.takeReports()
		a.look()
		a.startWaiting()
		a.measure()
		probing := a.stepProbes()
		if !a.shutdownAt.IsZero() && a.drained() {
			break
		}
		if a.changed || time.Now().After(beat) {
			a.writeStatus()
			beat = time.Now().Add(a.config.heartbeat)
		}
		pause := a.config.poll
		if probing || a.pressing() {
			pause = 50 * time.Millisecond
		}
		if left := time.Until(beat); left < pause {
			pause = left
		}
		timer := time.NewTimer(pause)
		select {
		case <-terminate:
			a.beginShutdown(5 * time.Second)
		case <-wake:
		case <-timer.C:
		}
		timer.Stop()
	}
	a.status = "stopped"
	a.writeStatus()
	a.log("info", "agent.stopped", nil)
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "supervise" {
		if supervise() != nil {
			os.Exit(1)
		}
		return
	}
	a, err := newAgent()
	if err != nil {
		fmt.Fprintln(os.Stderr, "para-agent-go:", err)
		os.Exit(2)
	}
	a.run()
}
