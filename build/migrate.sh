#!/usr/bin/env bash
# Makes a migration of each module for each database: build/migrate.sh NAME
# Nothing is released yet, so a changed model may also start anew: build/migrate.sh Initial --anew
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: build/migrate.sh NAME [--anew]}
dotnet tool restore
for module in Handoff Knowledge; do
  dotnet build "src/$module" --nologo -v q
  for database in Sqlite SqlServer Postgres; do
    folder="Data/Migrations/$database"
    if [ "${2:-}" = --anew ]; then
      rm -rf "src/$module/$folder"
      dotnet build "src/$module" --nologo -v q
    fi
    dotnet ef migrations add "$name" --no-build --project "src/$module" --context "$database${module}Db" --output-dir "$folder"
    # The generator makes classes public and writes a byte order mark.
    sed -i 's/public partial class/internal sealed partial class/; 1s/^\xEF\xBB\xBF//' "src/$module/$folder"/*.cs
  done
done
