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
    knows_only test --fuzz "$@"
    factor=1
    [ $# -gt 0 ] && factor=20
    say "Testing Cupel: everything that CI runs ..."
    prove test clean verify "-Dcupel.fuzz.factor=$factor"
}

house_check() {
    say "Checking Cupel: format, compile, guards, pure tests ..."
    prove check verify '-Dtests.excluded=**/*IT.java' -Dtests.elsewhere.skip=true
}

house_fmt() {
    knows_only fmt "" "$@"
    maven_now fmt -q spotless:apply -Pguards || fail_of_build "$log"
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
