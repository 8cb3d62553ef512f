// Validates documents with santhosh-tekuri/jsonschema: `go run . LIST`, lines of SCHEMA<tab>DOCUMENT; prints a verdict a line.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func read(path string) (any, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(content))
}

func compile(path string) (*jsonschema.Schema, error) {
	document, err := read(path)
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	if err := compiler.AddResource("schema.json", document); err != nil {
		return nil, err
	}
	return compiler.Compile("schema.json")
}

func main() {
	list, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	schemas := map[string]*jsonschema.Schema{}
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		schemaPath, documentPath, _ := strings.Cut(lines.Text(), "\t")
		if schemas[schemaPath] == nil {
			if schemas[schemaPath], err = compile(schemaPath); err != nil {
				panic(err)
			}
		}
		document, err := read(documentPath)
		switch {
		case err != nil:
			fmt.Println("unreadable")
		case schemas[schemaPath].Validate(document) != nil:
			fmt.Println("invalid")
		default:
			fmt.Println("valid")
		}
	}
}
