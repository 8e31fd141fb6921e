package io.cupel.files;

import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.FileFault;
import io.cupel.files.text.Refusal;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads leads files: tables of which some column tells who a lead is. */
final class LeadRows {
    private final LeadRow.Setting setting;
    private final Rejections rejections;
    private final LeadFiles.Listener listener;
    private final Progress progress;
    private final List<Sighting> rows = new ArrayList<>();

    LeadRows(LeadRow.Setting setting, Rejections rejections, LeadFiles.Listener listener, Progress progress) {
        this.setting = setting;
        this.rejections = rejections;
        this.listener = listener;
        this.progress = progress;
    }

    /** The rows that can be used, in the order of the files. */
    List<Sighting> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** @param number of the file among the leads files, in the order in which they are given */
    void read(Path file, int number) throws IOException {
        String name = file.toString();
        try (Table table = Tables.open(file, progress::open)) {
            LeadHeader header = header(name, table);
            for (Row row = table.next(); row != null; row = table.next()) {
                setting.unreadables().at(name, row.line());
                try {
                    take(row, header, order(number, row.line()));
                } catch (Refusal refusal) {
                    rejections.add(name, row.line(), "", refusal, row.raw());
                }
            }
            table.remarks().forEach(listener::note);
        }
    }

    private LeadHeader header(String name, Table table) throws FileFault {
        LeadHeader header = new LeadHeader(table.header(), setting.names());
        if (!header.hasKey()) {
            throw new FileFault(
                    name,
                    table.headerLine(),
                    "no column tells who a lead is; name one of them email, user_id or phone. The columns are: "
                            + String.join(", ", header.names()));
        }
        header.sentences(name).forEach(listener::note);
        return header;
    }

    private void take(Row row, LeadHeader header, String order) throws Refusal {
        if (row.refusal() != null) {
            throw row.refusal();
        }
        rows.add(LeadRow.read(header, row.cells(), order, setting));
    }

    /** A row's place, written so that later ones compare greater as texts. */
    private static String order(int file, long line) {
        String place = Long.toString(file * 1_000_000_000_000L + line);
        return "0".repeat(19 - place.length()) + place;
    }
}
