# Building what is missing or stale. Read by ./cupel.

# build_when_stale MODULE "MODULES" JAR: builds MODULE and the modules it needs, unless the last build of it is newer than
# every source, pom and resource of them.
build_when_stale() {
    module=$1 needed=$2 jar=$root/$1/$3
    is_stale || return 0
    if [ -e "$work/$module.built" ]; then
        say "Building Cupel, whose sources have changed ..."
    else
        say "Building Cupel for the first time, which takes the network and up to a minute ..."
    fi
    find_maven
    take_lock
    # another call may have built it while this one waited
    if is_stale; then
        # the stamp is as old as the build's beginning: what is edited meanwhile is built next time
        : >"$work/$module.next"
        log=$work/build.log
        run_maven "$log" -pl "$module" -am -Dmaven.test.skip=true package || fail_of_build "$log"
        mv -f "$work/$module.next" "$work/$module.built"
        if [ "$module" = cupel-cli ]; then
            rm -rf "$work/cds"
            prepare_quick_start
        fi
    fi
    drop_lock
}

is_stale() {
    stamp=$work/$module.built
    [ -e "$stamp" ] && [ -e "$jar" ] || return 0
    set -- "$root/pom.xml"
    for name in $needed; do
        set -- "$@" "$root/$name/pom.xml"
        [ -d "$root/$name/src/main" ] && set -- "$@" "$root/$name/src/main"
    done
    [ -n "$(find "$@" -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

find_maven() {
    [ -x "$java_home/bin/javac" ] || die "No compiler in $java_home: Cupel is built on first use, which needs a JDK 17 or later, not only a JRE."
    command -v mvn >/dev/null || die "No Maven found: Cupel is built on first use, which needs Maven 3.8 or later (mvn on the path)."
    maven_version=$(JAVA_HOME=$java_home mvn -B --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    rest=${maven_version#*.}
    maven_major=${maven_version%%.*} maven_minor=${rest%%.*}
    if [ "${maven_major:-0}" -lt 3 ] || { [ "$maven_major" -eq 3 ] && [ "${maven_minor:-0}" -lt 8 ]; }; then
        die "Maven ${maven_version:-of unknown version} is too old: install Maven 3.8 or later."
    fi
}

# run_maven LOG ARGUMENTS...: runs Maven quietly and shows that time passes.
run_maven() {
    log=$1
    shift
    # CUPEL_MAVEN_ARGS are words, so they are split
    # shellcheck disable=SC2086
    (
        cd "$root" || exit
        export JAVA_HOME="$java_home"
        exec mvn -B -ntp -Dstyle.color=never ${CUPEL_MAVEN_ARGS:-} "$@"
    ) >"$log" 2>&1 </dev/null &
    maven=$!
    show_progress &
    ticker=$!
    # both run in the background, where the shell lets them ignore Ctrl-C
    trap 'kill "$maven" "$ticker" 2>/dev/null; drop_lock; exit 130' INT TERM HUP
    wait "$maven"
    result=$?
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null
    [ -t 2 ] && printf '\r\033[K' >&2
    return $result
}

show_progress() {
    seconds=0
    while sleep 1 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
        seconds=$((seconds + 1))
        if [ -t 2 ]; then
            printf '\r\033[K  %s s %s' "$seconds" "$(module_now)" >&2
        elif [ $((seconds % 15)) -eq 0 ]; then
            say "  $seconds s $(module_now)"
        fi
    done
}

module_now() {
    sed -n 's/^\[INFO\] Building \(cupel[^ ]*\) .*/\1/p' "$log" 2>/dev/null | tail -n 1
}

fail_of_build() {
    drop_lock
    tell_failure "$1"
    exit 1
}

# tell_failure LOG: one sentence with the cause, then the lines of the log that tell most.
tell_failure() {
    if grep -q -i -E 'could not transfer|offline mode|unknown host' "$1"; then
        say "cupel: No network: Maven could not fetch what the build needs. The whole story is in $1"
        return
    fi
    say "cupel: The build failed; the whole story is in $1"
    grep -E '^\[ERROR\] ' "$1" | grep -v -E 'Help 1|[Rr]e-run Maven|^\[ERROR\] *$|COMPILATION ERROR|-rf :|\(sizes\)' |
        grep -v -E 'read the following|resume the build|^\[ERROR\] Tests run|surefire-reports|dump files|Failures: *$' |
        grep -v -E '^.ERROR. {9}' | sed "s|$root/||; s|Run 'mvn spotless:apply'|Run ./cupel fmt|" | awk '!seen[$0]++' | head -n 20 >&2
}

# One build at a time. The lock is a folder with the holder's process number; that of a dead process is taken over.
take_lock() {
    lock=$work/lock
    mkdir -p "$work" || die "Cannot write to $work, where the state of the build is kept."
    waited=
    until mkdir "$lock" 2>/dev/null; do
        if lock_is_dead && mkdir "$lock/takeover" 2>/dev/null; then
            # looked at again: another one may have taken it over between the look and the takeover
            if lock_is_dead; then
                echo $$ >"$lock/pid"
                rmdir "$lock/takeover"
                trap 'drop_lock; exit 130' INT TERM HUP
                return
            fi
            rmdir "$lock/takeover"
        fi
        [ -n "$waited" ] || say "Waiting for another build of Cupel to end ($lock) ..."
        waited=yes
        sleep 1
    done
    echo $$ >"$lock/pid"
    trap 'drop_lock; exit 130' INT TERM HUP
}

lock_is_dead() {
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -z "$holder" ]; then
        # its maker may be about to write its number
        sleep 1
        holder=$(cat "$lock/pid" 2>/dev/null)
    fi
    [ -d "$lock" ] && { [ -z "$holder" ] || ! kill -0 "$holder" 2>/dev/null; }
}

drop_lock() {
    if [ -n "${lock:-}" ] && [ "$(cat "$lock/pid" 2>/dev/null)" = $$ ]; then
        rm -rf "$lock"
    fi
    trap - INT TERM HUP
}
