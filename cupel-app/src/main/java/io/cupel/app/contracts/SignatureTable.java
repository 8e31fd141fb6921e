package io.cupel.app.contracts;

import io.cupel.app.ground.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures under versions. They are never taken away; under a withdrawn version they mean nothing. */
@Component
final class SignatureTable {
    private final JdbcClient db;

    SignatureTable(JdbcClient db) {
        this.db = db;
    }

    private record Row(int version, Signature signature) {}

    void insert(int version, Signature signature) {
        db.sql("""
                        insert into contracts.signature (version, side, person_id, hash, signed_at)
                        values (:version, :side, :person, :hash, :at)
                        """)
                .param("version", version)
                .param("side", signature.side().written())
                .param("person", signature.person())
                .param("hash", signature.hash())
                .param("at", Times.written(signature.at()))
                .update();
    }

    /** Of these versions, by their numbers; a version without signatures is not in it. */
    Map<Integer, List<Signature>> of(List<Integer> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                        select version, side, person_id, hash, signed_at
                          from contracts.signature where version in (:versions) order by version, side
                        """)
                .param("versions", versions)
                .query((row, count) -> new Row(
                        row.getInt("version"),
                        new Signature(
                                Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                                row.getLong("person_id"),
                                row.getString("hash"),
                                Times.read(row, "signed_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::version, Collectors.mapping(Row::signature, Collectors.toList())));
    }
}
