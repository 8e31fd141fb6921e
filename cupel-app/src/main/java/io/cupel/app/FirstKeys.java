package io.cupel.app;

import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import java.io.PrintStream;
import java.util.List;

/** Shows the keys of the first start, this once: to whom sits before it, and not in the server's log. */
final class FirstKeys {
    private FirstKeys() {}

    static void tell(WriteKeys keys, PrintStream to) {
        List<WriteKey.Made> made = keys.makeFirst();
        if (made.isEmpty()) {
            return;
        }
        to.println();
        to.println("Write keys, made for this first start and never shown again:");
        made.forEach(one -> to.printf("  %-8s %s%n", one.key().origin().written(), one.secret()));
        to.println();
    }
}
