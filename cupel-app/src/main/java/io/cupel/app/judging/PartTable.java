package io.cupel.app.judging;

import io.cupel.core.evidence.Register.Enrolled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What merges by people change about where leads stand: the tables {@code judging.past} and {@code judging.parted}, and
 * of {@code judging.lead} the column {@code part_of}.
 */
final class PartTable {
    private final JdbcClient db;

    PartTable(JdbcClient db) {
        this.db = db;
    }

    /** @param places by number of a lead: what it is a part of from now on, or {@link Enrolled#NOBODY} */
    void place(Map<Long, Long> places) {
        places.forEach((number, whole) -> db.sql("update judging.lead set part_of = :whole where number = :number")
                .param("whole", whole == Enrolled.NOBODY ? null : whole)
                .param("number", number)
                .update());
    }

    /** All changes of stage of a part that are written down are a merged lead's too. */
    void recall(long whole, long part) {
        db.sql("""
                insert into judging.past (whole, part, until)
                select :whole, :part, coalesce(max(number), 0) from judging.transition on conflict do nothing
                """).param("whole", whole).param("part", part).update();
    }

    /** The lowest number of those that are parts of a merged lead; empty for none. */
    Optional<Long> first(long whole) {
        return db.sql("select min(number) from judging.lead where part_of = :whole having count(*) > 0")
                .param("whole", whole)
                .query(Long.class)
                .optional();
    }

    /** A merged lead is none any more: its number leads to one of its parts. */
    void part(long whole, long lead) {
        db.sql("insert into judging.parted (number, lead) values (:number, :lead) on conflict do nothing")
                .param("number", whole)
                .param("lead", lead)
                .update();
    }

    /** What a lead is, with the others that it is merged with; the lead itself where it is not. */
    long whole(long number) {
        return db.sql("""
                with recursive way (number, step) as (
                    select coalesce((select lead from judging.parted where number = :number), :number), 0
                    union all
                    select lead.part_of, step + 1 from judging.lead join way on lead.number = way.number
                     where lead.part_of is not null)
                select number from way order by step desc limit 1
                """).param("number", number).query(Long.class).single();
    }

    /** Numbers of leads behind one, in their order, but for parts of others. */
    List<Long> shown(long behind, int limit) {
        return db.sql("""
                select number from judging.lead where part_of is null and number > :behind order by number limit :limit
                """)
                .param("behind", behind)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** How many leads there are, but for parts of others. */
    long shown() {
        return db.sql("select count(*) from judging.lead where part_of is null")
                .query(Long.class)
                .single();
    }

    void clear() {
        db.sql("truncate judging.past, judging.parted").update();
    }

    /** Of leads whose changes of stage are forgotten nothing is recalled. */
    void forget(List<Long> numbers) {
        Long[] all = numbers.toArray(Long[]::new);
        db.sql("delete from judging.past where whole = any (:numbers) or part = any (:numbers)")
                .param("numbers", all)
                .update();
        db.sql("delete from judging.parted where number = any (:numbers) or lead = any (:numbers)")
                .param("numbers", all)
                .update();
    }
}
