package io.cupel.contract;

import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.Set;

/** Remembers which lists some condition names. */
final class UsedLists {
    private final Set<String> names = new HashSet<>();

    void note(CelExpr expr) {
        String list = FactPaths.list(expr);
        if (list != null) {
            names.add(list);
        }
        ExprParts.of(expr).forEach(this::note);
    }

    boolean contains(String name) {
        return names.contains(name);
    }
}
