module para-docker/languages

go 1.22

require github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
