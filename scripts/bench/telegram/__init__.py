"""The Telegram channel under load, beside others, at its limits, killed and attacked."""
