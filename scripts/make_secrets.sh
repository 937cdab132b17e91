#!/bin/sh
# Makes the secrets that the services share, one folder for each service; those made before are kept.
#
#     make_secrets.sh FOLDER
#
# Files are readable by all: each service mounts its own folder and no other.
set -eu
cd "$1"

# 32 random bytes in hexadecimal, unless FILE has them already.
draw() {
  [ -s "$1" ] || od -An -N32 -v -tx1 /dev/urandom | tr -d ' \n' | publish "$1"
}

# Standard input becomes FILE at once, never half of it.
publish() {
  cat >"$1.new"
  chmod 444 "$1.new"
  mv "$1.new" "$1"
}

mkdir -p db nlu assistant
draw db/POSTGRES_PASSWORD
draw nlu/NLU_TOKEN
draw assistant/SECRET_KEY
publish assistant/NLU_TOKEN <nlu/NLU_TOKEN
printf 'postgresql://traitdunion:%s@db:5432/traitdunion' "$(cat db/POSTGRES_PASSWORD)" |
  publish assistant/DATABASE_URL
