module para-agent-go

go 1.20
