package io.cupel.app.contracts;

import io.cupel.app.ground.Setting;
import java.util.List;

/** The settings of contracts; each has a heading in {@code docs/settings.md}. */
public final class ContractSettings {
    /** The contract file that is put in force at the first start; empty for the starter. */
    static final Setting<String> CONTRACT = Setting.text("contract", "", "a contract file");

    /** Whether one person may sign for both sides. */
    static final Setting<String> ONE_PERSON = Setting.word("one-person", "no", "yes");

    private ContractSettings() {}

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(CONTRACT, ONE_PERSON);
    }
}
