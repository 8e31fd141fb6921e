package io.cupel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same until each is done. */
final class Crew {
    private static final double NANOS = 1e9;

    private Crew() {}

    /** What one of them does. */
    interface Task {
        void run(int member) throws Exception;
    }

    /** Gives the seconds until the last is done; the first failure of one of them is told. */
    static double run(int members, Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(members);
        try {
            long begun = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                int member = i;
                all.add(threads.submit(() -> {
                    task.run(member);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            return (System.nanoTime() - begun) / NANOS;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
