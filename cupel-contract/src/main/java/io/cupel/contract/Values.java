package io.cupel.contract;

import io.cupel.contract.Node.Broken;
import io.cupel.contract.Node.Items;
import io.cupel.contract.Node.Mapping;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single values. What is at fault reads as null and is among the findings. */
final class Values {
    /** Characters of a number that are read at most. */
    static final int DIGITS_MAX = 40;

    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    Mapping mapping(Node node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        wrong(node, what, "a mapping (lines of 'key: value')");
        return null;
    }

    @Nullable
    Items items(Node node, String what, int most) {
        if (!(node instanceof Items items)) {
            wrong(node, what, "a list (lines that begin with '- ', or [a, b])");
            return null;
        }
        if (items.nodes().size() > most) {
            findings.add(
                    Code.TOO_MANY,
                    items.nodes().get(most).place(),
                    what + " has " + items.nodes().size() + " entries; " + most + " are allowed");
            return new Items(items.nodes().subList(0, most), items.place());
        }
        return items;
    }

    /** A text of any length. */
    @Nullable
    Scalar text(Node node, String what) {
        if (node instanceof Scalar scalar && scalar.isText()) {
            if (scalar.value().isBlank()) {
                findings.add(Code.WRONG_SHAPE, node.place(), what + " is blank; write something");
                return null;
            }
            return scalar;
        }
        String quoted = node instanceof Scalar scalar && !scalar.isNothing()
                ? "a text; put it in quotes: \"" + scalar.value() + "\""
                : "a text";
        wrong(node, what, quoted);
        return null;
    }

    @Nullable
    String text(Node node, String what, int longest) {
        Scalar scalar = text(node, what);
        if (scalar == null) {
            return null;
        }
        int length = scalar.value().codePointCount(0, scalar.value().length());
        if (length > longest) {
            findings.add(
                    Code.TOO_LONG, node.place(), what + " has " + length + " characters; " + longest + " are allowed");
            return null;
        }
        return scalar.value();
    }

    @Nullable
    Scalar number(Node node, String what) {
        if (node instanceof Scalar scalar && scalar.isNumber()) {
            return scalar;
        }
        if (node instanceof Scalar odd && odd.isOddNumber()) {
            String message = what + " is a number written in digits, such as 60, not '" + odd.value() + "'";
            findings.add(Code.WRONG_SHAPE, node.place(), message);
            return null;
        }
        boolean quoted = node instanceof Scalar scalar && !scalar.isPlain();
        wrong(node, what, quoted ? "a number; write it without quotes" : "a number");
        return null;
    }

    @Nullable
    Long whole(Node node, String what, long least, long most) {
        Scalar scalar = number(node, "'" + what + "'");
        if (scalar == null) {
            return null;
        }
        if (!scalar.isWhole()) {
            wrong(node, "'" + what + "'", "a whole number");
            return null;
        }
        // A number of a hundred thousand digits takes seconds to read.
        boolean isLong = scalar.value().length() > DIGITS_MAX;
        BigInteger number = isLong ? BigInteger.ZERO : new BigInteger(scalar.value());
        if (isLong
                || number.compareTo(BigInteger.valueOf(least)) < 0
                || number.compareTo(BigInteger.valueOf(most)) > 0) {
            findings.add(
                    Code.OUT_OF_RANGE,
                    node.place(),
                    what + " (" + scalar.value() + ") is not from " + least + " to " + most);
            return null;
        }
        return number.longValueExact();
    }

    @Nullable
    Boolean truth(Node node, String what) {
        if (node instanceof Scalar scalar && scalar.isTruth()) {
            return Boolean.parseBoolean(scalar.value());
        }
        wrong(node, "'" + what + "'", "true or false");
        return null;
    }

    <E> @Nullable E choice(Node node, String what, Map<String, E> choices) {
        Scalar scalar = text(node, what);
        if (scalar == null) {
            return null;
        }
        E chosen = choices.get(scalar.value());
        if (chosen == null) {
            findings.add(
                    Code.NO_SUCH_CHOICE,
                    node.place(),
                    what + " is one of " + String.join(", ", choices.keySet()) + ", not '" + scalar.value() + "'"
                            + Nearest.question(scalar.value(), choices.keySet()));
        }
        return chosen;
    }

    private void wrong(Node node, String what, String expected) {
        if (!(node instanceof Broken)) {
            findings.add(Code.WRONG_SHAPE, node.place(), what + " is " + expected + ", not " + kind(node));
        }
    }

    private static String kind(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.kind();
        }
        return node instanceof Mapping ? "a mapping" : "a list";
    }
}
