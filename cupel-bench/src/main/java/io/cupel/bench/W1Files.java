package io.cupel.bench;

import io.cupel.files.parquet.ParquetRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Workload W1 as files: a table of leads, and their events by time as JSON Lines of Segment calls and as Parquet. Each
 * file is written once and then kept, for the larger takes a minute.
 */
final class W1Files {
    private static final int BUFFER = 1 << 20;
    private static final String LEADS_HEADER = "user_id,email,lead.seniority_code,lead.source_code,lead.private_mail,"
            + "company.headcount,company.industry_code,company.country_code,company.revenue_code,company.uses_crm";

    private static final long MICROS = 1_000;
    private static final List<ParquetRows.Column> COLUMNS = List.of(
            new ParquetRows.Column("message_id", false),
            new ParquetRows.Column("type", false),
            new ParquetRows.Column("event", false),
            new ParquetRows.Column("user_id", false),
            new ParquetRows.Column("timestamp", true),
            new ParquetRows.Column("properties", false),
            new ParquetRows.Column("context", false));

    private final Workload workload;
    private final Path folder;

    /** @param folder in which the files stand, one for each size of the workload */
    W1Files(Workload workload, Path folder) throws IOException {
        this.workload = workload;
        this.folder = Files.createDirectories(folder);
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    Path leads() throws IOException {
        return written("leads.csv", this::writeLeads);
    }

    Path events() throws IOException {
        return written("events.jsonl", this::writeEvents);
    }

    /** The same calls as {@link #events}. */
    Path parquet() throws IOException {
        return made("events.parquet", this::writeParquet);
    }

    private interface Maker {
        void make(Path draft) throws IOException;
    }

    private Path written(String name, Writer writer) throws IOException {
        return made(name, draft -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER)) {
                writer.write(out);
            }
        });
    }

    private Path made(String name, Maker maker) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            System.err.println("Writing " + file + " ...");
            Path draft = folder.resolve(name + ".part");
            maker.make(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void writeLeads(OutputStream out) throws IOException {
        write(out, LEADS_HEADER + "\n");
        for (int lead = 0; lead < workload.leads; lead++) {
            Map<String, Object> told = workload.told(lead);
            StringBuilder row = new StringBuilder(Live.name(lead)).append(',').append(mail(workload, lead));
            for (String path : LEADS_HEADER.split(",", -1)) {
                if (path.indexOf('.') > 0) {
                    row.append(',').append(told.get(path));
                }
            }
            write(out, row.append('\n').toString());
        }
    }

    /** A private mailbox, or one of a company that has no other lead. */
    static String mail(Workload workload, int lead) {
        return workload.freeMail[lead] == 1
                ? "lead-" + lead + "@gmail.com"
                : "lead-" + lead + "@company-" + lead + ".example";
    }

    private void writeEvents(OutputStream out) throws IOException {
        String[] bodies = new String[Catalog.SIZE];
        for (int code = 0; code < bodies.length; code++) {
            bodies[code] = CallBody.of(code).json();
        }
        int[] leads = workload.leadOfEvents();
        for (int place : workload.byTime()) {
            String time = Instant.ofEpochMilli(Workload.millis(workload.seconds[place]))
                    .toString();
            write(
                    out,
                    "{\"messageId\":\"" + id(place) + "\",\"userId\":\"" + Live.name(leads[place])
                            + "\",\"timestamp\":\"" + time + "\"," + bodies[workload.codes[place]] + "}\n");
        }
    }

    /** Written like a UUID, drawn from the event's place alone. */
    private static String id(int place) {
        Draws draws = Draws.of(0x1D5, place);
        return new java.util.UUID(draws.next(), draws.next()).toString();
    }

    private void writeParquet(Path draft) throws IOException {
        CallBody[] bodies = new CallBody[Catalog.SIZE];
        for (int code = 0; code < bodies.length; code++) {
            bodies[code] = CallBody.of(code);
        }
        int[] leads = workload.leadOfEvents();
        try (ParquetRows rows = ParquetRows.open(draft, COLUMNS)) {
            for (int place : workload.byTime()) {
                CallBody body = bodies[workload.codes[place]];
                rows.add(Arrays.asList(
                        id(place),
                        body.type(),
                        body.event(),
                        Live.name(leads[place]),
                        MICROS * Workload.millis(workload.seconds[place]),
                        body.properties(),
                        body.context()));
            }
            rows.finish();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
