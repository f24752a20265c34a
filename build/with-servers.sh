#!/usr/bin/env bash
# Runs a command with a PostgreSQL and a Redis of its own, on free ports, in a folder that is gone afterwards:
#   build/with-servers.sh dotnet test
# The command finds them by WARMLINE_TEST_POSTGRES and WARMLINE_TEST_REDIS (connection strings). WARMLINE_TEST_POSTGRES_CTL and
# WARMLINE_TEST_REDIS_CTL are scripts that take start, stop or kill; a killed PostgreSQL recovers from its log when it starts again.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: build/with-servers.sh COMMAND…" >&2; exit 2; }

home=$(mktemp -d "${TMPDIR:-/tmp}/warmline-servers.XXXXXX")
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -x "${binaries:-}/initdb" ] || { echo "PostgreSQL is not installed (Debian: postgresql)." >&2; exit 1; }
command -v redis-server >/dev/null || { echo "Redis is not installed (Debian: redis-server)." >&2; exit 1; }

# initdb refuses root.
as_owner=""
if [ "$(id -u)" -eq 0 ]; then
  as_owner="runuser -u postgres --"
  chown postgres "$home"
fi

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

script() { # script NAME START STOP KILL
  printf '#!/usr/bin/env bash\nset -euo pipefail\ncd "%s"\ncase "${1:-}" in\n  start) %s ;;\n  stop) %s ;;\n  kill) %s ;;\n  *) echo "usage: $0 start|stop|kill" >&2; exit 2 ;;\nesac\n' \
    "$home" "$2" "$3" "$4" > "$home/$1"
  chmod +x "$home/$1"
}

clean_up() {
  "$home/postgres-ctl" kill >/dev/null 2>&1 || true
  "$home/redis-ctl" kill >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$home"
$as_owner "$binaries/initdb" -D "$home/postgres" -U warmline -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
postgres_port=$(free_port)
printf "listen_addresses = '127.0.0.1'\nport = %s\nunix_socket_directories = '%s'\nmax_connections = 400\nfsync = on\n" \
  "$postgres_port" "$home" | $as_owner tee -a "$home/postgres/postgresql.conf" >/dev/null
redis_port=$(free_port)

control="$as_owner $binaries/pg_ctl -D $home/postgres -s -w -t 60"
script postgres-ctl "$control -l $home/postgres.log start" "$control -m fast stop" "$control -m immediate stop"
script redis-ctl \
  "$as_owner redis-server --port $redis_port --bind 127.0.0.1 --save '' --appendonly no --dir $home --daemonize yes --pidfile $home/redis.pid >/dev/null; until redis-cli -p $redis_port ping >/dev/null 2>&1; do sleep 0.05; done" \
  "redis-cli -p $redis_port shutdown nosave >/dev/null 2>&1 || true; while redis-cli -p $redis_port ping >/dev/null 2>&1; do sleep 0.05; done" \
  "kill -9 \$(cat $home/redis.pid)"
"$home/postgres-ctl" start || { cat "$home/postgres.log" >&2; exit 1; }
"$home/redis-ctl" start
cd "$OLDPWD"

export WARMLINE_TEST_POSTGRES="Host=127.0.0.1;Port=$postgres_port;Username=warmline;Database=postgres"
export WARMLINE_TEST_POSTGRES_CTL="$home/postgres-ctl"
export WARMLINE_TEST_REDIS="127.0.0.1:$redis_port"
export WARMLINE_TEST_REDIS_CTL="$home/redis-ctl"

outcome=0
"$@" || outcome=$?
exit "$outcome"
