package io.cupel.contract;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.cupel.core.evidence.AttributeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What conditions of one kind may name: structs and their typed fields. */
final class ConditionScope implements CelTypeProvider {
    static final String LEAD = "lead";
    static final String COMPANY = "company";
    static final String EVENT = "event";
    static final String LISTS = "lists";
    static final String PROPERTIES = "properties";
    static final String CAMPAIGN = "campaign";

    /** The types of structs bear a prefix, so that no condition can make one up by its name. */
    private static final String TYPE_PREFIX = "cupel.";

    private final ImmutableMap<String, StructType> structs;

    private ConditionScope(Map<String, Map<String, CelType>> fields) {
        ImmutableMap.Builder<String, StructType> made = ImmutableMap.builder();
        fields.forEach((name, types) -> made.put(name, struct(TYPE_PREFIX + name, ImmutableMap.copyOf(types))));
        this.structs = made.buildOrThrow();
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> types) {
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    /** Of criteria, exclusions and suggestions: over {@code lead}, {@code company} and {@code lists}. */
    static ConditionScope ofAttributes(Vocabulary vocabulary) {
        Map<String, CelType> lead = new LinkedHashMap<>();
        Map<String, CelType> company = new LinkedHashMap<>();
        vocabulary.allAttributes().forEach((path, type) -> {
            int dot = path.indexOf('.');
            (path.startsWith(LEAD + ".") ? lead : company).put(path.substring(dot + 1), type(type));
        });
        Map<String, Map<String, CelType>> fields = new LinkedHashMap<>();
        fields.put(LEAD, lead);
        fields.put(COMPANY, company);
        fields.put(LISTS, listTypes(vocabulary.lists()));
        return new ConditionScope(fields);
    }

    /** Of signals: over {@code event} and {@code lists} alone. */
    static ConditionScope ofEvents(Vocabulary vocabulary) {
        Map<String, CelType> event = new LinkedHashMap<>();
        for (String text : new String[] {"type", "name", "path", "url"}) {
            event.put(text, SimpleType.STRING);
        }
        event.put(PROPERTIES, MapType.create(SimpleType.STRING, SimpleType.DYN));
        event.put(CAMPAIGN, MapType.create(SimpleType.STRING, SimpleType.STRING));
        Map<String, Map<String, CelType>> fields = new LinkedHashMap<>();
        fields.put(EVENT, event);
        fields.put(LISTS, listTypes(vocabulary.lists()));
        return new ConditionScope(fields);
    }

    Map<String, StructType> structs() {
        return structs;
    }

    /** Every name with a dot, for suggestions. */
    Set<String> paths() {
        TreeSet<String> paths = new TreeSet<>();
        structs.forEach((name, struct) -> struct.fieldNames().forEach(field -> paths.add(name + "." + field)));
        return paths;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return name.startsWith(TYPE_PREFIX)
                ? Optional.ofNullable(structs.get(name.substring(TYPE_PREFIX.length())))
                : Optional.empty();
    }

    private static Map<String, CelType> listTypes(Map<String, List<Object>> lists) {
        Map<String, CelType> types = new LinkedHashMap<>();
        lists.forEach((name, entries) -> types.put(name, ListType.create(typeOfEntries(entries))));
        return types;
    }

    private static CelType typeOfEntries(List<Object> entries) {
        Object first = entries.isEmpty() ? "" : entries.get(0);
        return first instanceof Long ? SimpleType.INT : first instanceof Double ? SimpleType.DOUBLE : SimpleType.STRING;
    }

    private static CelType type(AttributeType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case INSTANT -> SimpleType.TIMESTAMP;
            case LIST -> ListType.create(SimpleType.STRING);
        };
    }
}
