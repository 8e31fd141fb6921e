package io.cupel.files.generate;

import io.cupel.files.parquet.ParquetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls as a Parquet table: every property has a column of its own. */
final class ParquetCalls implements CallFile {
    private static final long MICROS_OF_MILLI = 1_000;

    /** All properties that made-up calls have. */
    private static final List<String> PROPERTIES = ByConstant.words("""
            path title url asset form webinar minutes campaign_name email_id link_url plan milestone resource
            invitee""");

    private static final List<ParquetRows.Column> COLUMNS = columns();

    private final ParquetRows rows;
    /** Where JSON is put together. */
    private final Text json = new Text(OutputStream.nullOutputStream());

    private long calls;

    private ParquetCalls(ParquetRows rows) {
        this.rows = rows;
    }

    static ParquetCalls open(Path file) throws IOException {
        return new ParquetCalls(ParquetRows.open(file, COLUMNS));
    }

    private static List<ParquetRows.Column> columns() {
        List<ParquetRows.Column> columns = new ArrayList<>();
        Stream.of("message_id", "type", "event", "name", "user_id", "anonymous_id", "group_id")
                .forEach(name -> columns.add(new ParquetRows.Column(name, false)));
        Stream.of("timestamp", "sent_at", "received_at")
                .forEach(name -> columns.add(new ParquetRows.Column(name, true)));
        PROPERTIES.forEach(name -> columns.add(new ParquetRows.Column("properties." + name, false)));
        Stream.of("campaign.name", "campaign.source", "campaign.medium", "context.userAgent", "traits")
                .forEach(name -> columns.add(new ParquetRows.Column(name, false)));
        return List.copyOf(columns);
    }

    @Override
    public void write(Call call) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>(COLUMNS.size());
        cells.add(call.id());
        cells.add(call.kind().written());
        cells.add(call.kind() == Call.Kind.TRACK ? call.name() : null);
        cells.add(call.kind() == Call.Kind.PAGE ? call.name() : null);
        cells.add(call.user());
        cells.add(call.device());
        cells.add(call.kind() == Call.Kind.GROUP ? call.name() : null);
        cells.add(micros(call.timestamp()));
        cells.add(micros(call.sent()));
        cells.add(micros(call.received()));
        boolean hasTraits = call.kind() == Call.Kind.IDENTIFY || call.kind() == Call.Kind.GROUP;
        for (String property : PROPERTIES) {
            cells.add(hasTraits ? null : property(call, property));
        }
        Source.Campaign campaign = call.campaign();
        cells.add(campaign == null ? null : campaign.name());
        cells.add(campaign == null ? null : campaign.utmSource());
        cells.add(campaign == null ? null : campaign.utmMedium());
        cells.add(call.agent().isEmpty() ? null : call.agent());
        cells.add(hasTraits ? traits(call) : null);
        rows.add(cells);
        calls++;
    }

    private static @Nullable Long micros(long millis) {
        return millis == Call.UNTOLD ? null : millis * MICROS_OF_MILLI;
    }

    private static @Nullable String property(Call call, String name) {
        for (Fact fact : call.facts()) {
            if (fact.name().equals(name)) {
                return fact.value().toString();
            }
        }
        return null;
    }

    private String traits(Call call) {
        CallJson.facts(json, call.facts());
        return json.take();
    }

    /** A row of a table is never half there. */
    @Override
    public boolean tear(Call call) {
        return false;
    }

    @Override
    public long calls() {
        return calls;
    }

    @Override
    public void finish() throws IOException {
        rows.finish();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
