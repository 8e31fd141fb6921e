package io.cupel.app;

import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import java.util.function.Consumer;

/** Shows the keys of the first start, this once, in lines such as the log has. */
final class FirstKeys {
    private FirstKeys() {}

    static void tell(WriteKeys keys, Consumer<String> line) {
        for (WriteKey.Made one : keys.makeFirst()) {
            line.accept("Write key    " + one.secret() + " for a "
                    + one.key().origin().written() + "; it is not shown again");
        }
    }
}
