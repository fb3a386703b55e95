"""YAML files to models, and every fault on the way."""
