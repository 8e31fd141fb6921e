package io.cupel.files;

import io.cupel.files.columns.TableMap;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mapping files that were given; each is about the tables whose headers have at least half of its columns. */
final class TableMaps {
    private final List<TableMap> maps;
    private final Set<String> used = new HashSet<>();
    private final Set<String> passed = new LinkedHashSet<>();

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

    /** As {@link #of}, without taking note of it. */
    @Nullable
    TableMap peek(List<String> header) {
        return maps.stream().filter(map -> map.matches(header)).findFirst().orElse(null);
    }

    /** The first that is about a table with this header; null where none is. */
    @Nullable
    TableMap of(String file, List<String> header) {
        for (TableMap map : maps) {
            if (map.matches(header)) {
                used.add(map.file());
                return map;
            }
        }
        maps.forEach(map -> passed.add(file + " has " + map.share(header)));
        return null;
    }

    /** A mapping that is about no table was meant for another file, or its columns are misspelt. */
    void expectUsed() throws FileFault {
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
