package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;

import io.cupel.core.contract.Contract;

/** A contract whose signals see every page, some of them twice. */
public final class BusyContract {
    private BusyContract() {}

    public static Contract contract() {
        return new ContractBuilder("busy")
                .signal(engagement("Any page", "0.5").halfLife("7d").cap("8"))
                .signal(intent("Pricing", "8").onPath("/pricing").halfLife("1h").cap("30"))
                .signal(engagement("Blog", "-1")
                        .onPath("/pricing/a")
                        .halfLife("10m")
                        .cap("9"))
                .mql(EntryBuilder.at(60))
                .build();
    }
}
