package io.cupel.app.judging;

import io.cupel.app.ground.BinaryRows;
import io.cupel.app.identity.Registers;
import io.cupel.core.mail.MailHit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code judging.mail} and {@code judging.watch}. The index begins with a slot of time: what comes in at
 * once touches few pages of it, however many leads there are.
 */
final class MailTable {
    private static final int SLOT_BITS = 15;
    /** Each as the number of its place. */
    private static final List<MailHit.Kind> KINDS =
            List.of(MailHit.Kind.DELIVERED, MailHit.Kind.OPENED, MailHit.Kind.CLICKED);

    private final JdbcClient db;
    private final JdbcOperations connections;

    MailTable(JdbcClient db, JdbcOperations connections) {
        this.db = db;
        this.connections = connections;
    }

    /**
     * What happened to a mail.
     *
     * @param who the hash of the name by which the call names its lead
     * @param at in milliseconds since 1970 UTC
     * @param mail from the hash of its name, as {@code link}
     */
    record Row(
            long position,
            UUID who,
            long at,
            MailHit.Kind kind,
            long mail,
            @Nullable Long link) {
        private static final Comparator<Row> ORDER =
                Comparator.comparingLong(Row::slot).thenComparing(Row::who);

        static Row of(long position, UUID who, MailHit hit) {
            return new Row(
                    position,
                    who,
                    hit.at(),
                    hit.kind(),
                    shortened(hit.message()),
                    hit.link() == null ? null : shortened(hit.link()));
        }

        private static long shortened(String text) {
            return Registers.hashOf(text).getMostSignificantBits();
        }

        /** The same with the position as the id of the event; what is known of an event by itself is left out. */
        MailHit hit() {
            String told = link == null ? null : link.toString();
            return new MailHit(Long.toString(position), at, kind, Long.toString(mail), told, false, null);
        }

        private long slot() {
            return MailTable.slot(at);
        }
    }

    private static long slot(long at) {
        return at >> SLOT_BITS;
    }

    /** Up to where the log was looked through, kept for this transaction; null while another instance looks. */
    @Nullable
    Long take() {
        return db.sql("select position from judging.watch for update skip locked")
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    void move(long position) {
        db.sql("update judging.watch set position = :position")
                .param("position", position)
                .update();
    }

    long position() {
        return db.sql("select position from judging.watch").query(Long.class).single();
    }

    /** Nothing that is kept occurred later than that, in milliseconds since 1970 UTC. */
    long latest() {
        long slot = db.sql("select coalesce(max(slot), -1) from judging.mail")
                .query(Long.class)
                .single();
        return ((slot + 1) << SLOT_BITS) - 1;
    }

    /** In the transaction that moves the position beyond them: so each is added once. */
    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BinaryRows written = new BinaryRows();
        for (Row each : rows.stream().sorted(Row.ORDER).toList()) {
            written.row(7)
                    .bigint(each.slot())
                    .uuid(each.who)
                    .bigint(each.at)
                    .bigint(each.position)
                    .bigint(each.mail)
                    .bigintOrNull(each.link)
                    .integer(KINDS.indexOf(each.kind));
        }
        connections.execute((ConnectionCallback<Integer>) connection -> {
            written.write(connection, """
                    copy judging.mail (slot, who, at, position, mail, link, kind) from stdin (format binary)""");
            return rows.size();
        });
    }

    /**
     * Where to look.
     *
     * @param from in milliseconds since 1970 UTC, as {@code to}; both included
     */
    record Window(UUID who, long mail, long from, long to) {
        private static final Comparator<Window> ORDER = Comparator.comparing(Window::who)
                .thenComparingLong(Window::mail)
                .thenComparingLong(Window::from);

        /** The same, none of which has anything with another, and each within one slot. */
        static List<Window> apart(Collection<Window> windows) {
            List<Window> apart = new ArrayList<>();
            for (Window each : windows.stream().sorted(ORDER).toList()) {
                Window last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
                if (last != null && last.who.equals(each.who) && last.mail == each.mail && each.from <= last.to) {
                    apart.set(apart.size() - 1, new Window(last.who, last.mail, last.from, Math.max(last.to, each.to)));
                } else {
                    apart.add(each);
                }
            }
            return apart.stream().flatMap(each -> each.slots().stream()).toList();
        }

        private List<Window> slots() {
            return LongStream.rangeClosed(slot(from), slot(to))
                    .mapToObj(slot -> new Window(
                            who, mail, Math.max(from, slot << SLOT_BITS), Math.min(to, ((slot + 1) << SLOT_BITS) - 1)))
                    .toList();
        }
    }

    /** All that happened within any of these. */
    List<Row> within(Collection<Window> wanted) {
        List<Window> windows = Window.apart(wanted);
        return db.sql("""
                select mail.position, mail.who, mail.at, mail.kind, mail.mail, mail.link
                  from unnest(:slots, :whose, :mails, :froms, :tos) as wanted (slot, who, mail, from_at, to_at)
                  join judging.mail on mail.slot = wanted.slot and mail.who = wanted.who and mail.mail = wanted.mail
                   and mail.at between wanted.from_at and wanted.to_at
                """)
                .param("slots", windows.stream().map(each -> slot(each.from)).toArray(Long[]::new))
                .param("whose", windows.stream().map(Window::who).toArray(UUID[]::new))
                .param("mails", windows.stream().map(Window::mail).toArray(Long[]::new))
                .param("froms", windows.stream().map(Window::from).toArray(Long[]::new))
                .param("tos", windows.stream().map(Window::to).toArray(Long[]::new))
                .query((row, index) -> row(row))
                .list();
    }

    /**
     * Forgets somebody.
     *
     * @param names the hashes of his names
     * @param erased what is kept of all his entries, among which are all that name him
     */
    void forget(Collection<UUID> names, Collection<Row> erased) {
        Set<UUID> whose = new HashSet<>(names);
        erased.forEach(row -> whose.add(row.who));
        db.sql("""
                delete from judging.mail where slot = any (:slots) and who = any (:whose)
                   and (who = any (:names) or position = any (:positions))
                """)
                .param("slots", erased.stream().map(Row::slot).distinct().toArray(Long[]::new))
                .param("whose", whose.toArray(UUID[]::new))
                .param("names", names.toArray(UUID[]::new))
                .param("positions", erased.stream().map(Row::position).toArray(Long[]::new))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("who", UUID.class)),
                row.getLong("at"),
                KINDS.get(row.getInt("kind")),
                row.getLong("mail"),
                row.getObject("link", Long.class));
    }
}
