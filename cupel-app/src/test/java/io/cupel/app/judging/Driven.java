package io.cupel.app.judging;

import io.cupel.app.AppUnderTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Random;

/** An instance that neither judges nor sweeps by itself, but is driven. */
final class Driven {
    final AppUnderTest app;
    final LiveJudge judge;
    final Sweeping sweeping;

    Driven(AppUnderTest app) {
        this.app = app;
        this.judge = app.bean(LiveJudge.class);
        this.sweeping = app.bean(Sweeping.class);
        app.bean(JudgingLoop.class).stop();
        app.bean("sweeper", SideLoop.class).stop();
    }

    /** All that is in the log; nobody is swept. */
    void judgesAll() {
        while (judge.judge() > 0) {
            judge.expire();
        }
    }

    /** One part of anything, of at most so many leads. */
    void doesSomething(Random random, int most) {
        switch (random.nextInt(4)) {
            case 0 -> judge.judge();
            case 1 -> judge.expire();
            case 2 -> sweeping.sweep(1 + random.nextInt(most));
            default -> sweeping.tell(1 + random.nextInt(most));
        }
    }

    /** All that there is to do. */
    void finishes() {
        while (judge.judge() + sweeping.sweep() + sweeping.tell() > 0) {
            judge.expire();
        }
    }

    /** Leads that this instance had take a turn. */
    double turned() {
        return app.bean(MeterRegistry.class).counter("cupel.turned").count();
    }

    /** Leads that this instance had hear something about their company. */
    double told() {
        return app.bean(MeterRegistry.class).counter("cupel.told").count();
    }
}
