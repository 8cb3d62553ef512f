// Commands once they are claimed: their order, start, end, and how they are stopped.
package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// job is one claimed command.
type job struct {
	id                     string
	entry                  map[string]any
	state                  string
	result                 map[string]any
	deadline, killAt       time.Time
	stopState              string
	told, fromEarlierAgent bool
}

// started is written before a command's process is: what a later agent must know to stop it in time.
type started struct {
	At    string
	Grace time.Duration
	Until time.Time
}

func encode(value any) []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(value) != nil {
		return nil
	}
	return bytes.TrimRight(buffer.Bytes(), "\n")
}

func (j *job) ended() bool { return j.state != "accepted" && j.state != "running" }

// summary is the job's line in the status.
func (j *job) summary() map[string]any {
	line := map[string]any{"id": j.id, "state": j.state}
	for _, name := range []string{"exit_code", "signal", "code"} {
		if value, there := j.result[name]; there {
			line[name] = value
		}
	}
	return line
}

func (a *agent) add(id string, entry map[string]any) *job {
	j := &job{id: id, entry: entry, state: "accepted"}
	a.jobs[id] = j
	a.order = append(a.order, id)
	a.changed = true
	return j
}

func (a *agent) all() []*job {
	jobs := make([]*job, 0, len(a.order))
	for _, id := range a.order {
		jobs = append(jobs, a.jobs[id])
	}
	return jobs
}

func (a *agent) path(j *job, name string) string { return filepath.Join(a.claims, j.id, name) }

// end writes the one terminal result, then shows it.
func (a *agent) end(j *job, state string, extra map[string]any) {
	if j.ended() {
		return
	}
	result := map[string]any{"protocol_version": "1.0", "id": j.id, "state": state, "finished_at": now()}
	for key, value := range extra {
		result[key] = value
	}
	publish(a.path(j, "result.json"), result)
	j.state, j.result, a.changed = state, result, true
	a.log("info", "command.ended", map[string]any{"command_id": j.id, "message": state})
}

// recover takes the claims of an earlier run up again: their results, or what still runs.
func (a *agent) recover() {
	if data, err := os.ReadFile(filepath.Join(a.claims, ".sequence")); err == nil {
		if value, err := strconv.ParseFloat(string(data), 64); err == nil {
			a.highest = value
		}
	}
	entries, _ := os.ReadDir(a.claims)
	for _, entry := range entries {
		if !commandID.MatchString(entry.Name()) {
			continue
		}
		if _, err := os.Stat(filepath.Join(a.claims, entry.Name(), ".processed")); err == nil {
			a.retired = append(a.retired, entry.Name())
			continue
		}
		j := a.add(entry.Name(), map[string]any{})
		j.fromEarlierAgent, j.state = true, "running"
		var told started
		if a.private(j, ".started", &told) {
			j.deadline = told.Until
		}
		data, err := os.ReadFile(a.path(j, "result.json"))
		var result map[string]any
		if err == nil && json.Unmarshal(data, &result) == nil {
			j.result = result
			j.state, _ = result["state"].(string)
		}
	}
}

// startWaiting starts what may start: the most urgent first, and as they came within one priority.
func (a *agent) startWaiting() {
	var waiting []*job
	running := 0
	for _, j := range a.all() {
		if j.state == "running" {
			running++
		}
		if j.state != "accepted" || j.entry["type"] != "exec" {
			continue
		}
		if ttl, given := j.entry["queue_ttl_seconds"].(float64); given {
			stamp, err := time.Parse(time.RFC3339Nano, j.entry["timestamp"].(string))
			if err == nil && time.Now().After(stamp.Add(seconds(ttl))) {
				a.end(j, "expired", map[string]any{"code": "expired", "message": "it was not started within its time"})
				continue
			}
		}
		waiting = append(waiting, j)
	}
	if a.paused {
		return
	}
	rank := func(j *job) int {
		return map[any]int{"high": 0, "low": 2}[j.entry["priority"]] + map[bool]int{true: 1}[j.entry["priority"] == nil || j.entry["priority"] == "normal"]
	}
	sort.SliceStable(waiting, func(i, k int) bool { return rank(waiting[i]) < rank(waiting[k]) })
	for _, j := range waiting {
		if running >= a.config.concurrency {
			return
		}
		if a.start(j) {
			running++
		}
	}
}

// retain removes the directories of commands that nobody needs any more, the oldest first.
func (a *agent) retain(processed map[string]bool) {
	for id := range a.processed {
		if !processed[id] {
			a.retired = append(a.retired, id)
		}
	}
	a.processed = processed
	limits, _ := a.config.raw["retention"].(map[string]any)
	most, given := limits["max_commands"].(float64)
	if !given {
		most = 100
	}
	mostBytes, given := limits["max_bytes"].(float64)
	if !given {
		mostBytes = 256 << 20
	}
	var total int64
	for _, id := range a.retired {
		total += size(filepath.Join(a.claims, id))
	}
	for len(a.retired) > 0 && (float64(len(a.retired)) > most || float64(total) > mostBytes) {
		path := filepath.Join(a.claims, a.retired[0])
		total -= size(path)
		_ = os.RemoveAll(path)
		a.retired = a.retired[1:]
	}
}

// size is how many bytes the files of a claim hold.
func size(directory string) (total int64) {
	entries, _ := os.ReadDir(directory)
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil {
			total += info.Size()
		}
	}
	return total
}

func (a *agent) start(j *job) bool {
	cwd, given := j.entry["working_dir"].(string)
	if !given {
		cwd = a.where()
	}
	info, err := os.Stat(cwd)
	if !strings.HasPrefix(cwd, "/") || strings.Contains(cwd+"/", "/../") || err != nil || !info.IsDir() {
		a.end(j, "rejected", map[string]any{"code": "invalid_working_dir", "message": "not an absolute path of a directory"})
		return false
	}
	var args []string
	items, _ := j.entry["args"].([]any)
	for _, item := range items {
		args = append(args, item.(string))
	}
	command := j.entry["command"].(string)
	argv := append([]string{command}, args...)
	if shell, set := j.entry["shell"].(bool); !set || shell {
		argv = []string{"/bin/sh", "-c", command}
		if len(args) > 0 {
			argv = append([]string{"/bin/sh", "-c", command + ` "$@"`, "sh"}, args...)
		}
	}
	env := os.Environ()
	added, _ := j.entry["env"].(map[string]any)
	for name, value := range added {
		env = append(env, name+"="+value.(string))
	}
	limit := a.config.output
	if value, given := j.entry["max_output_bytes"].(float64); given {
		limit = int64(value)
	}
	stdin, _ := j.entry["stdin"].(string)
	// The start is told before it happens: a crash in between is reported as lost, never started again.
	told := started{At: now(), Grace: a.config.grace}
	if value, given := j.entry["kill_grace_seconds"].(float64); given {
		told.Grace = seconds(value)
	}
	if timeout, given := j.entry["timeout_seconds"].(float64); given {
		j.deadline = time.Now().Add(seconds(timeout))
		told.Until = j.deadline.Round(0)
	}
	publish(a.path(j, ".started"), told)
	j.state, a.changed = "running", true
	supervisor, err := launch(task{
		Directory: filepath.Join(a.claims, j.id), Doorbell: a.doorbell, Cwd: cwd, Stdin: stdin, Argv: argv,
		Env: append(env, "PARA_COMMAND_ID="+j.id, "PARA_STATUS_DIR="+a.directory), Limit: limit,
	})
	if err != nil {
		a.end(j, "rejected", map[string]any{"code": "spawn_failed", "message": "its supervisor could not be started"})
		return false
	}
	go func() { _ = supervisor.Wait() }()
	a.log("info", "command.started", map[string]any{"command_id": j.id})
	return true
}

func (a *agent) private(j *job, name string, value any) bool {
	data, err := os.ReadFile(a.path(j, name))
	return err == nil && json.Unmarshal(data, value) == nil
}

// reap reports commands that ended, and moves along those that are being stopped.
func (a *agent) reap() {
	for _, j := range a.all() {
		if j.state != "running" {
			continue
		}
		if !j.deadline.IsZero() && time.Now().After(j.deadline) {
			a.stop(j, "timed_out")
		}
		var end ending
		var process identity
		switch {
		case a.private(j, ".exit", &end):
			a.tellEnd(j, end)
		case j.stopState != "":
			a.press(j)
		case a.private(j, ".process", &process):
			if startTime(process.Pid) == process.Start || startTime(process.Supervisor) != "" {
				continue
			}
			// It may have recorded its end between the look above and its own.
			if a.private(j, ".exit", &end) {
				a.tellEnd(j, end)
			} else {
				a.end(j, "lost", map[string]any{"message": "its supervisor ended without a record"})
			}
		case j.fromEarlierAgent:
			a.end(j, "lost", map[string]any{"message": "the agent ended before it was started, or right then"})
		}
	}
}

// tellEnd turns what a supervisor recorded into the result.
func (a *agent) tellEnd(j *job, end ending) {
	if end.Failed != "" {
		a.end(j, "rejected", map[string]any{"code": "spawn_failed", "message": end.Failed})
		return
	}
	told := started{At: now()}
	a.private(j, ".started", &told)
	extra := map[string]any{"started_at": told.At, "stdout": end.Stdout, "stderr": end.Stderr}
	state := "failed"
	if end.Signal != "" {
		extra["signal"] = end.Signal
	} else if end.Code != nil {
		extra["exit_code"] = *end.Code
		if *end.Code == 0 {
			state = "succeeded"
		}
	}
	if j.stopState != "" {
		state = j.stopState
		sweep(j.id, a.directory)
	}
	a.end(j, state, extra)
}

func (a *agent) cancel(j *job) {
	if j.state == "accepted" {
		a.end(j, "cancelled", nil)
	} else if j.state == "running" {
		a.stop(j, "cancelled")
	}
}

// stop begins the ladder: TERM now; `press` follows with KILL after the grace.
func (a *agent) stop(j *job, state string) {
	if j.stopState != "" {
		return
	}
	told := started{Grace: a.config.grace}
	a.private(j, ".started", &told)
	j.stopState, j.killAt = state, time.Now().Add(told.Grace)
	a.press(j)
}

func (a *agent) press(j *job) {
	var process identity
	if !a.private(j, ".process", &process) || startTime(process.Pid) != process.Start {
		return
	}
	if time.Now().After(j.killAt) {
		_ = syscall.Kill(-process.Pid, syscall.SIGKILL)
	} else if !j.told {
		j.told = true
		_ = syscall.Kill(-process.Pid, syscall.SIGTERM)
	}
}

// pressing says whether something has to be looked at again soon.
func (a *agent) pressing() bool {
	for _, j := range a.all() {
		if j.state == "running" && (j.stopState != "" || !j.deadline.IsZero() || j.fromEarlierAgent) {
			return true
		}
	}
	return !a.shutdownAt.IsZero()
}

// sweep kills what left the process group, by the marks in its environment, until none is left.
func sweep(id, directory string) {
	command, session := "\x00PARA_COMMAND_ID="+id+"\x00", "\x00PARA_STATUS_DIR="+directory+"\x00"
	for pass := 0; pass < 50; pass++ {
		found := false
		paths, _ := filepath.Glob("/proc/[0-9]*/environ")
		for _, path := range paths {
			data, _ := os.ReadFile(path)
			if marks := "\x00" + string(data); strings.Contains(marks, command) && strings.Contains(marks, session) {
				pid, _ := strconv.Atoi(strings.Split(path, "/")[2])
				found = syscall.Kill(pid, syscall.SIGKILL) == nil || found
			}
		}
		if !found {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}
