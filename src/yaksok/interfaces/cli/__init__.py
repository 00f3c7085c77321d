"""The command line: one module for each command, whose click command is named `command`."""
