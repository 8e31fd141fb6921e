package io.cupel.core.contract;

import org.jspecify.annotations.Nullable;

/** The stages that the contract opens: a null {@code mql} or {@code pql} never opens. */
public record Stages(@Nullable Entry mql, @Nullable Entry pql, SalesGate sql) {
    public @Nullable Entry entry(Target target) {
        return switch (target) {
            case MQL -> mql;
            case PQL -> pql;
        };
    }
}
