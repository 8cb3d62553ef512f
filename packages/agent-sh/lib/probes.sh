# probes
