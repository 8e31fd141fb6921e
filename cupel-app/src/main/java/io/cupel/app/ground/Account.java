package io.cupel.app.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs, which refuses to run as root.
 *
 * @param prefix what stands before every command
 * @param name the account that owns the files, or null where they stay our own
 */
record Account(List<String> prefix, @Nullable String name) {
    private static final Path ROOT = Path.of("/");

    /**
     * Ours; as root, the user of a namespace of its own, or else an account without rights.
     *
     * @param wanted the account to take as root, or the empty text to choose
     * @throws StartFault where root has no way of being somebody else
     */
    static Account here(String wanted) {
        if (!says("0", "id", "-u")) {
            return new Account(List.of(), null);
        }
        if (wanted.isEmpty() && works("unshare", "-U", "true")) {
            return new Account(List.of("unshare", "-U"), null);
        }
        if (!wanted.isEmpty() && !works("id", "-u", wanted)) {
            throw new StartFault("postgres-account: this machine has no account of that name");
        }
        String name = wanted.isEmpty() ? present() : wanted;
        if (works("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups", "true")) {
            return new Account(
                    List.of("setpriv", "--reuid=" + name, "--regid=" + groupOf(name), "--clear-groups"), name);
        }
        if (works("runuser", "-u", name, "--", "true")) {
            return new Account(List.of("runuser", "-u", name, "--"), name);
        }
        throw new StartFault("PostgreSQL does not run as root, and neither unshare nor setpriv nor runuser let it run"
                + " as somebody else here; start Cupel as another account, or use --database-url");
    }

    Outcome run(Path folder, String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return Programs.run(whole, Map.of("LC_ALL", "C.UTF-8"), folder);
    }

    /**
     * Refuses a folder that the account cannot enter, as below a home that is closed to others.
     *
     * @throws StartFault with the remedy
     */
    void mustReach(Path folder) {
        if (!reaches(folder)) {
            throw new StartFault("PostgreSQL does not run as root, so it runs as " + name + ", who cannot enter "
                    + folder + "; name a folder that others may pass through, as --data /var/lib/cupel");
        }
    }

    boolean reaches(Path folder) {
        return name == null
                || run(ROOT, "sh", "-c", "cd \"$1\"", "sh", folder.toString()).good();
    }

    private static String present() {
        return Stream.of("postgres", "nobody")
                .filter(name -> works("id", "-u", name))
                .findFirst()
                .orElse("nobody");
    }

    private static String groupOf(String name) {
        return Programs.run(List.of("id", "-g", name), Map.of(), ROOT).text().strip();
    }

    private static boolean works(String... command) {
        return Programs.run(List.of(command), Map.of(), ROOT).good();
    }

    private static boolean says(String text, String... command) {
        Outcome outcome = Programs.run(List.of(command), Map.of(), ROOT);
        return outcome.good() && outcome.text().strip().equals(text);
    }
}
