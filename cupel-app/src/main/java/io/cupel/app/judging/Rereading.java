package io.cupel.app.judging;

import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.LoggedCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log again for a contract that looks at other attributes: who is who, and what each lead was told. */
final class Rereading {
    private static final int LEADS_AT_ONCE = 1_000;

    private final EventLog log;
    private final Registers registers;
    private final CaseTable cases;

    Rereading(EventLog log, Registers registers, CaseTable cases) {
        this.log = log;
        this.registers = registers;
        this.cases = cases;
    }

    /** Whether two contracts read the same attributes of what is told, in the same currency. */
    static boolean isAlike(Contract one, Contract other) {
        return one.attributes().equals(other.attributes()) && one.currency().equals(other.currency());
    }

    /** In one transaction: the entries up to a position, and then what leads were told by them. */
    void read(Contract contract, long until) {
        LoggedCalls calls = new LoggedCalls(contract);
        registers.again(() -> enrol(calls, until));
        retell(calls);
    }

    private void enrol(LoggedCalls calls, long until) {
        List<LogEntry> entries = some(0, until);
        while (!entries.isEmpty()) {
            KeptRegister again = registers.open(entry -> LiveJudge.read(calls, entry));
            List<Sighting> sightings = new ArrayList<>(entries.size());
            entries.forEach(entry -> sightings.add(LiveJudge.read(calls, entry)));
            again.expect(sightings);
            for (int i = 0; i < entries.size(); i++) {
                again.register().enrol(entries.get(i).position(), sightings.get(i));
            }
            again.file();
            entries = some(entries.get(entries.size() - 1).position(), until);
        }
    }

    /** Positions have gaps where somebody was erased. */
    private List<LogEntry> some(long position, long until) {
        return log.after(position, EventLog.READ_MAX).stream()
                .filter(entry -> entry.position() <= until)
                .toList();
    }

    private void retell(LoggedCalls calls) {
        List<Long> some = cases.numbers(0, LEADS_AT_ONCE);
        while (!some.isEmpty()) {
            KeptRegister again = registers.open(entry -> LiveJudge.read(calls, entry));
            Map<Long, CaseTable.Heard> told = new LinkedHashMap<>();
            some.forEach(number -> told.put(number, CaseTable.Heard.of(number, again.register(), 0)));
            cases.retell(told);
            some = cases.numbers(some.get(some.size() - 1), LEADS_AT_ONCE);
        }
    }
}
