package io.cupel.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.cupel.testkit.Calls.banned;
import static io.cupel.testkit.Calls.member;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What makes an answer depend on more than its input. */
final class PureRules {
    private PureRules() {}

    static List<ArchRule> timeless() {
        Predicate<AccessTarget> now =
                target -> target.getOwner().getPackageName().equals("java.time")
                        && target.getName().equals("now");
        Predicate<AccessTarget> clock = target -> target.getOwner().isEquivalentTo(Clock.class);
        return List.of(
                banned(
                        "no wall clock: time is an argument",
                        now.or(clock)
                                .or(member(System.class, "currentTimeMillis", "nanoTime"))
                                .or(member(Date.class, "<init>"))
                                .or(member(Calendar.class, "getInstance"))),
                banned(
                        "no randomness",
                        member(Math.class, "random")
                                .or(member(UUID.class, "randomUUID"))
                                .or(member(Collections.class, "shuffle"))
                                .or(member(System.class, "identityHashCode"))),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(random\\..*|Random|SplittableRandom"
                                + "|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom")
                        .as("no random generators"));
    }

    /**
     * The core may read its own word lists from the class path, which needs streams and readers but no file. Of
     * java.net it may use IDN, which spells the names of domains and asks nobody.
     */
    static List<ArchRule> pure() {
        return List.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console|Print.*)"
                                + "|java\\.nio\\.(file|channels)\\..*|java\\.net\\.(?!IDN$).*|java\\.sql\\..*")
                        .as("no files, no network, no database"),
                banned(
                        "no process, environment or property",
                        member(System.class, "getenv", "getProperty", "getProperties", "load", "loadLibrary")
                                .or(member(ProcessBuilder.class, "<init>"))
                                .or(member(Runtime.class, "exec"))
                                .or(member(Thread.class, "<init>", "sleep", "start"))));
    }

    static List<ArchRule> quiet() {
        return List.of(banned(
                "nothing printed, no exit",
                member(System.class, "out", "err", "in", "console", "exit")
                        .or(member(Runtime.class, "exit", "halt"))
                        .or(target -> target.getName().equals("printStackTrace"))));
    }
}
