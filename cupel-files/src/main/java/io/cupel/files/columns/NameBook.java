package io.cupel.files.columns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the columns of one system are called. The resources, one for each system, tell how they are written. */
final class NameBook {
    /**
     * A meaning of a name.
     *
     * @param unless the normal name of a column beside which it is not used; empty where there is none
     * @param onlyKey whether it is used where nothing else tells who a lead is
     */
    record Meaning(Target target, String unless, boolean onlyKey) {}

    private static final String UNLESS = " unless ";
    private static final String ONLY = " only";

    private static final Map<Origin, NameBook> BOOKS = books();

    /** Fewer signs could be chance. */
    private static final int SIGNS_MIN = 2;

    private final Map<TableKind, Map<String, List<Meaning>>> meanings = new HashMap<>();
    private final Set<String> signs = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> companySigns = new HashSet<>();
    private String text = "";
    private String prefix = "export";
    private int signsMin = SIGNS_MIN;

    private NameBook() {}

    static NameBook of(Origin origin) {
        NameBook book = BOOKS.get(origin);
        if (book == null) {
            throw new IllegalStateException("no names of " + origin);
        }
        return book;
    }

    private static Map<Origin, NameBook> books() {
        Map<Origin, NameBook> books = new EnumMap<>(Origin.class);
        for (Origin origin : Origin.values()) {
            books.put(origin, load(origin.resource()));
        }
        return Collections.unmodifiableMap(books);
    }

    private static NameBook load(String resource) {
        NameBook book = new NameBook();
        WordList.lines(resource + ".txt").forEach(book::add);
        return book;
    }

    String text() {
        return text;
    }

    String prefix() {
        return prefix;
    }

    /** How many columns of a header only this system writes; 0 where they are so few that it could be chance. */
    long signs(Collection<String> header) {
        long count = header.stream()
                .filter(name -> signs.contains(name) || beginnings.stream().anyMatch(name::startsWith))
                .count();
        return count < signsMin ? 0 : count;
    }

    /** Whether some column stands only in this system's tables of companies. */
    boolean isOfCompanies(Collection<String> header) {
        return header.stream().anyMatch(companySigns::contains);
    }

    /** What a normal name means in tables of that kind; empty where it is not known. */
    List<Meaning> of(TableKind kind, String name) {
        return meanings.getOrDefault(kind, Map.of()).getOrDefault(name, List.of());
    }

    /** All names of a kind of table, normal. */
    Set<String> names(TableKind kind) {
        return Collections.unmodifiableSet(meanings.getOrDefault(kind, Map.of()).keySet());
    }

    private void add(String line) {
        int colon = line.indexOf(": ");
        String key = line.substring(0, colon);
        String value = line.substring(colon + 2).strip();
        switch (key) {
            case "text" -> text = value;
            case "prefix" -> prefix = value;
            case "signs-needed" -> signsMin = Integer.parseInt(value);
            case "sign" -> WordList.split(value).forEach(this::addSign);
            case "sign-companies" -> WordList.split(value).forEach(name -> companySigns.add(NormalName.of(name)));
            default -> addMeaning(key, WordList.split(value));
        }
    }

    private void addSign(String name) {
        if (name.endsWith("*")) {
            beginnings.add(NormalName.of(name));
        } else {
            signs.add(NormalName.of(name));
        }
    }

    private void addMeaning(String key, List<String> names) {
        int blank = key.indexOf(' ');
        String kind = key.substring(0, blank);
        String written = key.substring(blank + 1);
        boolean onlyKey = written.endsWith(ONLY);
        int unless = written.indexOf(UNLESS);
        String other = unless < 0 ? "" : NormalName.of(written.substring(unless + UNLESS.length()));
        String bare = unless < 0 ? written : written.substring(0, unless);
        Target target = Target.read(onlyKey ? bare.substring(0, bare.length() - ONLY.length()) : bare)
                .orElseThrow(() -> new IllegalStateException("no target: " + key));
        Meaning meaning = new Meaning(target, other, onlyKey);
        for (TableKind each : List.of(TableKind.LEADS, TableKind.COMPANIES, TableKind.DEALS)) {
            if (kind.equals("all") || kind.equals(each.written())) {
                Map<String, List<Meaning>> all = meanings.computeIfAbsent(each, one -> new HashMap<>());
                names.stream()
                        .map(NormalName::of)
                        .distinct()
                        .forEach(name -> all.computeIfAbsent(name, one -> new ArrayList<>())
                                .add(meaning));
            }
        }
    }
}
