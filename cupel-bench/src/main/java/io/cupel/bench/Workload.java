package io.cupel.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The data of workload W1, in columns: leads with attributes, and per lead its events by time. Every lead has its own
 * stream of random numbers, so that the same seed gives the same data in any order. bench/README.md tells the
 * distributions.
 */
final class Workload {
    private static final long SEED = 20260101L;
    private static final int DAY = 86_400;
    /** Events fall within a year; its end is the instant asked for. In seconds after {@link #START_MILLIS}. */
    static final int YEAR = 365 * DAY;
    /** 2024-01-01T00:00:00Z. */
    static final long START_MILLIS = 1_704_067_200_000L;

    final int leads;
    /** The events of lead i are those from {@code offsets[i]} to {@code offsets[i + 1]}, that not included. */
    final int[] offsets;
    /** When an event happened, in seconds after {@link #START_MILLIS}. */
    final int[] seconds;
    /** What happened: a code of the {@link Catalog}. */
    final short[] codes;

    final int[] employees;
    final byte[] industry;
    final byte[] country;
    final byte[] seniority;
    final byte[] source;
    final byte[] freeMail;
    final byte[] revenue;
    final int[] tech;

    Workload(int leads, int events) {
        this.leads = leads;
        this.offsets = offsets(leads, events);
        this.seconds = new int[events];
        this.codes = new short[events];
        this.employees = new int[leads];
        this.industry = new byte[leads];
        this.country = new byte[leads];
        this.seniority = new byte[leads];
        this.source = new byte[leads];
        this.freeMail = new byte[leads];
        this.revenue = new byte[leads];
        this.tech = new int[leads];
        IntStream.range(0, leads).parallel().forEach(this::fill);
    }

    /** How many events each lead has: by Pareto weights up to 1,000, what is left over one each to the first leads. */
    private static int[] offsets(int leads, int events) {
        double[] weights = new double[leads];
        double sum = 0;
        for (int i = 0; i < leads; i++) {
            weights[i] = Math.min(1000, Math.pow(1 - Draws.of(SEED, i).share(), -1 / 1.3));
            sum += weights[i];
        }
        int[] counts = new int[leads];
        int given = 0;
        for (int i = 0; i < leads; i++) {
            counts[i] = (int) (weights[i] * events / sum);
            given += counts[i];
        }
        for (int i = 0; given < events; i++, given++) {
            counts[i % leads]++;
        }
        int[] offsets = new int[leads + 1];
        for (int i = 0; i < leads; i++) {
            offsets[i + 1] = offsets[i] + counts[i];
        }
        return offsets;
    }

    private void fill(int lead) {
        Draws draws = Draws.of(SEED, lead);
        draws.share(); // its weight
        employees[lead] = (int) Math.pow(10, 4 * draws.share());
        industry[lead] = (byte) draws.squaredBelow(20);
        country[lead] = (byte) draws.squaredBelow(50);
        seniority[lead] = (byte) draws.below(6);
        source[lead] = (byte) draws.below(8);
        freeMail[lead] = (byte) (draws.share() < .3 ? 1 : 0);
        revenue[lead] = (byte) draws.below(10);
        tech[lead] = (int) (draws.next() & 0xFFFF);
        int created = (int) (draws.share() * 300 * DAY);
        fillEvents(lead, draws, created);
    }

    private void fillEvents(int lead, Draws draws, int created) {
        int life = Math.min(120 * DAY, YEAR - created);
        int from = offsets[lead];
        long[] events = new long[offsets[lead + 1] - from];
        for (int k = 0; k < events.length; k++) {
            double age = draws.share();
            int second = created + (int) (age * Math.sqrt(age) * life);
            // by time, and within a second in the order drawn
            events[k] = ((long) second << 32) | ((k & 0xFFFFFL) << 12) | Catalog.draw(draws.share(), draws.share());
        }
        Arrays.sort(events);
        for (int k = 0; k < events.length; k++) {
            seconds[from + k] = (int) (events[k] >>> 32);
            codes[from + k] = (short) (events[k] & 0xFFF);
        }
    }

    int events() {
        return seconds.length;
    }

    static long millis(int second) {
        return START_MILLIS + 1_000L * second;
    }

    /** The attributes as the contract bench/w1.yaml names them. */
    Map<String, Object> told(int lead) {
        return Map.of(
                "lead.email", "lead-" + lead + "@w1.example",
                "lead.seniority_code", (long) seniority[lead],
                "lead.source_code", (long) source[lead],
                "lead.private_mail", freeMail[lead] == 1,
                "company.headcount", (long) employees[lead],
                "company.industry_code", (long) industry[lead],
                "company.country_code", (long) country[lead],
                "company.revenue_code", (long) revenue[lead],
                "company.uses_crm", (tech[lead] & 8) != 0);
    }

    /** The events in the order of time, as places in the columns; within a second by lead. */
    int[] byTime() {
        long[] keys = new long[seconds.length];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = ((long) seconds[place] << 32) | place;
        }
        Arrays.parallelSort(keys);
        int[] places = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            places[i] = (int) keys[i];
        }
        return places;
    }

    /** The lead of each event. */
    int[] leadOfEvents() {
        int[] of = new int[seconds.length];
        for (int lead = 0; lead < leads; lead++) {
            Arrays.fill(of, offsets[lead], offsets[lead + 1], lead);
        }
        return of;
    }
}
