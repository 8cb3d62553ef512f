// Reading documents: bytes to checked values, in the order and with the codes of docs/protocol.md#reading.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

const (
	maxDepth      = 32
	commandsLimit = 1 << 20
	reportLimit   = 1 << 16
	configLimit   = 1 << 16
	integerMax    = 9007199254740991
)

var (
	sessionName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$`)
	commandID   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)
	signalName  = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,63}$`)
	envName     = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,127}$`)
	versionForm = regexp.MustCompile(`^[0-9]{1,4}\.[0-9]{1,4}$`)
	timeForm    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$`)
)

// fault says why a document, or an entry of one, cannot be used: one of the protocol's codes.
type fault struct{ code, message string }

func (f *fault) Error() string { return f.message }

func bad(pointer, what string) *fault { return &fault{"invalid_schema", pointer + ": " + what} }

// readFile returns the bytes, or none where the file is missing; it follows no link and opens nothing but a regular file.
func readFile(path string, limit int64) ([]byte, *fault) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &fault{"unsafe_file", "the file cannot be opened"}
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, &fault{"unsafe_file", "not a regular file"}
	}
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, &fault{"unsafe_file", "the file cannot be read"}
	}
	if int64(len(data)) > limit {
		return data, &fault{"oversize", fmt.Sprintf("more than %d bytes", limit)}
	}
	return data, nil
}

// decode reads JSON as the protocol means it. Strings are checked for lone surrogates, numbers for being a double.
func decode(data []byte) (any, *fault) {
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		return nil, &fault{"invalid_utf8", "not UTF-8, or with a byte order mark"}
	}
	deep, lone := scan(data)
	if deep >= 0 {
		// Which fault comes first? A text that was sound up to here only lacks its end.
		decoder := json.NewDecoder(bytes.NewReader(data[:deep]))
		var value any
		if err := decoder.Decode(&value); errors.Is(err, io.ErrUnexpectedEOF) && !lone {
			return nil, &fault{"too_deep", "nested deeper than 32"}
		}
		return nil, &fault{"invalid_json", "not JSON"}
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, &fault{"invalid_json", "not JSON: " + err.Error()}
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, &fault{"invalid_json", "something follows the JSON"}
	}
	if lone {
		return nil, &fault{"invalid_json", "a lone surrogate"}
	}
	return numbers(value)
}

// scan finds where the text becomes too deep (-1: nowhere) and whether an escape before that leaves a lone surrogate.
func scan(data []byte) (deep int, lone bool) {
	depth, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\' && i+1 < len(data) && data[i+1] == 'u':
			high := unit(data, i)
			if high >= 0xD800 && high < 0xDC00 && unit(data, i+6) >= 0xDC00 && unit(data, i+6) < 0xE000 {
				i += 6
			} else if high >= 0xD800 && high < 0xE000 {
				lone = true
			}
			i++
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '[' || c == '{':
			if depth++; depth > maxDepth {
				return i, lone
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return -1, lone
}

// unit is the value of the `\uXXXX` at i, or -1.
func unit(data []byte, i int) int64 {
	if i+6 > len(data) || data[i] != '\\' || data[i+1] != 'u' {
		return -1
	}
	value, err := strconv.ParseInt(string(data[i+2:i+6]), 16, 32)
	if err != nil {
		return -1
	}
	return value
}

// numbers turns every number into a double; one that is none is a fault. The depth is bounded already.
func numbers(value any) (any, *fault) {
	switch v := value.(type) {
	case json.Number:
		number, err := strconv.ParseFloat(v.String(), 64)
		if err != nil && math.IsInf(number, 0) {
			return nil, &fault{"invalid_json", "a number beyond a double"}
		}
		return number, nil
	case []any:
		for i := range v {
			item, f := numbers(v[i])
			if f != nil {
				return nil, f
			}
			v[i] = item
		}
	case map[string]any:
		for key := range v {
			item, f := numbers(v[key])
			if f != nil {
				return nil, f
			}
			v[key] = item
		}
	}
	return value, nil
}

// parse reads a whole document: nil where it is missing or empty.
func parse(data []byte, check checker) (map[string]any, *fault) {
	if len(data) == 0 {
		return nil, nil
	}
	value, f := decode(data)
	if f != nil {
		return nil, f
	}
	document, _ := value.(map[string]any)
	if version, ok := document["protocol_version"].(string); ok && versionForm.MatchString(version) {
		if major, _ := strconv.Atoi(strings.Split(version, ".")[0]); major > 1 {
			return nil, &fault{"unsupported_version", "protocol_version " + version + " is newer than 1"}
		}
	}
	if f := check(value, ""); f != nil {
		return nil, f
	}
	return document, nil
}

// ── shapes ──────────────────────────────────────────────────────────────────────────────────────────────────────

type checker func(value any, pointer string) *fault

type fields map[string]checker

func text(minimum, maximum int, form *regexp.Regexp) checker {
	return func(value any, pointer string) *fault {
		s, ok := value.(string)
		if n := utf8.RuneCountInString(s); !ok || n < minimum || n > maximum {
			return bad(pointer, fmt.Sprintf("a string of %d to %d characters is needed", minimum, maximum))
		}
		if form != nil && !form.MatchString(s) {
			return bad(pointer, "not of the right form")
		}
		return nil
	}
}

func withoutNUL(minimum, maximum int) checker {
	inner := text(minimum, maximum, nil)
	return func(value any, pointer string) *fault {
		if f := inner(value, pointer); f != nil {
			return f
		}
		if strings.Contains(value.(string), "\x00") {
			return bad(pointer, "holds a NUL")
		}
		return nil
	}
}

func number(minimum, maximum float64, integer bool) checker {
	return func(value any, pointer string) *fault {
		n, ok := value.(float64)
		if !ok || n < minimum || n > maximum || (integer && n != math.Trunc(n)) {
			return bad(pointer, fmt.Sprintf("a number from %v to %v is needed", minimum, maximum))
		}
		return nil
	}
}

func word(words ...string) checker {
	return func(value any, pointer string) *fault {
		for _, each := range words {
			if value == each {
				return nil
			}
		}
		return bad(pointer, "one of "+strings.Join(words, ", ")+" is needed")
	}
}

func boolean(value any, pointer string) *fault {
	if _, ok := value.(bool); !ok {
		return bad(pointer, "true or false is needed")
	}
	return nil
}

func anything(any, string) *fault { return nil }

func orNull(check checker) checker {
	return func(value any, pointer string) *fault {
		if value == nil {
			return nil
		}
		return check(value, pointer)
	}
}

func list(check checker, maximum int) checker {
	return func(value any, pointer string) *fault {
		items, ok := value.([]any)
		if !ok || len(items) > maximum {
			return bad(pointer, fmt.Sprintf("a list of at most %d is needed", maximum))
		}
		for i, item := range items {
			if f := check(item, fmt.Sprintf("%s/%d", pointer, i)); f != nil {
				return f
			}
		}
		return nil
	}
}

func mapping(key, value checker, maximum int) checker {
	return func(of any, pointer string) *fault {
		entries, ok := of.(map[string]any)
		if !ok || len(entries) > maximum {
			return bad(pointer, fmt.Sprintf("an object of at most %d keys is needed", maximum))
		}
		for name, item := range entries {
			if f := key(name, pointer); f != nil {
				return f
			}
			if f := value(item, pointer+"/"+name); f != nil {
				return f
			}
		}
		return nil
	}
}

func timestamp(value any, pointer string) *fault {
	s, ok := value.(string)
	if !ok || !timeForm.MatchString(s) {
		return bad(pointer, "an RFC 3339 time is needed")
	}
	if _, err := time.Parse("2006-01-02", s[:10]); err != nil {
		return bad(pointer, "no calendar has this day")
	}
	return nil
}

// shape is an object with these fields; others are ignored.
func shape(required, optional fields) checker {
	return func(value any, pointer string) *fault {
		object, ok := value.(map[string]any)
		if !ok {
			return bad(pointer, "an object is needed")
		}
		for name := range required {
			if _, there := object[name]; !there {
				return bad(pointer, name+" is missing")
			}
		}
		for _, group := range []fields{required, optional} {
			for name, check := range group {
				if item, there := object[name]; there {
					if f := check(item, pointer+"/"+name); f != nil {
						return f
					}
				}
			}
		}
		return nil
	}
}

var (
	id            = text(1, 64, commandID)
	checkEnvelope = shape(fields{"commands": list(anything, 288)}, fields{
		"protocol_version": text(0, 9, versionForm),
		"sequence":         number(0, integerMax, true),
		"timestamp":        timestamp,
		"processed":        list(id, 512),
	})
	checkExec = shape(fields{"id": id, "timestamp": timestamp, "type": word("exec"), "command": withoutNUL(1, 32768)}, fields{
		"priority":           word("high", "normal", "low"),
		"queue_ttl_seconds":  number(1, 604800, true),
		"args":               list(withoutNUL(0, 32768), 256),
		"env":                mapping(text(0, 128, envName), withoutNUL(0, 32768), 128),
		"env_from":           list(text(0, 128, envName), 64),
		"working_dir":        withoutNUL(1, 4096),
		"timeout_seconds":    number(1, 604800, true),
		"kill_grace_seconds": number(0, 3600, true),
		"stdin":              withoutNUL(0, 262144),
		"shell":              boolean,
		"max_output_bytes":   number(0, 1<<30, true),
	})
	checkSignal = shape(fields{"id": id, "timestamp": timestamp, "type": word("signal"), "signal": text(1, 64, signalName)}, fields{
		"priority":          word("high", "normal", "low"),
		"queue_ttl_seconds": number(1, 604800, true),
		"target":            id,
		"timeout_seconds":   number(0, 86400, true),
	})
	checkNotice = shape(fields{"message": text(1, 2048, nil)}, fields{"code": text(1, 64, nil), "source": text(1, 128, nil)})
	checkReport = shape(nil, fields{
		"protocol_version": text(0, 9, versionForm),
		"phase":            text(0, 128, nil),
		"progress": orNull(shape(
			fields{"current": number(0, integerMax, false), "total": number(0, integerMax, false)},
			fields{"message": text(0, 1024, nil)})),
		"health":        text(1, 64, nil),
		"services":      mapping(text(1, 64, nil), text(1, 64, nil), 64),
		"warnings":      list(checkNotice, 50),
		"errors":        list(checkNotice, 50),
		"clear_notices": boolean,
		"attention":     shape(fields{"required": boolean}, fields{"reason": text(0, 1024, nil), "since": timestamp}),
		"custom":        mapping(text(1, 64, nil), anything, 64),
	})
	checkProbe = shape(fields{"command": withoutNUL(1, 4096)}, fields{
		"interval_seconds":     number(1, 86400, true),
		"timeout_seconds":      number(1, 3600, true),
		"retries":              number(1, 100, true),
		"start_period_seconds": number(0, 86400, true),
	})
	checkConfig = shape(nil, fields{
		"protocol_version":           text(0, 9, versionForm),
		"heartbeat_interval_seconds": number(0.05, 3600, false),
		"poll_interval_seconds":      number(0.05, 60, false),
		"metrics_interval_seconds":   number(0, 3600, false),
		"max_concurrency":            number(1, 64, true),
		"kill_grace_seconds":         number(0, 3600, true),
		"max_output_bytes":           number(0, 1<<30, true),
		"retention":                  shape(nil, fields{"max_commands": number(0, 10000, true), "max_bytes": number(0, integerMax, true)}),
		"allow_env":                  list(text(0, 128, envName), 64),
		"secret_env":                 list(text(0, 128, envName), 64),
		"health":                     checkProbe,
		"services":                   mapping(text(1, 64, nil), checkProbe, 64),
		"signals":                    mapping(text(0, 64, signalName), shape(fields{"command": withoutNUL(1, 4096)}, fields{"timeout_seconds": number(1, 86400, true)}), 32),
	})
)
