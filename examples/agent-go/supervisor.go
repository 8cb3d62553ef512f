// Runs one command and records how it ended, whatever becomes of the agent (docs/protocol.md#restart).
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// task is what a supervisor is told, on its standard input: it never lies in a file.
type task struct {
	Directory, Doorbell, Cwd, Stdin string
	Argv, Env                       []string
	Limit                           int64
}

// identity is a process that cannot be mistaken for a later one with the same pid.
type identity struct {
	Pid        int
	Start      string
	Supervisor int
}

type stream struct {
	Bytes     int64 `json:"bytes"`
	Truncated bool  `json:"truncated"`
}

// ending is how a command ended, as its supervisor saw it.
type ending struct {
	Code           *int
	Signal, Failed string
	Stdout, Stderr *stream
}

// startTime is when a process started, in clock ticks; "" where it is gone or a zombie.
func startTime(pid int) string {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return ""
	}
	parts := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	if len(parts) < 20 || parts[0] == "Z" || parts[0] == "X" {
		return ""
	}
	return parts[19]
}

// publish replaces a document in one step; it tries again, with growing pauses, where the disk refuses.
func publish(path string, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		return
	}
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d", filepath.Base(path), os.Getpid()))
	for pause := 20 * time.Millisecond; pause < time.Second; pause *= 2 {
		if os.WriteFile(temporary, data, 0o660) == nil && os.Rename(temporary, path) == nil {
			return
		}
		time.Sleep(pause)
	}
}

// ring hints to the agent that something is new; every error is ignored.
func ring(doorbell string) {
	if file, err := os.OpenFile(doorbell, os.O_WRONLY|syscall.O_NONBLOCK|syscall.O_NOFOLLOW, 0); err == nil {
		_, _ = file.Write([]byte("!"))
		_ = file.Close()
	}
}

// capped is a stream on disk: its head as it comes, its tail kept back until the end.
type capped struct {
	file        *os.File
	limit, size int64
	tail        []byte
}

func (c *capped) Write(data []byte) (int, error) {
	head := c.limit - c.limit/2
	for rest := data; len(rest) > 0; {
		if room := head - c.size; room > 0 {
			n := int64(len(rest))
			if n > room {
				n = room
			}
			_, _ = c.file.Write(rest[:n])
			c.size += n
			rest = rest[n:]
			continue
		}
		c.size += int64(len(rest))
		c.tail = append(c.tail, rest...)
		if keep := int(c.limit / 2); len(c.tail) > 2*keep+65536 {
			c.tail = append([]byte(nil), c.tail[len(c.tail)-keep:]...)
		}
		// The tail is shown live while nothing had to be left out.
		if c.size <= c.limit {
			_, _ = c.file.Write(rest)
		}
		rest = nil
	}
	return len(data), nil
}

func (c *capped) close() *stream {
	head, keep := c.limit-c.limit/2, int(c.limit/2)
	truncated := c.size > c.limit
	if truncated {
		if len(c.tail) > keep {
			c.tail = c.tail[len(c.tail)-keep:]
		}
		_ = c.file.Truncate(head)
		_, _ = c.file.Seek(head, io.SeekStart)
		fmt.Fprintf(c.file, "\n[%d bytes left out]\n", c.size-head-int64(len(c.tail)))
		_, _ = c.file.Write(c.tail)
	}
	_ = c.file.Close()
	return &stream{c.size, truncated}
}

// supervise is the whole life of a supervisor: `para-agent-go supervise`, its task on standard input.
func supervise() error {
	// Caught and dropped, not ignored: a command would inherit what is ignored.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	var t task
	if err := json.NewDecoder(os.Stdin).Decode(&t); err != nil {
		return err
	}
	end := run(t)
	publish(filepath.Join(t.Directory, ".exit"), end)
	ring(t.Doorbell)
	return nil
}

func run(t task) ending {
	command := &exec.Cmd{Path: t.Argv[0], Args: t.Argv, Dir: t.Cwd, Env: t.Env, Stdin: strings.NewReader(t.Stdin)}
	if !strings.Contains(t.Argv[0], "/") {
		path, err := exec.LookPath(t.Argv[0])
		if err != nil {
			return ending{Failed: "no such program"}
		}
		command.Path = path
	}
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	outputs := make([]*capped, 2)
	for i, name := range []string{"stdout", "stderr"} {
		file, err := os.OpenFile(filepath.Join(t.Directory, name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o660)
		if err != nil {
			return ending{Failed: "its output cannot be written"}
		}
		outputs[i] = &capped{file: file, limit: t.Limit}
	}
	command.Stdout, command.Stderr = outputs[0], outputs[1]
	// Children that hold the pipes do not hold the result back.
	command.WaitDelay = 200 * time.Millisecond
	if err := command.Start(); err != nil {
		return ending{Failed: "it cannot be started"}
	}
	publish(filepath.Join(t.Directory, ".process"), identity{command.Process.Pid, startTime(command.Process.Pid), os.Getpid()})
	_ = command.Wait()
	status, _ := command.ProcessState.Sys().(syscall.WaitStatus)
	end := ending{Stdout: outputs[0].close(), Stderr: outputs[1].close()}
	if status.Signaled() {
		end.Signal = signalWord(status.Signal())
	} else {
		code := status.ExitStatus()
		end.Code = &code
	}
	return end
}

func signalWord(number syscall.Signal) string {
	words := map[syscall.Signal]string{
		syscall.SIGHUP: "SIGHUP", syscall.SIGINT: "SIGINT", syscall.SIGQUIT: "SIGQUIT", syscall.SIGILL: "SIGILL",
		syscall.SIGABRT: "SIGABRT", syscall.SIGBUS: "SIGBUS", syscall.SIGFPE: "SIGFPE", syscall.SIGKILL: "SIGKILL",
		syscall.SIGUSR1: "SIGUSR1", syscall.SIGSEGV: "SIGSEGV", syscall.SIGUSR2: "SIGUSR2", syscall.SIGPIPE: "SIGPIPE",
		syscall.SIGALRM: "SIGALRM", syscall.SIGTERM: "SIGTERM", syscall.SIGXCPU: "SIGXCPU", syscall.SIGXFSZ: "SIGXFSZ",
	}
	if name, known := words[number]; known {
		return name
	}
	return fmt.Sprintf("SIG%d", int(number))
}

// launch starts a supervisor for the task, in a session of its own so that the agent's end does not reach it.
func launch(t task) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(t)
	if err != nil {
		return nil, err
	}
	command := exec.Command(self, "supervise")
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	reader, writer, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	command.Stdin = reader
	if err := command.Start(); err != nil {
		return nil, err
	}
	_ = reader.Close()
	go func() {
		_, _ = writer.Write(data)
		_ = writer.Close()
	}()
	return command, nil
}
