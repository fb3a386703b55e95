"""From rules and records to findings: no files, no clock, no words."""
