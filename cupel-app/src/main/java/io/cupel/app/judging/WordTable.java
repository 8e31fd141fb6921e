package io.cupel.app.judging;

import io.cupel.core.evidence.CompanyWord;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.word}: what became known about companies of very many leads, until all of them heard it. */
final class WordTable {
    private final JdbcClient db;

    WordTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * What became known about a company.
     *
     * @param number rises in the order of the log
     * @param position of the entry with which it did
     * @param known all that was known from then on, by path
     */
    record Row(long number, String company, long position, Instant received, Map<String, Object> known) {}

    /**
     * A company of which leads may be behind.
     *
     * @param last the number of its last word
     */
    record Open(String company, long last) {}

    /** Gives the number. */
    long add(CompanyWord word, long position, Instant received) {
        return db.sql("""
                insert into judging.word (company, position, received_at, known)
                values (:company, :position, :received, :known) returning number
                """)
                .param("company", word.company())
                .param("position", position)
                .param("received", Timestamp.from(received))
                .param("known", ToldForm.write(word.known()))
                .query(Long.class)
                .single();
    }

    /** By company the number of its last word. */
    Map<String, Long> last() {
        Map<String, Long> last = new HashMap<>();
        db.sql("select company, max(number) as last from judging.word group by company")
                .query((ResultSet row) -> {
                    last.put(row.getString("company"), row.getLong("last"));
                });
        return last;
    }

    /** The company of the oldest word. */
    Optional<Open> oldest() {
        return db.sql("""
                select company, max(number) as last from judging.word
                 where company = (select company from judging.word order by number limit 1) group by company
                """)
                .query((row, index) -> new Open(row.getString("company"), row.getLong("last")))
                .optional();
    }

    /** The number of the last one; 0 where there is none. */
    long lastNumber() {
        return db.sql("select coalesce(max(number), 0) from judging.word")
                .query(Long.class)
                .single();
    }

    /** Whether there is any up to a number. */
    boolean isAny(long upTo) {
        return db.sql("select exists (select 1 from judging.word where number <= :number)")
                .param("number", upTo)
                .query(Boolean.class)
                .single();
    }

    /** When the last one became known; 1970 where there is none. */
    Instant received() {
        return db.sql("select coalesce(max(received_at), to_timestamp(0)) from judging.word")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** How many there are about a company. */
    int count(String company) {
        return db.sql("select count(*) from judging.word where company = :company")
                .param("company", company)
                .query(Integer.class)
                .single();
    }

    /** What there is about companies behind a number, in its order. */
    List<Row> about(Collection<String> companies, long behind) {
        return db.sql("""
                select number, company, position, received_at, known from judging.word
                 where company = any (:companies) and number > :behind order by number
                """)
                .param("companies", companies.toArray(String[]::new))
                .param("behind", behind)
                .query((row, index) -> new Row(
                        row.getLong("number"),
                        row.getString("company"),
                        row.getLong("position"),
                        row.getTimestamp("received_at").toInstant(),
                        ToldForm.read(row.getString("known"))))
                .list();
    }

    /**
     * Numbers of leads of a company behind one that did not hear its last word yet, in their order: the caller's until
     * the transaction ends. Those that are others' are left out.
     */
    List<Long> lease(Open company, long behind, int limit) {
        return db.sql("""
                select number from judging.lead join judging.state using (number)
                 where company = :company and number > :behind and word < :last order by number limit :limit
                   for update of state skip locked
                """)
                .param("company", company.company())
                .param("behind", behind)
                .param("last", company.last())
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Whether any lead of a company did not hear a word yet. */
    boolean isAnyBehind(Open company) {
        return db.sql("""
                select exists (select 1 from judging.lead join judging.state using (number)
                                where company = :company and word < :last)
                """)
                .param("company", company.company())
                .param("last", company.last())
                .query(Boolean.class)
                .single();
    }

    /** How many leads did not hear the last word about their company yet. */
    long leadsBehind() {
        return db.sql("""
                select count(*) from judging.lead join judging.state using (number)
                  join (select company, max(number) as last from judging.word group by company) as newest
                 using (company)
                 where state.word < newest.last
                """).query(Long.class).single();
    }

    /** All leads of a company heard a word, and so all before it. */
    void done(Open company) {
        db.sql("delete from judging.word where company = :company and number <= :last")
                .param("company", company.company())
                .param("last", company.last())
                .update();
    }

    void clear() {
        db.sql("truncate judging.word").update();
    }
}
