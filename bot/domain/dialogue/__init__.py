"""The conversation as a pure function: what was said before and read now, to what is answered."""
