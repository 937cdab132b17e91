"""Stands for Rasa where `nlu/serve.py` and `nlu/train.py` import it: it starts at once.

What it does is told by environment variables whose names begin with `STANDIN_`.
"""
