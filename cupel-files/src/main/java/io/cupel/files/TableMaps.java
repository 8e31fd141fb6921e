package io.cupel.files;

import io.cupel.files.columns.TableMap;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files that were given; each is about the tables whose headers have at least half of its columns. Safe for
 * several threads.
 */
final class TableMaps {
    private final List<TableMap> maps;
    private final Set<String> used = new HashSet<>();
    private final Set<String> passed = new TreeSet<>();

    private TableMaps(List<TableMap> maps) {
        this.maps = List.copyOf(maps);
    }

    static TableMaps read(List<Path> files) throws IOException {
        List<TableMap> maps = new ArrayList<>();
        for (Path file : files) {
            maps.add(TableMap.read(file));
        }
        return new TableMaps(maps);
    }

    /** The one that fits a table with this header best, of any kind; null where none is about it. */
    @Nullable
    TableMap peek(List<String> header) {
        return best(header, map -> true);
    }

    /**
     * The one that fits a table best, of those about tables that are given like this one. Where there is none, one of
     * another kind that fits whole: it was meant, and is at fault. Null where none is about the table.
     */
    @Nullable
    synchronized TableMap of(String file, List<String> header, Kind kind) {
        TableMap fitting = best(header, map -> KindOf.of(map.kind()) == kind);
        TableMap found = fitting == null ? best(header, map -> map.fit(header) == TableMap.FIT_MAX) : fitting;
        if (found == null) {
            maps.forEach(map -> passed.add(file + " has " + map.share(header)));
        } else {
            used.add(found.file());
        }
        return found;
    }

    private @Nullable TableMap best(List<String> header, Predicate<TableMap> among) {
        return maps.stream()
                .filter(map -> map.matches(header))
                .filter(among)
                .reduce((first, second) -> second.fit(header) > first.fit(header) ? second : first)
                .orElse(null);
    }

    /** A mapping that is about no table was meant for another file, or its columns are misspelt. */
    synchronized void expectUsed() throws FileFault {
        for (TableMap map : maps) {
            if (!used.contains(map.file())) {
                String found = passed.isEmpty()
                        ? "none of the files is one"
                        : "of the columns that it names, " + String.join(", ", passed)
                                + "; at least half must be there";
                throw new FileFault(map.file(), "is about none of the tables: " + found);
            }
        }
    }
}
