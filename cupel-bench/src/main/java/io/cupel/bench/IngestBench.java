package io.cupel.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The server from its doors to its judgements: B2 to B5 and C2. Everything runs on the same cores, the client too, and
 * in one database with fsync on; the competitors' tables stand beside the server's.
 */
final class IngestBench {
    private final IngestOptions options;
    private final Path root;
    private final Path contract;

    IngestBench(IngestOptions options, Path root) {
        this.options = options;
        this.root = root;
        this.contract = root.resolve("bench/w1.yaml");
    }

    Report run() throws Exception {
        IngestBed.say("starting the server");
        try (ServerChild server = ServerChild.start(root, contract)) {
            try {
                return measured(server);
            } catch (Exception e) {
                server.tellLastWords();
                throw e;
            }
        }
    }

    private Report measured(ServerChild server) throws Exception {
        try (Store store = Store.open(server.database())) {
            store.mustBeDurable();
            AdminApi api = AdminApi.of(server);
            IngestBed bed = new IngestBed(
                    options,
                    server,
                    api,
                    new Door.Address(server.uri(), api.writeKey()),
                    store,
                    new StoreAnchors(store, server.database()),
                    new IngestCalls(options.leads(), options.events() * (options.rounds() + 1)),
                    new Report());
            tellLeads(bed);
            new BatchRounds(bed).run();
            new SingleRounds(bed).run();
            new SteadyRun(bed).run();
            long qualified = store.qualified();
            new Rescoring(bed, contract).run();
            Store.Counts counts = store.counts();
            bed.report()
                    .line(
                            "stored and judged: events, leads, leads qualified on the way",
                            String.format(Locale.ROOT, "%,d, %,d, %,d", counts.events(), counts.leads(), qualified));
            return bed.report();
        }
    }

    /** Every lead and its company are told by a call each, before anything is measured. */
    private void tellLeads(IngestBed bed) throws Exception {
        IngestBed.say("telling the leads");
        List<IngestCalls.Call> calls = bed.calls().identities();
        BatchRounds.sendAll(bed.doors(), BatchRounds.requests(bed.doors(), calls));
        bed.store().awaitJudged();
        bed.expectLogged(0, options.leads());
        if (bed.store().leads() != options.leads()) {
            throw new IllegalStateException("the server knows " + bed.store().leads() + " leads");
        }
    }
}
