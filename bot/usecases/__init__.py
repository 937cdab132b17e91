"""What the program does, through ports: no framework, no input or output of its own."""
