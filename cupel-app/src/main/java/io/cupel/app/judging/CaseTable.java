package io.cupel.app.judging;

import io.cupel.core.contract.Points;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code judging.lead} and {@code judging.absorbed}: where each lead stands, but for its state. */
final class CaseTable {
    static final String COLUMNS = """
            number, id, email, is_verified, company_name, company, position, judged_at, stage, since, cycle,
            is_hand_raised, is_held, due, fit, grade, score, usage_score, contract, waiting_cause, waiting_target,
            waiting_hand, waiting_since, waiting_contract, waiting_micros, waiting_fit""";

    /** What beside these makes a lead's case. */
    static final String BESIDE = "written, turn, told, word, under";

    /** All of a lead, as one row. */
    static final String ROWS = rows("");

    /** The same of those from one number to another: both tables are read along their keys. */
    private static final String ROWS_BETWEEN =
            rows("where state.number between :first and :last and lead.number between :first and :last");

    /** Those behind a number that did not take a turn yet: both tables are read along their keys. */
    private static final String LEASED = rows("""
            where state.number > :behind and lead.number > :behind and state.turn < :turn
                         order by state.number limit :limit for update of state skip locked""");

    /** Leads to whose numbers these are close are read with those between. */
    private static final int CLOSE = 3;

    private static final String WRITE = """
            insert into judging.lead (number, id, email, is_verified, company_name, company, stage, since, cycle,
                is_hand_raised, is_held, due, fit, grade, told, under, waiting_cause, waiting_target,
                waiting_hand, waiting_since, waiting_contract, waiting_micros, waiting_fit)
            select number, id, email, verified, company_name, company, stage, epoch + since * millis, cycle, hand, held,
                   epoch + due * millis, fit, grade, told, under, cause, target, waiting_hand,
                   waiting_since, waiting_contract, waiting_micros, waiting_fit
              from (values (timestamptz 'epoch', interval '1 millisecond')) as unit (epoch, millis),
                   unnest(:numbers, :ids, :emails, :verified, :company_names, :companies, :stages, :since, :cycles,
                       :hands, :held, :due, :fits, :grades, :told, :unders, :causes, :targets, :waiting_hands,
                       :waiting_since, :waiting_contracts, :waiting_micros, :waiting_fits)
                   as shown (number, id, email, verified, company_name, company, stage, since, cycle, hand, held, due,
                       fit, grade, told, under, cause, target, waiting_hand, waiting_since, waiting_contract,
                       waiting_micros, waiting_fit)
                on conflict (number) do update set id = excluded.id, email = excluded.email,
                    is_verified = excluded.is_verified, company_name = excluded.company_name,
                    company = excluded.company, stage = excluded.stage, since = excluded.since, cycle = excluded.cycle,
                    is_hand_raised = excluded.is_hand_raised, is_held = excluded.is_held, due = excluded.due,
                    fit = excluded.fit, grade = excluded.grade, told = excluded.told, under = excluded.under,
                    waiting_cause = excluded.waiting_cause, waiting_target = excluded.waiting_target,
                    waiting_hand = excluded.waiting_hand, waiting_since = excluded.waiting_since,
                    waiting_contract = excluded.waiting_contract, waiting_micros = excluded.waiting_micros,
                    waiting_fit = excluded.waiting_fit
            """;

    private final JdbcClient db;

    CaseTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a lead knows.
     *
     * @param told all attributes as told when it was judged last
     * @param word the number of the last word about its company that it heard; 0 for none
     * @param under as {@link Register#under} gives it
     */
    record Heard(Map<String, Object> told, long word, Map<String, Object> under) {
        /** What a register knows of a lead. */
        static Heard of(long number, Register register, long word) {
            return new Heard(register.told(number), word, register.under(number));
        }
    }

    /** @param position of the last entry of the log that concerned the lead */
    record Due(long number, long position) {}

    private static String rows(String which) {
        return """
                 (select lead.*, state.position, state.judged_at, state.score, state.usage_score, state.turn,
                         state.written, state.word, turn.contract
                    from judging.lead join judging.state on state.number = lead.number
                         join judging.turn on turn.number = state.turn
                   %s) as lead
                """.formatted(which);
    }

    /** The cases of these leads, as far as they have one. */
    List<Kept> find(Collection<Long> numbers) {
        long first = numbers.stream().min(Long::compare).orElse(0L);
        long last = numbers.stream().max(Long::compare).orElse(0L);
        return last - first < CLOSE * (long) numbers.size() ? between(first, last, Set.copyOf(numbers)) : each(numbers);
    }

    private List<Kept> between(long first, long last, Set<Long> wanted) {
        List<Kept> found = new ArrayList<>(wanted.size());
        db.sql("select " + COLUMNS + ", " + BESIDE + " from" + ROWS_BETWEEN)
                .param("first", first)
                .param("last", last)
                .query((ResultSet row) -> {
                    if (wanted.contains(row.getLong("number"))) {
                        found.add(kept(row));
                    }
                });
        return found;
    }

    private List<Kept> each(Collection<Long> numbers) {
        return db.sql("select " + COLUMNS + ", " + BESIDE + " from" + ROWS + " where number = any (:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, index) -> kept(row))
                .list();
    }

    /**
     * Leads behind one that did not take a turn yet, in the order of their numbers: the caller's until the transaction
     * ends. Those that are others' are left out.
     */
    List<Kept> lease(int turn, long behind, int limit) {
        return db
                .sql("select " + COLUMNS + ", " + BESIDE + " from" + LEASED)
                .param("turn", turn)
                .param("behind", behind)
                .param("limit", limit)
                .query((row, index) -> kept(row))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(each -> each.row().number()))
                .toList();
    }

    Optional<Kept> find(long number) {
        return find(List.of(number)).stream().findFirst();
    }

    static Kept kept(ResultSet row) throws SQLException {
        String under = row.getString("under");
        Heard heard = new Heard(
                ToldForm.read(row.getString("told")),
                row.getLong("word"),
                under == null ? Map.of() : ToldForm.read(under));
        return new Kept(row(row), row.getBytes("written"), row.getInt("turn"), heard);
    }

    /** The lead that one turned out to be, in the end; the lead itself where it did not. */
    long present(long number) {
        return db.sql("""
                with recursive way (number) as (
                    select cast(:number as bigint)
                    union all select absorbed.into_lead from judging.absorbed join way using (number))
                select number from way where number not in (select number from judging.absorbed)
                """).param("number", number).query(Long.class).single();
    }

    /** The numbers of all leads that turned out to be this one, by themselves. */
    List<Long> absorbed(long into) {
        return db.sql("""
                with recursive past (number) as (
                    select number from judging.absorbed where into_lead = :lead
                    union all
                    select absorbed.number from judging.absorbed join past on absorbed.into_lead = past.number)
                select number from past order by number
                """).param("lead", into).query(Long.class).list();
    }

    /** Leads of which a cycle is due by an instant, the longest due first. */
    List<Due> due(Instant by, int limit) {
        return db.sql("""
                select number, position from judging.lead join judging.state using (number) where due <= :by
                 order by due, number limit :limit
                """)
                .param("by", Timestamp.from(by))
                .param("limit", limit)
                .query((row, index) -> new Due(row.getLong("number"), row.getLong("position")))
                .list();
    }

    /** What stands beside the states of these. */
    void write(List<Kept> cases) {
        if (!cases.isEmpty()) {
            kept(shown(db.sql(WRITE), cases), cases).update();
        }
    }

    private static JdbcClient.StatementSpec shown(JdbcClient.StatementSpec statement, List<Kept> cases) {
        return statement
                .param("numbers", column(cases, LeadRow::number, Long[]::new))
                .param("ids", column(cases, row -> row.name().id(), String[]::new))
                .param("emails", column(cases, row -> row.name().email(), String[]::new))
                .param("verified", column(cases, row -> row.name().isVerified(), Boolean[]::new))
                .param("company_names", column(cases, row -> row.name().company(), String[]::new))
                .param("companies", column(cases, row -> row.name().domain(), String[]::new))
                .param("stages", column(cases, LeadRow::stage, String[]::new))
                .param("since", column(cases, row -> millis(row.since()), Long[]::new))
                .param("cycles", column(cases, LeadRow::cycle, Integer[]::new))
                .param("hands", column(cases, LeadRow::handRaised, Boolean[]::new))
                .param("held", column(cases, LeadRow::held, Boolean[]::new))
                .param("due", column(cases, row -> millis(row.due()), Long[]::new));
    }

    private static JdbcClient.StatementSpec kept(JdbcClient.StatementSpec statement, List<Kept> cases) {
        return statement
                .param("fits", column(cases, LeadRow::fit, String[]::new))
                .param("grades", column(cases, LeadRow::grade, String[]::new))
                .param(
                        "told",
                        cases.stream().map(each -> ToldForm.write(each.told())).toArray(String[]::new))
                .param("unders", cases.stream().map(each -> under(each.under())).toArray(String[]::new))
                .param("causes", waiting(cases, each -> each.cause().name(), String[]::new))
                .param("targets", waiting(cases, CaseTable::target, String[]::new))
                .param("waiting_hands", waiting(cases, Waiting::byHand, Boolean[]::new))
                .param("waiting_since", waiting(cases, each -> new Timestamp(each.since()), Timestamp[]::new))
                .param("waiting_contracts", waiting(cases, Waiting::contract, String[]::new))
                .param("waiting_micros", waiting(cases, each -> each.score().micros(), Long[]::new))
                .param("waiting_fits", waiting(cases, each -> each.fit().name(), String[]::new));
    }

    private static @Nullable String under(Map<String, Object> under) {
        return under.isEmpty() ? null : ToldForm.write(under);
    }

    void absorb(Map<Long, Long> into, long position) {
        into.forEach((number, lead) -> {
            delete(List.of(number));
            db.sql("insert into judging.absorbed (number, into_lead, position) values (:number, :lead, :position)")
                    .param("number", number)
                    .param("lead", lead)
                    .param("position", position)
                    .update();
        });
    }

    /** What these leads had been told, read again as another contract wants it. */
    void retell(Map<Long, Heard> told) {
        List<Heard> all = List.copyOf(told.values());
        db.sql("""
                update judging.lead set told = again.told, under = again.under
                  from unnest(:numbers, :told, :unders) as again (number, told, under)
                 where lead.number = again.number
                """)
                .param("numbers", List.copyOf(told.keySet()).toArray(Long[]::new))
                .param(
                        "told",
                        all.stream().map(each -> ToldForm.write(each.told())).toArray(String[]::new))
                .param("unders", all.stream().map(each -> under(each.under())).toArray(String[]::new))
                .update();
    }

    /** Numbers of leads behind one, in their order. */
    List<Long> numbers(long behind, int limit) {
        return db.sql("select number from judging.lead where number > :behind order by number limit :limit")
                .param("behind", behind)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void forget(Collection<Long> numbers) {
        delete(numbers);
        db.sql("delete from judging.absorbed where number = any (:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .update();
    }

    private void delete(Collection<Long> numbers) {
        db.sql("""
                with gone as (delete from judging.lead where number = any (:numbers))
                delete from judging.state where number = any (:numbers)
                """).param("numbers", numbers.toArray(Long[]::new)).update();
    }

    void clear() {
        db.sql("truncate judging.lead, judging.state, judging.milestone, judging.absorbed")
                .update();
    }

    private static <T> @Nullable T[] column(
            List<Kept> cases,
            Function<LeadRow, @Nullable T> value,
            java.util.function.IntFunction<@Nullable T[]> array) {
        return cases.stream().map(Kept::row).map(value).toArray(array);
    }

    private static <T> @Nullable T[] waiting(
            List<Kept> cases,
            Function<Waiting, @Nullable T> value,
            java.util.function.IntFunction<@Nullable T[]> array) {
        return column(cases, row -> row.waiting() == null ? null : value.apply(row.waiting()), array);
    }

    private static @Nullable String target(Waiting waiting) {
        return waiting.target() == null ? null : waiting.target().name();
    }

    private static @Nullable Waiting waiting(ResultSet row) throws SQLException {
        String cause = row.getString("waiting_cause");
        if (cause == null) {
            return null;
        }
        String target = row.getString("waiting_target");
        return new Waiting(
                Cause.valueOf(cause),
                target == null ? null : Target.valueOf(target),
                row.getBoolean("waiting_hand"),
                row.getTimestamp("waiting_since").getTime(),
                row.getString("waiting_contract"),
                new Points(row.getLong("waiting_micros")),
                Fit.Verdict.valueOf(row.getString("waiting_fit")));
    }

    /** As numbers many instants are sent, and read, in a tenth of the time. */
    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static LeadRow row(ResultSet row) throws SQLException {
        return new LeadRow(
                row.getLong("number"),
                new LeadRow.Name(
                        row.getString("id"),
                        row.getString("email"),
                        row.getBoolean("is_verified"),
                        row.getString("company_name"),
                        row.getString("company")),
                row.getLong("position"),
                row.getTimestamp("judged_at").toInstant(),
                row.getString("stage"),
                instant(row, "since"),
                row.getInt("cycle"),
                row.getBoolean("is_hand_raised"),
                row.getBoolean("is_held"),
                instant(row, "due"),
                row.getString("fit"),
                row.getString("grade"),
                row.getLong("score"),
                row.getLong("usage_score"),
                row.getString("contract"),
                waiting(row));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
