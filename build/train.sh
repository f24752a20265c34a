#!/usr/bin/env bash
# Learns from the phrases in src/Bot/Understanding/Training and writes the model that is shipped. The same phrases give the same
# model; a test fails when phrases were changed and this was not run.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run --project src/Bot -c Release -- train --phrases none --out "$PWD/src/Bot/Understanding/Model/understanding.model"
