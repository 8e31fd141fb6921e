# The commands for work on Cupel itself. Read by ./cupel.

# knows_only NAME "WORDS" ARGUMENTS...: refuses what a command does not know, rather than do something else than was meant.
knows_only() {
    name=$1 words=$2
    shift 2
    for argument in "$@"; do
        case " --help -h $words " in
            *" $argument "*) ;;
            *)
                say "cupel: $name knows no $argument; ./cupel --help tells what it knows"
                exit 2
                ;;
        esac
        case $argument in
            --help | -h)
                cat "$root/house/launcher/help.txt"
                exit 0
                ;;
        esac
    done
}

house_test() {
    knows_only test "--fuzz --soak" "$@"
    factor=1 soak=false
    for argument in "$@"; do
        case $argument in
            --fuzz) factor=20 ;;
            --soak) soak=true ;;
        esac
    done
    say "Testing Cupel: everything that CI runs ..."
    install_clients
    prove test clean verify -Pbrowser "-Dcupel.fuzz.factor=$factor" "-Dcupel.soak=$soak"
}

# What the tests of cupel-browser need beside a JDK: Debian's chromium, and npm for Segment's libraries. Where they are
# missing and cannot be installed these tests are skipped, and say so.
install_clients() {
    missing=
    [ -x /usr/bin/chromium ] || missing=chromium
    command -v npm >/dev/null || missing="$missing npm"
    [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
    mkdir -p "$work"
    say "Installing for the tests with real clients: $missing ..."
    apt-get -q update >"$work/apt.log" 2>&1 </dev/null
    for package in $missing; do
        DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$package" >>"$work/apt.log" 2>&1 </dev/null ||
            say "cupel: $package could not be installed; the whole story is in $work/apt.log"
    done
}

house_check() {
    say "Checking Cupel: format, compile, guards, pure tests ..."
    prove check verify '-Dtests.excluded=**/*IT.java' -Dtests.elsewhere.skip=true
}

house_fmt() {
    knows_only fmt "" "$@"
    maven_now fmt -q spotless:apply -Pguards,browser || fail_of_build "$log"
    say "Formatted."
}

house_approve() {
    knows_only approve "" "$@"
    say "Accepting what the golden tests say now ..."
    maven_now approve test -Dcupel.approve=true '-Dtest=*GoldenTest' -Dsurefire.failIfNoSpecifiedTests=false ||
        fail_of_build "$log"
    say "Written; look at the changes with git diff."
}

house_bench() {
    find_java
    build_when_stale cupel-bench "cupel-core cupel-contract cupel-files cupel-bench" target/bench.jar
    if [ "${1:-}" = ingest ]; then
        build_when_stale cupel-app "cupel-core cupel-contract cupel-files cupel-app" target/cupel-app.jar
    fi
    cd "$root" || exit 1
    start_java exec "-Dcupel.root=$root" -jar "$root/cupel-bench/target/bench.jar" "$@"
}

# maven_now NAME ARGUMENTS...: runs Maven under the lock, with its output in .cupel/NAME.log.
maven_now() {
    find_java
    find_maven
    take_lock
    log=$work/$1.log
    shift
    run_maven "$log" "$@"
    status=$?
    drop_lock
    return $status
}

# prove NAME ARGUMENTS...: a guarded build with tests, and what they took.
prove() {
    rm -rf "$root"/cupel-*/target/guarded/surefire-reports*
    maven_now "$@" -fae -Pguards
    status=$?
    [ $status -eq 0 ] || tell_failure "$log"
    tell_times
    tell_skips
    tell_counts "$status"
    exit $status
}

tell_times() {
    echo "Time per module"
    sed -n 's/^\[INFO\] \(cupel[^ ]*\) \.* [A-Z]* \[ *\(.*\)\]$/  \2  \1/p' "$log"
    echo "Slowest tests"
    reports | awk '
        /<testsuite / { all = attribute("time"); suite = attribute("name") }
        /<testcase / { all -= attribute("time"); show(attribute("time"), attribute("classname") "." attribute("name")) }
        /<\/testsuite>/ { show(all, suite " (around its tests)") }
        function show(seconds, what) { printf "%8.2f s  %s\n", seconds, what }
        function attribute(name) {
            return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
        }' | sort -rn | head -n 10
}

# What was not tested here, and why: each reason once.
tell_skips() {
    reports | sed -n '/<skipped/{
        s/.*Aborted[A-Za-z]*: //; s/.*<skipped message="\([^"]*\)".*/\1/; s/^Assumption failed: //; s/\]\]>.*//; s/^/  /; p
    }' | sort -u | sed '1s/^/Not tested here\n/'
}

# The closing line. A build that failed without a failing test counts as one, so that the line alone never looks green.
tell_counts() {
    reports | awk -v status="$1" '
        /<testsuite / {
            all += attribute("tests"); failed += attribute("errors") + attribute("failures"); skipped += attribute("skipped")
        }
        function attribute(name) {
            return match($0, " " name "=\"[0-9]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        END {
            passed = all - failed - skipped
            if (status != 0 && failed == 0) failed = 1
            printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
        }'
}

reports() {
    find "$root"/cupel-*/target/guarded -path '*surefire-reports*' -name 'TEST-*.xml' -exec cat {} + 2>/dev/null
}
