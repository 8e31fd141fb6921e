package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.core.mail.MailHit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code judging.mail} and {@code judging.watch}. */
final class MailTable {
    private final JdbcClient db;

    MailTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * What happened to a mail.
     *
     * @param who the hash of the name by which the call names its lead
     * @param hit with hashes in place of mail and link; what is known of an event by itself is left out
     */
    record Row(long position, UUID who, MailHit hit) {
        static Row of(long position, UUID who, MailHit hit) {
            return new Row(
                    position,
                    who,
                    new MailHit(
                            hit.id(),
                            hit.at(),
                            hit.kind(),
                            Registers.hashOf(hit.message()).toString(),
                            hit.link() == null
                                    ? null
                                    : Registers.hashOf(hit.link()).toString(),
                            false,
                            null));
        }

        UUID mail() {
            return UUID.fromString(hit.message());
        }

        @Nullable
        UUID link() {
            return hit.link() == null ? null : UUID.fromString(hit.link());
        }
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

    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
                insert into judging.mail (position, who, mail, at, kind, link, event)
                select * from unnest(:positions, :whose, :mails, :ats, :kinds, :links, :events)
                    on conflict (position) do nothing
                """)
                .param("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .param("whose", rows.stream().map(Row::who).toArray(UUID[]::new))
                .param("mails", rows.stream().map(Row::mail).toArray(UUID[]::new))
                .param("ats", rows.stream().map(row -> row.hit().at()).toArray(Long[]::new))
                .param(
                        "kinds",
                        rows.stream().map(row -> row.hit().kind().name()).toArray(String[]::new))
                .param("links", rows.stream().map(Row::link).toArray(UUID[]::new))
                .param("events", rows.stream().map(row -> row.hit().id()).toArray(String[]::new))
                .update();
    }

    /**
     * Where to look.
     *
     * @param from in milliseconds since 1970 UTC, as {@code to}; both included
     */
    record Window(UUID who, UUID mail, long from, long to) {
        private static final Comparator<Window> ORDER =
                Comparator.comparing(Window::who).thenComparing(Window::mail).thenComparingLong(Window::from);

        /** The same, none of which has anything with another. */
        static List<Window> apart(Collection<Window> windows) {
            List<Window> apart = new ArrayList<>();
            for (Window each : windows.stream().sorted(ORDER).toList()) {
                Window last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
                if (last != null && last.who.equals(each.who) && last.mail.equals(each.mail) && each.from <= last.to) {
                    apart.set(apart.size() - 1, new Window(last.who, last.mail, last.from, Math.max(last.to, each.to)));
                } else {
                    apart.add(each);
                }
            }
            return apart;
        }
    }

    /** All that happened within any of these. */
    List<Row> within(Collection<Window> wanted) {
        List<Window> windows = Window.apart(wanted);
        return db.sql("""
                select mail.position, mail.who, mail.mail, mail.at, mail.kind, mail.link, mail.event
                  from unnest(:whose, :mails, :froms, :tos) as wanted (who, mail, from_at, to_at)
                  join judging.mail on mail.who = wanted.who and mail.mail = wanted.mail
                   and mail.at between wanted.from_at and wanted.to_at
                """)
                .param("whose", windows.stream().map(Window::who).toArray(UUID[]::new))
                .param("mails", windows.stream().map(Window::mail).toArray(UUID[]::new))
                .param("froms", windows.stream().map(Window::from).toArray(Long[]::new))
                .param("tos", windows.stream().map(Window::to).toArray(Long[]::new))
                .query((row, index) -> row(row))
                .list();
    }

    void forget(Collection<UUID> whose, Collection<Long> positions) {
        db.sql("delete from judging.mail where who = any (:whose) or position = any (:positions)")
                .param("whose", whose.toArray(UUID[]::new))
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID link = row.getObject("link", UUID.class);
        return new Row(
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("who", UUID.class)),
                new MailHit(
                        row.getString("event"),
                        row.getLong("at"),
                        MailHit.Kind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(row.getObject("mail", UUID.class))
                                .toString(),
                        link == null ? null : link.toString(),
                        false,
                        null));
    }
}
