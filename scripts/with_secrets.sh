#!/bin/sh
# Runs a command with each file of /run/secrets as the setting that bears its name.
#
#     with_secrets.sh COMMAND [ARGUMENT…]
#
# Secrets stay out of the images, of the Compose file and of what `docker inspect` shows.
set -eu

for file in "${SECRETS_DIR:-/run/secrets}"/*; do
  [ -f "$file" ] || continue
  value=$(cat "$file")
  export "${file##*/}=$value"
done
unset file value
exec "$@"
