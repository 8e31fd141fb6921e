package io.cupel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Contracts for tests. */
final class Samples {
    private Samples() {}

    /** Every key of a contract. */
    static String skeleton() {
        return resource("skeleton.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of {@code examples/contracts}. */
    static List<Path> examples() {
        try (Stream<Path> files = Files.list(Path.of("..", "examples", "contracts"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckResult check(String text) {
        return ContractFile.of("c.yaml", text).check();
    }

    static Contract contract(String text) {
        return check(text).orThrow();
    }

    /** A contract with one criterion, in a block so that the condition stands in the file as it is. */
    static String withCriterion(String condition) {
        return """
                name: one
                lists:
                  buyers: [CRO, VP of Sales]
                  sizes: [50, 500]
                  shares: [0.5, 1]
                attributes:
                  lead.persona: text
                  lead.since: instant
                  lead.ratio: double
                  lead.topics: list
                  company.seats: int
                fit:
                  pass: 1
                  criteria:
                    - name: one
                      points: 1
                      when: |
                        %s
                signals:
                  - {name: s, kind: intent, on: page, points: 1}
                """.formatted(condition.replace("\n", "\n            "));
    }

    /** A contract with one signal. */
    static String withSignal(String condition) {
        return """
                name: one
                lists:
                  sizes: [50, 500]
                signals:
                  - name: s
                    kind: intent
                    on: page
                    points: 1
                    when: |
                      %s
                """.formatted(condition.replace("\n", "\n          "));
    }

    static Condition criterion(String condition) {
        return contract(withCriterion(condition)).fit().criteria().get(0).when();
    }

    static Condition signal(String condition) {
        return contract(withSignal(condition)).signals().get(0).when();
    }

    static List<Code> codes(CheckResult result) {
        return result.findings().stream().map(Finding::code).distinct().toList();
    }
}
