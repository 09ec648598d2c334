#!/bin/sh
# Train with the settings that save page faults; see docs/annotate.md.
# Usage: run_training.sh DATA BASE OUT [options of train.py]
here=$(dirname "$0")
export PYTHONPATH="$here/../src:$here/..${PYTHONPATH:+:$PYTHONPATH}"
export MALLOC_MMAP_MAX_=0 MALLOC_TOP_PAD_=1073741824 OMP_NUM_THREADS=2
data=$1 base=$2 out=$3
shift 3
exec "${PYTHON:-python3}" "$here/train.py" --data "$data" --base "$base" --out "$out" "$@"
