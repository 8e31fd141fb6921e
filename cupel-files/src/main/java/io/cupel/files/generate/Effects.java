package io.cupel.files.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the planted truths did in this year, counted as anybody can count it in the files. */
final class Effects {
    /** Response times are counted by the minute, up to ten days. */
    private static final int MINUTES_MOST = 14_400;

    private final Map<Choice, Course> ofChoices = new EnumMap<>(Choice.class);
    private final Map<Size, Course> ofSizes = new EnumMap<>(Size.class);
    private final Map<Team, Course> ofTeams = new EnumMap<>(Team.class);
    private final Map<Source, Course> ofSources = new EnumMap<>(Source.class);
    private final Map<Team, int[]> minutes = new EnumMap<>(Team.class);

    Effects() {
        List.of(Choice.values()).forEach(choice -> ofChoices.put(choice, new Course()));
        List.of(Size.values()).forEach(size -> ofSizes.put(size, new Course()));
        List.of(Source.values()).forEach(source -> ofSources.put(source, new Course()));
        for (Team team : Team.ALL) {
            ofTeams.put(team, new Course());
            minutes.put(team, new int[MINUTES_MOST]);
        }
    }

    /** What a lead did or did not do. */
    enum Choice {
        PLAYBOOK,
        NO_PLAYBOOK,
        PRICING,
        NO_PRICING
    }

    /** The employees that the table of leads tells as a number. */
    enum Size {
        /** Below what the contract asks for, and truly large enough. */
        JUST_BELOW,
        WITHIN,
        ELSE
    }

    /** One lead whom sales took up. */
    void add(Lead lead, Activity.Done done, Pursuit pursuit) {
        Team team = pursuit.assignment().team();
        course(ofTeams, team).add(pursuit);
        course(ofSources, lead.source()).add(pursuit);
        List<Call> calls = done.stream().calls();
        boolean downloaded = calls.stream().anyMatch(call -> call.name().equals("Playbook Downloaded"));
        boolean priced = calls.stream()
                .anyMatch(call -> call.kind() == Call.Kind.PAGE
                        && call.facts().get(0).value() instanceof String path
                        && path.startsWith("/pricing"));
        course(ofChoices, downloaded ? Choice.PLAYBOOK : Choice.NO_PLAYBOOK).add(pursuit);
        course(ofChoices, priced ? Choice.PRICING : Choice.NO_PRICING).add(pursuit);
        int employees = lead.card().employeesTold();
        if (employees >= 0) {
            course(ofSizes, size(employees)).add(pursuit);
        }
        if (done.demoAt() != Call.UNTOLD && pursuit.answeredAt() != Call.UNTOLD) {
            long waited = (pursuit.answeredAt() - done.demoAt()) / Year.MINUTE;
            int[] counted = minutes.getOrDefault(team, new int[MINUTES_MOST]);
            counted[(int) Math.min(MINUTES_MOST - 1, waited)]++;
        }
    }

    Course of(Choice choice) {
        return course(ofChoices, choice);
    }

    Course of(Size size) {
        return course(ofSizes, size);
    }

    Course of(Team team) {
        return course(ofTeams, team);
    }

    Course of(Source source) {
        return course(ofSources, source);
    }

    /** The median of the minutes from asking for a demo to the first try; -1 where nobody asked. */
    int medianMinutes(Team team) {
        int[] counted = minutes.getOrDefault(team, new int[1]);
        long all = 0;
        for (int count : counted) {
            all += count;
        }
        long seen = 0;
        for (int minute = 0; minute < counted.length; minute++) {
            seen += counted[minute];
            if (all > 0 && 2 * seen >= all) {
                return minute;
            }
        }
        return -1;
    }

    private static Size size(int employees) {
        if (employees >= Planted.BOUND_LEAST && employees <= Planted.BOUND_MOST) {
            return Size.WITHIN;
        }
        boolean isJustBelow = employees >= Planted.TRULY_LARGE_ENOUGH && employees < Planted.BOUND_LEAST;
        return isJustBelow ? Size.JUST_BELOW : Size.ELSE;
    }

    private static <K> Course course(Map<K, Course> courses, K of) {
        return courses.computeIfAbsent(of, each -> new Course());
    }
}
