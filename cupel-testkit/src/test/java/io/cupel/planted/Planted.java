package io.cupel.planted;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One violation in each nested type. */
@SuppressWarnings("all")
public final class Planted {
    private Planted() {}

    static final class AsksForTheInstant {
        Instant at = Instant.now();
    }

    static final class AsksByReference {
        Supplier<LocalDate> today = LocalDate::now;
    }

    static final class HoldsAClock {
        Clock clock = Clock.systemUTC();
    }

    static final class CountsNanos {
        long at = System.nanoTime();
    }

    static final class RollsDice {
        Random dice = new Random(1);
    }

    static final class RollsMathDice {
        int side = (int) (6 * Math.random());
    }

    static final class HasADouble {
        double weight;
    }

    static final class TakesFloats {
        void add(float[] weights) {}
    }

    static final class Powers {
        long squared(long of) {
            return (long) Math.pow(of, 2);
        }
    }

    static final class Lowers {
        UnaryOperator<String> lower = String::toLowerCase;
    }

    static final class Formats {
        String text = String.format("%d", 1);
    }

    static final class Encodes {
        byte[] bytes = "ü".getBytes();
    }

    static final class Decodes {
        String text = new String(new byte[] {1});
    }

    static final class ReadsBytes {
        Reader reader(InputStream in) {
            return new InputStreamReader(in);
        }
    }

    static final class AsksForTheZone {
        ZoneId here = ZoneId.systemDefault();
    }

    static final class OpensAFile {
        InputStream open() throws Exception {
            return Files.newInputStream(Path.of("x"));
        }
    }

    static final class ReadsTheEnvironment {
        String home = System.getenv("HOME");
    }

    static final class Prints {
        void say() {
            System.out.println("hello");
        }
    }

    static final class Exits {
        void leave() {
            System.exit(1);
        }
    }

    static final class ScoreHelper {}

    @interface Inject {}

    static final class IsInjected {
        @Inject
        String name = "";
    }

    /** What is allowed, beside what is not. */
    static final class Behaves {
        Reader reader() {
            return new InputStreamReader(
                    new ByteArrayInputStream(new byte[0]), java.nio.charset.StandardCharsets.UTF_8);
        }

        String lower(String name) {
            return name.toLowerCase(java.util.Locale.ROOT);
        }
    }
}
