// Reports of programs (docs/protocol.md#reports), probes (#probes) and metrics (#metrics).
package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// takeReports merges the reports that lie there, in the order of their names, and removes them.
func (a *agent) takeReports() {
	directory := filepath.Join(a.directory, "reports")
	entries, _ := os.ReadDir(directory)
	for i, entry := range entries {
		name := entry.Name()
		if i >= 100 || strings.HasPrefix(name, ".") || !strings.HasSuffix(name, ".json") {
			continue
		}
		path := filepath.Join(directory, name)
		content, f := readFile(path, reportLimit)
		var report map[string]any
		if f == nil {
			report, f = parse(content, checkReport)
		}
		if f != nil {
			a.notice("errors", f.code, f.message, "report")
		} else {
			a.merge(report)
		}
		a.changed = true
		_ = os.RemoveAll(path)
	}
}

func (a *agent) merge(report map[string]any) {
	if report["clear_notices"] == true {
		a.report["errors"], a.report["warnings"] = []any{}, []any{}
	}
	for _, name := range []string{"phase", "progress", "health", "attention"} {
		if value, there := report[name]; there && value == nil {
			delete(a.report, name)
		} else if there {
			a.report[name] = value
		}
	}
	for _, name := range []string{"services", "custom"} {
		added, _ := report[name].(map[string]any)
		if added == nil {
			continue
		}
		merged := map[string]any{}
		known, _ := a.report[name].(map[string]any)
		for _, part := range []map[string]any{known, added} {
			for key, value := range part {
				if value == nil {
					delete(merged, key)
				} else {
					merged[key] = value
				}
			}
		}
		a.report[name] = merged
	}
	for _, kind := range []string{"errors", "warnings"} {
		added, _ := report[kind].([]any)
		for _, each := range added {
			notice := map[string]any{"timestamp": now()}
			for key, value := range each.(map[string]any) {
				notice[key] = value
			}
			a.append(kind, notice)
		}
	}
}

// probe looks by a command whether something works; it is started when due and never waited for.
type probe struct {
	service, command, good, bad, verdict string
	interval, timeout, startPeriod       time.Duration
	retries, failures                    int
	due, overdue, began                  time.Time
	running                              *exec.Cmd
	done                                 chan bool
}

func newProbe(raw map[string]any, service, good, bad string) *probe {
	get := func(name string, otherwise float64) float64 {
		if value, ok := raw[name].(float64); ok {
			return value
		}
		return otherwise
	}
	return &probe{
		service: service, command: raw["command"].(string), good: good, bad: bad, verdict: "starting",
		interval: seconds(get("interval_seconds", 30)), timeout: seconds(get("timeout_seconds", 30)),
		startPeriod: seconds(get("start_period_seconds", 0)), retries: int(get("retries", 3)), began: time.Now(),
	}
}

func (a *agent) makeProbes() {
	a.probes = nil
	services, _ := a.config.raw["services"].(map[string]any)
	for name, raw := range services {
		a.probes = append(a.probes, newProbe(raw.(map[string]any), name, "running", "error"))
	}
	if raw, there := a.config.raw["health"].(map[string]any); there {
		a.probes = append(a.probes, newProbe(raw, "", "healthy", "unhealthy"))
	}
	for _, p := range a.probes {
		a.show(p)
	}
}

func (a *agent) show(p *probe) {
	if p.service == "" {
		a.merge(map[string]any{"health": p.verdict})
	} else {
		a.merge(map[string]any{"services": map[string]any{p.service: p.verdict}})
	}
	a.changed = true
}

// stepProbes moves every probe along; true while one runs.
func (a *agent) stepProbes() bool {
	running := false
	for _, p := range a.probes {
		if before := p.verdict; p.step(a.where()) {
			running = true
		} else if p.verdict != before {
			a.show(p)
		}
	}
	return running
}

func (p *probe) step(where string) bool {
	if p.running == nil {
		if time.Now().Before(p.due) {
			return false
		}
		p.due, p.overdue = time.Now().Add(p.interval), time.Now().Add(p.timeout)
		command := exec.Command("/bin/sh", "-c", p.command)
		command.Dir, command.SysProcAttr = where, &syscall.SysProcAttr{Setsid: true}
		if command.Start() != nil {
			p.judge(false)
			return false
		}
		p.running, p.done = command, make(chan bool, 1)
		go func(done chan<- bool) { done <- command.Wait() == nil }(p.done)
		return true
	}
	select {
	case success := <-p.done:
		p.running = nil
		p.judge(success)
		return false
	default:
		if time.Now().After(p.overdue) {
			_ = syscall.Kill(-p.running.Process.Pid, syscall.SIGKILL)
		}
		return true
	}
}

func (p *probe) judge(success bool) {
	if success {
		p.failures, p.verdict = 0, p.good
	} else if time.Since(p.began) >= p.startPeriod {
		if p.failures++; p.failures >= p.retries {
			p.verdict = p.bad
		}
	}
}

// measure writes `metrics.json` when it is due; what cannot be read is absent.
func (a *agent) measure() {
	if a.config.metric == 0 || time.Since(a.measuredAt) < a.config.metric {
		return
	}
	a.measuredAt = time.Now()
	document := map[string]any{
		"protocol_version": "1.0", "timestamp": now(), "boot_id": a.boot, "uptime_seconds": time.Since(a.started).Seconds(),
	}
	const root = "/sys/fs/cgroup/"
	if used, ok := field(root+"cpu.stat", "usage_usec"); ok {
		document["cpu"] = map[string]any{"usage_seconds": used / 1e6}
	} else if used, ok := single(root + "cpuacct/cpuacct.usage"); ok {
		document["cpu"] = map[string]any{"usage_seconds": used / 1e9}
	}
	for _, names := range [][4]string{
		{"memory.current", "memory.max", "memory.stat", "inactive_file"},
		{"memory/memory.usage_in_bytes", "memory/memory.limit_in_bytes", "memory/memory.stat", "total_inactive_file"},
	} {
		if used, ok := single(root + names[0]); ok {
			cache, _ := field(root+names[2], names[3])
			document["memory"] = limited("used_bytes", used-cache, "limit_bytes", root+names[1])
			break
		}
	}
	for _, directory := range []string{"", "pids/"} {
		if current, ok := single(root + directory + "pids.current"); ok {
			document["pids"] = limited("current", current, "limit", root+directory+"pids.max")
			break
		}
	}
	var disk syscall.Statfs_t
	if syscall.Statfs(a.where(), &disk) == nil {
		size := uint64(disk.Bsize)
		document["disk"] = map[string]any{"used_bytes": (disk.Blocks - disk.Bfree) * size, "total_bytes": disk.Blocks * size}
	}
	if data, err := os.ReadFile("/proc/self/net/dev"); err == nil {
		var received, sent int64
		for _, line := range strings.Split(string(data), "\n") {
			name, figures, found := strings.Cut(line, ":")
			if parts := strings.Fields(figures); found && strings.TrimSpace(name) != "lo" && len(parts) > 8 {
				in, _ := strconv.ParseInt(parts[0], 10, 64)
				out, _ := strconv.ParseInt(parts[8], 10, 64)
				received, sent = received+in, sent+out
			}
		}
		document["network"] = map[string]any{"rx_bytes": received, "tx_bytes": sent}
	}
	publish(filepath.Join(a.directory, "metrics.json"), document)
}

func limited(name string, value float64, limitName, path string) map[string]any {
	part := map[string]any{name: value}
	if most, ok := single(path); ok && most < 1<<60 {
		part[limitName] = most
	}
	return part
}

func single(path string) (float64, bool) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.TrimSpace(string(data)), 64)
	return value, err == nil
}

func field(path, name string) (float64, bool) {
	data, _ := os.ReadFile(path)
	for _, line := range strings.Split(string(data), "\n") {
		if key, value, found := strings.Cut(line, " "); found && key == name {
			number, err := strconv.ParseFloat(value, 64)
			return number, err == nil
		}
	}
	return 0, false
}
