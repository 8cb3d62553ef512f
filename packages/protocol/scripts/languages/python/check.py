"""Validates documents with the `jsonschema` package: `check.py LIST`, lines of SCHEMA<tab>DOCUMENT; prints a verdict a line."""

import json
import sys

from jsonschema import Draft7Validator


def refuse(word):
    raise ValueError(f"{word} is not JSON")


def read(path):
    with open(path, "rb") as file:
        return json.loads(file.read().decode("utf-8"), parse_constant=refuse)


def main():
    validators = {}
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            schema, document = line.rstrip("\n").split("\t")
            if schema not in validators:
                Draft7Validator.check_schema(read(schema))
                validators[schema] = Draft7Validator(read(schema))
            try:
                value = read(document)
            except (ValueError, RecursionError):
                print("unreadable")
                continue
            print("valid" if validators[schema].is_valid(value) else "invalid")


main()
