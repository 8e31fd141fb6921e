# Finding java, and running Cupel with it. Read by ./cupel.

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "cupel: $*"
    exit 1
}

# Sets java, java_home and java_version, without starting a JVM where its release file can be read.
find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
        java=$JAVA_HOME/bin/java
    else
        java=$(command -v java) || die "No Java found: install a JDK 17 or later, or set JAVA_HOME."
    fi
    real=$java
    while [ -L "$real" ]; do
        target=$(readlink "$real")
        case $target in
            /*) real=$target ;;
            *) real=${real%/*}/$target ;;
        esac
    done
    java_home=${real%/bin/java}
    java_version=
    if [ -r "$java_home/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" = JAVA_VERSION ] && java_version=$value
        done <"$java_home/release"
    fi
    # a stand-in such as macOS's /usr/bin/java has no release file beside it
    if [ -z "$java_version" ]; then
        settings=$("$java" -XshowSettings:properties -version 2>&1)
        java_version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.version = //p')
        java_home=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
    fi
    java_version=${java_version#\"}
    java_version=${java_version%\"}
    java_major=${java_version%%[!0-9]*}
    [ "${java_major:-0}" -ge 17 ] ||
        die "Java ${java_version:-of unknown version} is too old ($java): install a JDK 17 or later, or set JAVA_HOME."
}

# start_java HOW ARGUMENTS...: starts java with the options that every run has; HOW is exec (instead of this shell) or call.
start_java() {
    how=$1
    shift
    # an archive that does not fit this JDK or has moved is passed over; nobody wants to read that
    set -- -Xshare:auto -Xlog:disable "$@"
    # results are UTF-8 on every machine; JDK 17 knows the first pair of names, 19 and later the second
    set -- -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "$@"
    if [ "$java_major" -ge 24 ]; then
        # native access is granted in the jar's manifest: as an option it would shut out the JDK's own archive
        set -- --sun-misc-unsafe-memory-access=allow "$@"
    fi
    if [ "$how" = exec ]; then
        # the user's options are words, so they are split
        # shellcheck disable=SC2086
        exec "$java" ${CUPEL_JAVA_OPTIONS:-} "$@"
    fi
    "$java" "$@"
}

archive_name() {
    printf '%s' "$work/cds/cupel-$java_version.jsa"
}

# Runs Cupel once over the examples to keep its loaded classes in an archive, so that later starts skip loading them.
# Without an archive everything works, only slower, so that a failure here is remembered and otherwise ignored.
prepare_quick_start() {
    archive=$(archive_name)
    [ -e "$archive" ] && return
    mkdir -p "$work/cds" 2>/dev/null && [ -w "$work/cds" ] || return 0
    examples=$root/examples
    new=$archive.$$
    set -- --help
    if [ -r "$examples/workshop/leads.csv" ]; then
        set -- qualify --contract "$examples/contracts/b2b-workshop.yaml" --leads "$examples/workshop/leads.csv" \
            --events "$examples/workshop/events.jsonl"
    fi
    start_java call "-XX:ArchiveClassesAtExit=$new" -jar "$root/cupel-cli/target/cupel.jar" "$@" \
        >/dev/null 2>&1 </dev/null
    # a JVM that opens a damaged archive, as a full disk leaves it, crashes: better no archive than that one
    if ! start_java call "-XX:SharedArchiveFile=$new" -jar "$root/cupel-cli/target/cupel.jar" --version >/dev/null 2>&1; then
        rm -f "$new"
        : >"$new"
    fi
    mv -f "$new" "$archive"
}

# Replaces this shell by Cupel.
run_product() {
    archive=$(archive_name)
    # Long runs profit from the optimizing compiler, short ones only pay for it. Of what a long run reads nearly all
    # stays: to stop shortly and move it is cheaper than to look for garbage meanwhile, again and again, and to move it
    # once is cheaper than first to wait whether it stays. And what is compiled a little later is better known by then,
    # and less often compiled again.
    effort=-XX:TieredStopAtLevel=1
    has_large_file "$@" &&
        effort="-XX:+UseParallelGC -XX:InitialRAMPercentage=25 -XX:NewRatio=9 -XX:MetaspaceSize=64m
            -XX:MaxTenuringThreshold=0 -XX:CompileThresholdScaling=4"
    # a quarter of the memory at most, as Java does it, but never more than 3 GB; -Xmx in CUPEL_JAVA_OPTIONS says otherwise
    memory=-XX:MaxRAM=12g
    set -- -jar "$root/cupel-cli/target/cupel.jar" "$@"
    # shellcheck disable=SC2086
    set -- "$memory" $effort "$@"
    [ -s "$archive" ] && set -- "-XX:SharedArchiveFile=$archive" "$@"
    tell_terminal
    start_java exec "$@"
}

# Replaces this shell by the server, so that signals reach it. It runs for long: the optimizing compiler pays. Out of memory
# it ends, rather than go on half: what it acknowledged is in the database, and whoever started it can start it again.
# What outlives one look for garbage is what the judge keeps, and is moved once; and where old memory points to new is looked
# up when the collector stops for it anyway, rather than again and again meanwhile.
run_server() {
    collector="-XX:MaxTenuringThreshold=1 -XX:G1RSetUpdatingPauseTimePercent=60"
    set -- "-Dcupel.root=$root" -jar "$root/cupel-app/target/cupel-app.jar" "$@"
    # shellcheck disable=SC2086
    start_java exec -XX:+ExitOnOutOfMemoryError $collector "$@"
}

# Whether an argument is a file of more than 16 MiB.
has_large_file() {
    for argument in "$@"; do
        file=${argument#--*=}
        [ -f "$file" ] && [ -n "$(find -L "$file" -prune -size +32768 2>/dev/null)" ] && return 0
    done
    return 1
}

# Java cannot tell whether one stream is a terminal, nor how wide it is.
tell_terminal() {
    CUPEL_STDIN=pipe CUPEL_STDOUT=pipe CUPEL_STDERR=pipe
    [ -t 0 ] && CUPEL_STDIN=terminal
    [ -t 1 ] && CUPEL_STDOUT=terminal
    if [ -t 2 ]; then
        CUPEL_STDERR=terminal
        [ -n "${COLUMNS:-}" ] || COLUMNS=$(stty size <&2 2>/dev/null)
        COLUMNS=${COLUMNS##* }
    fi
    export CUPEL_STDIN CUPEL_STDOUT CUPEL_STDERR COLUMNS
}
