package io.cupel.app.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has leads keep their numbers where who is who is read again from the log: somebody may have been erased from it, and
 * numbers are given in its order. In one transaction. A lead is known again by any of its keys, a merge by its entry.
 */
final class LeadNumbers {
    private final JdbcClient db;

    LeadNumbers(JdbcClient db) {
        this.db = db;
    }

    /** Keeps in mind what the numbers are, before all is forgotten. */
    void keep() {
        db.sql("create temporary table lead_was on commit drop as select hash, lead from identity.key")
                .update();
        db.sql("create temporary table merge_was on commit drop as select id, number from identity.merge")
                .update();
        db.sql("create temporary table count_was on commit drop as select numbers from identity.count")
                .update();
    }

    /** Gives them back, after all was read again. */
    void restore() {
        db.sql("analyze lead_was").update();
        db.sql("""
                create temporary table moved on commit drop as
                select distinct key.lead as number, lead_was.lead as before
                  from identity.key join lead_was using (hash) where key.lead <> lead_was.lead
                union
                select merge.number, merge_was.number
                  from identity.merge join merge_was using (id) where merge.number <> merge_was.number
                """).update();
        db.sql("update identity.key set lead = before from moved where lead = moved.number")
                .update();
        // by way of numbers that nobody has, for a number may be another's before it is given back
        db.sql("update identity.lead set number = -before from moved where lead.number = moved.number")
                .update();
        db.sql("update identity.lead set number = -number where number < 0").update();
        db.sql("""
                update identity.merge set leads = array(
                    select coalesce(before, each)
                      from unnest(leads) as part (each) left join moved on moved.number = each order by 1)
                """).update();
        db.sql("update identity.merge set number = -before from moved where merge.number = moved.number")
                .update();
        db.sql("update identity.merge set number = -number where number < 0").update();
        db.sql("update identity.count set numbers = greatest(numbers, (select numbers from count_was))")
                .update();
    }
}
